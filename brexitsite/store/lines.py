"""A file of lines with a hash below them, which is read on the disk and not kept in memory.

A line begins with its key and a tab. The hash covers also a digest of what the lines were made with: by
another program, or with other knowledge, they would be others.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import BinaryIO

Data = bytes | mmap
"""What a file holds: mapped from the disk, or in memory where there is no file."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines, and by key where each begins and ends."""

    data: Data = b""
    places: Mapping[bytes, range] = field(default_factory=dict)

    def line(self, key: bytes) -> bytes | None:
        """A line without its end; None where the key has none."""
        place = self.places.get(key)
        return self.data[place.start : place.stop] if place else None

    def __iter__(self) -> Iterator[bytes]:
        """Every line, in the order of the file."""
        return (self.data[place.start : place.stop] for place in self.places.values())


def read(path: Path, made_with: str) -> Lines:
    """The lines that were made with the same; none where a byte of the file is not as it was written."""
    places: dict[bytes, range] = {}
    seal, start, last = hashlib.sha256(made_with.encode()), 0, b""
    try:
        with path.open("rb") as file:
            for line in file:
                seal.update(last)
                if last:
                    places[last[: last.find(b"\t")]] = range(start, start + len(last) - 1)
                start, last = start + len(last), line
            sound = last == seal.hexdigest().encode()
            return Lines(_mapped(file), places) if sound else Lines()
    except OSError:
        return Lines()


def write(lines: Iterable[tuple[bytes, bytes]], path: Path | None, made_with: str) -> Lines:
    """Write lines, each given with its key, in one step; without a path they stay in memory."""
    if path is None:
        out = io.BytesIO()
        places = _written(out, lines, made_with)
        return Lines(out.getvalue(), places)
    scratch = path.with_name(f".{path.name}.new")
    path.parent.mkdir(parents=True, exist_ok=True)
    with scratch.open("w+b") as file:
        places = _written(file, lines, made_with)
        file.flush()
        scratch.replace(path)
        return Lines(_mapped(file), places)


def _written(file: BinaryIO, lines: Iterable[tuple[bytes, bytes]], made_with: str) -> dict[bytes, range]:
    """Write one line after the other, and last a hash of them all; returns the places of the lines."""
    seal, start, places = hashlib.sha256(made_with.encode()), 0, {}
    for key, line in lines:
        seal.update(line + b"\n")
        file.write(line + b"\n")
        places[key] = range(start, start + len(line))
        start += len(line) + 1
    file.write(seal.hexdigest().encode())
    return places


def _mapped(file: BinaryIO) -> mmap:
    return mmap(file.fileno(), 0, access=ACCESS_READ)
