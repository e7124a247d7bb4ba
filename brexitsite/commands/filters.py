"""The text half for other people's programs: a line of JSON in, a line out, in the same order.

A line that fails gives {"id", "error"}; the rest goes on, and the exit status is 3.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TextIO

from brexitsite.actors.resolve import Cast
from brexitsite.actors.speakers import certain, settled
from brexitsite.articles.clean import clean as clean_raw
from brexitsite.articles.clean import clean_html, clean_text
from brexitsite.articles.lines import zoned
from brexitsite.errors import BrexitsiteError, Quarantined
from brexitsite.model import Attribution, CleanText, Paragraph, Place, RawArticle, Sidecar
from brexitsite.pipeline import Knowledge, source_words, words_at
from brexitsite.quotes.attribution import attribute
from brexitsite.store import raw
from brexitsite.store.memory import collect_seldom
from brexitsite.store.project import Project

Entry = dict[str, Any]
SAME_LENGTH = str.maketrans(dict.fromkeys("\n\r\t\u00a0\u2007\u2009\u202f", " "))
"""White space that must count as a space, without moving any offset."""


def quotes(project: Project, lines: TextIO, out: TextIO) -> int:
    """{"id", "text", "date"?, "outlet"?} → {"id", "quotes": […]}; offsets are code points of the text."""
    return _filtered(partial(_quotes, Knowledge.load(project.content)), lines, out)


def clean(project: Project, lines: TextIO, out: TextIO) -> int:
    """{"id", "text" | "html", "url"? | "path"} → title, date, authors, source, outlet, body, dropped."""
    known = Knowledge.load(project.content)
    return _filtered(partial(_clean, known), lines, out)


def _filtered(answer: Callable[[Entry], Entry], lines: TextIO, out: TextIO) -> int:
    collect_seldom()
    failed = False
    for line in filter(str.strip, lines):
        result = _answered(answer, line)
        failed = failed or "error" in result
        out.write(json.dumps(result, ensure_ascii=False) + "\n")
        out.flush()
    return 3 if failed else 0


def _answered(answer: Callable[[Entry], Entry], line: str) -> Entry:
    id = None
    try:
        entry = json.loads(line)
        if not isinstance(entry, dict):
            raise BrexitsiteError('the line is no object; give {"id": …, "text": …}')
        id = entry.get("id")
        return {"id": id} | answer(entry)
    except (BrexitsiteError, ValueError, RecursionError) as error:
        return {"id": id, "error": " ".join(str(error).split())}


# --- quotes ---------------------------------------------------------------------------------


def _quotes(known: Knowledge, entry: Entry) -> Entry:
    text = _text(entry, "text")
    spans = zoned(text)
    paragraphs = [Paragraph(text[a:b].translate(SAME_LENGTH), zone) for a, b, zone in spans]
    starts = [start for start, _, _ in spans]
    cast = Cast(paragraphs, _day(entry, text, known), known.index)
    return {"quotes": [_quote(found, starts, paragraphs, cast) for found in attribute(paragraphs)]}


def _day(entry: Entry, text: str, known: Knowledge) -> date | None:
    """The day as given, else as stated in the text, else the middle of what it lets us infer."""
    if entry.get("date"):
        return date.fromisoformat(str(entry["date"])[:10])
    try:
        dated = clean_text(text, known.outlets, known.evidence).dated
    except Quarantined:
        return None
    return dated.day if dated else None


def _quote(found: Attribution, starts: Sequence[int], said: Sequence[Paragraph], cast: Cast) -> Entry:
    found, sources = settled(found, cast)
    source = next(iter(sources), None)
    sure = source is not None and source.type == "person" and certain(source)
    start, end = _span(found.at, starts)
    told = source_words(found, (source.slug or "",) if source and certain(source) else (), cast)
    speaker_start, speaker_end = _span(told, starts)
    return {
        "start": start,
        "end": end,
        "kind": found.kind,
        "speaker": source.name if sure and source else None,
        "actor": source.slug if source and source.registered and certain(source) else None,
        "speaker_start": speaker_start,
        "speaker_end": speaker_end,
        "said_by": words_at(said, told),
        "rule": " > ".join(filter(None, (found.rule, source.rule if source else ""))),
        "confidence": source.confidence if source else found.confidence,
    }


def _span(place: Place | None, starts: Sequence[int]) -> tuple[int | None, int | None]:
    """A place in code points of the whole text."""
    if place is None:
        return None, None
    return starts[place.paragraph] + place.start, starts[place.paragraph] + place.end


# --- clean ----------------------------------------------------------------------------------


def _clean(known: Knowledge, entry: Entry) -> Entry:
    if "path" in entry:
        path = Path(_text(entry, "path"))
        file = RawArticle(path.name, raw.read_bytes(path), Sidecar())
        return _cleaned(clean_raw(file, known.outlets, known.evidence))
    if "html" in entry:
        return _cleaned(clean_html(_text(entry, "html"), entry.get("url"), known.outlets, known.evidence))
    return _cleaned(clean_text(_text(entry, "text"), known.outlets, known.evidence))


def _cleaned(text: CleanText) -> Entry:
    dated = text.dated
    window = dated.window if dated else None
    return {
        "title": text.title,
        "title_basis": text.title_basis,
        "date": dated.day.isoformat() if dated else None,
        "date_basis": dated.basis if dated else None,
        "date_window": [day.isoformat() for day in window] if window else None,
        "authors": list(text.authors),
        "source": text.source,
        "outlet": text.outlet,
        "body": "\n\n".join(text.paragraphs),
        "dropped": [{"line": d.line, "because": d.because} for d in text.dropped],
    }


def _text(entry: Entry, key: str) -> str:
    value = entry.get(key)
    if not isinstance(value, str):
        raise BrexitsiteError(f"the key '{key}' is {value!r}; give a text")
    return value
