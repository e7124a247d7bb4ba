from __future__ import annotations

from datetime import date

import pytest
from lxml.html import document_fromstring

from brexitsite.articles.page_dates import address_day, day, stamp_day

DAY = date(2019, 4, 3)
EMPTY = document_fromstring("<p>Nothing</p>")


@pytest.mark.parametrize(
    "stamp",
    ["2019-04-03T23:59:00Z", "20190403", " 2019-04-03", "Wed, 03 Apr 2019 10:00:00 GMT", "3 April 2019"],
)
def test_stamps_give_their_own_day(stamp: str) -> None:
    assert stamp_day(stamp) == DAY


@pytest.mark.parametrize("stamp", ["0001-01-01T00:00:00", "9999-12-31", "1554249600", "now", ""])
def test_a_stamp_that_means_unknown_is_none(stamp: str) -> None:
    assert stamp_day(stamp) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/2019/04/03/dock", "https://a.example/2019/apr/03/dock", "https://a.example/20190403/dock",
        "https://a.example/dock-2019-04-03.html", "https://a.example/2019/4/3/",
    ],
)  # fmt: skip
def test_addresses_hold_days(url: str) -> None:
    assert address_day(url) == DAY


@pytest.mark.parametrize(
    "url", [None, "https://a.example/12345678901/", "https://a.example/2019/04/", "/2019/13/40/"]
)
def test_numbers_in_addresses_are_no_days(url: str | None) -> None:
    assert address_day(url) is None


def test_the_addresss_day_beats_a_stamp_of_the_day_after() -> None:
    url = "https://a.example/2019/04/03/dock"
    assert day(["2019-04-04T02:00:00Z"], url, [], EMPTY) == (DAY, "url")
    assert day(["2019-04-02"], url, [], EMPTY) == (date(2019, 4, 2), "metadata")


def test_stamps_come_before_the_address_and_that_before_times() -> None:
    assert day(["0001-01-01", "2019-04-03"], None, ["2019-04-05"], EMPTY) == (DAY, "metadata")
    assert day([], "https://a.example/2019/04/03/", ["2019-04-05"], EMPTY) == (DAY, "url")
    assert day([], None, ["soon", "2019-04-03"], EMPTY) == (DAY, "stated")


def test_a_page_that_says_nothing_has_no_day() -> None:
    assert day([], None, [], EMPTY) == (None, "stated")
