"""What was corrected: quotations whose speaker an editor has changed, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from brexitsite.model import Article
from brexitsite.plugin.edition import Appearance, Edition


@dataclass(frozen=True, slots=True)
class Correction:
    day: date
    appearance: Appearance

    @property
    def article(self) -> Article:
        return self.appearance.article


def corrections(edition: Edition) -> list[Correction]:
    """Every correction, newest first."""
    listed = [
        Correction(appearance.first.corrected, appearance)
        for said in edition.appearances.values()
        for appearance in said
        if appearance.first.corrected is not None
    ]
    return sorted(listed, key=lambda c: (c.day, c.appearance.id), reverse=True)
