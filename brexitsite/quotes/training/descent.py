"""Minimise a smooth function with L-BFGS (Nocedal and Wright, Numerical Optimization, algorithm 7.5)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Slope: TypeAlias = tuple[float, Floats]
"""A function's value and its slope at a point."""
Step: TypeAlias = tuple[Floats, Floats]

MEMORY = 8
ENOUGH = 1e-5
"""A round that lowers the cost by less than this part of it is the last."""
_HALVINGS = 20


def descend(loss: Callable[[Floats], Slope], size: int, rounds: int) -> Floats:
    """Go down from zero, halving steps until the loss falls enough.

    >>> [round(float(x), 3) for x in descend(lambda w: (float((w - 3) @ (w - 3)), 2 * (w - 3)), 2, 20)]
    [3.0, 3.0]
    """
    weights = np.zeros(size)
    cost, slope = loss(weights)
    steps: list[Step] = []
    for _ in range(rounds):
        moved, new_cost, new_slope = _step(loss, weights, cost, slope, steps)
        steps = [*steps, (moved, new_slope - slope)][-MEMORY:]
        weights, improved = weights + moved, cost - new_cost
        cost, slope = new_cost, new_slope
        if improved < ENOUGH * abs(cost) or not slope.any():
            break
    return weights


def _step(
    loss: Callable[[Floats], Slope], weights: Floats, cost: float, slope: Floats, steps: Sequence[Step]
) -> tuple[Floats, float, Floats]:
    """The next step, and the cost and slope after it."""
    direction = -_scaled(slope, steps)
    length = 1.0 if steps else 1.0 / max(1.0, float(np.abs(slope).max()))
    for _ in range(_HALVINGS):
        new_cost, new_slope = loss(weights + length * direction)
        if new_cost <= cost + 1e-4 * length * float(slope @ direction):
            break
        length /= 2
    return length * direction, new_cost, new_slope


def _scaled(slope: Floats, steps: Sequence[Step]) -> Floats:
    """The slope times an estimate of the inverse Hessian from the last steps (two-loop recursion)."""
    result, factors = slope.copy(), []
    for step, change in reversed(steps):
        factor = (step @ result) / (step @ change)
        factors.append(factor)
        result -= factor * change
    if steps:
        step, change = steps[-1]
        result *= (step @ change) / (change @ change)
    for (step, change), factor in zip(steps, reversed(factors), strict=True):
        result += step * (factor - (change @ result) / (step @ change))
    return result
