"""Headers told by a whole file's shape: front matter, all on one line, what an archive adds below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brexitsite.articles.header import Header
from brexitsite.articles.header_labels import MEANING, first_day, label, meant, unquoted
from brexitsite.articles.layout import Line
from brexitsite.articles.printed_dates import printed

FARTHEST_END = 40
"""Lines within which front matter ends."""
LONGEST_TITLE, SHORTEST_TEXT = 300, 160
"""Code points of a title in a text saved on one line, and of such a text."""
ROOM_FOR_DATE = 40
SMALL_BEFORE_DATE = frozenset(
    "on of by since until before after from in to the for and a between around dated".split()
)
"""Words before a date that stands in a sentence and parts no title from its text."""
LONGEST_TRAILER, LONGEST_RIGHTS = 12, 130
TRAILING_LABELS = frozenset(("load-date", "language", "graphic", "publication-type", "journal-code"))
RIGHTS = re.compile(r"copyright\b.{0,100}|all rights reserved\.?", re.IGNORECASE)
LINK = re.compile(
    r"\[[^\]]{0,40}\]\((https?://[^\s)]+)\)|(?:original|source|url)?:? ?(https?://\S+)", re.IGNORECASE
)
PARTING = " |•-–—"


def front_matter(lines: Sequence[Line]) -> tuple[Header, int] | None:
    """Read a block of "key: value" lines between two "---" at the top, and say where it ends."""
    if not lines or lines[0].text != "---":
        return None
    end = next((n for n, line in enumerate(lines[1:FARTHEST_END], 1) if line.text in ("---", "...")), None)
    if end is None:
        return None
    header = Header(used={lines[0].number: "front matter"})
    for line in lines[1 : end + 1]:
        header = _key_line(header, line)
    return header, end + 1


def _key_line(header: Header, line: Line) -> Header:
    key, value = label(line) or ("", "")
    if key in MEANING:
        return meant(header, line, MEANING[key], unquoted(value))
    return header.and_used(line, "front matter")


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
    for line in reversed(lines[-LONGEST_TRAILER:]):
        found = None if line.number in header.used else _trailing(header, line)
        if not found:
            break
        header = found
    return header


def _trailing(header: Header, line: Line) -> Header | None:
    key, value = label(line) or ("", "")
    if key in TRAILING_LABELS:
        return header.and_used(line, "export", changed=first_day(value) if key == "load-date" else None)
    if RIGHTS.fullmatch(line.text) and len(line.text) < LONGEST_RIGHTS:
        return header.and_used(line, "export")
    link = LINK.fullmatch(line.text)
    return header.and_used(line, "link", url=link[1] or link[2]) if link else None
