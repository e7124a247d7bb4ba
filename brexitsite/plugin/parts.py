"""Long lists over several pages: the newest on the first, then one for each year, or month.

A list that grows all the time must not be one page that grows all the time: what is said in one
month changes that month's page and the first one only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Generic, Protocol, TypeVar

from brexitsite.plugin import wording

MOST_ON_A_PAGE = 60
"""A year with more of them than this gets a page for each month."""


class Dated(Protocol):
    @property
    def day(self) -> date: ...


T = TypeVar("T", bound=Dated)


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """A page of a long list: a year or a month, below the list's own address."""

    address: str
    title: str
    """ "2019" or "April 2019"."""
    items: Sequence[T]
    """Shown here, oldest first; empty for a year whose months have pages of their own."""
    total: int
    parts: tuple[Part[T], ...] = ()
    """The months of a large year."""


def by_year(base: str, items: Sequence[T]) -> list[Part[T]]:
    """The parts of a list that is in order of time, oldest first."""
    return [
        _year(f"{base}{year}/", str(year), list(group))
        for year, group in groupby(items, key=lambda item: item.day.year)
    ]


def _year(address: str, title: str, items: list[T]) -> Part[T]:
    if len(items) <= MOST_ON_A_PAGE:
        return Part(address, title, items, len(items))
    months = tuple(
        Part(f"{address}{month.items[0].day:%m}/", month.title, month.items, len(month.items))
        for month in by_month(items)
    )
    return Part(address, title, (), len(items), months)


@dataclass(frozen=True, slots=True)
class Month(Generic[T]):
    title: str
    items: list[T]


def by_month(items: Sequence[T]) -> list[Month[T]]:
    """Neighbouring items of one month together, in the order given."""
    groups = groupby(items, key=lambda item: (item.day.year, item.day.month))
    listed = (list(group) for _, group in groups)
    return [Month(wording.month(group[0].day), group) for group in listed]


def pages(parts: Sequence[Part[T]]) -> Iterator[tuple[Part[T] | None, Part[T], Part[T] | None]]:
    """Every part that is a page, with the one before and after it of the same size."""
    for place, part in enumerate(parts):
        before = parts[place - 1] if place else None
        yield before, part, parts[place + 1] if place + 1 < len(parts) else None
    for part in parts:
        yield from pages(part.parts)
