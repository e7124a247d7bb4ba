"""Headers that are a block of their own: front matter, a saved message, a news archive's field codes.

Each is told by its whole form. Nothing here is YAML, TOML or mail: a header's words are text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from brexitsite.articles.header import Header
from brexitsite.articles.header_labels import MEANING, label, meant, unquoted
from brexitsite.articles.layout import Line

Block: TypeAlias = tuple[Header, int]
"""What a block states, and the number of its lines."""
Reader: TypeAlias = Callable[[Sequence[Line]], Block | None]

FARTHEST_END = 40
"""Lines within which a block ends."""
ENDS = {"---": ("---", "..."), "+++": ("+++",)}
"""The line above front matter → those that may end it."""
ITEM = "- "
SETTING = re.compile(r"([\w-]{1,25})\s*=\s*(.*)")
MESSAGE: Mapping[str, str] = {"from": "author", "subject": "title", "date": "date", "sent": "date"}
MAILBOX = re.compile(r"\s*<[^>]*>")
FIELD = re.compile(r"([A-Z]{2,3})(?:\s+(.*))?")
FIELDS: Mapping[str, str] = {"HD": "title", "BY": "author", "PD": "date", "SN": "source"}
LEAD, REST = "LP", "TD"
"""The codes before an article's opening and before the rest of it."""
NEEDED = frozenset(("HD", "PD", LEAD))
LAST_FIELDS = frozenset("CO IN NS RE IPC IPD PUB RF AN".split())


def block(lines: Sequence[Line]) -> Block | None:
    """Read the block at the top of a text, if one is there."""
    return next((found for reader in READERS if (found := reader(lines))), None)


def front_matter(lines: Sequence[Line]) -> Block | None:
    """Read the lines "key: value" between two "---", or "key = value" between two "+++"."""
    ends = ENDS.get(lines[0].text, ()) if lines else ()
    end = next((n for n, line in enumerate(lines[1:FARTHEST_END], 1) if line.text in ends), None)
    if end is None:
        return None
    header = Header(used={lines[0].number: "front matter", lines[end].number: "front matter"})
    for group in _settings(lines[1:end]):
        header = _setting(header, group)
    return header, end + 1


def _settings(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Each line with the items of a list below it."""
    group: list[Line] = []
    for line in lines:
        if group and not line.text.startswith(ITEM):
            yield group
            group = []
        group.append(line)
    yield from [group] if group else []


def _setting(header: Header, lines: Sequence[Line]) -> Header:
    first, *items = lines
    found = SETTING.fullmatch(first.text)
    key, value = (found[1].lower(), found[2]) if found else label(first) or ("", "")
    listed = ", ".join(unquoted(part) for part in _listed(value, items))
    for line in items:
        header = header.and_used(line, "front matter")
    if key in MEANING:
        return meant(header, first, MEANING[key], listed)
    return header.and_used(first, "front matter")


def _listed(value: str, items: Sequence[Line]) -> list[str]:
    """The values of a setting, one or a list of them."""
    if value[:1] == "[" and value[-1:] == "]":
        return value[1:-1].split(", ")
    return [part for part in (value, *(line.text.removeprefix(ITEM) for line in items)) if part]


def message(lines: Sequence[Line]) -> Block | None:
    """Read a saved message's "From", "Subject" and "Date"; a sender who is no person is no author."""
    head = list(_labels(lines[:FARTHEST_END]))
    keys = [key for _, key, _ in head]
    if not {"from", "subject"} <= set(keys) or len(set(keys)) < len(keys):
        return None
    header = Header()
    for line, key, value in head:
        header = meant(header, line, MESSAGE.get(key, "other"), MAILBOX.sub("", value))
    return header, len(head)


def _labels(lines: Sequence[Line]) -> Iterator[tuple[Line, str, str]]:
    """The labelled lines before the first other one."""
    for line in lines:
        found = label(line)
        if found is None:
            return
        yield line, *found


def archive(lines: Sequence[Line]) -> Block | None:
    """Read an archive's fields, "HD Dock opens", "PD 3 April 2019", up to the article's opening."""
    coded = [(line, *_field(line)) for line in lines[:FARTHEST_END]]
    codes = [code for _, code, _ in coded]
    if not set(codes) >= NEEDED:
        return None
    opening = codes.index(LEAD)
    header = Header(exported=True)
    for line, code, value in coded[:opening]:
        header = meant(header, line, FIELDS.get(code, "other"), value)
    for line in lines[opening:]:
        header = _without_code(header, line)
    return _last_fields(header, lines), opening


def _field(line: Line) -> tuple[str, str]:
    found = FIELD.fullmatch(line.text)
    return (found[1], found[2] or "") if found else ("", line.text)


def _without_code(header: Header, line: Line) -> Header:
    """Take the code off the opening and off the rest."""
    code, value = _field(line)
    if code not in (LEAD, REST):
        return header
    if not value:
        return header.and_used(line, "label")
    return header.and_cut(line, len(line.text) - len(value))


def _last_fields(header: Header, lines: Sequence[Line]) -> Header:
    """Take off the fields after the article, from the last one up."""
    for line in reversed(lines):
        if _field(line)[0] not in LAST_FIELDS:
            break
        header = header.and_used(line, "label")
    return header


READERS: tuple[Reader, ...] = (front_matter, message, archive)
