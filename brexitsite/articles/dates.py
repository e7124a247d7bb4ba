"""When an undated article was written: a window of days, and the sentences that say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from brexitsite.model import Dated


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known about the days: who held which office, what happened when."""


NO_EVIDENCE = Evidence()


def infer(paragraphs: Sequence[str], evidence: Evidence) -> Dated | None:
    """Return the days on which an article can have been written, the middle one first; None if unsure."""
    return None
