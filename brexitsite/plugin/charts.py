"""Small drawings as SVG: no script, no style; grey tones that show on light and dark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from brexitsite.plugin import wording

INK = "#767676"
"""4.5 to 1 against white and 4.6 to 1 against black: an <img> cannot know which it stands on."""

BAR, GAP = 3, 1
STRIP_WIDTH, STRIP_ROW = 720, 22


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
        drawn = f'<path fill="{INK}" d="{path}"/>' if path else ""
        return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{drawn}</svg>\n'.encode()

    def _bar(self, number: int, value: int, high: int) -> str:
        tall = max(1, round(value * self.height / high))
        return f"M{number * (BAR + GAP)} {self.height}v-{tall}h{BAR}v{tall}z"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A named time on a strip; an open end reaches its edge."""

    name: str
    start: date | None
    end: date | None


def strip(stretches: Sequence[Stretch], name: str) -> Markup | None:
    """Times one below the other along the years; None where no date is known."""
    dates = [day for s in stretches for day in (s.start, s.end) if day]
    if not dates:
        return None
    first, last = date(min(dates).year, 1, 1), date(max(dates).year + 1, 1, 1)
    rows = [_row(number, s, first, last) for number, s in enumerate(stretches)]
    height = STRIP_ROW * (len(stretches) + 1)
    return Markup('<svg class="strip" role="img" aria-label="{}" viewBox="0 0 {} {}">{}{}</svg>').format(
        _told(stretches, name), STRIP_WIDTH, height, _years(first, last, height), Markup("").join(rows)
    )


def _told(stretches: Sequence[Stretch], name: str) -> str:
    spans = [f"{s.name}, {wording.span(s.start, s.end)}" for s in stretches]
    return f"Offices of {name}: {'; '.join(spans)}"


def _along(day: date, first: date, last: date) -> float:
    return round((day - first).days / (last - first).days * STRIP_WIDTH, 1)


def _row(number: int, stretch: Stretch, first: date, last: date) -> Markup:
    left = _along(stretch.start or first, first, last)
    wide = max(2.0, _along(stretch.end or last, first, last) - left)
    box = Markup('<rect x="{}" y="{}" width="{:.1f}" height="{}" rx="2"/>')
    return box.format(left, number * STRIP_ROW + 4, wide, STRIP_ROW - 8)


def _years(first: date, last: date, height: int) -> Markup:
    years = range(first.year, last.year + 1)
    step = max(1, len(years) // 8)
    lines = Markup('<path class="years" d="{}"/>').format(
        "".join(f"M{_along(date(y, 1, 1), first, last)} 0V{height - STRIP_ROW}" for y in years)
    )
    labels = (
        Markup('<text x="{}" y="{}">{}</text>').format(_along(date(y, 1, 1), first, last) + 3, height - 6, y)
        for y in years[:-1:step]
    )
    return lines + Markup("").join(labels)
