"""What the site is made of: pages and files, in units that are made or left alone as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from brexitsite.plugin.views.frame import Frame
from brexitsite.store.state import Pieces


@dataclass(frozen=True, slots=True)
class Page:
    """A view to be rendered at an address by a template."""

    address: str
    template: str
    view: Any
    frame: Frame


@dataclass(frozen=True, slots=True)
class File:
    """A file that needs no template."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Made:
    """The content of a file that is made of pieces, and where each of them lies in it."""

    content: bytes
    pieces: Pieces


@dataclass(frozen=True, slots=True)
class Pieced:
    """A large file of which only the pieces that have changed are made: the last one is given, if any."""

    name: str
    make: Callable[[Made | None], Made]


Output = Page | File | Pieced


@dataclass(frozen=True, slots=True)
class Unit:
    """Some outputs with one fingerprint: `reads` is all that `make` reads beside what is common.

    `templates` names every template that its pages use; one that is `slow` takes longer than
    starting a worker for it.
    """

    key: str
    reads: tuple[object, ...]
    templates: tuple[str, ...]
    make: Callable[[], Iterable[Output]]
    slow: bool = False
