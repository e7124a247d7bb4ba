"""How memory is looked after where nearly everything that is read stays until the end."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = 10_000
"""New objects after which garbage is looked for; Python's own 700 take a tenth of the time of reading."""


def collect_seldom() -> None:
    """Look for garbage seldom from now on: reading an article makes many objects and hardly a cycle."""
    gc.set_threshold(SELDOM)


@contextmanager
def no_collection() -> Iterator[None]:
    """Look for no garbage: among millions of objects that stay, each search takes long and finds none."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()
