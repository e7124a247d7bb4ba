"""Passives before a quotation: it was called “a mess” by Ann Example; it was called “a mess” (nobody).

A passive's subject is what was spoken of, never who spoke, so that these are rules and not left to weights.
"""

from __future__ import annotations

from brexitsite.knowledge import language
from brexitsite.quotes.candidates import Candidate, Quoted
from brexitsite.quotes.frames import Frame, has_any

_BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])
_RELAYS = frozenset(["quoted", "cited", "heard", "reported", "overheard", "recorded", "seen"])
"""Of these the subject is who spoke: "he was quoted as “…”"."""
_NO_OBJECT = ("", "p", "D", "pD")
_NEAR = 6


def hangs_on_passive(quotation: Quoted) -> bool:
    """Whether a quotation hangs on a passive: "has been described as “…”"."""
    frame, verb = quotation.frame, quotation.left.token
    if verb < 0 or quotation.token - verb > _NEAR or frame.lows[verb] in _RELAYS:
        return False
    between = frame.classes[verb + 1 : quotation.token]
    if _is_reduced(frame, verb) and (between in _NO_OBJECT or _has_agent_only(frame, verb, quotation.token)):
        return True
    return is_passive(frame, verb) and not has_any(between, ",;:.(vxSMAP")


def _is_reduced(frame: Frame, verb: int) -> bool:
    """Whether a participle after a comma names whoever stands before it: "Mr Example, known as “…”"."""
    return frame.lows[verb] in language.constructions()["named"] and frame.classes[verb - 1 : verb] in (
        ",",
        "(",
    )


def _has_agent_only(frame: Frame, verb: int, token: int) -> bool:
    """Whether only who calls it so stands before the words: "described by many as “…”"."""
    by_and_as = (frame.low(verb + 1), frame.low(token - 1)) == ("by", "as")
    return by_and_as and not has_any(frame.classes[verb + 2 : token - 1], "SMAvx,.;:QP")


def is_passive(frame: Frame, verb: int) -> bool:
    """Whether a verb is the participle of a passive."""
    if frame.lows[verb].endswith("ing"):
        return False
    before = verb - 1
    while before >= 0 and frame.classes[before] == "a":
        before -= 1
    return before >= 0 and frame.lows[before] in _BE


def is_agent(quotation: Quoted, candidate: Candidate) -> bool:
    """Whether a candidate of the quotation's paragraph stands after "by" in the passive's sentence."""
    start, frame = candidate.mention.phrase.start, candidate.mention.frame
    if start <= quotation.left.token or frame.lows[start - 1] != "by":
        return False
    return "." not in frame.classes[quotation.left.token : start]


def asks(quotation: Quoted, candidate: Candidate) -> bool:
    """Whether a candidate of its paragraph asks or tells in the passive: was asked by Ann Example: “Why?”"""
    phrase, frame = candidate.mention.phrase, candidate.mention.frame
    by = phrase.start - 1
    if by < 1 or frame.lows[by] != "by":
        return False
    between = frame.classes[phrase.end : quotation.token]
    told = frame.lows[phrase.end : phrase.end + 1] == ["that"] and not has_any(between, "SMA.;:Q")
    if between != ":" and not told:
        return False
    return frame.classes[by - 1] in "SMA" and (
        is_passive(frame, by - 1) or frame.classes[by - 2 : by - 1] in ("", ".", ",")
    )


def is_judge(quotation: Quoted, candidate: Candidate) -> bool:
    """Whether somebody judges another in the passive: he was condemned by Ann Example for going “far”."""
    phrase, frame = candidate.mention.phrase, candidate.mention.frame
    verb = phrase.start - 2
    if (
        verb < 0
        or phrase.end > quotation.token
        or frame.lows[verb + 1] != "by"
        or frame.classes[verb] not in "MA"
        or not is_passive(frame, verb)
    ):
        return False
    between = frame.classes[phrase.end : quotation.token]
    return frame.lows[phrase.end : phrase.end + 1] in (["for"], ["as"], ["of"]) and not has_any(
        between, ".;:Q"
    )
