"""Headers told by a whole file's shape: all on one line, what an archive adds below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brexitsite.articles.header import Header
from brexitsite.articles.header_labels import first_day, label
from brexitsite.articles.header_lines import is_rights
from brexitsite.articles.layout import Line
from brexitsite.articles.printed_dates import printed

LONGEST_TITLE, SHORTEST_TEXT = 300, 160
"""Code points of a title in a text saved on one line, and of such a text."""
ROOM_FOR_DATE = 40
SMALL_BEFORE_DATE = frozenset(
    "on of by since until before after from in to the for and a between around dated".split()
)
"""Words before a date that stands in a sentence and parts no title from its text."""
LONGEST_TRAILER = 25
LAST, CLASSES = "end of document", "classification"
"""The line at the end of an archive's text, and that above what it is filed under."""
TRAILING_LABELS = frozenset(("load-date", "language", "graphic", "publication-type", "journal-code"))
LINK = re.compile(
    r"\[[^\]]{0,40}\]\((https?://[^\s)]+)\)|(?:original|source|url)?:? ?(https?://\S+)", re.IGNORECASE
)
PARTING = " |•-–—"


def one_line(lines: Sequence[Line]) -> Header | None:
    """Read a text saved on one line, "title 3 April 2019 prose": the title ends where the date stands."""
    if len(lines) != 1 or len(lines[0].text) < SHORTEST_TEXT:
        return None
    text = lines[0].text
    for p in printed(text[: LONGEST_TITLE + ROOM_FOR_DATE]):
        title, rest = text[: p.start].strip(PARTING), text[p.end :].lstrip(PARTING)
        if _parts_title(title, rest):
            return Header(lines[0], title, p.day, cut={lines[0].number: len(text) - len(rest)})
    return None


def _parts_title(title: str, rest: str) -> bool:
    in_sentence = title.rsplit(" ", 1)[-1].lower() in SMALL_BEFORE_DATE or title.endswith(",")
    return bool(title) and bool(rest) and not in_sentence and not rest[:1].islower()


def trailer(header: Header, lines: Sequence[Line]) -> Header:
    """Read the labels, copyright and link lines at a text's end, from the last one up."""
    header = _filed_under(header, lines[-LONGEST_TRAILER:])
    for line in reversed([line for line in lines[-LONGEST_TRAILER:] if line.number not in header.used]):
        found = _trailing(header, line)
        if not found:
            break
        header = found
    return header


def _filed_under(header: Header, lines: Sequence[Line]) -> Header:
    """Read "Classification", "End of Document" and the labels between the two, at the end of a text."""
    words = [line.text.lower() for line in lines]
    if words[-1:] != [LAST] or CLASSES not in words:
        return header
    for line in lines[words.index(CLASSES) : -1]:
        header = _trailing(header, line) or header.and_used(line, "export")
    return header.and_used(lines[-1], "export")


def _trailing(header: Header, line: Line) -> Header | None:
    key, value = label(line) or ("", "")
    if key in TRAILING_LABELS:
        return header.and_used(line, "export", changed=first_day(value) if key == "load-date" else None)
    if is_rights(line) or line.text.lower() == LAST:
        return header.and_used(line, "export")
    link = LINK.fullmatch(line.text)
    return header.and_used(line, "link", url=link[1] or link[2]) if link else None
