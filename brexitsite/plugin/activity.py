"""How much there is of something, month by month: a drawing in a file of its own, and its numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeAlias

from brexitsite.plugin import charts, wording
from brexitsite.plugin.addresses import Here
from brexitsite.plugin.edition import Edition
from brexitsite.plugin.parts import Dated
from brexitsite.plugin.unit import File, Unit
from brexitsite.plugin.views.parts import Chart, Counted

Months: TypeAlias = Sequence[tuple[date, int]]
"""The first day of each month, and how many things are of it."""

HEIGHT = 40


def whole(edition: Edition, items: Iterable[Dated]) -> Months:
    """Every month of the digest, so that one drawing can be compared with another."""
    if not edition.articles:
        return []
    return between(items, edition.articles[0].day, edition.articles[-1].day)


def between(items: Iterable[Dated], first: date, last: date) -> Months:
    found = Counter(item.day.replace(day=1) for item in items)
    return [(month, found[month]) for month in charts.months_between(first, last)]


def unit(address: str, months: Months) -> Unit:
    """The drawing."""
    bars = charts.Bars([number for _, number in months], HEIGHT)
    return Unit(f"chart {address}", (tuple(bars.values),), (), lambda: [File(address, bars.svg())])


def chart(here: Here, address: str, months: Months, told: str, noun: str) -> Chart:
    """The drawing's place on a page; how wide the file is, is its own business."""
    rows = (
        Counted("", wording.month(month), number, wording.count(number, noun))
        for month, number in months
        if number
    )
    return Chart(
        src=here.link(address),
        alt=told,
        width=240,
        height=HEIGHT,
        first=wording.month(months[0][0]),
        last=wording.month(months[-1][0]),
        rows=tuple(rows),
    )
