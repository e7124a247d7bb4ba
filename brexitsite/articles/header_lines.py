"""Lines near a text's top that state something by their form: dates, bylines, pictures, exports."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from brexitsite.articles import bylines
from brexitsite.articles.header import Header
from brexitsite.articles.header_labels import first_day, labelled
from brexitsite.articles.layout import Line
from brexitsite.articles.outlets import web_host
from brexitsite.articles.printed_dates import date_line
from brexitsite.knowledge.press import OUTLET_WORDS

LONGEST_HEADER_LINE = 400
MOST_PARTS, LONGEST_PART = 3, 60
"""Parts beside the date of a line such as "Ann Other | Daily Example | 3 April 2019"; their code points."""
PICTURE = re.compile(
    r"date (\S{6,10}|\d{1,2}(?:st|nd|rd|th)? \w{3,9},? \d{4}) caption (.*?) source (\S.*)", re.IGNORECASE
)
READ_TIME = re.compile(
    r"(?:estimated )?(?:read(?:ing)? time:? )?\d{1,3}[ -]min(?:ute)?s?(?: read)?", re.IGNORECASE
)
EXPORT = re.compile(r"\d{1,6} of \d{1,6} documents?", re.IGNORECASE)
DATE_LABELS = ("published", "posted", "date", "first published")
CAPITALISED = r"(?:[A-Z][\w'’&-]*|of|the|and|on)"
NAME_AND_PLACE = re.compile(rf"({CAPITALISED}(?: {CAPITALISED}){{0,4}})(?: \([A-Z][\w ,.]{{1,30}}\))?")
"""An outlet's name, perhaps with the town where it is printed."""
BODY = "body"
"""The line above the prose in an archive's text."""
RIGHTS, LONGEST_RIGHTS = re.compile(r"copyright\b.{0,100}|all rights reserved\.?", re.IGNORECASE), 130
WHOLE_DATE = r"(?:[A-Z][a-z]+,? )?(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2}),? \d{4}"
PARTS = re.compile(rf"\s+[|•·–—-]\s+|\s*[|•·]\s*|\s+by\s+(?=[A-Z])|,\s+(?=[*_]*{WHOLE_DATE})")
"""What parts a date from the names beside it."""
LONGEST_NAME = 3
"""Words beside a date that may name an author or an outlet; more are a headline."""
RIGHTS_OF_YEAR = re.compile(r"copyright (?:©|\(c\))? ?(?:19|20)\d\d\b(?!.*[.!?]$)", re.IGNORECASE)
SEPARATORS = ("---", "***", "* * *")

Reader: TypeAlias = Callable[[Header, Line], Header | None]
"""Adds to a header what a line states; None where it states nothing."""


def stated(header: Header, line: Line, after: Sequence[Line]) -> Header | None:
    """Read one line of a header; None where it states nothing."""
    if len(line.text) > LONGEST_HEADER_LINE:
        return None
    if line.text in SEPARATORS and (header.used or after):
        return header.and_used(line, "separator")
    found = next((found for reader in READERS if (found := reader(header, line))), None)
    return found or (_above_date(header, line) if after and date_line(after[0].text) else None)


def _above_date(header: Header, line: Line) -> Header | None:
    """Read what stands between a headline and its date: "Published", who wrote it, the outlet."""
    if line.text.lower() in DATE_LABELS:
        return header.and_used(line, "date")
    if header.title is None:
        return None
    authors = bylines.signature(line.text)
    if authors:
        return header.and_used(line, "byline", authors=authors)
    outlet = NAME_AND_PLACE.fullmatch(line.text)
    return header.and_used(line, "source", source=outlet[1]) if outlet and _is_outlet(outlet[1]) else None


def is_certain(line: Line) -> bool:
    """Is it a header line wherever it stands near the top?"""
    return bool(date_line(line.text) or bylines.byline(line.text) or READ_TIME.fullmatch(line.text))


def is_rights(line: Line) -> bool:
    """Does a line say nothing but whose the text is?"""
    return len(line.text) < LONGEST_RIGHTS and RIGHTS.fullmatch(line.text) is not None


def _address(header: Header, line: Line) -> Header | None:
    return header.and_used(line, "link", url=line.text) if web_host(line.text) else None


def _picture(header: Header, line: Line) -> Header | None:
    """Read "date 2019-04-04 caption … source …": caption and source are the picture's, not the article's."""
    found = PICTURE.fullmatch(line.text)
    day = first_day(found[1]) if found else None
    return header.and_used(line, "picture header", day=day) if day else None


def _date(header: Header, line: Line) -> Header | None:
    day = date_line(line.text)
    return header.and_used(line, "date", day=day) if day else None


def _byline(header: Header, line: Line) -> Header | None:
    found = bylines.byline(line.text)
    return header.and_used(line, "byline", authors=found[0], source=found[1]) if found else None


def _read_time(header: Header, line: Line) -> Header | None:
    return header.and_used(line, "reading time") if READ_TIME.fullmatch(line.text) else None


def _export(header: Header, line: Line) -> Header | None:
    """Read an archive's export: its counter, and the publication's name under it."""
    heads = (header.exported or (header.day and header.title)) and is_rights(line)
    if EXPORT.fullmatch(line.text) or heads or (not header.used and RIGHTS_OF_YEAR.match(line.text)):
        return header.and_used(line, "export", exported=True)
    if header.exported and line.text.lower() == BODY:
        return header.and_used(line, "export")
    if header.exported and not header.source and header.title is None and not date_line(line.text):
        return header.and_used(line, "export", source=re.sub(r"\s*\([^)]*\)$", "", line.text))
    return None


# --- a date among names -----------------------------------------------------------------------


def mixed(header: Header, line: Line) -> Header | None:
    """Read "*Ann Other* | Daily Example | 3 April 2019": a date line with names in its other parts."""
    parts = [p for part in PARTS.split(line.text) if (p := part.strip(" *_"))]
    days = [day for part in parts if (day := date_line(part))]
    rest = [part for part in parts if not date_line(part) and not READ_TIME.fullmatch(part)]
    title = _title(rest) if header.title is None else None
    named = [part for part in rest if part != title]
    if not days or len(named) > MOST_PARTS or any(len(p) > LONGEST_PART or p.endswith(".") for p in named):
        return None
    authors = tuple(name for part in named for name in bylines.people(part))
    found = header.titled(line, words=title) if title else header
    return found.and_used(line, "date", day=days[0], authors=authors, source=_source(named, bool(authors)))


def _title(parts: Sequence[str]) -> str | None:
    """Return the last part, if it has more words than a name."""
    *_, last = parts or [""]
    long = len(last.split()) > LONGEST_NAME and not bylines.people(last) and not _is_outlet(last)
    return last if long and not last.endswith(".") else None


def _source(parts: Sequence[str], has_author: bool) -> str | None:
    """Return the part that is an outlet's name, or that beside an author can be nothing else."""
    others = [part for part in parts if not bylines.people(part)]
    return next((p for p in others if _is_outlet(p)), others[0] if others and has_author else None)


def _is_outlet(text: str) -> bool:
    return any(word in OUTLET_WORDS for word in re.findall(r"\w+", text.lower()))


READERS: tuple[Reader, ...] = (_picture, _export, _date, _address, labelled, _byline, _read_time, mixed)
