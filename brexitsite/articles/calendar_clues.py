"""What a sentence says of its day by naming days and months: with a year, without one, by their weekday."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from brexitsite.articles.day_sets import LAST, YEARS, Days, any_of, between, month
from brexitsite.articles.evidence import Evidence
from brexitsite.articles.printed_dates import MONTHS, WEEKDAYS, possible, printed

LONGEST_AHEAD, LONGEST_AGO = 200, 300
"""Days within which a date printed without a year lies, after and before the article."""
MONTHS_AGO = 9
"""Months within which a month named without a year was."""
BOTH_SIDES = 6
"""Days from the first to the last weekday of an article that names some behind and some ahead of it: were
they farther apart, "on Wednesday" could mean either Wednesday."""
EARLY, LATE = 8, 24
"""Days of the month: before the one nothing was "earlier this month", after the other nothing is "later"."""
NEAR_BEFORE = 90
"""Code points before a date that are read for whether it is to come."""

# --- what is to come ------------------------------------------------------------------------------

AHEAD = re.compile(
    r"(?:\b(?:ahead of|before|until|till|by|upcoming|forthcoming|coming|due|scheduled for|run-up to|next)"
    r"(?: (?:on|in|for|the|this|a|crucial|key|next))*"
    r"|\b(?:will|due to|set to|expected to|scheduled to|promised to|plans to|is to|are to) "
    r"(?:[\w’'-]+ ){0,9}?(?:on|for|by)(?: the)?) ?$",
    re.IGNORECASE,
)
"""What stands right before a time that is to come."""
SAID = re.compile(r"\b(?:would|said|had|was|were|if)\b", re.IGNORECASE)
"""Words that make of what is to come what was to come."""
SAID_OF_AHEAD = re.compile(r"\b(?:would|will|to be|due|scheduled|planned|expected|set)\b", re.IGNORECASE)


def is_ahead(sentence: str, start: int) -> bool:
    """Does the sentence say that the time named at `start` is to come?"""
    before = sentence[max(0, start - NEAR_BEFORE) : start]
    return bool(AHEAD.search(before)) and not SAID.search(before)


# --- days -----------------------------------------------------------------------------------------

SINCE = re.compile(
    r"\b(?:since|died|born|published|resigned|voted|elected|began|took place)(?: on)? $", re.IGNORECASE
)
MONTH_NAMES = "|".join(m.capitalize() for m in MONTHS if len(m) > 3 or m == "may")
DAY_NAMES = "|".join(w.capitalize() for w in WEEKDAYS)
YEARLESS = re.compile(
    rf"(?:\b(?P<weekday>{DAY_NAMES}),? )?(?:the )?"
    rf"(?:\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{MONTH_NAMES})"
    rf"|\b(?P<month2>{MONTH_NAMES}) (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)\b(?!,? ?(?:of )?\d{{4}}|[:.]\d)"
)


def whole_dates(sentence: str, _: Evidence) -> Iterator[Days]:
    """A day with its year after "since", "died" or the like is behind."""
    for p in printed(sentence):
        if SINCE.search(sentence[: p.start]):
            yield between(p.day, LAST)


def yearless_dates(sentence: str, _: Evidence) -> Iterator[Days]:
    """A day without its year is the nearest one; a weekday beside it tells which."""
    for found in YEARLESS.finditer(sentence):
        if NAMED.search(sentence[: found.start()]):
            continue
        ago = -1 if is_ahead(sentence, found.start()) else LONGEST_AGO
        days = (day.toordinal() for day in _possible(found))
        yield any_of(between(n - LONGEST_AHEAD, n + ago) for n in days)


def _possible(found: re.Match[str]) -> Iterator[date]:
    number, name = int(found["day"] or found["day2"]), (found["month"] or found["month2"]).lower()
    for year in YEARS:
        day = possible(year, MONTHS[name], number)
        weekday = (found["weekday"] or "").lower()
        if day and weekday in ("", WEEKDAYS[day.weekday()]):
            yield day


NAMED = re.compile(rf"\b(?!(?:{DAY_NAMES}|On|By|Until|Since|From|To)\b)[A-Z]\w+ $")
"""What stands before a month that is somebody's surname: "Mrs May 3 times"."""

# --- months ---------------------------------------------------------------------------------------

IN_MONTH = re.compile(rf"\bin ({MONTH_NAMES})\b(?! \d| [A-Z]| last| of|,? \d)")
PAST = re.compile(
    r"\b(?:back|earlier|\w{3,}ed|did|was|were|came|went|won|lost|met|made|took|said|told|began|became|held"
    r"|fell|rose|saw|left|gave|ran|spoke|wrote|found|fought|broke|stood|put|set)\b"
    r"(?:[\s,]+[^\s,.;:“”\"]+){0,7}\s$"
)
"""A verb of the past in the same clause as the month."""
TO_COME = re.compile(
    r"\b(?:will|would|could|should|can|may|might|if|to be|about|due|planned|scheduled|expected)\b"
)
THIS_MONTH = re.compile(r"\bearlier this month\b")


def months(sentences: Sequence[str]) -> Iterator[tuple[str, Days]]:
    """A month without its year is a past one, of this year or so; beside "earlier this month" another."""
    another = any(THIS_MONTH.search(s) for s in sentences)
    for sentence in sentences:
        for found in IN_MONTH.finditer(sentence):
            past = PAST.search(sentence[: found.start()])
            if past and not TO_COME.search(sentence[: found.start()]):
                yield sentence, any_of(_after(year, MONTHS[found[1].lower()], another) for year in YEARS)


def _after(year: int, number: int, another: bool) -> Days:
    first = date(year, number, 1)
    start = month(first, 1)[0][0] if another else first.replace(day=EARLY).toordinal()
    return between(start, month(first, MONTHS_AGO)[0][1])


# --- the day of the week and of the month ---------------------------------------------------------

WEEKDAY = rf"({DAY_NAMES})\b(?!['’])"
BEHIND = re.compile(
    rf"\b(?:said|told|met|went|came|spoke|wrote|gave|saw|\w{{3,}}ed)\b (?:[\w’'-]+ ){{0,6}}on {WEEKDAY}"
    rf"|^On {WEEKDAY},? [^,]{{3,80}} (?:said|told|met|went|came|spoke|wrote|gave)\b"
)
COMING = re.compile(rf"\b(?:will|due to|set to|is to|are to) (?:[\w’'-]+ ){{1,8}}on {WEEKDAY}")
"""Within a sentence "On" is part of a name: "The Harbour Show On Sunday"."""


def on_days_of_week_and_month(days: Days, sentences: Sequence[str]) -> Days:
    """Leave the days that lie between the weekdays told as past and as to come, and fit "this month"."""
    weekdays = _written_on(sentences)
    early = any("earlier this month" in s for s in sentences)
    late = any("later this month" in s for s in sentences)
    numbers = (n for first, last in days for n in range(first, last + 1))
    kept = [n for n in numbers if (n - 1) % 7 in weekdays and _fits(date.fromordinal(n).day, early, late)]
    return any_of(((n, n),) for n in kept) or days


def _fits(day: int, early: bool, late: bool) -> bool:
    return (not early or day >= EARLY) and (not late or day <= LATE)


def _written_on(sentences: Sequence[str]) -> frozenset[int]:
    """Return the days of the week near to all weekdays named, where some are behind and some ahead."""
    behind = {_weekday(m) for s in sentences for m in BEHIND.finditer(s) if not SAID_OF_AHEAD.search(m[0])}
    ahead = {
        _weekday(m) for s in sentences for m in COMING.finditer(s) if not SAID.search(s[: m.start()][-60:])
    }
    every = frozenset(range(7))
    if not behind or not ahead or behind & ahead:
        return every
    near = (w for w in every if _is_near(w, behind, ahead))
    return frozenset(near) or every


def _is_near(weekday: int, behind: set[int], ahead: set[int]) -> bool:
    return max((weekday - b) % 7 for b in behind) + max((a - weekday) % 7 for a in ahead) <= BOTH_SIDES


def _weekday(found: re.Match[str]) -> int:
    return WEEKDAYS.index(next(g for g in found.groups() if g).lower())
