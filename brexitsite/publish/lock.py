"""One lock for everything that writes, so that two builds never meet."""

from __future__ import annotations

import errno
import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from brexitsite.errors import BuildError

WAIT = 600.0
"""Seconds to wait for another build: longer than any build of 200,000 articles."""
PAUSE = 0.1


@contextmanager
def locked(cache: Path, purpose: str, say: Callable[[str], None], wait: float = WAIT) -> Iterator[None]:
    """Hold `cache`/lock; where another process holds it, say so and wait up to `wait` seconds.

    The kernel gives the lock up when its last holder dies, however it dies. Forked workers hold
    it too, so that none that outlives a killed build writes into the next one. Raises BuildError
    where waiting was in vain or the lock is not a regular file.
    """
    lock = cache / "lock"
    handle = _opened(lock)
    try:
        _acquire(handle, lock, say, wait)
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"{purpose}, process {os.getpid()}".encode(), 0)
        yield
    finally:
        os.close(handle)


def _opened(lock: Path) -> int:
    """Open the lock file without following a link that somebody may have laid there."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    try:
        return os.open(lock, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o644)
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.EISDIR, errno.ENXIO):
            raise BuildError(f"{lock}: is no regular file; remove it and build again") from None
        raise


def _acquire(handle: int, lock: Path, say: Callable[[str], None], wait: float) -> None:
    if _try(handle):
        return
    say(f"Waiting for {_holder(handle)} to finish …")
    end = time.monotonic() + wait
    while not _try(handle):
        if time.monotonic() >= end:
            raise BuildError(
                f"{lock}: still held by {_holder(handle)} after {wait:g} seconds; let it finish or end it"
            )
        time.sleep(PAUSE)


def _try(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _holder(handle: int) -> str:
    return os.pread(handle, 200, 0).decode("ascii", "backslashreplace") or "another process"
