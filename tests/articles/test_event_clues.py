from __future__ import annotations

from datetime import date

import pytest

from brexitsite.articles.day_sets import Days, any_of
from brexitsite.articles.event_clues import beside_days, counted, facts
from brexitsite.articles.evidence import Evidence

# The dock vote was on Thursday 4 April 2019.


def window(evidence: Evidence, sentence: str) -> tuple[date, date] | None:
    found: Days = any_of(beside_days(sentence, evidence))
    return (date.fromordinal(found[0][0]), date.fromordinal(found[-1][1])) if found else None


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("Ports wait for Thursday's dock vote.", (3, 28), (4, 10)),
        ("Ports get ready ahead of Thursday’s dock vote.", (3, 28), (4, 4)),
        ("The dock vote next week will be close.", (3, 24), (3, 31)),
        ("Last week's dock vote was close.", (4, 7), (4, 14)),
        ("The dock vote on Thursday was close.", (3, 28), (4, 10)),
        ("Tomorrow's dock vote will be close.", (4, 2), (4, 4)),
        ("They meet on Thursday, when the dock vote takes place.", (3, 28), (4, 10)),
        ("Last month Bo Lee told the board that the union would back a second dock.", (3, 1), (3, 31)),
    ],
)
def test_words_that_say_when_stand_beside_their_event(
    evidence: Evidence, sentence: str, first: tuple[int, int], last: tuple[int, int]
) -> None:
    assert window(evidence, sentence) == (date(2019, *first), date(2019, *last))


@pytest.mark.parametrize(
    "sentence",
    [
        "Ports spoke about the dock vote today.",
        "Thursday's dock vote tracker is wrong.",
        "Nobody spoke of the dock vote, but on Thursday it rained.",
        "The dock vote has been in the news for the last month.",
        "Friday's dock vote was close.",
        "Ports wait for Thursday.",
    ],
)
def test_words_that_say_when_of_something_else_tell_nothing(evidence: Evidence, sentence: str) -> None:
    assert window(evidence, sentence) is None


def test_what_nobody_foresaw_is_told_only_afterwards(evidence: Evidence) -> None:
    found = any_of(facts("She saw the fall of the old pier.", evidence))
    assert date.fromordinal(found[0][0]) == date(2019, 3, 27)
    assert list(facts("She saw the dock vote.", evidence)) == []


@pytest.mark.parametrize(
    ("sentence", "first"),
    [
        ("Ports are calm eleven days after the dock vote.", (4, 14)),
        ("Ports are nervous 3 days before the dock vote.", (3, 31)),
        ("Two weeks since the dock vote nothing has changed.", (4, 17)),
    ],
)
def test_days_counted_from_an_event_date_the_news(
    evidence: Evidence, sentence: str, first: tuple[int, int]
) -> None:
    ((_, found),) = counted(["It rained.", sentence], evidence)
    assert date.fromordinal(found[0][0]) == date(2019, *first)


def test_days_counted_further_down_are_of_the_past(evidence: Evidence) -> None:
    assert (
        list(counted(["It rained.", "It rained.", "She left two days after the dock vote."], evidence)) == []
    )
