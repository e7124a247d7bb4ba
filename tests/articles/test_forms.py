from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from brexitsite.articles.forms import MOST_CUT, SURE, judged
from brexitsite.articles.layout import Line
from brexitsite.articles.view import View

Lines = Callable[[str], list[Line]]
SENTENCES = (
    "Ann Other waves to the crew of a ferry before she boards it at Northport",
    "The board met.",
    "The board will meet again on Monday to speak of the second dock.",
    "“We must open the second dock, or ships will go elsewhere”",
    "Ann Other",
    "Bo Lee (pictured) left the meeting before it had come to its end",
    "Ann Other said: “We must open the second dock, or ships will go elsewhere for good.”",
)


def test_rules_that_would_cut_most_of_an_article_are_not_believed(lines: Lines) -> None:
    captions = "\n".join(
        f"A man number {n} waves to the crew of a ferry before it leaves the port" for n in range(9)
    )
    assert judged(View(lines(f"The board met, and it decided nothing.\n{captions}"))) == {}


def test_copies_go_however_many_they_are(lines: Lines) -> None:
    text = "\n".join(["The board met and heard the unions speak of pay."] * 9)
    assert len(judged(View(lines(text)))) == 8


def test_a_line_that_an_editor_keeps_stays(lines: Lines) -> None:
    text = "\n".join(["The board met and heard the unions speak of pay."] * 2)
    assert judged(View(lines(text)), {"The board met and heard the unions speak of pay."}) == {}


@given(st.lists(st.sampled_from(SENTENCES), max_size=14))
def test_no_more_than_the_cap_is_cut_except_for_copies(texts: list[str]) -> None:
    view = View([Line(n, 0, 0, text) for n, text in enumerate(texts)])
    found = judged(view)
    cut = sum(len(view.words[n]) for n in found)
    assert set(found.values()) <= SURE or cut <= MOST_CUT * sum(map(len, view.words))
