"""Dates as newspapers print them: whole dates with a year, day first, never guessed.

Whole numbers are read day first ("03/04/2019" is 3 April); month first only where nothing else
is possible ("04/23/2019").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

EARLIEST, LATEST = date(1990, 1, 1), date(2100, 1, 1)
"""Pages say 0001-01-01 and 9999-12-31 where they mean "unknown"."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
MONTH = f"(?P<month>{'|'.join(MONTHS)})\\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
FORMS = tuple(
    re.compile(rf"(?<![\w/-]){form}(?![\d/-])", re.IGNORECASE)
    for form in (
        rf"{DAY}[ -](?:of )?{MONTH},?[ -]{YEAR}",
        rf"{MONTH} {DAY},? {YEAR}",
        rf"{YEAR}(?P<between>[-/.])(?P<numeric>\d{{1,2}})(?P=between)(?P<day>\d{{1,2}})",
        r"(?P<day>\d{1,2})(?P<between>[-/.])(?P<numeric>\d{1,2})(?P=between)(?P<year>(?:19|20)?\d\d)",
    )
)
STAMP = re.compile(r"\s*((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?!\d)")
HAS_DIGITS = re.compile(r"\d")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\.\d+)?\s?(?:[ap]\.?m\.?)?\s?(?:Z|[+-]\d\d:?\d\d)?(?!\w)"
    r"|\b\d{1,2}\s?[ap]\.?m\b\.?|(?<!\w)[+-]\d\d:?\d\d\b",
    re.IGNORECASE,
)
COMPANY = frozenset(
    (
        *WEEKDAYS,
        *(w[:3] for w in WEEKDAYS),
        *"tues thur thurs published publish updated update last modified edited amended first posted created "
        "on at date dated time issued filed bst gmt utc cet cest est edt bst uk et t z am pm version final "
        "this article was".split(),
    )
)
"""Words that may stand beside a date on a line that is nothing but a date line."""
LONGEST_LINE = 160
"""Code points of the longest date line."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A whole date in a text and where it stands."""

    day: date
    start: int
    end: int


def printed(text: str) -> list[Printed]:
    """Find the whole dates in a text, in order, the possible ones only.

    >>> [str(p.day) for p in printed("On 3 April 2019 and 03/04/2019, not 31/02/2019")]
    ['2019-04-03', '2019-04-03']
    """
    if not HAS_DIGITS.search(text):
        return []
    found = [p for form in FORMS for m in form.finditer(text) for p in _read(m)]
    return sorted(found, key=lambda p: p.start)


def _read(match: re.Match[str]) -> Iterator[Printed]:
    groups = match.groupdict()
    number = groups.get("numeric")
    month = int(number) if number else MONTHS[groups["month"].lower()]
    year = int(groups["year"]) + (2000 if len(groups["year"]) == 2 else 0)
    day = possible(year, month, int(groups["day"]))
    if day is None and number and not match[0].startswith(groups["year"]):
        day = possible(year, int(groups["day"]), month)
    if day:
        yield Printed(day, *match.span())


def possible(year: int, month: int, day: int) -> date | None:
    """Return the day where the calendar and common sense have it."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if EARLIEST <= found < LATEST else None


def stamped(text: str) -> date | None:
    """Return the day that figures at a text's beginning are: "2019-04-03T10:14", "20190403"."""
    found = STAMP.match(text)
    return possible(int(found[1]), int(found[2]), int(found[3])) if found else None


def date_line(line: str) -> date | None:
    """Return the day that a line states which is nothing but a date line: when published, else the first.

    >>> date_line("UPDATED: 18:33, 22 June 2016 | PUBLISHED: 09:12, 21 June 2016").isoformat()
    '2016-06-21'
    >>> date_line("On 21 June 2016 nothing happened")
    """
    if len(line) > LONGEST_LINE:
        return None
    line = re.sub(r"(?<=\d)T(?=\d\d:)", " ", line)
    dates = printed(line)
    if not dates or not _only_company(line, dates):
        return None
    return next((p.day for p in dates if not _updated(line, p)), dates[0].day)


def _only_company(line: str, dates: list[Printed]) -> bool:
    for p in reversed(dates):
        line = line[: p.start] + " " + line[p.end :]
    return all(w.lower() in COMPANY for w in re.findall(r"\w+", CLOCK.sub(" ", line)))


def _updated(line: str, p: Printed) -> bool:
    """Does the nearest label before a date say that the article was changed then?"""
    labels = re.findall(r"published|posted|updated?|modified|edited|amended", line[: p.start].lower())
    return bool(labels) and labels[-1] not in ("published", "posted")
