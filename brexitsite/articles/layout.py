"""The paragraphs of a raw text: lines, with those joined that only a column's width had parted.

Offsets are code points of the text as given; the words of a paragraph are mended (decode.mended).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from brexitsite.articles.decode import escaped, mended
from brexitsite.knowledge.hyphens import KEPT_AFTER

BREAK = re.compile(r"\r\n|\r|\n")
WIDEST_COLUMN = 100
"""Characters of the widest line in a file whose paragraphs are wrapped."""
NARROWEST_COLUMN = 30
MOSTLY = 0.5
"""Share of neighbouring lines that must be full and go on for a file to be wrapped; a paragraph's last
line never does, and one in ten ends by chance with a sentence."""
MOST_TOO_WIDE = 0.1
"""Share of a wrapped file's lines that may be wider than its column: the headline, a word that was mended."""
MENDED = 1.25
"""How much wider than its column a line is at most that is still part of it."""
FEWEST_PAIRS = 3
NEWSPAPER_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(slots=True)  # a frozen one takes four times as long to make
class Line:
    """A paragraph of a raw text as it stands there, blank ones left out.

    `number` is its first line in the text split at line feeds, `start` and `end` its code points.
    """

    number: int
    start: int
    end: int
    text: str


def read(text: str) -> list[Line]:
    """Split a raw text into its paragraphs, in order."""
    lines = list(_lines(text))
    width = _column(lines)
    return _unwrapped(lines, width) if width else [line for line in lines if line.text]


def _lines(text: str) -> Iterator[Line]:
    entities, start = escaped(text), 0
    ends = [(m.start(), m.end()) for m in BREAK.finditer(text)] + [(len(text), len(text))]
    for number, (end, after) in enumerate(ends):
        raw = text[start:end]
        left = start + len(raw) - len(raw.lstrip())
        yield Line(number, left, max(left, start + len(raw.rstrip())), mended(raw, entities))
        start = after


# --- wrapped lines --------------------------------------------------------------------------


def _column(lines: Sequence[Line]) -> int | None:
    """Return the width of a file's column, in which the next word would not have fitted; None without one."""
    pairs = [(a, b) for a, b in pairwise(lines) if a.text and b.text]
    widths = sorted((len(line.text) for line in lines if line.text), reverse=True)
    able = dict.fromkeys(widths[: 1 + int(MOST_TOO_WIDE * len(widths))]) if len(pairs) >= FEWEST_PAIRS else ()
    columns = (width for width in able if NARROWEST_COLUMN <= width <= WIDEST_COLUMN)
    return next((width for width in columns if _goes_on(pairs, width) >= MOSTLY * len(pairs)), None)


def _goes_on(pairs: Sequence[tuple[Line, Line]], width: int) -> int:
    """Count the lines that are full and no sentence's end."""
    return sum(_full(a, b, width) and a.text[-1] not in ".?!" for a, b in pairs)


def _full(line: Line, after: Line, width: int) -> bool:
    """Would the next line's first word have made this one too wide? (A broken word's end always would.)"""
    if len(line.text) > MENDED * width:
        return False
    if re.search(r"[a-z]-$", line.text) and after.text[:1].islower():
        return True
    return len(line.text) + 1 + len(after.text.split(" ", 1)[0]) > width


def _mid_sentence(line: Line, after: Line) -> bool:
    """Does a line break within a sentence, in a column that somebody has wrapped by hand?"""
    return line.text[-1].isalnum() and after.text[0].islower()


def _unwrapped(lines: Sequence[Line], width: int) -> list[Line]:
    words = {w.lower() for line in lines for w in NEWSPAPER_WORD.findall(line.text)}
    groups: list[list[Line]] = []
    for line in lines:
        before = groups[-1][-1] if groups else None
        if (
            before
            and before.text
            and line.text
            and (_full(before, line, width) or _mid_sentence(before, line))
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_joined(group, words) for group in groups if group[0].text]


def _joined(group: Sequence[Line], words: set[str]) -> Line:
    parts = [group[0].text]
    for line in group[1:]:
        parts.append(_seam(parts[-1], line.text, words))
        parts.append(line.text)
    text = "".join(parts).replace("-\0", "")
    return Line(group[0].number, group[0].start, group[-1].end, text)


def _seam(before: str, after: str, words: set[str]) -> str:
    r"""Return what stands between two joined lines: a space, nothing, or "\0" after a hyphen that goes."""
    cut = re.search(r"([^\W\d_]+(?:-[^\W\d_]+)*)-$", before)
    if not cut:
        return " "
    rest = re.match(r"[^\W\d_]+", after)
    if not rest or not rest[0].islower():
        return ""
    first, second = cut[1].lower(), rest[0].lower()
    if f"{first}-{second}" in words or (first in KEPT_AFTER and first + second not in words):
        return ""
    return "\0"
