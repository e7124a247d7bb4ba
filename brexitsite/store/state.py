"""What the last build of the site wrote, so that the next one can leave alone what has not changed.

The contract between the plugin, which writes this file, and publish, which reads it:

- A build is made of units (an article with its quotations' pages, a month of a person, a feed …).
  A unit has a `fingerprint` of everything that it reads and the `files` that it wrote, each with
  the SHA-256 of its bytes. File names are relative to the output folder, with forward slashes.
- The plugin runs with the settings BREXITSITE_STATE (this file: read where it exists, written at
  the end) and BREXITSITE_PREVIOUS (folder of the release that it describes, or None). A unit
  whose fingerprint is unchanged is not made again: its files are *kept*, and publish hard-links
  them from the previous release into the new one, or begins anew where one of them is no longer
  there as it was. All other files are in OUTPUT_PATH when Pelican returns.
- A large file may be made of `pieces`, each with a fingerprint of its own and the numbers that say
  where it lies in the file: an unchanged piece is copied from the previous release.
- `files()` names every file of the site, `kept()` those that publish must bring over. Whatever
  the previous release has besides is an orphan and does not come along.

The file is JSON. One that is damaged, or of another format, is read as None: a full build.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from brexitsite.store.files import write_atomically

FORMAT = 2


Pieces = Mapping[str, Sequence[int]]
"""Fingerprint of a piece → the numbers that say where it lies in its file."""


@dataclass(frozen=True, slots=True)
class UnitState:
    """One unit as built: its fingerprint, its files with their SHA-256, whether they were kept."""

    fingerprint: str
    files: Mapping[str, str]
    kept: bool = False
    pieces: Mapping[str, Pieces] = field(default_factory=dict)
    """By file, for those that are made of pieces."""


@dataclass(frozen=True, slots=True)
class State:
    """Every unit of a built site by its key."""

    units: Mapping[str, UnitState] = field(default_factory=dict)

    def files(self) -> dict[str, str]:
        """Every file of the site with its SHA-256."""
        return {name: sha for unit in self.units.values() for name, sha in unit.files.items()}

    def kept(self) -> list[str]:
        """The files that were not written again and must come from the previous release."""
        return [name for unit in self.units.values() if unit.kept for name in unit.files]

    def written(self) -> list[str]:
        """The files that this build wrote."""
        return [name for unit in self.units.values() if not unit.kept for name in unit.files]


def read(path: Path) -> State | None:
    """The last build's state; None where there is none that can be trusted.

    A file name that could lead out of the output folder makes the whole file untrusted.
    """
    try:
        stored = json.loads(path.read_bytes())
        if stored["format"] != FORMAT:
            return None
        return State({key: _unit(entry) for key, entry in stored["units"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _unit(entry: list[Any]) -> UnitState:
    fingerprint, kept, files, *more = entry
    texts = (fingerprint, *files.keys(), *files.values())
    if not isinstance(kept, bool) or not all(isinstance(text, str) for text in texts):
        raise ValueError("not a unit")
    if any(name.startswith("/") or "\\" in name or ".." in name.split("/") for name in files):
        raise ValueError("a file outside the output")
    return UnitState(fingerprint, files, kept, _pieces(*more) if more else {})


def _pieces(files: dict[str, dict[str, list[int]]]) -> dict[str, Pieces]:
    numbers = (number for pieces in files.values() for place in pieces.values() for number in place)
    if not all(isinstance(number, int) for number in numbers):
        raise ValueError("not a place")
    return dict(files)


def write(state: State, path: Path) -> None:
    """Write the state in one step; the same state gives the same bytes."""
    units = {key: _entry(unit) for key, unit in sorted(state.units.items())}
    write_atomically(path, json.dumps({"format": FORMAT, "units": units}, separators=(",", ":")))


def _entry(unit: UnitState) -> list[Any]:
    entry = [unit.fingerprint, unit.kept, dict(unit.files)]
    return [*entry, {name: dict(pieces) for name, pieces in unit.pieces.items()}] if unit.pieces else entry
