from __future__ import annotations

from datetime import date

import pytest

from brexitsite.articles.calendar_clues import (
    is_ahead,
    months,
    on_days_of_week_and_month,
    whole_dates,
    yearless_dates,
)
from brexitsite.articles.day_sets import Days, any_of, between
from brexitsite.articles.evidence import NO_EVIDENCE


def holds(days: Days, *ymd: int) -> bool:
    return any(first <= date(*ymd).toordinal() <= last for first, last in days)


@pytest.mark.parametrize("text", ["They will meet on ", "ahead of ", "due to be held on the ", "by "])
def test_some_words_say_that_a_time_is_to_come(text: str) -> None:
    assert is_ahead(text, len(text))


@pytest.mark.parametrize("text", ["They met on ", "She said that they would meet on ", "the "])
def test_others_do_not(text: str) -> None:
    assert not is_ahead(text, len(text))


def test_a_day_that_is_to_come_bounds_the_article() -> None:
    found = any_of(yearless_dates("They will vote on 4 April.", NO_EVIDENCE))
    assert holds(found, 2019, 4, 3)
    assert not holds(found, 2019, 4, 4)


def test_a_weekday_tells_the_year_of_a_day() -> None:
    found = any_of(yearless_dates("They met on Thursday 4 April.", NO_EVIDENCE))
    assert holds(found, 2019, 4, 9)
    assert not holds(found, 2017, 4, 9)


@pytest.mark.parametrize("sentence", ["May 2019 was wet.", "Mrs May 3 times said no.", "may 4", "May 35"])
def test_a_prime_minister_and_a_year_are_no_day(sentence: str) -> None:
    assert not any(yearless_dates(sentence, NO_EVIDENCE))


def test_a_whole_date_that_is_behind_bounds_the_article() -> None:
    assert holds(any_of(whole_dates("It has rained since 4 April 2019.", NO_EVIDENCE)), 2019, 4, 5)
    assert list(whole_dates("It will rain until 4 April 2019.", NO_EVIDENCE)) == []


def test_a_month_in_the_past_is_one_of_the_last_months() -> None:
    (_, found), = months(["The pier fell in January."])  # fmt: skip
    assert holds(found, 2019, 2, 3)
    assert not holds(found, 2018, 12, 20)


@pytest.mark.parametrize(
    "sentence", ["The pier will fall in January.", "It fell in January 2018.", "She met May."]
)
def test_a_month_to_come_or_of_a_year_tells_nothing(sentence: str) -> None:
    assert list(months([sentence])) == []


def test_earlier_this_month_is_another_month() -> None:
    (_, found), = months(["The pier fell in January.", "It rained earlier this month."])  # fmt: skip
    assert not holds(found, 2019, 1, 20)
    assert holds(found, 2019, 2, 1)


def test_weekdays_behind_and_ahead_part_the_week() -> None:
    sentences = ["She met the board on Monday.", "They will vote on Wednesday."]
    found = on_days_of_week_and_month(between(date(2019, 4, 1), date(2019, 4, 7)), sentences)
    assert found == between(date(2019, 4, 1), date(2019, 4, 3))


def test_earlier_this_month_is_not_said_on_its_first_days() -> None:
    month = between(date(2019, 4, 1), date(2019, 4, 30))
    assert (
        on_days_of_week_and_month(month, ["It fell earlier this month."])[0][0]
        == date(2019, 4, 8).toordinal()
    )


def test_words_that_leave_no_day_are_not_believed() -> None:
    day = between(date(2019, 4, 1), date(2019, 4, 1))
    assert on_days_of_week_and_month(day, ["It fell earlier this month."]) == day
