"""Digests in which everything is hostile, and how they are built in a process of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.hostile.slots import fill

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[1]


@dataclass(frozen=True)
class Built:
    """A project after a build."""

    root: Path
    status: int
    said: str

    @property
    def site(self) -> Path:
        return (self.root / "output").resolve()

    def files(self, *endings: str) -> dict[str, bytes]:
        """The site's files with these endings, by path."""
        paths = (p for p in sorted(self.site.rglob("*")) if p.is_file())
        return {
            p.relative_to(self.site).as_posix(): p.read_bytes() for p in paths if p.name.endswith(endings)
        }

    def again(self) -> Built:
        return built(self.root)


def project(root: Path) -> Path:
    """A project on the second digest's invented subject, without articles; returns its content."""
    second = REPOSITORY / "tests" / "second_digest" / "content"
    shutil.copytree(second, root / "content", ignore=shutil.ignore_patterns("articles", "raw", "ledger.csv"))
    shutil.copytree(REPOSITORY / "theme", root / "theme")
    shutil.copy(REPOSITORY / "pelicanconf.py", root)
    (root / "content" / "raw").mkdir()
    return root / "content"


def built(root: Path, *more: str) -> Built:
    """Build a project without its search index."""
    done = subprocess.run(
        [sys.executable, "-m", "brexitsite", "build", "--no-search", *more],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return Built(root, done.returncode, done.stderr)


@pytest.fixture
def digest(tmp_path: Path) -> Path:
    """An empty project to fill; its raw folder is content/raw."""
    project(tmp_path / "digest")
    return tmp_path / "digest"


@pytest.fixture
def build() -> Callable[..., Built]:
    return built


@pytest.fixture(scope="session")
def payloads() -> list[str]:
    """Words that do harm where a program takes them for code."""
    kinds = tomllib.loads((HERE / "payloads.toml").read_text("utf-8"))
    return [words for kind in kinds.values() for words in kind.values()]


def filled(root: Path, words: list[str]) -> Built:
    fill(project(root), words)
    return built(root)


@pytest.fixture(scope="session")
def attacked(tmp_path_factory: pytest.TempPathFactory, payloads: list[str]) -> Built:
    """The digest with every payload in every slot."""
    return filled(tmp_path_factory.mktemp("attacked"), payloads)


@pytest.fixture(scope="session")
def peaceful(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The same digest with harmless words in every slot."""
    return filled(tmp_path_factory.mktemp("peaceful"), ["kettle and cups", "a pot of tea"])
