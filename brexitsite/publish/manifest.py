"""Which files a release has, with their hashes: its name, and how damage to it is noticed.

The record of a release lies in the cache, not in the release: lines of SHA-256, size, time of
the last change and path. The time is only there to see at a glance that a file is still the one
that was published; it is no part of the name.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from brexitsite.publish import seal

MODE = 0o644
"""Of every published file, whatever the umask: a web server can read it."""


@dataclass(frozen=True, slots=True)
class Stored:
    """One file of a release as it was published."""

    sha256: str
    size: int
    changed: int
    """Time of the last change in nanoseconds, as the file system tells it."""

    def still(self, file: str | Path) -> bool:
        """Whether a file is as it was published.

        Size and time speak for it; where they have changed (in a copy of the project, say), its
        bytes are asked.
        """
        try:
            seen = os.lstat(file)
            if self.looks_so(seen):
                return True
            return seen.st_size == self.size and sha256_of(Path(file)) == self.sha256
        except OSError:
            return False

    def looks_so(self, seen: os.stat_result) -> bool:
        """Whether size and time are those of the file as it was published."""
        return (seen.st_size, seen.st_mtime_ns) == (self.size, self.changed)


@dataclass(frozen=True, slots=True)
class Manifest:
    """Every file of a release by its path below the release's folder, with forward slashes."""

    files: Mapping[str, Stored] = field(default_factory=dict)

    def name(self) -> str:
        """The release's name: the same for the same paths and bytes, anywhere and at any time."""
        lines = (f"{stored.sha256} {path}\n" for path, stored in sorted(self.files.items()))
        return hashlib.sha256("".join(lines).encode()).hexdigest()[:16]

    def damaged(self, folder: Path) -> Iterator[str]:
        """The files of `folder` that are no longer as published."""
        return (path for path, stored in self.files.items() if not stored.still(f"{folder}/{path}"))

    def with_files(self, more: Mapping[str, Stored]) -> Manifest:
        """This and other files, by path."""
        return Manifest(dict(sorted({**self.files, **more}.items())))


def sha256_of(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def paths_in(folder: Path) -> Iterator[str]:
    """Every file below a folder, as a path relative to it."""
    waiting = [""]
    while waiting:
        below = waiting.pop()
        with os.scandir(f"{folder}/{below}") as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{below}{entry.name}/")
                else:
                    yield below + entry.name


def of(folder: Path, hashes: Mapping[str, str]) -> Manifest:
    """The manifest of the files of a folder that have these hashes; raises OSError for a lost one.

    Whatever wrote them, everybody may read them from then on.
    """
    return Manifest({path: _stored(f"{folder}/{path}", sha256) for path, sha256 in sorted(hashes.items())})


def _stored(file: str, sha256: str) -> Stored:
    seen = os.lstat(file)
    if stat.S_IMODE(seen.st_mode) != MODE:
        os.chmod(file, MODE)  # noqa: PTH101 - a Path for each of many files is slow
    return Stored(sha256, seen.st_size, seen.st_mtime_ns)


def write(manifest: Manifest, path: Path) -> None:
    """Keep a manifest in the cache."""
    seal.write(path, "".join(map(_line, sorted(manifest.files.items()))).encode())


def _line(item: tuple[str, Stored]) -> str:
    path, stored = item
    return f"{stored.sha256} {stored.size} {stored.changed} {path}\n"


def read(path: Path) -> Manifest | None:
    """A manifest as written; None where there is none or a byte of it has changed."""
    lines = seal.read(path)
    return None if lines is None else Manifest(dict(map(_item, lines.decode().splitlines())))


def _item(line: str) -> tuple[str, Stored]:
    sha256, size, changed, path = line.split(" ", 3)
    return path, Stored(sha256, int(size), int(changed))
