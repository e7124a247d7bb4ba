"""Annotated articles, and how what is found in them is compared with what their annotators marked.

The data is PolNeAR's training part as JSON lines: id, publisher, text, quotes (start, end, speaker), ignore.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from brexitsite.model import Paragraph
from brexitsite.quotes.candidates import Candidate
from brexitsite.quotes.marks import QuotedSpan

SAME = 0.8
"""Share of characters in common from which a found quotation is a marked one."""
_NEAR = 100
_PART = re.compile(r"[^,;:()–—]+")
_AFTER_HEAD = re.compile(
    r"(?<=\w)\s+(?:of|for|in|at|on|to|from|with|who|whom|whose|which|that|where|near|as|speaking|writing)\b.*",
    re.S,
)
_POSSESSOR = re.compile(r".*(?:['’]s|s['’])\s+(?=\w)", re.S)


@dataclass(frozen=True, slots=True)
class Marked:
    """What annotators marked in an article; places are code points of its text."""

    start: int
    end: int
    source: str | None
    source_start: int


@dataclass(frozen=True, slots=True)
class Document:
    """An annotated article: its paragraphs with their offsets, and the marked quotations."""

    publisher: str
    text: str
    paragraphs: list[Paragraph]
    offsets: list[int]
    marked: list[Marked]
    ignored: list[tuple[int, int]]

    def place(self, span: QuotedSpan) -> tuple[int, int]:
        """Where a quoted span stands in the text."""
        offset = self.offsets[span.at.paragraph]
        return offset + span.at.start, offset + span.at.end


def documents(path: Path) -> list[Document]:
    """Read the annotated articles."""
    with path.open(encoding="utf-8") as lines:
        return [_document(json.loads(line)) for line in lines if line.strip()]


def _document(record: dict[str, Any]) -> Document:
    paragraphs, offsets, position = [], [], 0
    for line in record["text"].split("\n"):
        if line.strip():
            paragraphs.append(Paragraph(line))
            offsets.append(position)
        position += len(line) + 1
    marked = [_marked(quote) for quote in record["quotes"]]
    ignored = [(start, end) for start, end in record.get("ignore", [])]
    return Document(record["publisher"], record["text"], paragraphs, offsets, marked, ignored)


def _marked(quote: dict[str, Any]) -> Marked:
    source = quote["speaker"] or {"text": None, "start": 0}
    return Marked(quote["start"], quote["end"], source["text"], source["start"])


def marked_as(document: Document, span: QuotedSpan) -> Marked | None:
    """The marked quotation that a found one is."""
    start, end = document.place(span)
    for quote in document.marked:
        common = min(end, quote.end) - max(start, quote.start)
        if common > 0 and common / (max(end, quote.end) - min(start, quote.start)) >= SAME:
            return quote
    return None


def is_ignored(document: Document, span: QuotedSpan) -> bool:
    """Whether the annotators left these marks out."""
    start, end = document.place(span)
    return any(2 * (min(end, b) - max(start, a)) > end - start for a, b in document.ignored)


def is_right(document: Document, candidate: Candidate, marked: Marked) -> bool:
    """Whether a candidate is the marked source: its head lies in one of theirs.

    Of a relative pronoun ("who said") that is the words that it stands for.
    """
    if marked.source is None:
        return False
    mention = candidate.mention
    frame, offset = mention.frame, document.offsets[mention.paragraph]
    last = mention.phrase.end - 1
    start, end = offset + frame.starts[last], offset + frame.ends[last]
    if marked.source.lower() in ("who", "which", "that"):
        near = 0 <= marked.source_start - end <= _NEAR and "." not in document.text[end : marked.source_start]
        return near and "r" in mention.predicate.way
    return any(start < b and a < end for a, b in heads(marked.source, marked.source_start))


def heads(source: str, offset: int = 0) -> Iterator[tuple[int, int]]:
    """The stretches of a source that name it, without what follows a preposition and without possessors.

    >>> text = "Ann Example of the bank, the bank's chief"
    >>> [text[a:b] for a, b in heads(text)]
    ['Ann Example', 'chief']
    """
    for part in _PART.finditer(source):
        words = _AFTER_HEAD.sub("", part.group())
        possessor = _POSSESSOR.match(words)
        start = part.start() + (possessor.end() if possessor else 0)
        end = part.start() + len(words)
        if words.strip() and start < end:
            yield offset + start, offset + end
