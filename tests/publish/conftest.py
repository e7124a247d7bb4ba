"""A tiny digest to publish, and how it is built in a process of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
BUILD = [sys.executable, "-m", "brexitsite", "site", "--no-search"]


@pytest.fixture
def digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a digest of three articles; it is the current directory."""
    folder = tmp_path / "digest"
    shutil.copytree(Path(__file__).with_name("miniature"), folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PYTHONPATH", str(REPOSITORY))
    return folder


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run brexitsite in the current directory."""
    command = [sys.executable, "-m", "brexitsite", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)
