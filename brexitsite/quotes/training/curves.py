"""What a raw probability is worth: a rising curve fitted to how often it was right."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from math import ceil

POINTS = 40
"""A curve is drawn through at most so many groups of equally many cases."""


def rising(pairs: Sequence[tuple[float, bool]], points: int = POINTS) -> list[tuple[float, float]]:
    """Fit a rising curve from probability to the frequency of being right, by pooling adjacent violators.

    >>> rising([(0.2, False), (0.4, True), (0.6, False), (0.8, True)], points=4)
    [(0.2, 0.0), (0.5, 0.5), (0.8, 1.0)]
    """
    pools: list[_Pool] = []
    for chunk in _chunks(sorted(pairs), points):
        pools.append(_Pool(sum(p for p, _ in chunk), sum(right for _, right in chunk), len(chunk)))
        while len(pools) > 1 and pools[-2].rate >= pools[-1].rate:
            last = pools.pop()
            pools[-1] = pools[-1].with_(last)
    return _distinct([(round(pool.sum / pool.count, 3), round(pool.rate, 3)) for pool in pools])


class _Pool:
    """Neighbouring cases: the sum of their probabilities, how many were right, how many they are."""

    def __init__(self, sum: float, right: int, count: int) -> None:
        self.sum, self.right, self.count = sum, right, count

    @property
    def rate(self) -> float:
        return self.right / self.count

    def with_(self, other: _Pool) -> _Pool:
        return _Pool(self.sum + other.sum, self.right + other.right, self.count + other.count)


def _chunks(pairs: Sequence[tuple[float, bool]], points: int) -> list[Sequence[tuple[float, bool]]]:
    size = max(1, ceil(len(pairs) / points))
    return [pairs[k : k + size] for k in range(0, len(pairs), size)]


def _distinct(curve: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """One point for each probability: the highest."""
    return [max(points) for _, points in groupby(curve, key=lambda point: point[0])]
