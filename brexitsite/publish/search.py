"""The search index: made by Pagefind from a release's pages, after readers see them.

Pagefind's bytes differ from run to run, so its folder is no part of a release's manifest. A new
release first gets the index of the one before, hard-linked, so that search never stops. The new
index is made in a scratch folder. Its files are named after what they hold, all but the entry
that names the others; they are moved in first and the entry last, by a rename: a reader has the
old or the new index, whole. The old one's files stay until the next release, for pages that are
open in a browser.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from brexitsite.errors import BuildError
from brexitsite.publish.manifest import paths_in
from brexitsite.publish.records import Records
from brexitsite.publish.releases import Shelf

FOLDER = "pagefind"
ENTRY = "pagefind-entry.json"


@dataclass(frozen=True, slots=True)
class Index:
    """The search index of one output's releases."""

    shelf: Shelf
    records: Records

    def carry(self, previous: str, release: Path) -> None:
        """Lay the index of the release before into a new one, so that search goes on meanwhile."""
        for path in self.records.index(previous) or ():
            link(self.shelf.release(previous) / FOLDER / path, release / FOLDER / path)

    def is_fresh(self, name: str) -> bool:
        """Whether a release has the index of its own pages."""
        return self.records.index(name) is not None and (self.shelf.release(name) / FOLDER / ENTRY).is_file()

    def make(self, name: str) -> None:
        """Make the index of a release; raises BuildError where Pagefind fails, and the old one stays."""
        release = self.shelf.release(name)
        with self.shelf.fresh() as scratch:
            _run(_program(), release, scratch / FOLDER)
            made = sorted(paths_in(scratch / FOLDER), key=lambda path: (path == ENTRY, path))
            _land(scratch / FOLDER, release / FOLDER, made)
        self.records.put_index(name, made)


def _run(program: Path, site: Path, into: Path) -> None:
    """Run Pagefind over a site's pages."""
    command = (program, "--site", site, "--output-path", into, "--silent")
    try:
        done = subprocess.run(  # noqa: S603 – no shell, and nothing of it comes from content
            command, capture_output=True, text=True, umask=0o022, check=False
        )
    except OSError as error:
        raise _failure(error.strerror or "it does not start") from None
    if done.returncode != 0:
        raise _failure(" ".join((done.stderr or done.stdout).split())[-300:])


def _program() -> Path:
    from pagefind.service import get_executable

    program = get_executable()
    if program is None:
        raise _failure("it is not installed")
    return program


def _failure(why: str) -> BuildError:
    return BuildError(
        f"Pagefind: {why}; the new site is published, with the old search index; "
        f"mend it and build again, or build with --no-search"
    )


def _land(made: Path, target: Path, paths: Iterable[str]) -> None:
    """Move the files of a new index in, in this order."""
    for path in paths:
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        os.replace(made / path, target / path)


def link(old: str | Path, new: str | Path) -> None:
    """Give a file a second place; where the file system cannot, copy it."""
    try:
        os.link(old, new)
    except FileNotFoundError:
        Path(new).parent.mkdir(parents=True, exist_ok=True)
        os.link(old, new)
    except OSError:
        shutil.copy2(old, new)
