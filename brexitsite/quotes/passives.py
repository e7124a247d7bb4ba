"""Passives before a quotation: it was called “a mess” by Ann Example; it was called “a mess” (nobody).

A passive's subject is what was spoken of, never who spoke, so that these are rules and not left to weights.
"""

from __future__ import annotations

from brexitsite.quotes.candidates import Candidate, Quoted, Reading
from brexitsite.quotes.frames import Frame

_BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])
_RELAYS = frozenset(["quoted", "cited", "heard", "reported", "overheard", "recorded", "seen"])
"""Of these the subject is who spoke: "he was quoted as “…”"."""
_NAMED = frozenset("known dubbed nicknamed labelled labeled branded called described termed billed".split())
_NO_OBJECT = ("", "p", "D", "pD")
_NEAR = 6


def hangs_on_passive(reading: Reading, quotation: Quoted) -> bool:
    """Whether a quotation hangs on a passive: "has been described as “…”"."""
    frame, verb = reading.frame(quotation.span.at.paragraph), quotation.left.token
    if verb < 0 or quotation.token - verb > _NEAR or frame.lows[verb] in _RELAYS:
        return False
    between = frame.classes[verb + 1 : quotation.token]
    if _is_reduced(frame, verb) and between in _NO_OBJECT:
        return True
    return is_passive(frame, verb) and not any(letter in between for letter in ",;:.(vxSMAP")


def _is_reduced(frame: Frame, verb: int) -> bool:
    """Whether a participle after a comma names whoever stands before it: "Mr Example, known as “…”"."""
    return frame.lows[verb] in _NAMED and frame.classes[verb - 1 : verb] in (",", "(")


def is_passive(frame: Frame, verb: int) -> bool:
    """Whether a verb is the participle of a passive."""
    if frame.lows[verb].endswith("ing"):
        return False
    before = verb - 1
    while before >= 0 and frame.classes[before] == "a":
        before -= 1
    return before >= 0 and frame.lows[before] in _BE


def is_agent(reading: Reading, quotation: Quoted, candidate: Candidate) -> bool:
    """Whether a candidate stands after "by" in the passive's sentence."""
    mention, here = candidate.mention, quotation.span.at.paragraph
    if mention.paragraph != here or mention.phrase.start <= quotation.left.token:
        return False
    frame = reading.frame(here)
    if frame.lows[mention.phrase.start - 1] != "by":
        return False
    return "." not in frame.classes[quotation.left.token : mention.phrase.start]


def asks(reading: Reading, quotation: Quoted, candidate: Candidate) -> bool:
    """Whether a candidate asks or tells in the passive: he was asked by Ann Example: “Why?”"""
    mention, here = candidate.mention, quotation.span.at.paragraph
    frame = reading.frame(here)
    by = mention.phrase.start - 1
    if mention.paragraph != here or by < 1 or frame.lows[by] != "by":
        return False
    between = frame.classes[mention.phrase.end : quotation.token]
    told = frame.lows[mention.phrase.end : mention.phrase.end + 1] == ["that"] and not any(
        letter in between for letter in "SMA.;:Q"
    )
    if between != ":" and not told:
        return False
    return frame.classes[by - 1] in "SMA" and (
        is_passive(frame, by - 1) or frame.classes[by - 2 : by - 1] in ("", ".", ",")
    )
