"""A small project on an invented subject, whose raw articles a test writes."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from brexitsite.commands.clean import Cleaned, clean, places
from brexitsite.model import Article
from brexitsite.store import articles
from brexitsite.store.project import Project

TOWN = Path(__file__).parents[1] / "golden" / "content"


@dataclass(frozen=True)
class Town:
    """The registry of the golden articles with raw articles of a test's own."""

    project: Project

    def write(self, name: str, text: str) -> Path:
        path = self.project.raw / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def clean(self, workers: int = 1) -> Cleaned:
        return clean(places(self.project), workers)

    def articles(self) -> dict[str, Article]:
        """Every article there is, by its raw file."""
        found = map(articles.read, articles.scan(self.project.articles))
        return {article.raw: article for article in found}

    def files(self) -> dict[str, bytes]:
        """Every generated file below content/, by name."""
        folder = self.project.content
        made = [*self.project.articles.rglob("*.*"), folder / "ledger.csv"]
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in made if path.exists()}


@pytest.fixture
def town(tmp_path: Path) -> Town:
    generated = shutil.ignore_patterns("articles", "ledger.csv", "raw")
    shutil.copytree(TOWN, tmp_path / "content", ignore=generated)
    (tmp_path / "content/raw").mkdir()
    return Town(Project.at(tmp_path))
