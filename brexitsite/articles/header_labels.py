"""Labelled lines of a header: "Published: 3 April 2019", "headline: Talks go on"; never read as YAML."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from brexitsite.articles import bylines
from brexitsite.articles.header import Header
from brexitsite.articles.layout import Line
from brexitsite.articles.printed_dates import printed, stamped

KEYS = {
    "title": "title headline head",
    "subtitle": "subtitle standfirst subheading",
    "date": "date published publication-date pubdate publish-date published-at published-on posted created "
    "published-time date-published",
    "changed": "updated modified last-updated last-modified load-date",
    "author": "author authors byline by writer written-by creator",
    "source": "source outlet publication newspaper publisher site website journal",
    "url": "url link permalink canonical",
    "other": "section length language copyright graphic edition pages page type publication-type "
    "journal-code dateline category categories tags tag keywords keyword description summary slug status "
    "template save_as id layout draft lang image images comments series subject geographic person company "
    "industry ticker word-count",
}
"""What a label means → the labels that mean it."""
MEANING = {key: meaning for meaning, keys in KEYS.items() for key in keys.split()}
LABEL = re.compile(r"([A-Za-z][\w -]{0,24}?)\s*:\s*(.*)")
LONGEST_DATE = 200
LONGEST_OUTLET = 5
"""Words of an outlet's name above a labelled headline."""
DOUBLE, SINGLE = re.compile(r'"((?:[^"\\]|\\.)*)"'), re.compile(r"'((?:[^']|'')*)'")


def label(line: Line) -> tuple[str, str] | None:
    """Return a line's label in lower case, words joined by hyphens, and its value.

    >>> label(Line(0, 0, 20, "Last updated: 3 April"))
    ('last-updated', '3 April')
    """
    found = LABEL.fullmatch(line.text)
    return (found[1].lower().replace(" ", "-"), found[2]) if found else None


def labelled(header: Header, line: Line) -> Header | None:
    """Read a line whose label says what it states; among labels, an unknown one states nothing."""
    found = label(line)
    if not found:
        return None
    key, value = found
    meaning = MEANING.get(key)
    if meaning in (None, "other"):
        return header.and_used(line, "label") if _is_among_labels(header, line, key) else None
    return meant(header, line, meaning, unquoted(value) if value[0:1] == '"' else value)


def _is_among_labels(header: Header, line: Line, key: str) -> bool:
    """Is this a label without a meaning for us, and no headline such as "Exclusive: dock opens"?"""
    below = header.used.get(line.number - 1) == "label"
    if key in MEANING:
        return below or header.exported
    exported = header.exported and line.text[: len(key)].isupper()
    return "-" not in key and header.title is not None and (below or exported)


def meant(header: Header, line: Line, meaning: str | None, value: str) -> Header:
    """Add what a labelled line states."""
    if meaning == "title" and header.words is None and value:
        return _titled(header, line, value)
    stated: dict[str, dict[str, Any]] = {
        "date": {"day": first_day(value)},
        "changed": {"changed": first_day(value)},
        "author": {"authors": bylines.people(value)},
        "source": {"source": bylines.recased(value)},
        "url": {"url": value},
    }
    return header.and_used(line, "label", **stated.get(meaning or "", {}))


def _titled(header: Header, line: Line, value: str) -> Header:
    """Take a labelled title; a few words that seemed to be the title are then the outlet's name."""
    seemed = header.title
    if seemed is not None and len(seemed.text.split()) <= LONGEST_OUTLET:
        header = header.and_used(seemed, "source", source=seemed.text)
    return header.titled(line, "label", value)


def unquoted(value: str) -> str:
    r"""Take off the quotes around a written value, as YAML and JSON write them; a quotation keeps its own.

    >>> unquoted("\"Talks \\\"go on\\\"\"")
    'Talks "go on"'
    >>> unquoted("'Dock opens', says the 'board'")
    "'Dock opens', says the 'board'"
    """
    double, single = DOUBLE.fullmatch(value), SINGLE.fullmatch(value)
    if double:
        return re.sub(r"\\(.)", r"\1", double[1])
    return single[1].replace("''", "'") if single else value


def first_day(text: str) -> date | None:
    """Return the first whole date in a value, also one in eight figures alone.

    >>> first_day("20190403").isoformat()
    '2019-04-03'
    """
    if text.isdigit():
        return stamped(text)
    return next((p.day for p in printed(re.sub(r"(?<=\d)T(?=\d)", " ", text[:LONGEST_DATE]))), None)
