"""Find the words between quotation marks, whatever marks a newspaper sets and however badly.

Marks are judged by their shape (which side a space or a letter stands on) and only then by the character: a
reversed or straight mark opens where a word begins. Each paragraph stands alone: an odd mark costs at
most its own paragraph. Only then is speech followed over paragraphs. All of it takes one pass over the marks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from brexitsite.model import Paragraph, Place

_MARK = re.compile(r"''|``|’’|‘‘|[“”„‟«»\"＂″‘’'‚‛`´]")
_DOUBLE = frozenset(["''", "``", "’’", "‘‘", *'“”„‟«»"＂″'])
_OPENING = frozenset(["“", "„", "‟", "«", "``", "‘‘"])
_CLOSING = frozenset(["”", "»", "’’"])
_ELISION = re.compile(r"(?:em|til|tis|twas|cause|n|cos|bout|ere|\d0s|\d\ds?)\b", re.I)
_STRAIGHT = re.compile(r'(?<!\d)"')
_SENTENCE_END = re.compile(r"[.!?…]['’]?\s+")
_BEFORE_OPENING = frozenset(" \t\n\r\u00a0([{―—–-/…")
_STOPS = frozenset(".,!?…;:)―—–-")
_INTRODUCES_SPEECH = re.compile(r"(?:^|[:,]|[a-z]ed|sa(?:id|ys))\s*$")
_HE_SAID = re.compile(r"(?:He|She|They) \w+:\s*")
"""A paper's own words, before which a mark stands that belongs to what follows: “He added: "We go."""
_UNMARKED_AT_MOST = 8
_CAPTION_AT_MOST = 200
_MOST_SPACE = 4
"""White space before a paragraph's first mark."""


@dataclass(frozen=True, slots=True)
class QuotedSpan:
    """Quoted words; not `closed` where they run to the paragraph's end, not `opened` without an opener."""

    at: Place
    double: bool
    opened: bool = True
    closed: bool = True
    continues: int | None = None
    """Index of the span, in the paragraph before, whose speech goes on here."""


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    double: bool
    opens: bool
    closes: bool


@dataclass(frozen=True, slots=True)
class _Piece:
    """A quoted stretch of one paragraph, marks left out but not yet trimmed."""

    start: int
    end: int
    double: bool
    opened: bool = True
    closed: bool = True


def quoted_spans(paragraphs: Sequence[Paragraph]) -> list[QuotedSpan]:
    """Find all quoted spans, in text order, disjoint, marks and outer white space left out.

    >>> [span.at for span in quoted_spans([Paragraph("He said: “We go on.” Then 'soon'.")])]
    [Place(paragraph=0, start=10, end=19), Place(paragraph=0, start=27, end=31)]
    """
    texts = [paragraph.text for paragraph in paragraphs]
    body = [number for number, paragraph in enumerate(paragraphs) if paragraph.zone == "body"]
    following = dict(pairwise(body))
    pieces = [_pieces(text, _goes_on(texts, following.get(number))) for number, text in enumerate(texts)]
    carried = _carry(texts, body, pieces)
    return _numbered(texts, pieces, carried)


# --- marks of one paragraph ---------------------------------------------------------------


def _goes_on(texts: Sequence[str], number: int | None) -> bool:
    """Whether the paragraph opens with a single mark, as speech that goes on does."""
    return number is not None and texts[number].lstrip()[:1] in ("‘", "'")


def _marks(text: str) -> list[_Mark]:
    found = (_mark(text, m.start(), m.end()) for m in _MARK.finditer(text))
    return [mark for mark in found if mark is not None]


def _mark(text: str, start: int, end: int) -> _Mark | None:
    """Judge a mark by its neighbours; None for apostrophes inside a word and for inches."""
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    character, double = text[start:end], text[start:end] in _DOUBLE
    opens = before in _BEFORE_OPENING and not after.isspace()
    closes = not before.isspace() and not after.isalnum()
    if not double:
        return _single(text, start, end, opens, closes)
    if before.isdigit() and character in ('"', "″") and after in " -" and _is_measure(text, start):
        return None
    if (opens and closes) or (not opens and not closes):
        opens, closes = character not in _CLOSING, character not in _OPENING
    elif (opens and character in _CLOSING and not after.isalnum()) or (
        closes and character in _OPENING and after.isalnum()
    ):
        opens, closes = closes, opens
    elif closes and before == "." and character in _OPENING and after in "“‘":
        opens, closes = True, False
    return _Mark(start, end, True, opens, closes)


def _is_measure(text: str, start: int) -> bool:
    """Whether a straight mark after a number means inches: none but such stand before it."""
    return _STRAIGHT.search(text, max(0, start - 200), start) is None


def _single(text: str, start: int, end: int, opens: bool, closes: bool) -> _Mark | None:
    before = text[start - 1 : start]
    if before in ("“", '"', "„", ":") and not closes:
        opens = True
    if _ELISION.match(text, end) or (text[start] in "’´" and not _encloses(text, start, end)):
        opens = False
    if not opens and not closes:
        return None
    return _Mark(start, end, False, opens, closes and not opens)


def _encloses(text: str, start: int, end: int) -> bool:
    """Whether a paragraph is speech that a closing mark opens: ’We go on.’"""
    if start > _MOST_SPACE or text[:start].strip() or not text[end : end + 1].isupper():
        return False
    whole = text.strip()
    return whole[-2] in _STOPS and whole[-1] in "’´" and "‘" not in whole


def _pieces(text: str, next_goes_on: bool) -> list[_Piece]:
    """Pair the marks of one paragraph."""
    marks = _marks(text)
    pieces: list[_Piece] = []
    i = 0
    while i < len(marks):
        piece, i = _piece_from(text, marks, i, pieces[-1].end if pieces else 0, next_goes_on)
        if piece is not None:
            pieces.append(piece)
    return pieces


def _piece_from(
    text: str, marks: Sequence[_Mark], i: int, floor: int, next_goes_on: bool
) -> tuple[_Piece | None, int]:
    """The stretch that begins (or, its opener missing, ends) at mark i, and the next mark to look at."""
    mark = marks[i]
    if mark.opens:
        return _double_from(text, marks, i) if mark.double else _single_from(text, marks, i, next_goes_on)
    if mark.double:
        return _Piece(_sentence_start(text, floor, mark.start), mark.start, True, opened=False), i + 1
    return None, i + 1


def _sentence_start(text: str, floor: int, end: int) -> int:
    """Where the sentence that a lone closing mark ends has begun, not before `floor`."""
    start = floor
    for stop in _SENTENCE_END.finditer(text, floor, max(floor, end - 1)):
        start = stop.end()
    return floor if floor == 0 else start


def _double_from(text: str, marks: Sequence[_Mark], i: int) -> tuple[_Piece | None, int]:
    """Pair an opening double mark; an inner opening mark nests only where two closing ones follow it."""
    start, depth, single_closer = marks[i].end, 0, None
    for j in range(i + 1, len(marks)):
        mark = marks[j]
        if not mark.double:
            single_closer = mark if mark.closes and text[mark.start - 1] in _STOPS else single_closer
        elif mark.closes and depth:
            depth -= 1
        elif mark.closes:
            return _Piece(start, mark.start, True), j + 1
        elif _nests(marks, j):
            depth += 1
        elif _HE_SAID.fullmatch(text, start, mark.start):
            return None, j
        else:
            return _broken_off(start, mark.start, single_closer), j
    return _unclosed(text, start, single_closer), len(marks)


def _nests(marks: Sequence[_Mark], j: int) -> bool:
    after = [mark for mark in marks[j + 1 : j + 6] if mark.double][:2]
    return len(after) == 2 and all(mark.closes and not mark.opens for mark in after)


def _broken_off(start: int, end: int, single_closer: _Mark | None) -> _Piece:
    """An opening mark that another one follows: it ends at a single closing mark, else before the next."""
    if single_closer is not None:
        return _Piece(start, single_closer.start, True)
    return _Piece(start, end, True, closed=False)


def _unclosed(text: str, start: int, single_closer: _Mark | None) -> _Piece:
    if single_closer is not None and single_closer.end >= len(text.rstrip()):
        return _Piece(start, single_closer.start, True)
    return _Piece(start, len(text), True, closed=False)


def _single_from(text: str, marks: Sequence[_Mark], i: int, next_goes_on: bool) -> tuple[_Piece | None, int]:
    """Pair an opening single mark with the first mark before the next opening one that is no apostrophe."""
    start, inner = marks[i].end, 0
    possessive: int | None = None
    for j in range(i + 1, len(marks)):
        mark = marks[j]
        if mark.double and mark.closes and not mark.opens and not inner and possessive is None:
            return _Piece(start, mark.start, False), j + 1
        if mark.double:
            inner = max(0, inner + (1 if mark.opens else -1))
            continue
        if mark.opens:
            break
        if not _is_possessive(text, mark):
            return _Piece(start, mark.start, False), j + 1
        possessive = j if possessive is None else possessive
    at_start = not text[: marks[i].start].strip()
    if possessive is not None and not (at_start and next_goes_on):
        return _Piece(start, marks[possessive].start, False), possessive + 1
    if text[start:].lstrip("[(")[:1].isupper() and _INTRODUCES_SPEECH.search(
        text, max(0, start - 12), marks[i].start
    ):
        return _Piece(start, len(text), False, closed=False), len(marks)
    return None, i + 1


def _is_possessive(text: str, mark: _Mark) -> bool:
    """Whether a single mark may be the apostrophe of "the workers' rights"."""
    return text[mark.start - 1] in "sz" and re.match(r"\s+[a-z]", text[mark.end : mark.end + 3]) is not None


# --- speech over paragraphs ---------------------------------------------------------------


def _carry(texts: Sequence[str], body: Sequence[int], pieces: list[list[_Piece]]) -> dict[int, int]:
    """Map a paragraph to the one whose unclosed speech it goes on with; fill in paragraphs without marks."""
    carried: dict[int, int] = {}
    open_in: int | None = None
    waiting: list[int] = []
    for number in body:
        if not pieces[number]:
            waiting.append(number)
            open_in = open_in if len(waiting) <= _UNMARKED_AT_MOST else None
            continue
        if open_in is not None and _reopens(texts[number], pieces[number][0], pieces[open_in][-1]):
            if sum(len(texts[w]) for w in waiting) < _CAPTION_AT_MOST:
                carried[number] = open_in
        elif open_in is not None:
            carried |= _fill(texts, [open_in, *waiting, number], pieces)
        open_in, waiting = (None if pieces[number][-1].closed else number), []
    return carried


def _reopens(text: str, piece: _Piece, before: _Piece) -> bool:
    return piece.opened and piece.double == before.double and not text[: max(0, piece.start - 2)].strip()


def _fill(texts: Sequence[str], chain: Sequence[int], pieces: list[list[_Piece]]) -> dict[int, int]:
    """A block quotation that a lone mark of its last paragraph closes: the whole chain is quoted."""
    last = chain[-1]
    k = next((k for k, piece in enumerate(pieces[last]) if piece.double), None)
    if k is None or pieces[last][k].opened:
        return {}
    for number in chain[1:-1]:
        pieces[number] = [_Piece(0, len(texts[number]), True, opened=False, closed=False)]
    pieces[last][: k + 1] = [replace(pieces[last][k], start=0)]
    return dict(zip(chain[1:], chain, strict=False))


def _numbered(texts: Sequence[str], pieces: list[list[_Piece]], carried: dict[int, int]) -> list[QuotedSpan]:
    """Trim the pieces, drop those without a word, and point each carried one at what it goes on from."""
    spans: list[QuotedSpan] = []
    last_of: dict[int, int] = {}
    for number, text in enumerate(texts):
        for k, piece in enumerate(pieces[number]):
            at = _trimmed(text, number, piece)
            if at is None:
                continue
            continues = last_of.get(carried[number]) if k == 0 and number in carried else None
            last_of[number] = len(spans)
            spans.append(QuotedSpan(at, piece.double, piece.opened, piece.closed, continues))
    return spans


def _trimmed(text: str, number: int, piece: _Piece) -> Place | None:
    words = text[piece.start : piece.end]
    start = piece.start + len(words) - len(words.lstrip())
    end = piece.start + len(words.rstrip())
    if not any(character.isalnum() for character in words):
        return None
    return Place(number, start, end)
