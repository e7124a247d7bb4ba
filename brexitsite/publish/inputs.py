"""Whether anything that a build reads has changed since the last one, told without reading it.

Size, the times of the last change of content and of the entry, and inode of every file make one
digest. The time of the entry (ctime) is set by the kernel alone, so an editor, `touch` or an
unpacked archive that restores an old date does not deceive it. A difference proves nothing
either: it only means that the ordinary build runs, which compares contents by their hashes, page
by page. So the digest can be wrong in one direction only, the slow one.
"""

from __future__ import annotations

import hashlib
import os
import sys
import sysconfig
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from brexitsite.store.files import TICK

NEVER_READ = frozenset({b"__pycache__", b".git"})


class Digest(Protocol):
    def update(self, data: bytes, /) -> None: ...


def look(roots: Iterable[Path], without: Iterable[Path] = (), settled: bool = False) -> str | None:
    """A digest of how the files below `roots` look from outside; a root that is missing counts too.

    None where a file has changed so lately that its look cannot be relied on, unless it is
    `settled` that nobody else writes there.
    """
    total, left_out = hashlib.sha256(), frozenset(os.fsencode(path) for path in without)
    now = time.time_ns()
    newest = max((_add(os.fsencode(root), total, left_out) for root in roots), default=0)
    return total.hexdigest() if settled or newest <= now - TICK else None


def _add(path: bytes, total: Digest, left_out: frozenset[bytes]) -> int:
    """Add a root to the digest; returns the newest time seen below it."""
    try:
        return _add_folder(path, total, left_out)
    except FileNotFoundError:
        line, changed = b"none " + path, 0
    except NotADirectoryError:
        line, changed = _line(path, os.lstat(path))
    total.update(line)
    return changed


def _add_folder(folder: bytes, total: Digest, left_out: frozenset[bytes]) -> int:
    folders, lines, newest = [], [], 0
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name in NEVER_READ or entry.path in left_out:
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.path)
                continue
            line, changed = _line(entry.name, entry.stat(follow_symlinks=False))
            lines.append(line)
            newest = max(newest, changed)
    total.update(folder + b"\n" + b"\n".join(sorted(lines)))
    return max(newest, *(_add_folder(path, total, left_out) for path in sorted(folders)), 0)


def _line(name: bytes, seen: os.stat_result) -> tuple[bytes, int]:
    changed = seen.st_ctime_ns
    return b"%s %d %d %d %d" % (name, seen.st_size, seen.st_mtime_ns, seen.st_ino, changed), changed


def program() -> list[str]:
    """What the program itself is: Python and the installed libraries, each with its version."""
    libraries = os.listdir(sysconfig.get_path("purelib"))
    return [sys.version, *sorted(name for name in libraries if name.endswith((".dist-info", ".egg-link")))]
