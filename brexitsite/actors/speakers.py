"""How sure it is that somebody said some words: all source words that may be theirs, taken together."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from brexitsite.actors.resolve import Cast
from brexitsite.model import Attribution, Source

WORTH_ASKING = 0.02
"""Source words with a smaller share of a quotation change nothing that is shown."""

CALIBRATION = (
    (0.0, 0.0),
    (0.5, 0.55),
    (0.65, 0.7),
    (0.69, 0.8),
    (0.85, 0.9),
    (0.9, 0.96),
    (0.95, 0.985),
    (1.0, 0.995),
)
"""Shares, and the probability that a link with them is right.

From 275 links judged by hand, half of them of the labelled articles and half drawn from others; below 0.69
two of three were right, from 0.69 to 0.85 60 of 65, above it 165 of 167. The shares of the ranker
were learnt from American articles, where a span that differs by a word counts as wrong.
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
    return round(calibrated(found.speech * (first * source.confidence + sum(agreeing))), 3)


def calibrated(shares: float) -> float:
    """How many of a hundred links with such shares were right, straight between the points of CALIBRATION."""
    above = bisect_left(CALIBRATION, (shares, 0.0), 1, len(CALIBRATION) - 1)
    (low, below), (high, beyond) = CALIBRATION[above - 1 : above + 1]
    return below + (beyond - below) * (shares - low) / (high - low)


def is_same(one: Source, other: Source) -> bool:
    return one.name is not None and (one.type, one.slug, one.name) == (other.type, other.slug, other.name)
