"""A tiny digest to publish, and how it is built in a process of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
Run: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a digest of three articles; it is the current directory."""
    folder = tmp_path / "digest"
    shutil.copytree(
        Path(__file__).with_name("miniature"), folder, ignore=shutil.ignore_patterns("__pycache__")
    )
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What starts brexitsite in the current directory."""
    monkeypatch.setenv("PYTHONPATH", str(REPOSITORY))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    return [sys.executable, "-m", "brexitsite"]


@pytest.fixture
def run(command: list[str]) -> Run:
    """Run brexitsite in the current directory."""

    def run(*arguments: str, **changes: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, **changes}
        return subprocess.run(
            [*command, *arguments], capture_output=True, text=True, check=False, env=environment
        )

    return run
