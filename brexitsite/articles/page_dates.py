"""The day of a saved page: what it states, what its address says, its first <time>, at last htmldate.

Years before 1990 are "unknown". The address's day beats a stamp of the day after, which is
Greenwich's time for an evening in America.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal, TypeAlias

from htmldate import find_date
from lxml.html import HtmlElement

from brexitsite.articles.printed_dates import EARLIEST, LATEST, MONTHS, STAMP, possible, printed, stamped

Basis: TypeAlias = Literal["metadata", "url", "stated"]

ADDRESS_DAY = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)[/-](?P<month>\d{1,2}|[a-z]{3})[/-](?P<day>\d{1,2})(?!\d)"
    r"|/(?P<year2>(?:19|20)\d\d)(?P<month2>\d\d)(?P<day2>\d\d)(?=\d*[/-])",
    re.IGNORECASE,
)
LONGEST_STAMP = 100


def day(
    stamps: Iterable[str], url: str | None, times: Iterable[str], tree: HtmlElement
) -> tuple[date | None, Basis]:
    """Return the day and how it is known, of stamps in the order in which they are believed."""
    addressed, stated = address_day(url), _first(stamps)
    if stated:
        return (addressed, "url") if addressed == stated - timedelta(days=1) else (stated, "metadata")
    if addressed:
        return addressed, "url"
    return _first(times) or _found(tree), "stated"


def _first(stamps: Iterable[str]) -> date | None:
    return next((known for stamp in stamps if (known := stamp_day(stamp))), None)


def _found(tree: HtmlElement) -> date | None:
    """Ask htmldate, for a page that no element dates; it fails in many ways on broken pages."""
    try:
        text = find_date(tree, original_date=True, min_date=EARLIEST.isoformat(), max_date=LATEST.isoformat())
    except Exception:
        return None
    return stamp_day(text) if text else None


def stamp_day(text: str) -> date | None:
    """Return the local day of a time stamp, or of a date as printed.

    >>> stamp_day("2019-04-03T23:59:00+01:00").isoformat(), stamp_day("0001-01-01T00:00:00")
    ('2019-04-03', None)
    """
    if STAMP.match(text):
        return stamped(text)
    return next((p.day for p in printed(text[:LONGEST_STAMP])), None)


def address_day(url: str | None) -> date | None:
    """Return the day in an address such as /2019/04/03/, /2019/apr/03, /2019-04-03- or /20190403-.

    >>> address_day("https://news.example/2019/apr/03/talks").isoformat()
    '2019-04-03'
    """
    return next((known for m in ADDRESS_DAY.finditer(url or "") if (known := _written(m))), None)


def _written(found: re.Match[str]) -> date | None:
    year, month, number = (found[name] or found[f"{name}2"] for name in ("year", "month", "day"))
    known = int(month) if month.isdigit() else MONTHS.get(month.lower(), 0)
    return possible(int(year), known, int(number))
