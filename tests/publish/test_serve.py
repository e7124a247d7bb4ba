"""Every edit is followed by a build; what builds write is not."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from watchfiles import Change

from brexitsite.commands import site
from brexitsite.commands.serve import Matters, changes
from brexitsite.publish.plan import Plan
from brexitsite.store.project import Project


@pytest.fixture
def plan(digest: Path) -> Plan:
    return site.plan(Project(digest))


def test_an_edit_is_noticed_at_once(plan, digest):
    stop = threading.Event()
    threading.Timer(0.3, (digest / "content" / "raw" / "one.txt").write_text, ["changed"]).start()
    threading.Timer(5, stop.set).start()
    assert next(iter(changes(plan, stop)))
    stop.set()


@pytest.mark.parametrize(
    "path", ["content/raw/wire/new.txt", "content/site.toml", "theme/templates/base.html", "pelicanconf.py"]
)
def test_what_a_build_reads_matters(plan, digest, path):
    assert Matters(plan)(Change.modified, str(digest / path))


@pytest.mark.parametrize(
    "path",
    ["content/articles/one.md", "content/ledger.csv", "content/raw/.one.txt.swp", "content/raw/one.txt~"],
)
def test_what_builds_and_editors_write_for_themselves_does_not(plan, digest, path):
    assert not Matters(plan)(Change.modified, str(digest / path))
