"""Fit linear models over combinations of values, with numpy; the same data gives the same weights."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from brexitsite.quotes.features import Values
from brexitsite.quotes.ranking import BETWEEN
from brexitsite.quotes.training.descent import Slope, descend
from brexitsite.quotes.training.examples import Choice

Floats: TypeAlias = NDArray[np.float64]
Stored: TypeAlias = dict[str, dict[str, float]]
"""Combination → values → weight, as in ranker.json."""


_ROUNDED = 1e-4
"""Rounds the corner of a weight's size at zero, so that it has a slope there."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a fit is held by: large weights cost, many cost, small ones and rare values are left out."""

    penalty: float
    """Half of this times the square of each weight is added to the loss."""
    sparsity: float
    """This times the size of each weight is added to the loss, so that most become nothing."""
    seen_at_least: int = 3
    smallest: float = 0.03
    rounds: int = 80


@dataclass(frozen=True, slots=True)
class Table:
    """Descriptions as numbers: a row for each, a column for each combination, 0 where it is unknown."""

    rows: NDArray[np.int32]
    known: list[tuple[str, str]]
    """What each number from 1 on stands for: combination and values."""

    @property
    def size(self) -> int:
        return len(self.known) + 1


def table(descriptions: Sequence[Values], combinations: Sequence[str], seen_at_least: int) -> Table:
    """Number all values of all combinations that are seen often enough."""
    columns: list[NDArray[np.int32]] = []
    known: list[tuple[str, str]] = []
    for combination in combinations:
        names = combination.split()
        values = [BETWEEN.join([description.get(name, "") for name in names]) for description in descriptions]
        counts = Counter(values)
        common = sorted(value for value, count in counts.items() if count >= seen_at_least)
        numbers = {value: len(known) + 1 + k for k, value in enumerate(common)}
        known += [(combination, value) for value in common]
        columns.append(np.array([numbers.get(value, 0) for value in values], dtype=np.int32))
    return Table(np.stack(columns, axis=1), known)


def fit_choice(choices: Sequence[Choice], combinations: Sequence[str], settings: Settings) -> Stored:
    """Fit a softmax over each quotation's candidates; several may be right, one of them must win."""
    described = [values for choice in choices for values in choice.described]
    known = table(described, combinations, settings.seen_at_least)
    right = np.array([right for choice in choices for right in choice.right])
    sizes = [len(choice.right) for choice in choices]
    starts, group = np.cumsum([0, *sizes[:-1]]), np.repeat(np.arange(len(sizes)), sizes)

    def loss(weights: Floats) -> Slope:
        scores = weights[known.rows].sum(axis=1)
        shares, true = _softmax(scores, starts, group), _softmax(np.where(right, scores, -1e9), starts, group)
        won = np.maximum(1e-12, np.add.reduceat(shares * right, starts))
        return _regular(known, weights, -np.log(won).sum(), shares - true, settings)

    return _stored(known, descend(loss, known.size, settings.rounds), settings.smallest)


def _softmax(scores: Floats, starts: NDArray[np.int64], group: NDArray[np.int64]) -> Floats:
    powers = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
    shares: Floats = powers / np.add.reduceat(powers, starts)[group]
    return shares


def fit_speech(
    described: Sequence[Values], is_speech: Iterable[bool], combinations: Sequence[str], settings: Settings
) -> Stored:
    """Fit a logistic regression: somebody's words, or marks for another reason."""
    known = table(described, combinations, settings.seen_at_least)
    true = np.array(list(is_speech), dtype=float)

    def loss(weights: Floats) -> Slope:
        scores = weights[known.rows].sum(axis=1)
        cost = np.logaddexp(0, np.where(true > 0, -scores, scores)).sum()
        return _regular(known, weights, cost, 1 / (1 + np.exp(-scores)) - true, settings)

    return _stored(known, descend(loss, known.size, settings.rounds), settings.smallest)


def _regular(known: Table, weights: Floats, cost: float, slope_by_row: Floats, held: Settings) -> Slope:
    """Cost and slope with what weights cost; number 0 (unknown) keeps the weight 0."""
    columns, size = known.rows.shape[1], np.sqrt(weights**2 + _ROUNDED)
    slope: Floats = np.bincount(known.rows.ravel(), np.repeat(slope_by_row, columns), known.size).astype(
        float
    )
    slope = slope + held.penalty * weights + held.sparsity * weights / size
    slope[0] = 0.0
    return float(cost + held.penalty / 2 * weights @ weights + held.sparsity * size.sum()), slope


def _stored(known: Table, weights: Floats, smallest: float) -> Stored:
    stored: Stored = {}
    for (combination, values), weight in zip(known.known, weights[1:], strict=True):
        if abs(weight) >= smallest:
            stored.setdefault(combination, {})[values] = round(float(weight), 2)
    return stored
