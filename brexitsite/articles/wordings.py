"""Wordings of events, written with gaps and choices, as one pattern that says whose it found.

"…" stands for up to six words that differ from paper to paper, "(a|b)" for either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

GAP = "…"
WIDEST_GAP = 6
_CHOICE = re.compile(r"\(([^()|]*\|[^()]*)\)")


@dataclass(frozen=True, slots=True)
class Found:
    """A wording in a sentence: where it stands and the days of the events that it may mean."""

    start: int
    end: int
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Wordings:
    """Wordings and the days of the events that they are of."""

    days: tuple[tuple[date, ...], ...] = ()
    pattern: re.Pattern[str] | None = None

    @classmethod
    def of(cls, days: Mapping[str, tuple[date, ...]]) -> Wordings:
        """Compile lower-case wordings; the first that fits counts, so longer ones come first.

        >>> wordings = Wordings.of({"(city|town) … votes": (date(2019, 4, 4),)})
        >>> [(f.start, f.days[0].day) for f in wordings.find("The Town soon votes.")]
        [(4, 4)]
        """
        ordered = sorted(days, key=len, reverse=True)
        parts = "|".join(f"(?P<w{n}>{worded(wording)})" for n, wording in enumerate(ordered))
        pattern = re.compile(rf"(?<!\w)(?:{parts})(?!\w)") if ordered else None
        return cls(tuple(days[wording] for wording in ordered), pattern)

    def find(self, sentence: str) -> Iterator[Found]:
        """Yield the wordings in a sentence, in order."""
        lower = sentence.lower().replace("’", "'")
        for found in self.pattern.finditer(lower) if self.pattern and len(lower) == len(sentence) else ():
            yield Found(*found.span(), self.days[int((found.lastgroup or "w0")[1:])])


NO_WORDINGS = Wordings()


def worded(wording: str) -> str:
    r"""Return a wording as a pattern.

    >>> re.fullmatch(worded("board would … (dock|pier)"), "board would open the second pier") is not None
    True
    """
    gap = rf" (?:[\w'’%-]+ ){{0,{WIDEST_GAP}}}?"
    return gap.join(_choices(part.strip()) for part in wording.split(GAP))


def _choices(part: str) -> str:
    """Escape all but the choices."""
    pieces = _CHOICE.split(part)
    escaped = (re.escape(p) if n % 2 == 0 else _either(p) for n, p in enumerate(pieces))
    return "".join(escaped)


def _either(choices: str) -> str:
    return f"(?:{'|'.join(re.escape(choice) for choice in choices.split('|'))})"
