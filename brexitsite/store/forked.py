"""Forked processes for a piece of work: as many as there are cores, gone when their parent is."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import pickle
import signal
import sys
import tempfile
from array import array
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any, TypeVar

PR_SET_PDEATHSIG = 1
"""prctl(2): the signal that the kernel sends to a process when its parent dies."""

T = TypeVar("T")
R = TypeVar("R")


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0))


def begin() -> None:
    """What a forked worker does first.

    A build that is killed must not leave workers behind that hold its lock. And what the worker was
    born with is not its own to look for garbage in: that would copy all of it.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    gc.freeze()
    gc.enable()


def each(work: Callable[[T], R], pieces: Sequence[T], workers: int) -> list[R]:
    """Do a work on every piece, in so many processes; returns what came of each, in their order.

    This process is one of them; the others are forked from it, so that the work may be any closure.
    What they touch of its memory is copied: one fewer is one copy fewer. Raises what the work raised.
    A process that is killed loses nothing: its share is done again, here.
    """
    if workers < 2 or len(pieces) < 2:
        return list(map(work, pieces))
    done: dict[int, bytes] = {}
    with _numbers(len(pieces)) as numbers:
        share = partial(_share, lambda number: work(pieces[number]), numbers)
        with _forked(share, min(workers, len(pieces)) - 1) as others:
            done.update(share())
            for other in others:
                with suppress(BrokenProcessPool):
                    done.update(other.result())
    return [
        pickle.loads(done.pop(number)) if number in done else work(piece)  # noqa: S301 - our own
        for number, piece in enumerate(pieces)
    ]


@contextmanager
def _numbers(count: int) -> Iterator[Iterator[int]]:
    """The numbers below a count: each comes out once, in whatever process asks for the next one.

    Forked processes share the position in an open file, and the kernel moves it for one of them at a
    time.
    """
    with tempfile.TemporaryFile(buffering=0) as file:
        file.write(array("I", range(count)).tobytes())
        file.seek(0)
        size = array("I").itemsize
        yield (int.from_bytes(number, sys.byteorder) for number in iter(partial(file.read, size), b""))


def _share(work: Callable[[int], object], numbers: Iterator[int]) -> list[tuple[int, bytes]]:
    """Do what no other process has begun; where it fails, leave nothing for the others either.

    What came of it waits in a form that can be sent and takes a fraction of the room.
    """
    try:
        return [(number, pickle.dumps(work(number))) for number in numbers]
    except BaseException:
        deque(numbers, maxlen=0)
        raise


_work: Callable[[], Any] | None = None
"""What forked processes find in their copy of the memory: closures cannot be sent."""


def _do() -> Any:
    assert _work is not None
    return _work()


@contextmanager
def _forked(work: Callable[[], R], workers: int) -> Iterator[list[Future[R]]]:
    """Processes that each do a work once, and are gone at the end."""
    global _work
    before, _work = _work, work
    try:
        with ProcessPoolExecutor(workers, multiprocessing.get_context("fork"), begin) as pool:
            others: list[Future[R]] = []
            with suppress(BrokenProcessPool):
                others.extend(pool.submit(_do) for _ in range(workers))
            yield others
    finally:
        _work = before
