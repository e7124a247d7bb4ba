from __future__ import annotations

from datetime import date

import pytest

from brexitsite.articles.day_sets import Days, any_of
from brexitsite.articles.nearness_clues import beside, counted, final, voting

VOTE = date(2019, 4, 4)
"""A Thursday."""


def window(days: Days) -> tuple[int, int] | None:
    """The first and last day, counted from the vote."""
    return (days[0][0] - VOTE.toordinal(), days[-1][1] - VOTE.toordinal()) if days else None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("With seven days to go before the vote, it rains.", (-8, -6)),
        ("The referendum is just days away.", (-7, 0)),
        ("Less than a week until the poll, it rains.", (-7, 0)),
        ("Two weeks before the vote, it rains.", (-18, -10)),
        ("In less than 24 hours to go before the polls it rained.", (-2, 0)),
        ("Three days to go.", (-4, -2)),
    ],
)
def test_days_are_counted_to_the_vote(sentence: str, expected: tuple[int, int]) -> None:
    assert window(any_of(counted(sentence, [VOTE], 0))) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The border is two days away and it rains all the time in the north.",
        "It was two days before the vote.",
        "In the final two weeks before the vote nothing is published.",
        "It takes two days to sail to the islands from the harbour of the town.",
    ],
)
def test_other_counts_are_not_to_the_vote(sentence: str) -> None:
    assert not any_of(counted(sentence, [VOTE], 0))


def test_a_count_further_down_is_of_the_past() -> None:
    assert not any_of(counted("She left two days before the vote.", [VOTE], 9))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It is the final week of the campaign.", (-10, 0)),
        ("The campaign enters its last days.", (-8, 0)),
        ("This is the final stretch of the campaign.", (-14, 0)),
        ("It is the final week of the fair.", None),
    ],
)
def test_a_campaign_has_an_end(sentence: str, expected: tuple[int, int] | None) -> None:
    assert window(any_of(final(sentence, [VOTE]))) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("All wait for Thursday's vote.", (-7, 0)),
        ("Tomorrow's crucial vote is near.", (-2, 0)),
        ("All wait for the vote on Thursday.", (-7, 0)),
        ("All wait for Tuesday's vote.", None),
        ("They spoke at last night's vote.", None),
        ("They spoke of the vote today.", None),
    ],
)
def test_the_vote_stands_beside_its_day(sentence: str, expected: tuple[int, int] | None) -> None:
    assert window(any_of(beside(sentence, [VOTE], ahead=True))) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Voters go to the polls on Thursday.", (-7, 0)),
        ("The town votes tomorrow.", (-2, 0)),
        ("The town goes to the polls today.", (-1, 1)),
        ("The committee will vote on Thursday.", None),
        ("They vote to leave, she says today.", None),
        ("People voting last week were calm.", None),
    ],
)
def test_people_vote_on_a_day(sentence: str, expected: tuple[int, int] | None) -> None:
    assert window(any_of(voting(sentence, [VOTE]))) == expected
