"""Sets of days: what a clue leaves of the calendar, and what two clues leave together."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TypeAlias

Days: TypeAlias = tuple[tuple[int, int], ...]
"""A set of days: ordinals of first and last, in order, apart."""

YEARS = range(2014, 2031)
"""Years of the days that an undated article may be of."""
FIRST, LAST = date(1990, 1, 1), date(2100, 1, 1)


def between(first: date | int, last: date | int) -> Days:
    """Return the days from `first` to `last`, both included; none if they are the wrong way round."""
    a, b = (d if isinstance(d, int) else d.toordinal() for d in (first, last))
    return ((a, b),) if a <= b else ()


ALL = between(FIRST, LAST)


def both(a: Days, b: Days) -> Days:
    """Return the days that are in two sets.

    >>> both(between(1, 5), between(4, 9))
    ((4, 5),)
    """
    cuts = ((max(x[0], y[0]), min(x[1], y[1])) for x in a for y in b)
    return tuple(sorted((first, last) for first, last in cuts if first <= last))


def any_of(sets: Iterable[Days]) -> Days:
    """Return the days that are in any of some sets.

    >>> any_of([between(1, 3), between(4, 9), between(20, 21)])
    ((1, 9), (20, 21))
    """
    merged: list[tuple[int, int]] = []
    for first, last in sorted(d for days in sets for d in days):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return tuple(merged)


def month(day: date, shift: int = 0) -> Days:
    """Return the days of the month so many months after a day's."""
    count = day.year * 12 + day.month - 1 + shift
    first = date(count // 12, count % 12 + 1, 1)
    after = date((count + 1) // 12, (count + 1) % 12 + 1, 1)
    return between(first, after - timedelta(days=1))


def span(days: Days) -> int:
    """Return how many days lie between the first and the last of a set."""
    return days[-1][1] - days[0][0]


def size(days: Days) -> int:
    """Return how many days a set has."""
    return sum(last - first + 1 for first, last in days)
