"""Make what has changed and leave alone what has not, on every core.

A unit whose fingerprint is that of the last build is kept; the others are made by forked workers,
which share the edition in memory and write their files themselves.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

import jinja2

from brexitsite.plugin import addresses, prints
from brexitsite.plugin.prints import TemplatePrints
from brexitsite.plugin.unit import File, Made, Page, Pieced, Unit
from brexitsite.store import forked
from brexitsite.store.files import make_folder
from brexitsite.store.state import Pieces, State, UnitState

CHUNK = 24
"""Units that a worker takes at a time: enough to make the handing over cheap."""

WORTH_FORKING = 64
"""Fewer units than this are made faster than workers start."""


Written = tuple[str, Mapping[str, str], Mapping[str, Pieces]]
"""The key of a unit, its files with their SHA-256, and the pieces of those that are made of some."""


@dataclass(frozen=True, slots=True)
class Press:
    """Where the site is written, with which templates, and how many may work at it."""

    templates: jinja2.Environment
    folder: Path
    workers: int
    last: State
    previous: Path | None
    """The folder of the release that `last` describes."""
    _folders: set[str] = field(default_factory=set)
    """Those that this process has made or found."""

    def run(self, units: Iterable[Unit], common: str) -> State:
        """Bring the site up to date."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self._folders.add(str(self.folder))
        wanted: dict[str, str] = {}
        left: dict[str, UnitState] = {}
        changed = []
        for unit, print in self._with_fingerprints(units, common):
            if unit.key in wanted:
                raise AssertionError(f"two units are called {unit.key!r}")
            wanted[unit.key] = print
            last = self.last.units.get(unit.key)
            if last is not None and last.fingerprint == print:
                left[unit.key] = replace(last, kept=True)
            else:
                changed.append(replace(unit, reads=()))  # they are many and have done their part
        made = {
            key: UnitState(wanted[key], files, pieces=pieces)
            for chunk in self._made(changed)
            for key, files, pieces in chunk
        }
        return State({**left, **made})

    def _with_fingerprints(self, units: Iterable[Unit], common: str) -> Iterator[tuple[Unit, str]]:
        of_template = TemplatePrints(self.templates)
        for unit in units:
            templates = [of_template[name] for name in unit.templates]
            yield unit, prints.of(common, unit.reads, templates)

    def _made(self, units: Sequence[Unit]) -> list[list[Written]]:
        for name in sorted({name for unit in units for name in unit.templates}):
            self.templates.get_template(name)
        few = len(units) < WORTH_FORKING and sum(unit.slow for unit in units) < 2
        return forked.each(
            lambda places: [self._make(units[place]) for place in places],
            list(_chunks(units)),
            1 if few else self.workers,
        )

    def _make(self, unit: Unit) -> Written:
        files, pieces = {}, {}
        for output in unit.make():
            if isinstance(output, Pieced):
                made = output.make(self._before(unit.key, output.name))
                pieces[output.name] = made.pieces
                output = File(output.name, made.content)
            name, content = self._content(output)
            files[name] = self._write(name, content)
        return unit.key, files, pieces

    def _before(self, key: str, name: str) -> Made | None:
        """A file made of pieces as it was last time; None where it cannot be relied on."""
        last = self.last.units.get(key)
        if last is None or self.previous is None or name not in last.pieces:
            return None
        try:
            content = (self.previous / name).read_bytes()
        except OSError:
            return None
        sound = hashlib.sha256(content).hexdigest() == last.files.get(name)
        return Made(content, last.pieces[name]) if sound else None

    def _write(self, name: str, content: bytes) -> str:
        path = f"{self.folder}/{name}"
        make_folder(path.rpartition("/")[0], self._folders)
        with open(path, "wb") as file:  # noqa: PTH123 - faster than a Path
            file.write(content)
        return hashlib.sha256(content).hexdigest()

    def _content(self, output: Page | File) -> tuple[str, bytes]:
        if isinstance(output, File):
            return output.name, output.content
        template = self.templates.get_template(output.template)
        html = template.render(page=output.view, frame=output.frame)
        return addresses.page_file(output.address), html.encode("utf-8", "replace")


def _chunks(units: Sequence[Unit]) -> Iterator[range]:
    """Places of units that go to a worker together; a slow one goes alone, and first."""
    slow = [place for place, unit in enumerate(units) if unit.slow]
    yield from (range(place, place + 1) for place in slow)
    ends = [-1, *slow, len(units)]
    for before, end in pairwise(ends):
        yield from (range(n, min(n + CHUNK, end)) for n in range(before + 1, end, CHUNK))
