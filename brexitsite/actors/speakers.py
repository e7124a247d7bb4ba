"""How sure it is that somebody said some words: all source words that may be theirs, taken together."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TypeAlias

from brexitsite.actors.resolve import Cast
from brexitsite.model import Attribution, Source

WORTH_ASKING = 0.02
"""Source words with a smaller share of a quotation change nothing that is shown."""

Curve: TypeAlias = tuple[tuple[float, float], ...]

WHOLE: Curve = ((0.0, 0.0), (0.4, 0.5), (0.52, 0.8), (0.7, 0.91), (0.85, 0.97), (1.0, 0.998))
FRAGMENT: Curve = (
    (0.0, 0.0),
    (0.5, 0.45),
    (0.75, 0.74),
    (0.81, 0.8),
    (0.88, 0.9),
    (0.95, 0.97),
    (1.0, 0.985),
)
"""Shares of the source words, and the probability that they are right: of whole utterances, of fragments.

From 893 links judged by hand, 633 of them drawn at random from articles without labels. Of whole utterances
597 of 611 were right, at any share from 0.5 about as many. Of fragments with shares from 0.75 to 0.82 6 of
10, from there to 0.88 19 of 22, above 128 of 135; among the older ones from 0.75 to 0.85 14 of 16, above 77
of 80: a word or two in marks may be a term, or said by several.
"""

BESIDE = 0.65
"""Fragments beside which no verb tells whose they are: of 16 such links 10 were right."""

MEANT: Curve = ((0.0, 0.0), (0.6, 0.6), (0.7, 0.75), (0.8, 0.9), (0.88, 0.97), (1.0, 1.0))
"""How sure the resolver is of whom words mean, and how often it is right.

Asked about the source words of the labelled articles it named 207 of 211 people and nobody wrong; of those
drawn from other articles, by rare rules above all, 2 of 120 that it was 0.85 sure of were somebody else.
"""


CERTAIN_ENOUGH = 0.8
"""The site names a speaker above this probability; below it, it prints the source's words alone."""


TOGETHER = 0.88
"""The same where no source words are sure by themselves: of 18 such links of the corpus all were right."""


def settled(found: Attribution, cast: Cast) -> tuple[Attribution, tuple[Source, ...]]:
    """An attribution and who its source words mean.

    Where none of them is sure, all may mean one person. A caption before a quotation is not its source.
    """
    if stands_under_caption(found, cast):
        return Attribution(found.at, found.kind, "nobody", 0.0, continues=found.continues), ()
    if found.otherwise is not None and not stands_under_caption(found.otherwise, cast):
        sources = speakers(found.otherwise, cast)
        if sources and all(
            s.type == "person" and s.name is not None and s.confidence >= TOGETHER for s in sources
        ):
            return found.otherwise, sources
    return found, speakers(found, cast)


def stands_under_caption(found: Attribution, cast: Cast) -> bool:
    """Whether the source words are in a line above that is no sentence: "Ann Example opens the harbour"."""
    told = found.said_by_at
    return told is not None and told.paragraph < found.at.paragraph and cast.is_caption(told.paragraph)


def certain(source: Source) -> bool:
    """Whether the site names this speaker."""
    return source.name is not None and source.confidence >= CERTAIN_ENOUGH


def speakers(found: Attribution, cast: Cast) -> tuple[Source, ...]:
    """Who the source words of an attribution mean: one, several of joint speakers, or nobody.

    The confidence of each is the probability that these are their words.
    """
    if found.kind == "scare" or found.said_by_at is None:
        return ()
    told: dict[str | int, Source] = {}
    for number, place in enumerate((found.said_by_at, *found.also_by_at)):
        source = cast.source(place, found.at)
        told.setdefault(source.name or number, source)
    sources = (cast.confirmed(source, found.at) for source in told.values())
    return tuple(replace(source, confidence=certainty(source, found, cast)) for source in sources)


def certainty(source: Source, found: Attribution, cast: Cast) -> float:
    """The shares of all source words that mean the same speaker, and how sure it is that they mean that one.

    "He", "Mr Example" and "the minister" are rivals as words and one person in fact.
    """
    (_, first), *rivals = found.weighed or ((found.said_by_at, found.confidence),)
    agreeing = [(first, source.confidence)]
    for place, share in rivals:
        rival = cast.source(place, found.at) if share >= WORTH_ASKING else None
        if rival is not None and is_same(source, rival):
            agreeing.append((share, rival.confidence))
    shares = sum(share for share, _ in agreeing)
    meant = sum(share * sure for share, sure in agreeing) / shares if shares else 0.0
    told = calibrated(WHOLE if found.kind == "direct" else FRAGMENT, found.speech * shares)
    if found.kind == "mixed" and found.rule == "nearest":
        told = min(told, BESIDE)
    return round(told * calibrated(MEANT, meant), 3)


def calibrated(curve: Curve, shares: float) -> float:
    """Read a curve, straight between its points."""
    above = bisect_left(curve, (shares, 0.0), 1, len(curve) - 1)
    (low, below), (high, beyond) = curve[above - 1 : above + 1]
    return below + (beyond - below) * (shares - low) / (high - low)


def is_same(one: Source, other: Source) -> bool:
    return one.name is not None and (one.type, one.slug, one.name) == (other.type, other.slug, other.name)
