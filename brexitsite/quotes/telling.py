"""How a quotation is told: its cue, the construction, joint speakers, second-hand words.

The ranker says which words are the source. Here is read off how they and the quotation hang together,
for the reader who asks "how do you know", and for those who share the words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from brexitsite.knowledge import language
from brexitsite.model import Place
from brexitsite.quotes.candidates import Candidate, Mention, Quoted, Reading
from brexitsite.quotes.frames import Frame
from brexitsite.quotes.subjects import governs

_REPORTS = frozenset("SMA")
_MOST_JOINT = 4


@dataclass(frozen=True, slots=True)
class Telling:
    """The construction by name, the place of the cue, and of the other speakers of joint words."""

    rule: str
    cue_at: Place | None
    also_by_at: tuple[Place, ...] = ()
    relayed: bool = False


def telling(reading: Reading, quotation: Quoted, source: Candidate) -> Telling:
    """Read off how the source words and the quotation hang together."""
    mention, frame = source.mention, source.mention.frame
    start, end = _cue(frame, mention)
    if start < 0 and governs(quotation, source):
        start, end = quotation.left.token, quotation.left.token + 1
    return Telling(
        rule=_rule(mention, source.where[0], start),
        cue_at=Place(mention.paragraph, frame.starts[start], frame.ends[end - 1]) if start >= 0 else None,
        also_by_at=tuple(_joint(reading, mention)),
        relayed=_is_relayed(frame, quotation, mention),
    )


def _cue(frame: Frame, mention: Mention) -> tuple[int, int]:
    """The tokens of the verb, or of "according to", that ties source and words; (-1, -1) where none does."""
    before = mention.phrase.start - 1
    if " " in mention.inverted:
        return before - 1, before + 1
    verb = mention.predicate.token
    if mention.inverted and before >= 0 and frame.classes[before] != "p":
        at = before - (frame.classes[before] == "a")
        return at, at + 1
    if verb >= 0 and frame.classes[verb] in _REPORTS:
        return verb, verb + 1
    return -1, -1


def _rule(mention: Mention, where: str, cue: int) -> str:
    if where in "PN":
        return {"P": "source before", "N": "source after"}[where]
    if where == "C":
        return "same source"
    if mention.phrase.type[:4] in ("poss", "his+", "his-"):
        return "possessive"
    if " " in mention.inverted:
        return "according to"
    if cue >= 0:
        return "verb" if cue > mention.phrase.start else "verb, inverted"
    return "colon" if mention.predicate.lemma == ":" else "nearest"


def _joint(reading: Reading, mention: Mention) -> Iterator[Place]:
    """The others of "A, B and C said", "said A and B" and "the PM and the Labour leader said"."""
    frame, names = mention.frame, reading.mentions(mention.paragraph).joinable
    here = bisect_left(names, mention.number, key=lambda m: m.number)
    if here == len(names) or names[here] is not mention:
        return
    chain = [*reversed(_tied(frame, names, here, -1)), mention, *_tied(frame, names, here, 1)]
    if _is_object(frame, chain[0]) or not _share_a_verb(chain):
        return
    for other in chain:
        if other is not mention:
            start, end = other.phrase.start, other.phrase.end
            yield Place(mention.paragraph, frame.starts[start], frame.ends[end - 1])


def _tied(frame: Frame, names: list[Mention], here: int, step: int) -> list[Mention]:
    """The names that "and" and commas tie to one on one side, nearest first; none without an "and"."""
    found: list[Mention] = []
    ties: list[str] = []
    for at in range(here, here + step * _MOST_JOINT, step):
        if not 0 <= at + step < len(names):
            break
        left, right = sorted((at, at + step))
        between = frame.lows[names[left].phrase.end : names[right].phrase.start]
        if between not in (["and"], [","], [",", "and"]):
            break
        ties += between
        found.append(names[at + step])
    return found if "and" in ties else []


def _share_a_verb(chain: Sequence[Mention]) -> bool:
    """Whether the verb after the last has all as its subjects, or the one before the first."""
    if chain[0].inverted:
        return chain[-1].predicate.token < 0 or chain[-1].predicate.lemma in (":", "Q")
    verb = chain[-1].predicate.token
    return verb >= 0 and all(m.predicate.token in (-1, verb) for m in chain)


def _is_object(frame: Frame, mention: Mention) -> bool:
    """Whether a verb or preposition before a name governs it, other than "said" before its source."""
    before = mention.phrase.start - 1
    return not mention.inverted and before >= 0 and frame.classes[before] in "SMAvxp"


def _is_relayed(frame: Frame, quotation: Quoted, mention: Mention) -> bool:
    """Whether the words between source and quotation say that they came through somebody else."""
    known = language.relayed()
    lows = frame.lows[slice(*_stretch(frame, quotation, mention))]
    if not known["adverbs"].isdisjoint(lows):
        return True
    return any(
        passive in known["reports"] and then in known["after"] and last in ("have", "saying", "having")
        for passive, then, last in zip(lows, lows[1:], lows[2:], strict=False)
    )


def _stretch(frame: Frame, quotation: Quoted, mention: Mention) -> tuple[int, int]:
    """The tokens between source and quotation; the rest of the sentence where paragraphs part them."""
    phrase = mention.phrase
    same = quotation.span.at.paragraph == mention.paragraph
    if same and phrase.start > quotation.token:
        stop = frame.classes.find(".", phrase.end)
        return quotation.token + 1, stop if stop >= 0 else len(frame.classes)
    stop = quotation.token if same else len(frame.classes)
    point = frame.classes.find(".", phrase.end, stop)
    return phrase.start, point if point >= 0 else stop
