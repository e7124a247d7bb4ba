from __future__ import annotations

from collections.abc import Callable

import pytest

from brexitsite.articles.captions import by_habit, captions, names_alone
from brexitsite.articles.layout import Line
from brexitsite.articles.view import View

Lines = Callable[[str], list[Line]]
PROSE = "The harbour board heard Ann Other for an hour on Monday and asked her about the second dock."


def taken(lines: Lines, *between: str) -> list[int]:
    return list(
        captions(View(lines("\n".join([PROSE, *between, "It rained on the whole of it all night."]))), {})
    )


@pytest.mark.parametrize(
    "line",
    [
        "Ann Other (pictured left) spoke for an hour to the board",
        "Ann Other, pictured yesterday, spoke for an hour to the board",
        "Ann Other (above): 'They asked me about the dock. I told them'",
        "Ann Other, the union's leader, waves to the crew of a ferry at Northport",
        "A man walks past the gates of the closed dock at Northport in the rain",
        "The harbour board asked Ann Other about the second dock for an hour",
    ],
)
def test_captions_are_known_by_their_form_or_their_words(lines: Lines, line: str) -> None:
    assert taken(lines, line) == [1]


@pytest.mark.parametrize(
    "line",
    [
        "Ann Other (pictured left) spoke for an hour to the board.",
        "BOARD HEARS ANN OTHER ABOUT THE SECOND DOCK FOR AN HOUR",
        "• Ann Other (left) spoke for an hour about the second dock",
        "10:15 Ann Other speaks to the board about the second dock and its cost",
        "Northport and its harbour – 75.6%",
        "I walk past the gates of the closed dock at Northport every day",
        "“They wave to the crew of a ferry at Northport”, Ann Other said of them",
        "Why the dock closed",
    ],
)
def test_prose_crossheads_lists_and_posts_stay(lines: Lines, line: str) -> None:
    assert taken(lines, line) == []


def test_a_post_and_its_poster_stay(lines: Lines) -> None:
    post = "The harbour board asked Ann Other about the second dock for an hour"
    assert taken(lines, post, "— Bo Lee (@bolee) April 3, 2019") == []


def test_a_diary_of_what_people_do_stays(lines: Lines) -> None:
    diary = ("Ann Other arrives at the old dock to speak to the crew of a ferry",
             "The mayor attends the opening of the second dock in the afternoon",
             "Bo Lee takes part in a meeting of the harbour board in the evening")  # fmt: skip
    assert taken(lines, *diary) == []


def test_crossheads_that_begin_alike_stay(lines: Lines) -> None:
    heads = [f"How the board sees Ann Other and the second dock {n}" for n in ("now", "then", "soon")]
    assert taken(lines, *heads) == []


def test_speech_that_lost_its_stop_is_no_caption(lines: Lines) -> None:
    other = "'We all came to see the ferry leave the harbour in the rain,' she said"
    text = "\n".join([PROSE] * 5 + ["A ferry leaves the harbour with the crowd that came to see it", other])
    assert list(by_habit(View(lines(text)), {5: "caption"})) == []


def test_a_habit_needs_a_known_caption_and_prose(lines: Lines) -> None:
    other = "Rows of empty crates wait in the rain for ships that never came"
    text = "\n".join([PROSE] * 5 + ["Ann Other (pictured) spoke for an hour", other])
    assert list(by_habit(View(lines(text)), {5: "caption"})) == [6]
    assert list(by_habit(View(lines(text)), {})) == []
    assert list(by_habit(View(lines("\n".join([PROSE, other, other]))), {1: "caption"})) == []


def test_names_alone_are_captions_only_among_pictures_and_when_few(lines: Lines) -> None:
    text = f"{PROSE}\nAnn Other\nIt rained on the whole of it all night."
    assert list(names_alone(View(lines(text), ["picture credit"]), {})) == [1]
    assert list(names_alone(View(lines(text)), {})) == []
    assert list(names_alone(View(lines("\n".join([text] * 3)), ["picture credit"]), {})) == []
