"""Choose among the candidates of a quotation with a linear model, in pure Python.

The weights come from `python -m brexitsite.commands.train`; the file names the data that they were learnt from.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by feature, and the points of the calibration curve."""

    source: Mapping[str, float]
    speech: Mapping[str, float]
    speech_from: float
    calibration: tuple[tuple[float, float], ...]


@cache
def model() -> Model:
    """Load the weights that stand beside the language data."""
    stored = json.loads(files("brexitsite.knowledge").joinpath("ranker.json").read_text("utf-8"))
    return Model(
        stored["source"], stored["speech"], stored["speech_from"], tuple(map(tuple, stored["calibration"]))
    )


def total(weights: Mapping[str, float], features: Sequence[str]) -> float:
    """Add up the weights of the features that are known."""
    find = weights.get
    return math.fsum(find(feature, 0.0) for feature in features)


def shares(scores: Sequence[float]) -> list[float]:
    """Turn scores into probabilities that add up to one."""
    highest = max(scores)
    powers = [math.exp(score - highest) for score in scores]
    whole = sum(powers)
    return [power / whole for power in powers]


def chance(score: float) -> float:
    """Turn the score of a yes-or-no model into the probability of yes."""
    return 1 / (1 + math.exp(-score))


def calibrated(curve: Sequence[tuple[float, float]], probability: float) -> float:
    """Read a calibration curve, straight between its points."""
    below = (0.0, 0.0)
    for point in curve:
        if probability <= point[0]:
            width = point[0] - below[0]
            share = (probability - below[0]) / width if width else 1.0
            return below[1] + share * (point[1] - below[1])
        below = point
    return curve[-1][1] if curve else probability
