"""Make what has changed and leave alone what has not, on every core.

A unit whose fingerprint is that of the last build is kept; the others are made by forked workers,
which share the edition in memory and write their files themselves.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import jinja2

from brexitsite.plugin import addresses, prints
from brexitsite.plugin.prints import TemplatePrints
from brexitsite.plugin.unit import Output, Page, Unit
from brexitsite.store import forked
from brexitsite.store.state import State, UnitState

CHUNK = 24
"""Units that a worker takes at a time: enough to make the handing over cheap."""

WORTH_FORKING = 64
"""Fewer units than this are made faster than workers start."""


@dataclass(frozen=True, slots=True)
class Press:
    """Where the site is written, with which templates, and how many may work at it."""

    templates: jinja2.Environment
    folder: Path
    workers: int

    def run(self, units: Sequence[Unit], common: str, last: State, previous: frozenset[str]) -> State:
        """Bring the site up to date; `previous` are the files of the release that `last` describes."""
        wanted = self._fingerprints(units, common)
        kept = {key for key, print in wanted.items() if _is_kept(last.units.get(key), print, previous)}
        changed = [unit for unit in units if unit.key not in kept]
        files = dict(self._made(changed))
        made = {key: UnitState(wanted[key], written) for key, written in files.items()}
        left = {key: UnitState(wanted[key], last.units[key].files, kept=True) for key in kept}
        return State({**left, **made})

    def _fingerprints(self, units: Iterable[Unit], common: str) -> dict[str, str]:
        of_template = TemplatePrints(self.templates)
        wanted: dict[str, str] = {}
        for unit in units:
            if unit.key in wanted:
                raise AssertionError(f"two units are called {unit.key!r}")
            wanted[unit.key] = prints.of(common, unit.reads, [of_template[name] for name in unit.templates])
        return wanted

    def _made(self, units: Sequence[Unit]) -> Iterator[tuple[str, Mapping[str, str]]]:
        few = len(units) < WORTH_FORKING and sum(unit.slow for unit in units) < 2
        if self.workers == 1 or few:
            yield from map(self._make, units)
            return
        for name in sorted({name for unit in units for name in unit.templates}):
            self.templates.get_template(name)
        yield from _in_workers(self, units)

    def _make(self, unit: Unit) -> tuple[str, Mapping[str, str]]:
        return unit.key, dict(self._write(output) for output in unit.make())

    def _write(self, output: Output) -> tuple[str, str]:
        name, content = self._content(output)
        path = f"{self.folder}/{name}"
        try:
            _store(path, content)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH120, PTH103 - faster than a Path
            _store(path, content)
        return name, hashlib.sha256(content).hexdigest()

    def _content(self, output: Output) -> tuple[str, bytes]:
        if not isinstance(output, Page):
            return output.name, output.content
        template = self.templates.get_template(output.template)
        html = template.render(page=output.view, frame=output.frame)
        return addresses.page_file(output.address), html.encode("utf-8", "replace")


def _store(path: str, content: bytes) -> None:
    with open(path, "wb") as file:  # noqa: PTH123 - faster than a Path
        file.write(content)


def _is_kept(last: UnitState | None, wanted: str, previous: frozenset[str]) -> bool:
    return last is not None and last.fingerprint == wanted and previous.issuperset(last.files)


_at_work: tuple[Press, Sequence[Unit]] | None = None
"""What forked workers find in their copy of the memory: units are closures and cannot be sent."""


def _in_workers(press: Press, units: Sequence[Unit]) -> Iterator[tuple[str, Mapping[str, str]]]:
    global _at_work
    _at_work = press, units
    try:
        context = multiprocessing.get_context("fork")
        with context.Pool(press.workers, forked.begin) as pool:
            for made in pool.imap_unordered(_make_chunk, _chunks(units)):
                yield from made
    finally:
        _at_work = None


def _chunks(units: Sequence[Unit]) -> Iterator[range]:
    """Places of units that go to a worker together; a slow one goes alone, and first."""
    slow = [place for place, unit in enumerate(units) if unit.slow]
    yield from (range(place, place + 1) for place in slow)
    ends = [-1, *slow, len(units)]
    for before, end in pairwise(ends):
        yield from (range(n, min(n + CHUNK, end)) for n in range(before + 1, end, CHUNK))


def _make_chunk(places: range) -> list[tuple[str, Mapping[str, str]]]:
    assert _at_work is not None
    press, units = _at_work
    return [press._make(units[place]) for place in places]


def files_below(folder: Path) -> frozenset[str]:
    """Every file below a folder, relative to it."""
    found: list[str] = []
    folders = [""]
    while folders:
        prefix = folders.pop()
        with os.scandir(f"{folder}/{prefix}") as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(f"{prefix}{entry.name}/")
                else:
                    found.append(prefix + entry.name)
    return frozenset(found)
