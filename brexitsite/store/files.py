"""Digests of bytes, and writing files so that a reader sees the old or the new one, never half of it."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

TICK = 50_000_000
"""Nanoseconds: two changes within one tick of the kernel's clock (1–10 ms) carry one time, so a
file changed this shortly before it was looked at may change again and look the same."""


def digest(*parts: bytes) -> str:
    """A short digest of some bytes, told apart by their lengths."""
    total = hashlib.blake2b(digest_size=16)
    for part in parts:
        total.update(len(part).to_bytes(8, "big"))
        total.update(part)
    return total.hexdigest()


def make_folder(folder: str, made: set[str]) -> None:
    """Make a folder and those above it up to one in `made`, each once; most pages have one of their own."""
    if folder not in made:
        make_folder(folder.rpartition("/")[0], made)
        with suppress(FileExistsError):
            os.mkdir(folder)  # noqa: PTH102 - faster than a Path
        made.add(folder)


def look(paths: Iterable[Path | str]) -> str | None:
    """How files look from outside: sizes, times and inodes.

    None where one is missing, or changed so lately that it may change again and look the same.
    """
    now = time.time_ns()
    try:
        seen = [os.stat(path) for path in paths]  # noqa: PTH116 - faster than a Path
    except OSError:
        return None
    if max((s.st_ctime_ns for s in seen), default=0) > now - TICK:
        return None
    return " ".join(f"{s.st_size} {s.st_mtime_ns} {s.st_ino} {s.st_ctime_ns}" for s in seen)


def write_atomically(path: Path, data: str | bytes) -> bool:
    """Replace `path` by one rename; leave it alone, and say False, where it holds `data` already."""
    new = data.encode("utf-8") if isinstance(data, str) else data
    if path.is_file() and path.read_bytes() == new:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    scratch = path.with_name(f".{path.name}.new")
    scratch.write_bytes(new)
    os.replace(scratch, path)
    return True
