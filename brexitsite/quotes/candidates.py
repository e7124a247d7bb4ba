"""Propose the source words that a quotation may belong to, with the verbs beside them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

from brexitsite.model import Paragraph
from brexitsite.quotes import cues
from brexitsite.quotes.cues import Cue
from brexitsite.quotes.frames import Frame, frame
from brexitsite.quotes.marks import QuotedSpan
from brexitsite.quotes.mentions import NAMES, Phrase, phrases

_BEFORE, _AFTER, _PREVIOUS, _NEXT = 10, 6, 7, 4
_MOST_SUBJECTS, _SHORT = 30, 12
_SPEAKS_ALONE = frozenset(
    "poss+ poss- his+ his- he she they it i we name title person body people text".split()
)
_ALWAYS = frozenset(["say", "add", "write", "according to"])


@dataclass(slots=True)  # a frozen one takes four times as long to make
class Mention:
    """A phrase with the verbs beside it."""

    paragraph: int
    frame: Frame
    number: int
    phrase: Phrase
    predicate: Cue
    inverted: str
    reports: bool
    """Whether it is the subject of a verb that reports words."""
    subject: bool
    """Whether it is, as far as can be seen, the subject of a finite verb."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation in its frame, with what stands around it."""

    number: int
    span: QuotedSpan
    frame: Frame
    token: int
    text: str
    left: Cue
    right: Cue


@dataclass(slots=True)  # a frozen one takes four times as long to make
class Candidate:
    mention: Mention
    where: str
    """B before, A after in the paragraph (sentences between); P previous paragraphs, N next, C carried."""
    rank: int
    subjects: int = 0
    """How many nearer ones on this side are subjects of a reporting verb."""
    nearer: int = 0
    """How many nearer ones on this side are subjects of any verb."""


def _is_one(mention: Mention) -> bool:
    """Whether a mention is a name, or "the leader", "the PM": one, and no other's description."""
    phrase = mention.phrase
    return phrase.type in NAMES or (phrase.type == "person" and mention.frame.lows[phrase.start] == "the")


class Mentions(Sequence[Mention]):
    """The mentions of a paragraph in text order, with those around a token found without a walk."""

    def __init__(self, found: list[Mention]) -> None:
        self._found = found
        self._starts = [m.phrase.start for m in found]
        self._ends = [m.phrase.end for m in found]
        self.joinable = [m for m in found if _is_one(m)]
        """Those that name one person each, so that "and" between two of them makes two."""
        self.subjects = frozenset(m.phrase.end - 1 for m in found if m.subject)
        """Last tokens of those that are subjects of a finite verb."""

    @overload
    def __getitem__(self, at: int) -> Mention: ...

    @overload
    def __getitem__(self, at: slice) -> list[Mention]: ...

    def __getitem__(self, at: int | slice) -> Mention | list[Mention]:
        return self._found[at]

    def __len__(self) -> int:
        return len(self._found)

    def before(self, token: int, most: int) -> list[Mention]:
        """Those that end before a token, nearest first."""
        end = bisect_right(self._ends, token)
        return self._found[max(0, end - most) : end][::-1]

    def ending(self, after: int, before: int) -> list[Mention]:
        """Those whose last token stands between two tokens, nearest to the second first."""
        return self._found[bisect_right(self._ends, after) : bisect_right(self._ends, before)][::-1]

    def after(self, token: int, most: int) -> list[Mention]:
        """Those that begin after a token, nearest first."""
        start = bisect_right(self._starts, token)
        return self._found[start : start + most]


@dataclass(slots=True)
class Reading:
    """An article read once: frames and mentions of each paragraph, made when first asked for."""

    paragraphs: Sequence[Paragraph]
    spans: Sequence[QuotedSpan]
    frames: dict[int, Frame]
    mentions_in: dict[int, Mentions]
    spans_in: dict[int, list[int]]
    neighbours: dict[int, int]
    """Body paragraph → the body paragraph before it."""
    followers: dict[int, int]

    def frame(self, number: int) -> Frame:
        if number not in self.frames:
            places = [
                (self.spans[k].at.start, self.spans[k].at.end, k) for k in self.spans_in.get(number, ())
            ]
            self.frames[number] = frame(self.paragraphs[number].text, places)
        return self.frames[number]

    def mentions(self, number: int) -> Mentions:
        if number not in self.mentions_in:
            self.mentions_in[number] = Mentions(_mentions(self.frame(number), number))
        return self.mentions_in[number]


def read(paragraphs: Sequence[Paragraph], spans: Sequence[QuotedSpan]) -> Reading:
    """Prepare an article for asking about its quotations."""
    body = [
        number
        for number, paragraph in enumerate(paragraphs)
        if paragraph.zone == "body" and paragraph.text.strip()
    ]
    spans_in: dict[int, list[int]] = {}
    for k, span in enumerate(spans):
        spans_in.setdefault(span.at.paragraph, []).append(k)
    before = dict(zip(body[1:], body, strict=False))
    return Reading(paragraphs, spans, {}, {}, spans_in, before, {b: a for a, b in before.items()})


def _mentions(frame: Frame, paragraph: int) -> list[Mention]:
    found: list[Mention] = []
    for phrase in phrases(frame):
        predicate, inverted = cues.predicate(frame, phrase), cues.inverted(frame, phrase)
        if (
            phrase.type in _SPEAKS_ALONE
            or predicate.lemma not in ("", "w", "x", "v", "Q")
            or len(inverted) > 1
        ):
            reports = (frame.classes[predicate.token] in "SM" and predicate.token >= 0) or inverted in _ALWAYS
            subject = _is_subject(frame, phrase, predicate)
            found.append(Mention(paragraph, frame, len(found), phrase, predicate, inverted, reports, subject))
    return found


def _is_subject(frame: Frame, phrase: Phrase, predicate: Cue) -> bool:
    """Whether a finite verb follows: at once, after an apposition, or after a preposition's phrase."""
    if predicate.token < 0 or predicate.lemma in (":", "Q", ""):
        return False
    if predicate.way in ("", "k"):
        return not frame.lows[predicate.token].endswith("ing") or predicate.lemma == "x"
    before = frame.classes[phrase.start - 1 : phrase.start]
    return (
        predicate.way in ("p", "pk", "kp")
        and before != "p"
        and not frame.lows[predicate.token].endswith("ing")
    )


def quoted(reading: Reading, number: int) -> Quoted:
    span = reading.spans[number]
    frame = reading.frame(span.at.paragraph)
    token = frame.token_of[number]
    text = reading.paragraphs[span.at.paragraph].text[span.at.start : span.at.end]
    return Quoted(number, span, frame, token, text, cues.left_of(frame, token), cues.right_of(frame, token))


def controller(reading: Reading, quotation: Quoted) -> tuple[Mention | None, str]:
    """The subject of the verb before a quotation, and how it was found: its own, or the nearest one's."""
    verb = quotation.left.token
    if verb < 0:
        return None, ""
    here = quotation.span.at.paragraph
    frame = quotation.frame
    before = reading.mentions(here).ending(frame.classes.rfind(".", 0, verb), verb)
    for m in before:
        if m.predicate.token == verb and (
            m.predicate.way in _ANTECEDENT or (m.subject and not _is_object(frame, m))
        ):
            return m, "s"
    return next(((m, "n") for m in before if m.subject and not _is_object(frame, m)), (None, ""))


_ANTECEDENT = frozenset(["r", "rk", "pr"])
"""Ways to a verb over a relative pronoun: whoever stands before it is its subject, whatever governs them."""
_SUBORDINATE = frozenset(
    ["after", "before", "as", "since", "until", "till", "like", "than", "because", "including", "following"]
)


def _is_object(frame: Frame, mention: Mention) -> bool:
    i = mention.phrase.start - 1
    return i >= 0 and frame.classes[i] == "p" and frame.lows[i] not in _SUBORDINATE


def propose(reading: Reading, quotation: Quoted, carried: Mention | None) -> list[Candidate]:
    """List the candidates of a quotation: those around it, and the source of the quotation before it."""
    here = quotation.span.at.paragraph
    mentions, token = reading.mentions(here), quotation.token
    classes = quotation.frame.classes
    before, after = mentions.before(token, _BEFORE), mentions.after(token, _AFTER)
    found: list[Candidate] = []
    reporting, subjects = 0, 0
    for rank, m in enumerate(before):
        found.append(Candidate(m, f"B{_sentences(classes, m.phrase.end, token)}", rank, reporting, subjects))
        reporting, subjects = reporting + m.reports, subjects + m.subject
    reporting, subjects = 0, 0
    for rank, m in enumerate(after):
        found.append(
            Candidate(m, f"A{_sentences(classes, token + 1, m.phrase.start)}", rank, reporting, subjects)
        )
        reporting, subjects = reporting + m.reports, subjects + m.subject
    if not before or not found or _is_short(classes):
        found += _beyond(reading, here)
    elif here in reading.neighbours:
        found += _previous(reading, here)[:3]
    if carried is not None and all(candidate.mention is not carried for candidate in found):
        found.append(Candidate(carried, "C", 0))
    return found


def _sentences(classes: str, start: int, end: int) -> int:
    return min(2, classes.count(".", start, end))


def _is_short(classes: str) -> bool:
    """Whether a paragraph says too little around its quotation to name a source itself."""
    return len(classes) < _SHORT


def _previous(reading: Reading, here: int) -> list[Candidate]:
    last = reading.neighbours[here]
    ending = reading.frame(last).classes[-1:]
    near = reading.mentions(last)[-_PREVIOUS:][::-1]
    return [
        Candidate(m, "P:" if ending == ":" else "PQ" if ending == "Q" else "P", rank)
        for rank, m in enumerate(near)
    ]


def _beyond(reading: Reading, here: int) -> list[Candidate]:
    found = []
    if here in reading.neighbours:
        found += _previous(reading, here)
        further = reading.neighbours.get(reading.neighbours[here])
        if further is not None:
            found += [Candidate(m, "PP", rank) for rank, m in enumerate(reading.mentions(further)[-4:][::-1])]
    if here in reading.followers:
        found += [
            Candidate(m, "N", rank)
            for rank, m in enumerate(reading.mentions(reading.followers[here])[:_NEXT])
        ]
    return found
