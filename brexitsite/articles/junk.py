"""Lines of an article that are not its prose, by class; the rules and their reasons are in junk.toml.

Losing prose is worse than leaving junk: what no rule knows stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from brexitsite.articles.layout import Line
from brexitsite.model import Dropped, Furniture


@dataclass(frozen=True, slots=True)
class Decisions:
    """What is known beforehand: an outlet's furniture, and lines that an editor keeps or drops."""

    furniture: tuple[Furniture, ...] = ()
    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()


NONE = Decisions()


def sift(lines: Sequence[Line], title: str | None, decisions: Decisions = NONE) -> tuple[list[Line], list[Dropped]]:
    """Part an article's lines into prose and junk, both in order."""
    return list(lines), []
