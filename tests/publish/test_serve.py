"""Every edit is followed by a build; what builds write is not."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from watchfiles import Change

from brexitsite.commands import site
from brexitsite.commands.serve import Matters, changes
from brexitsite.publish.plan import Plan
from brexitsite.store.project import Project


@pytest.fixture
def plan(digest: Path) -> Plan:
    (digest / "content" / "raw").mkdir()
    return site.plan(Project(digest))


@pytest.fixture
def noticed(plan: Plan) -> Iterator[Iterator[object]]:
    """What the watch yields; one that sees nothing for ten seconds ends."""
    stop = threading.Event()
    patience = threading.Timer(10, stop.set)
    patience.start()
    yield changes(plan, stop)
    patience.cancel()


def test_an_edit_is_noticed(noticed, digest):
    next(noticed)
    (digest / "content" / "raw" / "one.txt").write_text("changed")
    assert next(noticed)


def test_an_edit_during_the_first_build_is_noticed(noticed, digest):
    next(noticed)  # the build begins
    (digest / "content" / "site.toml").touch()
    time.sleep(0.5)  # and takes its time
    assert next(noticed)


def test_a_file_that_an_editor_puts_another_one_in_the_place_of_is_followed(noticed, digest):
    next(noticed)
    for _ in range(3):
        (digest / "new").write_text("AUTHOR = 'Somebody'\n")
        (digest / "new").replace(digest / "pelicanconf.py")
        assert next(noticed)
        next(noticed)  # the new file is watched; what came before is built too


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
