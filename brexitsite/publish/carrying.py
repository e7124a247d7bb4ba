"""Bring the release before into a new one, file by file, while the pages that have changed are made.

Every file is looked at and hard-linked by a process of its own. The folder may hold an older release,
in which nearly every file has its place already. What has changed is laid over it afterwards, and
what is gone is taken away: there are few of both.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from brexitsite.publish.manifest import Manifest, Stored
from brexitsite.publish.render import PUBLIC, umask
from brexitsite.publish.search import link
from brexitsite.store import forked
from brexitsite.store.files import make_folder


class DamagedError(Exception):
    """The release before is no longer as it was published: nothing of it may be kept."""


@dataclass(frozen=True, slots=True)
class Previous:
    """The release before, whose unchanged files are kept."""

    folder: Path
    manifest: Manifest


@dataclass(frozen=True, slots=True)
class Carried:
    """A release that is being brought over into `folder`; nothing may be done there before `wait`."""

    previous: Previous
    folder: Path
    _result: Connection

    def wait(self) -> None:
        """Return when every file is there; raises DamagedError, or what the disk refused."""
        try:
            error = self._result.recv()
        except EOFError:
            error = DamagedError("the process that brings it over was stopped")
        if error is not None:
            raise error

    def keep_only(self, kept: Mapping[str, str]) -> dict[str, Stored]:
        """Take away all but these files, given with their SHA-256; returns them as they are stored."""
        stored = self.previous.manifest.files
        for path, sha256 in kept.items():
            if path not in stored or stored[path].sha256 != sha256:
                raise DamagedError(path)
        _remove(self.folder, stored.keys() - kept.keys())
        return {path: stored[path] for path in kept}


@contextmanager
def carried(previous: Previous, folder: Path) -> Iterator[Carried]:
    """Begin to bring a release over into a folder; what else is in there goes."""
    context = multiprocessing.get_context("fork")
    result, told = context.Pipe(duplex=False)
    process = context.Process(target=_carry, args=(previous, folder, told))
    process.start()
    told.close()
    try:
        yield Carried(previous, folder, result)
    finally:
        process.kill()
        process.join()


def _carry(previous: Previous, folder: Path, told: Connection) -> None:
    forked.begin()
    try:
        with umask(PUBLIC):
            _link_all(previous, str(folder))
    except (OSError, DamagedError) as error:
        told.send(error)
    else:
        told.send(None)


def _link_all(previous: Previous, folder: str) -> None:
    there, folders = set(_cleared(previous, folder, "")), {folder}
    for path, stored in previous.manifest.files.items():
        if path in there:
            continue
        old, new = f"{previous.folder}/{path}", f"{folder}/{path}"
        if not stored.still(old):
            raise DamagedError(path)
        make_folder(new.rpartition("/")[0], folders)
        link(old, new)


def _cleared(previous: Previous, folder: str, below: str) -> Iterator[str]:
    """Remove all that is not, as the very same file, in the release before too; returns what is."""
    with os.scandir(f"{folder}/{below}") as entries:
        for entry in entries:
            path = below + entry.name
            if entry.is_dir(follow_symlinks=False):
                yield from _cleared(previous, folder, f"{path}/")
                with suppress(OSError):
                    os.rmdir(entry.path)  # noqa: PTH106 - only where nothing is left
            elif _is_the_same(previous, path, entry):
                yield path
            else:
                os.unlink(entry.path)  # noqa: PTH108


def _is_the_same(previous: Previous, path: str, entry: os.DirEntry[str]) -> bool:
    stored = previous.manifest.files.get(path)
    if stored is None or entry.is_symlink():
        return False
    try:
        old = os.lstat(f"{previous.folder}/{path}")
    except OSError:
        return False
    return os.path.samestat(old, entry.stat()) and stored.looks_so(old)


def lay_over(folder: Path, made: Path, paths: Collection[str]) -> None:
    """Move new files to their places in a release."""
    folders = {str(folder)}
    for path in paths:
        new = f"{folder}/{path}"
        make_folder(new.rpartition("/")[0], folders)
        os.replace(f"{made}/{path}", new)


def _remove(folder: Path, paths: Collection[str]) -> None:
    """Remove files, and folders in which nothing is left."""
    for path in paths:
        os.unlink(f"{folder}/{path}")  # noqa: PTH108 - faster than a Path
    for parent in sorted({parent for path in paths for parent in _parents(path)}, reverse=True):
        with suppress(OSError):
            os.rmdir(f"{folder}/{parent}")  # noqa: PTH106


def _parents(path: str) -> Iterator[str]:
    """The folders above a file, the nearest first.

    >>> list(_parents("2019/04/index.html"))
    ['2019/04', '2019']
    """
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path
