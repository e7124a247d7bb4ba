from __future__ import annotations

from datetime import date

import pytest

from brexitsite.articles.day_sets import ALL, Days, both
from brexitsite.articles.evidence import Evidence
from brexitsite.articles.turning_clues import turns, without_quotations
from brexitsite.model import Event

# The town votes on Thursday 4 April 2019.
EVIDENCE = Evidence.of(
    (),
    {},
    [
        Event(
            date(2019, 4, 4),
            "The town votes on the dock",
            "x",
            ("dock referendum",),
            awaited=("if the town votes", "undecided dockers"),
            told=("town … voted for the dock", "town's vote for the dock"),
        )
    ],
)


def left(*sentences: str) -> Days:
    narrated = [without_quotations(s) for s in sentences]
    days = ALL
    for _, found in turns(sentences, narrated, EVIDENCE):
        days = both(days, found) if found else days
    return days


def first(days: Days) -> date:
    return date.fromordinal(days[0][0])


def last(days: Days) -> date:
    return date.fromordinal(days[-1][1])


def test_what_is_awaited_is_to_come() -> None:
    assert last(left("If the town votes for it, ships will come.")) == date(2019, 4, 4)


def test_what_is_told_is_behind() -> None:
    assert first(left("The town has voted for the dock.")) == date(2019, 4, 3)


@pytest.mark.parametrize(
    "sentence",
    [
        "She said that if the town votes for it, ships would come.",
        "She wrote: “If the town votes for it, ships will come.”",
        "If the town voted for the dock, ships would come.",
        "Nobody knows whether the town has voted for the dock.",
        "The town's vote for the dock would change it.",
    ],
)
def test_what_is_retold_quoted_or_imagined_says_nothing(sentence: str) -> None:
    assert left(sentence) == ALL


def test_an_article_that_awaits_and_tells_one_event_says_neither() -> None:
    assert left("If the town votes for it, ships will come.", "The town has voted for the dock.") == ALL


def test_what_somebody_is_quoted_to_tell_makes_waiting_doubtful() -> None:
    assert (
        left("If the town votes for it, ships will come.", "“The town has voted for the dock,” she says.")
        == ALL
    )


@pytest.mark.parametrize(
    ("sentence", "window"),
    [
        ("If the town votes for it on Thursday, ships will come.", ((3, 28), (4, 4))),
        ("If the town votes for it tomorrow, ships will come.", ((4, 2), (4, 4))),
        ("The town voted for the dock on Thursday.", ((4, 3), (4, 10))),
        ("The town yesterday voted for the dock.", ((4, 4), (4, 6))),
    ],
)
def test_a_day_beside_them_leaves_a_window(
    sentence: str, window: tuple[tuple[int, int], tuple[int, int]]
) -> None:
    days = left(sentence)
    assert (first(days), last(days)) == (date(2019, *window[0]), date(2019, *window[1]))


def test_a_day_of_the_next_clause_is_not_theirs() -> None:
    assert last(left("The town voted for the dock, and it rained on Thursday.")) == last(ALL)


def test_who_waits_for_a_vote_means_it_by_the_vote() -> None:
    days = left("If the town votes for it, ships will come.", "Ships wait for Thursday's vote.")
    assert (first(days), last(days)) == (date(2019, 3, 28), date(2019, 4, 4))
    assert left("Ships wait for Thursday's vote.") == ALL


def test_a_vote_that_is_named_may_be_behind() -> None:
    days = left("The dock referendum is on everybody's mind.", "Ships wait for Thursday's vote.")
    assert (first(days), last(days)) == (date(2019, 3, 28), date(2019, 4, 10))


def test_long_times_make_a_named_vote_an_old_one() -> None:
    assert left("The dock referendum was two years ago.", "Ships wait for Thursday's vote.") == ALL


def test_a_countdown_is_waiting() -> None:
    days = left("With seven days to go until the dock referendum, it rains.")
    assert (first(days), last(days)) == (date(2019, 3, 27), date(2019, 3, 29))
