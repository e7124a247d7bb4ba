"""What to build, from what, and where to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from brexitsite.publish.records import Records
from brexitsite.publish.releases import Shelf
from brexitsite.store.project import Project


@dataclass(frozen=True, slots=True)
class Plan:
    """One build: `articles` and `ledger` are made from `raw` or stand there already."""

    project: Project
    content: Path
    raw: Path
    articles: Path
    ledger: Path
    output: Path
    site_url: str | None = None
    search: bool = True
    workers: int | None = None

    @property
    def shelf(self) -> Shelf:
        return Shelf(self.output)

    @property
    def records(self) -> Records:
        return Records.of(self.project.cache, self.output)
