"""Releases of a site: folders side by side, and the link that says which of them readers see.

output            → .releases/3f…          a relative link, changed by one rename
.releases/3f…/      the site now
.releases/a0…/      the one before, and the one before that
.releases/.new-…/   a build at work, or what a killed one left
.releases/.spare/   a release that is no longer kept: the next build makes its own of it
.releases/output.list   the releases of `output`, oldest first
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from brexitsite.errors import BuildError
from brexitsite.publish.disk import opened, settle_entries

KEPT = 3
"""The current release and two before it."""
NAME = re.compile(r"[0-9a-f]{16}(-\d+)?")
SCRATCH = ".new-"
SPARE = ".spare"


@dataclass(frozen=True, slots=True)
class Shelf:
    """The releases of one output; whoever changes it holds the project's lock."""

    output: Path

    @property
    def folder(self) -> Path:
        return self.output.parent / ".releases"

    def release(self, name: str) -> Path:
        return self.folder / name

    def current(self) -> str | None:
        """The release that readers see; None where nothing was published."""
        name = _name_in(str(self.output.readlink())) if self.output.is_symlink() else None
        return name if name and self.release(name).is_dir() else None

    def check(self) -> None:
        """Raise BuildError where something stands at the output's place that is not ours to replace."""
        if self.output.is_symlink():
            self._check_link()
        elif self.output.is_dir() and not any(self.output.iterdir()):
            self.output.rmdir()
        elif self.output.exists():
            raise BuildError(
                f"{self.output}: is in the way of a link to the release; "
                f"move it aside (mv {self.output} {self.output}.old) and build again"
            )

    def _check_link(self) -> None:
        goal = str(self.output.readlink())
        if _name_in(goal) is None:
            raise BuildError(
                f"{self.output}: leads to {goal}, which is no release of this program; "
                f"remove the link or give another --output"
            )

    # --- a fresh release ------------------------------------------------------------------

    @contextmanager
    def fresh(self, or_spare: bool = False) -> Iterator[Path]:
        """Lend an empty folder, `or_spare` the spare release; what is still there at the end is removed.

        It is locked while in use, so that only what a dead build left is ever swept away.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=SCRATCH, dir=self.folder))
        if or_spare and self._spare.is_dir():
            self._spare.replace(folder)
        try:
            with opened(folder) as handle:
                fcntl.flock(handle, fcntl.LOCK_EX)
                yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def put(self, folder: Path, name: str) -> None:
        """Give a finished folder its name among the releases; nobody sees it yet."""
        folder.rename(self.release(name))
        settle_entries(self.folder)

    def free_name(self, digest: str) -> str:
        """A name for a release, another one where a damaged release stands in the way."""
        taken = set(os.listdir(self.folder))
        names = (f"{digest}-{n}" if n else digest for n in range(len(taken) + 1))
        return next(name for name in names if name not in taken)

    # --- which release is seen ------------------------------------------------------------

    def names(self) -> list[str]:
        """The releases kept for this output, oldest first."""
        try:
            lines = self._list.read_text("ascii", "replace").split("\n")
        except FileNotFoundError:
            lines = []
        known = [name for name in dict.fromkeys(lines) if NAME.fullmatch(name)]
        return [name for name in known if self.release(name).is_dir()]

    def show(self, name: str) -> None:
        """Let readers see a release, from one moment to the next.

        What stood after the current one was rolled back from, and goes.
        """
        current, names = self.current(), self.names()
        before = names[: names.index(current) + 1] if current in names else [n for n in (current,) if n]
        self._write_list([*(n for n in before if n != name), name][-KEPT:])
        self._link(name)

    def roll_back(self) -> str:
        """Let readers see the release before the current one again; the list stays."""
        self.check()
        current, names = self.current(), self.names()
        place = names.index(current) if current in names else 0
        if place == 0:
            raise BuildError(f"{self.output}: there is no release before this one; build the one you want")
        self._link(names[place - 1])
        return names[place - 1]

    def _link(self, name: str) -> None:
        link = self.folder / f".{self.output.name}.link"
        with suppress(FileNotFoundError):
            link.unlink()
        link.symlink_to(f".releases/{name}")
        os.replace(link, self.output)
        settle_entries(self.output.parent)

    @property
    def _list(self) -> Path:
        return self.folder / f"{self.output.name}.list"

    def _write_list(self, names: list[str]) -> None:
        scratch = self._list.with_suffix(".new")
        with scratch.open("w", encoding="ascii") as file:
            file.writelines(f"{name}\n" for name in names)
            file.flush()
            os.fsync(file.fileno())
        os.replace(scratch, self._list)

    # --- tidiness -------------------------------------------------------------------------

    def sweep(self) -> None:
        """Remove releases that no output of this place keeps, one aside, and what dead builds left."""
        if not self.folder.is_dir():
            return
        kept = self._kept()
        for entry in sorted(self.folder.iterdir()):
            if entry.name.startswith(SCRATCH):
                _remove_if_dead(entry)
            elif NAME.fullmatch(entry.name) and entry.name not in kept:
                self._put_aside(entry)

    def _put_aside(self, release: Path) -> None:
        """Keep a release for the next build to make its own of, or remove it where there is one already."""
        if self._spare.exists():
            shutil.rmtree(release, ignore_errors=True)
        else:
            release.rename(self._spare)

    @property
    def _spare(self) -> Path:
        return self.folder / SPARE

    def _kept(self) -> set[str]:
        outputs = {self.output.name, *(path.stem for path in self.folder.glob("*.list"))}
        shelves = [Shelf(self.output.with_name(name)) for name in sorted(outputs)]
        return {name for shelf in shelves for name in (*shelf.names(), shelf.current()) if name}


def _name_in(goal: str) -> str | None:
    """The release that a link's text names.

    >>> _name_in(".releases/0123456789abcdef"), _name_in("/var/www")
    ('0123456789abcdef', None)
    """
    folder, _, name = goal.rpartition("/")
    return name if folder == ".releases" and NAME.fullmatch(name) else None


def _remove_if_dead(folder: Path) -> None:
    with suppress(OSError), opened(folder) as handle:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(folder, ignore_errors=True)
