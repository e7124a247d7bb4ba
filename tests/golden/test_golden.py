"""The text half on an invented harbour town, against what it gave when somebody last read it.

After a change that is meant: `cd tests/golden && ../../.venv/bin/brexitsite clean`, then read the diff.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from brexitsite.commands.clean import Cleaned, clean, places
from brexitsite.store.project import Project

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The town's raw articles, registry and ledger, without its articles."""
    folder = tmp_path_factory.mktemp("town")
    shutil.copytree(HERE / "content", folder / "content", ignore=shutil.ignore_patterns("articles"))
    return folder


@pytest.fixture(scope="module")
def cleaned(town: Path) -> Cleaned:
    return clean(places(Project.at(town)))


def pairs(folder: Path) -> dict[str, Any]:
    """Every file of content/articles; probabilities, which training moves, to one decimal place."""
    found: dict[str, Any] = {}
    for path in sorted(folder.rglob("*.*")):
        text = path.read_text("utf-8")
        name = path.relative_to(folder).as_posix()
        found[name] = (
            json.loads(text, parse_float=lambda x: round(float(x), 1)) if path.suffix == ".json" else text
        )
    return found


def test_articles_come_out_as_they_were_read(town: Path, cleaned: Cleaned) -> None:
    assert pairs(town / "content/articles") == pairs(HERE / "content/articles")
    assert cleaned.published == 5


def test_the_ledger_keeps_every_address(town: Path, cleaned: Cleaned) -> None:
    assert (town / "content/ledger.csv").read_text() == (HERE / "content/ledger.csv").read_text()


def test_what_cannot_be_published_is_named_with_its_remedy(cleaned: Cleaned) -> None:
    assert {fault.name: fault.remedy for fault in cleaned.quarantined} == {
        "unsorted/fog.txt": "add date to unsorted/fog.toml",
        "unsorted/gallery.txt": "add its text, or delete the file",
    }
