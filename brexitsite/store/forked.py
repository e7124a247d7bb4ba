"""Forked processes for a piece of work: as many as there are cores, gone when their parent is."""

from __future__ import annotations

import ctypes
import gc
import os
import signal
import sys

PR_SET_PDEATHSIG = 1
"""prctl(2): the signal that the kernel sends to a process when its parent dies."""


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
