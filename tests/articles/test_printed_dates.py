from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brexitsite.articles.printed_dates import date_line, printed

DAY = date(2019, 4, 3)


@pytest.mark.parametrize(
    "text",
    [
        "3 April 2019", "3rd of April, 2019", "April 3, 2019", "Apr 3 2019", "2019-04-03", "2019-4-3",
        "2019/04/03", "03/04/2019", "3.4.2019", "03-04-19", "3 APRIL 2019", "Wednesday, 3 April 2019",
        "3-Apr-2019",
    ],
)  # fmt: skip
def test_whole_dates_are_read_day_first(text: str) -> None:
    assert [p.day for p in printed(text)] == [DAY]


def test_month_first_is_read_only_where_nothing_else_is_possible() -> None:
    assert [p.day for p in printed("04/23/2019")] == [date(2019, 4, 23)]


@pytest.mark.parametrize(
    "text", ["31/02/2019", "0001-01-01", "13/13/2019", "May said so", "3 April", "1/2", "12.30"]
)
def test_what_is_no_whole_date_is_none(text: str) -> None:
    assert printed(text) == []


@pytest.mark.parametrize(
    "line",
    [
        "Published 12:01, Wednesday 3 April 2019",
        "PUBLISHED: 10:00 EST, 3 April 2019 | UPDATED: 11:00, 4 April 2019",
        "Updated 9 April 2019; first published 3 April 2019", "2019-04-03T23:59:00+01:00",
        "3 April 2019 at 6.30pm",
    ],
)  # fmt: skip
def test_a_date_line_says_when_an_article_was_published(line: str) -> None:
    assert date_line(line) == DAY


@pytest.mark.parametrize(
    "line", ["On 3 April 2019 it rained", "3 April 2019 was a Wednesday", "no date", "x" * 200]
)
def test_a_sentence_is_no_date_line(line: str) -> None:
    assert date_line(line) is None


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_as_it_is_written(day: date) -> None:
    for text in (
        day.isoformat(),
        f"{day:%d/%m/%Y}",
        f"{day.day} {day:%B %Y}",
        f"{day:%B} {day.day}, {day.year}",
    ):
        assert date_line(text) == day


@given(st.text("0123456789/-. AaprilMy", max_size=60))
def test_no_text_raises_and_every_place_holds_a_date(text: str) -> None:
    assert all(0 <= p.start < p.end <= len(text) for p in printed(text))
