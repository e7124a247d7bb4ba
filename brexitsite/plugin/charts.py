"""Small drawings as SVG: no script, no style; grey tones that show on light and dark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

INK = "#767676"
"""4.5 to 1 against white and 4.6 to 1 against black: an <img> cannot know which it stands on."""

BAR, GAP = 3, 1
BAR_WIDTH = 720


def months_between(first: date, last: date) -> list[date]:
    """The first day of every month from one date to another.

    >>> [str(m) for m in months_between(date(2018, 12, 5), date(2019, 1, 1))]
    ['2018-12-01', '2019-01-01']
    """
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [date(number // 12, number % 12 + 1, 1) for number in numbers]


@dataclass(frozen=True, slots=True)
class Bars:
    """One bar for each value, the highest as high as the drawing."""

    values: Sequence[int]
    height: int = 32

    @property
    def width(self) -> int:
        return max(1, len(self.values) * (BAR + GAP) - GAP)

    def svg(self) -> bytes:
        """The whole file; it says nothing to a screen reader: its <img> has the words."""
        high = max(self.values, default=0) or 1
        path = "".join(self._bar(n, value, high) for n, value in enumerate(self.values) if value)
        size = f'viewBox="0 0 {self.width} {self.height}" width="{self.width}" height="{self.height}"'
        stretched = 'preserveAspectRatio="none"'
        drawn = f'<path fill="{INK}" d="{path}"/>' if path else ""
        return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {stretched}>{drawn}</svg>\n'.encode()

    def _bar(self, number: int, value: int, high: int) -> str:
        tall = max(1, round(value * self.height / high))
        return f"M{number * (BAR + GAP)} {self.height}v-{tall}h{BAR}v{tall}z"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A named time on a scale of years; an open end reaches its edge."""

    name: str
    start: date | None
    end: date | None


def years_of(stretches: Sequence[Stretch]) -> tuple[str, str] | None:
    """The first year and the last of a scale for some times; None where no date is known.

    >>> years_of([Stretch("Mayor", date(2008, 5, 3), date(2016, 5, 9))])
    ('2008', '2016')
    """
    dates = [day for s in stretches for day in (s.start, s.end) if day]
    return (str(min(dates).year), str(max(dates).year)) if dates else None


def bar(stretch: Stretch, beside: Sequence[Stretch]) -> Markup | None:
    """A time along the years of those beside it; it says nothing that is not printed next to it."""
    years = years_of(beside)
    if years is None:
        return None
    first, last = date(int(years[0]), 1, 1), date(int(years[1]) + 1, 1, 1)
    left = _along(stretch.start or first, first, last)
    wide = max(2.0, _along(stretch.end or last, first, last) - left)
    ticks = "".join(f"M{_along(date(y, 1, 1), first, last)} 0v12" for y in range(first.year, last.year + 1))
    return Markup(
        '<svg class="bar" viewBox="0 0 {} 12" preserveAspectRatio="none" aria-hidden="true">'
        '<path d="{}"/><rect x="{}" y="3" width="{:.1f}" height="6"/></svg>'
    ).format(BAR_WIDTH, ticks, left, wide)


def _along(day: date, first: date, last: date) -> float:
    return round((day - first).days / (last - first).days * BAR_WIDTH, 1)
