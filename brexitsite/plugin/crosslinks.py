"""Paragraphs as HTML: quotations marked and anchored, speakers and people linked.

Nothing is changed that a reader sees: the text of the HTML is the text of the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from markupsafe import Markup

from brexitsite.plugin import wording
from brexitsite.plugin.escaping import escaped

_ONLY_MARKS = re.compile(r"[\s\"'“”‘’„‟«».,!?…]*")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a paragraph to be wrapped in an element; `link` elements do not nest."""

    start: int
    end: int
    tag: str
    attributes: tuple[tuple[str, str], ...] = ()

    @property
    def opening(self) -> str:
        given = [f' {name}="{escaped(value)}"' for name, value in self.attributes]
        return f"<{self.tag}{''.join(given)}>"

    @property
    def closing(self) -> str:
        return f"</{self.tag}>"


def quotation(start: int, end: int, anchor: str, cite: str | None) -> Span:
    """A quotation, with the anchor that its own page leads to."""
    source = (("cite", cite),) if cite else ()
    return Span(start, end, "q", (("id", anchor), ("class", "quotation"), *source))


def link(start: int, end: int, href: str, css: str) -> Span:
    return Span(start, end, "a", (("class", css), ("href", href)))


def marked(text: str, spans: Iterable[Span]) -> Markup:
    """Wrap the spans of a text; one that would cross another or link inside a link is left out.

    >>> marked("He said: Yes & no.", [Span(9, 17, "q"), Span(0, 2, "a", (("href", "../ann/"),))])
    Markup('<a href="../ann/">He</a> said: <q>Yes &amp; no</q>.')
    """
    return Markup(_marked(text, spans))  # noqa: S704 - the text is escaped, the tags are ours


def _marked(text: str, spans: Iterable[Span]) -> str:
    pieces: list[str] = []
    at = 0
    for place, tag in _tags(text, spans):
        pieces += (escaped(text[at:place]), tag)
        at = place
    return "".join((*pieces, escaped(text[at:])))


def _tags(text: str, spans: Iterable[Span]) -> Iterator[tuple[int, str]]:
    """Every opening and closing tag with its place, in order, rightly nested."""
    open_spans: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end, s.tag == "a")):
        while open_spans and open_spans[-1].end <= span.start:
            yield open_spans[-1].end, open_spans.pop().closing
        if _fits(span, open_spans, len(text)):
            yield span.start, span.opening
            open_spans.append(span)
    for span in reversed(open_spans):
        yield span.end, span.closing


def _fits(span: Span, within: list[Span], length: int) -> bool:
    if not 0 <= span.start < span.end <= length:
        return False
    nested_links = span.tag == "a" and any(outer.tag == "a" for outer in within)
    return not nested_links and all(span.end <= outer.end for outer in within)


def is_whole(text: str, span: Span) -> bool:
    """Whether nothing but marks stands around a quotation in its paragraph."""
    around = (text[: span.start], text[span.end :])
    return span.tag == "q" and all(map(_ONLY_MARKS.fullmatch, around))


def paragraph(text: str, spans: Iterable[Span]) -> Markup:
    """A paragraph as <p>, or as <blockquote> where it is all one quotation."""
    kept = list(spans)
    if not kept:
        return Markup(f"<p>{escaped(text)}</p>")  # noqa: S704
    whole = next((span for span in kept if is_whole(text, span)), None)
    if whole is None:
        return Markup(f"<p>{_marked(text, kept)}</p>")  # noqa: S704
    block = Span(whole.start, whole.end, "blockquote", whole.attributes)
    inner = _marked(text, [span for span in kept if span is not whole])
    return Markup(f"{block.opening}<p>{inner}</p>{block.closing}")  # noqa: S704


_SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]*\s+(?=[“‘\"'(\[]?[A-Z0-9£€$])")


def sentences_within(text: str, words: int) -> int:
    """Where the last whole sentence ends that has its place among the first so many words.

    >>> sentences_within("It rained. She closed the bridge.", 4)
    10
    """
    limit = wording.place_of_word(text, words)
    if limit is None:
        return len(text)
    ends = (m.end() for m in takewhile(lambda m: m.end() <= limit, _SENTENCE_END.finditer(text)))
    return len(text[: max(ends, default=0)].rstrip())


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The place of the sentence or sentences that a quotation stands in.

    >>> text = "It rained. She said: “We close. Now.” He left."
    >>> text[slice(*sentence_around(text, 22, 36))]
    'She said: “We close. Now.”'
    """
    ends = [m.end() for m in _SENTENCE_END.finditer(text)]
    first = max((e for e in ends if e <= start), default=0)
    last = min((e for e in ends if e > end), default=len(text))
    return first, len(text[:last].rstrip())
