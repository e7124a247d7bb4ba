"""How good decisions were: detection and end-to-end F1 at thresholds, and the best thresholds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_STEPS = tuple(step / 50 for step in range(5, 46))


@dataclass(frozen=True, slots=True)
class Outcome:
    """One pair of marks: how probable it was that it is speech, and how probable that its source is right."""

    publisher: str
    speech: float
    share: float
    is_speech: bool
    has_source: bool
    is_right: bool


def detection(outcomes: Sequence[Outcome], speech_from: float) -> float:
    """F1 of calling marked words somebody's."""
    found = [o for o in outcomes if o.speech >= speech_from]
    right = sum(o.is_speech for o in found)
    return _f1(right, len(found), sum(o.is_speech for o in outcomes))


def end_to_end(outcomes: Sequence[Outcome], speech_from: float, source_from: float) -> float:
    """F1 of giving words their source; words without a marked source count for nothing."""
    named = [o for o in outcomes if o.speech >= speech_from and o.speech * o.share >= source_from]
    given = sum(o.has_source or not o.is_speech for o in named)
    return _f1(sum(o.is_right for o in named), given, sum(o.has_source for o in outcomes))


def _f1(right: int, given: int, wanted: int) -> float:
    return 2 * right / max(1, given + wanted)


HARDLY_LESS = 0.001
"""A wrong source is worse than none: so much F1 is given for a higher threshold."""


def thresholds(outcomes: Sequence[Outcome]) -> tuple[float, float]:
    """The thresholds for speech, with the best detection, and for naming a source, the highest good one."""
    speech_from = max(_STEPS, key=lambda step: detection(outcomes, step))
    whole = {step: end_to_end(outcomes, speech_from, step) for step in _STEPS}
    return speech_from, max(s for s, f1 in whole.items() if f1 >= max(whole.values()) - HARDLY_LESS)
