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

WHOLE: Curve = ((0.0, 0.0), (0.5, 0.6), (0.6, 0.82), (0.7, 0.91), (0.85, 0.97), (1.0, 0.998))
FRAGMENT: Curve = ((0.0, 0.0), (0.5, 0.45), (0.75, 0.8), (0.88, 0.9), (0.95, 0.98), (1.0, 0.995))
"""Shares, and the probability that a link with them is right, for whole utterances and for fragments.

From 262 links judged by hand, half of them of the labelled articles and half drawn from others. Of whole
utterances 139 of 139 with shares from 0.6 were right; of fragments 18 of 22 from 0.6 to 0.8, 34 of 38 from
there to 0.9, 47 of 48 above: a word or two in marks may be a term, or said by several.
"""


def speakers(found: Attribution, cast: Cast) -> tuple[Source, ...]:
    """Who the source words of an attribution mean: one, several of joint speakers, or nobody.

    The confidence of each is the probability that these are their words.
    """
    if found.kind == "scare" or found.said_by_at is None:
        return ()
    told = (cast.source(place, found.at) for place in (found.said_by_at, *found.also_by_at))
    return tuple(replace(source, confidence=certainty(source, found, cast)) for source in told)


def certainty(source: Source, found: Attribution, cast: Cast) -> float:
    """The shares of all source words that mean the same speaker, each as sure as it means them.

    "He", "Mr Example" and "the minister" are rivals as words and one person in fact.
    """
    (_, first), *rivals = found.weighed or ((found.said_by_at, found.confidence),)
    agreeing = (
        share * rival.confidence
        for place, share in rivals
        if share >= WORTH_ASKING and is_same(source, rival := cast.source(place, found.at))
    )
    shares = found.speech * (first * source.confidence + sum(agreeing))
    return round(calibrated(WHOLE if found.kind == "direct" else FRAGMENT, shares), 3)


def calibrated(curve: Curve, shares: float) -> float:
    """Read a curve, straight between its points."""
    above = bisect_left(curve, (shares, 0.0), 1, len(curve) - 1)
    (low, below), (high, beyond) = curve[above - 1 : above + 1]
    return below + (beyond - below) * (shares - low) / (high - low)


def is_same(one: Source, other: Source) -> bool:
    return one.name is not None and (one.type, one.slug, one.name) == (other.type, other.slug, other.name)
