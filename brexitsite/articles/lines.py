"""Which paragraphs of a raw text are its headline, which are prose, which are junk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from brexitsite.articles import headers, junk, layout
from brexitsite.articles.header import Header
from brexitsite.articles.layout import Line
from brexitsite.model import Dropped, Furniture

Zone: TypeAlias = Literal["body", "headline", "junk"]


@dataclass(frozen=True, slots=True)
class Sifted:
    """A raw text's lines and its parts: the header, the prose, and what goes, each line with its reason."""

    lines: tuple[Line, ...]
    header: Header
    prose: tuple[Line, ...]
    dropped: tuple[Dropped, ...]


def sift(text: str, decide: Callable[[Header], junk.Decisions] = lambda _: junk.NONE) -> Sifted:
    """Part a raw text into header, prose and junk; `decide` says from the header what is known beforehand."""
    lines = layout.read(text)
    header = headers.read(lines)
    gone = tuple(line.text for line in lines if line.number in header.used)
    decisions = replace(decide(header), gone=gone)
    prose, dropped = junk.sift(list(headers.body(header, lines)), header.title_words, decisions)
    told = [Dropped(line.number, line.text, why) for line in lines if (why := header.used.get(line.number))]
    gone_for = sorted((*told, *dropped), key=lambda d: d.line or 0)
    return Sifted(tuple(lines), header, tuple(prose), tuple(gone_for))


def zoned(text: str, furniture: Sequence[Furniture] = ()) -> list[tuple[int, int, Zone]]:
    """Return start and end (code points of the text as given) and zone of each paragraph, in order.

    >>> zoned("Talks go on\\n\\n2019-04-03\\n\\nThey met on Monday.")
    [(0, 11, 'headline'), (25, 44, 'body')]
    """
    parts = sift(text, lambda _: junk.Decisions(tuple(furniture)))
    prose = {line.number for line in parts.prose}
    title = parts.header.title.number if parts.header.title else None
    return [
        (
            line.start,
            line.end,
            "body" if line.number in prose else "headline" if line.number == title else "junk",
        )
        for line in parts.lines
        if line.number == title or line.number not in parts.header.used
    ]
