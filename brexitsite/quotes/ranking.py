"""Weigh descriptions with linear models, in pure Python.

The weights come from `make train`; ranker.json names the data that they were learnt from.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from operator import itemgetter
from typing import Any, TypeAlias

Values: TypeAlias = Mapping[str, str]
Key: TypeAlias = str | tuple[str, ...]
Weights: TypeAlias = tuple[tuple[Callable[[Values], Key], Callable[[Key, float], float]], ...]
"""For each combination of named values: how to take it from a description, and how to look up its weight."""
Curve: TypeAlias = Sequence[tuple[float, float]]

FIRST = 8
"""So many combinations, the first group of ranker_features.toml, are weighed of every candidate."""
HOPELESS = 2.5
"""Who is so far behind then is not looked at further.

Of 18,880 quotations this took the likeliest from 3; of 203,410 candidates it left half.
"""

BETWEEN = "|"
"""Stands between the values of a combination in ranker.json."""


@dataclass(frozen=True, slots=True)
class Model:
    """Weights, curves from raw to calibrated probabilities, and the two thresholds."""

    source: Weights
    speech: Weights
    source_curve: Curve = ((0.0, 0.0), (1.0, 1.0))
    speech_curve: Curve = ((0.0, 0.0), (1.0, 1.0))
    speech_from: float = 0.5
    """Marked words count as somebody's from this probability."""
    source_from: float = 0.0
    """The likeliest source is named from this probability that the words are speech and its own."""


@cache
def model() -> Model:
    """Load the weights that stand beside the language data."""
    return read(json.loads(files("brexitsite.knowledge").joinpath("ranker.json").read_text("utf-8")))


def read(stored: Mapping[str, Any]) -> Model:
    """Make a model of what ranker.json holds."""
    return Model(
        weights(stored["source"]),
        weights(stored["speech"]),
        [(x, y) for x, y in stored["source_curve"]],
        [(x, y) for x, y in stored["speech_curve"]],
        stored["speech_from"],
        stored["source_from"],
    )


def weights(stored: Mapping[str, Mapping[str, float]]) -> Weights:
    """Combination → values → weight, made ready for looking up.

    >>> by_place = weights({"where type": {"B0|name": 0.5}})
    >>> total(by_place, {"where": "B0", "type": "name"})
    0.5
    """
    return tuple(_combination(name.split(), known) for name, known in stored.items())


def _combination(
    names: list[str], known: Mapping[str, float]
) -> tuple[Callable[[Values], Key], Callable[[Key, float], float]]:
    pick: Callable[[Values], Key] = itemgetter(*names)
    together = len(names) > 1
    by_key = {tuple(key.split(BETWEEN)) if together else key: weight for key, weight in known.items()}
    return pick, by_key.get


def total(known: Weights, values: Values) -> float:
    """Add up the weights of all combinations of a description."""
    score = 0.0
    for pick, weight in known:
        score += weight(pick(values), 0.0)
    return score


def shares(scores: Sequence[float]) -> list[float]:
    """Turn scores into probabilities that add up to one."""
    highest = max(scores, default=0.0)
    powers = [math.exp(score - highest) for score in scores]
    whole = sum(powers)
    return [power / whole for power in powers]


def chance(score: float) -> float:
    """Turn the score of a yes-or-no model into the probability of yes."""
    return 1 / (1 + math.exp(-score))


def calibrated(curve: Curve, probability: float) -> float:
    """Read a calibration curve, straight between its points.

    >>> calibrated([(0.0, 0.0), (0.5, 0.8), (1.0, 1.0)], 0.25)
    0.4
    """
    below = curve[0]
    for point in curve:
        if probability <= point[0]:
            width = point[0] - below[0]
            part = (probability - below[0]) / width if width else 1.0
            return below[1] + part * (point[1] - below[1])
        below = point
    return below[1]
