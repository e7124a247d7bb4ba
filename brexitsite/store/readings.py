"""What the last run made of each raw file, so that a file that has not changed is not read again.

A cache and nothing more: whoever deletes or damages it causes a full run. It is JSON under a hash
of itself, and holds for one state of knowledge and program.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from brexitsite.model import Slug
from brexitsite.store.files import write_atomically


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
    sketch: tuple[int, ...] = ()
    """Some of the hashes of its word sequences, by which near copies find each other."""


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
    try:
        head, _, body = path.read_text("utf-8").partition("\n")
        if head != f"{hashlib.sha256(body.encode()).hexdigest()} {knowledge}":
            return Readings()
        kept = json.loads(body)
        files = {name: _reading(row) for name, row in kept["files"].items()}
        return Readings(files, {(one, other): verdict for one, other, verdict in kept["compared"]})
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return Readings()


def save(readings: Readings, path: Path, knowledge: str) -> None:
    """Write them in one step."""
    kept = {
        "files": {name: asdict(reading) for name, reading in sorted(readings.files.items())},
        "compared": [[*pair, verdict] for pair, verdict in sorted(readings.compared.items())],
    }
    body = json.dumps(kept, ensure_ascii=False, default=str, separators=(",", ":"))
    write_atomically(path, f"{hashlib.sha256(body.encode()).hexdigest()} {knowledge}\n{body}")


def _reading(row: dict[str, Any]) -> Reading:
    facts = row["facts"] and _facts(row["facts"])
    fault = row["fault"] and Fault(**row["fault"])
    return Reading(**row | {"facts": facts, "fault": fault})


def _facts(row: dict[str, Any]) -> Facts:
    lists = {key: tuple(row[key]) for key in ("same_as", "not_same_as", "sketch")}
    return Facts(**row | lists | {"day": date.fromisoformat(row["day"])})
