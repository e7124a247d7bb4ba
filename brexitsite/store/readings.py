"""What the last run made of each raw file, so that a file that has not changed is not read again.

A cache and nothing more: whoever deletes or damages it causes a full run. It is lines of JSON above
a hash of them, and holds for one state of knowledge and program.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any

from brexitsite.model import Slug
from brexitsite.store import lines


@dataclass(frozen=True, slots=True)
class Facts:
    """What placing an article among the others takes: all that is needed of it but its text."""

    day: date
    slug: Slug
    """As made from its title, before any other article is looked at."""
    words: int
    outlet: Slug | None = None
    source_url: str | None = None
    withdrawn: str | None = None
    same_as: tuple[str, ...] = ()
    not_same_as: tuple[str, ...] = ()
    sketch: array[int] = field(default_factory=lambda: array("I"))
    """Some of the hashes of its word sequences, rising, by which near copies find each other."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A raw file that was not published, with the reason and what to do about it."""

    name: str
    fault: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.name}: {self.fault}; {self.remedy}"


@dataclass(frozen=True, slots=True)
class Reading:
    """One raw file as last read: an article, a fault, or neither where an editor hides it."""

    look: str
    """How it and its sidecar looked from outside (size, times, inode)."""
    key: str
    """Digest of its bytes and of what editors say of it."""
    facts: Facts | None = None
    fault: Fault | None = None
    stored: str | None = None
    """Its slug.md, below the folder of articles."""
    placed: str | None = None
    """Digest of what was decided about it among the others."""
    pair: str | None = None
    """How its pair of files looked from outside when it was written."""


@dataclass(slots=True)
class Readings:
    """The readings of a folder by raw name, and the verdict on each two texts that were compared."""

    files: dict[str, Reading] = field(default_factory=dict)
    compared: dict[tuple[str, str], str | None] = field(default_factory=dict)


def load(path: Path, knowledge: str) -> Readings:
    """The readings made with the same knowledge and program; none where the file is damaged."""
    readings = Readings()
    try:
        for line in lines.read(path, knowledge):
            key, _, value = line.partition(b"\t")
            _add(readings, json.loads(key), json.loads(value))
    except (ValueError, TypeError, KeyError, RecursionError):
        return Readings()
    return readings


def _add(readings: Readings, key: str | list[str], value: Any) -> None:
    """Take up a line: a file with its reading, or two files with the verdict on them."""
    if isinstance(key, str):
        readings.files[key] = _reading(value)
    else:
        readings.compared[key[0], key[1]] = value


def save(readings: Readings, path: Path, knowledge: str) -> None:
    """Write them in one step, line by line: there may be very many."""
    rows = ((_json(key), _json(value)) for key, value in _rows(readings))
    lines.write(((key, key + b"\t" + value) for key, value in rows), path, knowledge)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, default=str, separators=(",", ":")).encode()


def _rows(readings: Readings) -> Iterator[tuple[object, object]]:
    yield from ((name, _row(reading)) for name, reading in sorted(readings.files.items()))
    yield from sorted(readings.compared.items())


def _row(reading: Reading) -> dict[str, Any]:
    facts = reading.facts and _columns(reading.facts) | {"sketch": reading.facts.sketch.tolist()}
    return _columns(reading) | {"facts": facts, "fault": reading.fault and _columns(reading.fault)}


def _columns(value: Facts | Fault | Reading) -> dict[str, Any]:
    return {column.name: getattr(value, column.name) for column in fields(value)}


def _reading(row: dict[str, Any]) -> Reading:
    facts = row["facts"] and _facts(row["facts"])
    fault = row["fault"] and Fault(**row["fault"])
    return Reading(**row | {"facts": facts, "fault": fault})


def _facts(row: dict[str, Any]) -> Facts:
    lists = {key: tuple(row[key]) for key in ("same_as", "not_same_as")}
    sketch = array("I", row["sketch"])
    return Facts(**row | lists | {"sketch": sketch, "day": date.fromisoformat(row["day"])})
