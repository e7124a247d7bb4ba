"""Constructions that leave no doubt whose the words are, too rare in training to be learnt."""

from __future__ import annotations

from brexitsite.quotes.candidates import Candidate, Quoted, Reading
from brexitsite.quotes.passives import asks, is_agent

_SENTENCE = frozenset("SMAvxPQr")
"""Classes of which a signature has none."""
_NAMES = ("name", "title")


def is_sure(reading: Reading, quotation: Quoted, candidate: Candidate, passive: bool) -> bool:
    """Whether a candidate signs the words, says them in the passive or shares the verb before.

    `passive` says whether the quotation hangs on a passive.
    """
    return (
        signs(reading, quotation, candidate)
        or shares_verb(reading, quotation, candidate)
        or asks(reading, quotation, candidate)
        or (passive and is_agent(reading, quotation, candidate))
    )


def signs(reading: Reading, quotation: Quoted, candidate: Candidate) -> bool:
    """Whether a candidate signs the words: “…” – Ann Example, 54; also alone in the next paragraph."""
    mention, side = candidate.mention, candidate.where[0]
    if side not in "AN" or mention.phrase.type not in _NAMES:
        return False
    classes = reading.frame(mention.paragraph).classes
    before = classes[quotation.token + 1 if side == "A" else 0 : mention.phrase.start]
    rest = classes[mention.phrase.end :]
    return before in ("-", ".-") and _SENTENCE.isdisjoint(rest)


def shares_verb(reading: Reading, quotation: Quoted, candidate: Candidate) -> bool:
    """Whether a name takes up the verb of a clause before: Ann called it “odd”; Bo, “mad”."""
    mention, here = candidate.mention, quotation.span.at.paragraph
    if mention.paragraph != here or mention.phrase.type not in _NAMES:
        return False
    classes, start = reading.frame(here).classes, mention.phrase.start
    sentence = classes[classes.rfind(".", 0, start) + 1 : start]
    return (
        classes[mention.phrase.end : quotation.token + 1] == ",Q"
        and sentence.endswith(";")
        and "Q" in sentence
    )
