"""What stands around a raw text's prose: title, date, authors, source, in the shapes that files come in.

A header is read line by line from the top; what states nothing and is not the title is the article's.
Nothing here is YAML, Markdown or HTML: a header's words are text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from brexitsite.articles.header import Header
from brexitsite.articles.header_blocks import block
from brexitsite.articles.header_labels import MEANING, label
from brexitsite.articles.header_lines import is_certain, mixed, stated
from brexitsite.articles.header_shapes import one_line, trailer
from brexitsite.articles.layout import Line

HIGHEST = 40
"""Paragraphs at the top among which a header is looked for."""
FARTHEST = 3
"""Paragraphs (a standfirst, a subtitle) that may stand between two lines of a header."""
LONGEST_TITLE, LONGEST_BARE_TITLE = 300, 160
"""Code points of a title, and of one that no other header line confirms."""
DATELINE = re.compile(r"[A-Z][A-Z .,'’/-]{1,40}(?:\([^)]{1,30}\) ?)?\s?[-–—]\s?\S")
"""A place in capitals before the first sentence, e.g. "LONDON - "."""
PROSE_END = re.compile(r"[a-z0-9)”’\"'%][.]['”’\")]*$|[.,][”\"’']$")


def read(lines: Sequence[Line]) -> Header:
    """Read the header at the top of a text and the trailer at its end."""
    header, first = block(lines) or (one_line(lines) or Header(), 0)
    return trailer(_top(header, lines[first:HIGHEST]), lines)


def _top(header: Header, lines: Sequence[Line]) -> Header:
    """Read on while lines state something, or do so a few lines below; the first other one is the title."""
    between = 0
    for n, line in enumerate(lines):
        found = _next(header, line, lines[n + 1 :])
        between = 0 if found else between + 1
        if not found and not any(is_certain(after) for after in lines[n + 1 : n + 2 + FARTHEST - between]):
            break
        header = found or header
    return header


def _next(header: Header, line: Line, after: Sequence[Line]) -> Header | None:
    """Read a line that states something, or that is the title."""
    if line.number in header.cut:
        return None
    found = stated(header, line, after[:1])
    return found or (header.titled(line) if header.title is None and _is_title(header, line, after) else None)


def _is_title(header: Header, line: Line, after: Sequence[Line]) -> bool:
    """A first line is the title if a header line follows at once, or if it is short and no prose.

    A text that is saved with its picture's caption on top has no headline.
    """
    if not after or len(line.text) > LONGEST_TITLE:
        return False
    if any(_confirms(header, a) for a in after[:2]):
        return True
    if "picture header" in header.used.values():
        return False
    prose = PROSE_END.search(line.text) or DATELINE.match(line.text) or line.text[-1] in ":,"
    return len(line.text) <= LONGEST_BARE_TITLE and not prose


def _confirms(header: Header, after: Line) -> bool:
    """Is the line below a headline's own: a date, a byline, in an export any label?"""
    known = header.exported and (label(after) or ("", ""))[0] in MEANING
    return bool(known or is_certain(after) or mixed(header, after))


def body(header: Header, lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines that are not the header's; of a line that is partly header, the rest."""
    for line in lines:
        cut = header.cut.get(line.number)
        if cut:
            yield replace(line, text=line.text[cut:])
        elif line.number not in header.used:
            yield line
