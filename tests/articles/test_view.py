from __future__ import annotations

from brexitsite.articles.layout import Line
from brexitsite.articles.view import View

VIEW = View(
    [
        Line(n, 0, 0, t)
        for n, t in enumerate(["It’s over here.", "Protesters protest", "“Who?”", "The board met: now …"])
    ]
)


def test_words_are_small_and_apostrophes_straight() -> None:
    assert VIEW.words[0] == ["it's", "over", "here"]


def test_stems_are_of_content_words_alone() -> None:
    assert VIEW.stems[1] == {"protes"}
    assert VIEW.stems[3] == {"board"}


def test_stops_may_stand_within_marks() -> None:
    assert VIEW.ended == [True, False, True, True]


def test_runs_are_all_runs_of_a_size() -> None:
    assert VIEW.runs(3, 2) == {("the", "board"), ("board", "met"), ("met", "now")}
    assert VIEW.runs(2, 3) == set()


def test_the_first_line_has_one_neighbour() -> None:
    assert (VIEW.near(0), VIEW.near(2)) == ([1], [1, 3])
