"""The second digest, on an invented subject: a copy to change, and how it is built."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from brexitsite.plugin import edition, generator
from brexitsite.plugin.edition import Edition
from brexitsite.plugin.unit import Page
from brexitsite.store import state
from brexitsite.store.state import State

REPOSITORY = Path(__file__).resolve().parents[2]
THEME = REPOSITORY / "theme"


@dataclass(frozen=True)
class Digest:
    """A content folder and where it is built."""

    content: Path
    work: Path

    def settings(self, **more: Any) -> dict[str, Any]:
        return {"PATH": str(self.content), "THEME": str(THEME), "BREXITSITE_WORKERS": 1, **more}

    def edition(self) -> Edition:
        return edition.compile(generator.read(self.settings()), "")

    def page(self, address: str) -> Page:
        """What the template of a page gets."""
        made = (output for unit in generator.units(self.edition()) for output in unit.make())
        return next(out for out in made if isinstance(out, Page) and out.address == address)

    def clean(self, **more: Any) -> dict[str, bytes]:
        """Every file of a build from nothing."""
        folder = self.work / "clean"
        shutil.rmtree(folder, ignore_errors=True)
        generator.build(self.settings(**more), folder)
        return contents(folder)

    def next(self, number: int, **more: Any) -> tuple[dict[str, bytes], State]:
        """Build number so-and-so, each on top of the one before; what was kept is linked into it."""
        previous, folder = (self.work / f"release-{n}" for n in (number - 1, number))
        shutil.rmtree(folder, ignore_errors=True)
        done = generator.build(
            self.settings(
                BREXITSITE_STATE=str(self.work / "state.json"),
                BREXITSITE_PREVIOUS=str(previous) if previous.is_dir() else None,
                **more,
            ),
            folder,
        )
        assert state.read(self.work / "state.json") == done
        for name in done.kept():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            os.link(previous / name, folder / name)
        return contents(folder), done


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture
def second(tmp_path: Path) -> Digest:
    """A copy of the second digest, to change at will."""
    shutil.copytree(REPOSITORY / "tests" / "second_digest" / "content", tmp_path / "content")
    return Digest(tmp_path / "content", tmp_path)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every text file of the second digest's site."""
    work = tmp_path_factory.mktemp("second")
    digest = Digest(REPOSITORY / "tests" / "second_digest" / "content", work)
    return {name: data.decode() for name, data in digest.clean().items() if not name.endswith(".sqlite")}
