"""Where a link of a built site leads: a file of the site, a place in it, or out into the world."""

from __future__ import annotations

import functools
import re
from collections.abc import Container
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

_PLAIN = re.compile(r"((?:\.\./)*)((?:[\w~-][\w.~-]*/)*(?:[\w~-][\w.~-]*)?)")
"""A relative link as our templates write it: up some folders, then down."""
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


@dataclass(frozen=True, slots=True)
class Target:
    """A file of the site and, where the link names one, an id in it."""

    path: str
    fragment: str = ""


class OutsideError(Exception):
    """The link climbs above the site's root."""


class Addresses:
    """Resolves links as a browser does on the site's own address, sub-path included."""

    def __init__(self, files: Container[str], site_url: str) -> None:
        self._files = files
        self._own = site_url.rstrip("/")
        self._base = urlsplit(self._own).path

    def target(self, page: str, link: str) -> Target | None:
        """Where `link` on `page` leads; None for another site. Raises OutsideError."""
        address, _, fragment = link.partition("#")
        steps = _steps(address)
        if steps:
            return Target(self._file(_walked(page, *steps)), _decoded(fragment))
        address = self._without_own(address.partition("?")[0])
        if _SCHEME.match(address):
            return None
        fragment = _decoded(fragment)
        if not address:
            return Target(page, fragment)
        if address.startswith("/"):
            return Target(self._file(self._below_base(address)), fragment)
        return Target(self._file(_joined(page, unquote(address))), fragment)

    def _without_own(self, address: str) -> str:
        """An address on the site itself, written out in full, as one from the server's root."""
        if self._own and (address == self._own or address.startswith(f"{self._own}/")):
            return address[len(self._own) - len(self._base) :] or "/"
        return address

    def _below_base(self, address: str) -> str:
        if address != self._base and not address.startswith(f"{self._base}/"):
            raise OutsideError
        return _joined("", unquote(address[len(self._base) :]).lstrip("/"))

    def _file(self, path: str) -> str:
        """The file that a server sends for a path: itself or a folder's index."""
        if path and path in self._files:
            return path
        return f"{path.rstrip('/')}/index.html" if path else "index.html"


@functools.lru_cache(2**16)
def _steps(address: str) -> tuple[int, str] | None:
    """How many folders up a plain relative address goes, and where to from there; None for others."""
    found = _PLAIN.fullmatch(address) if address else None
    return (len(found[1]) // 3, found[2]) if found else None


def _walked(page: str, up: int, down: str) -> str:
    """Go up from a page's folder and down again.

    >>> _walked("2019/04/index.html", 1, "05/"), _walked("a.html", 0, "b.html")
    ('2019/05/', 'b.html')
    """
    folders = page.rsplit("/", up + 1)
    if len(folders) <= up:
        raise OutsideError
    return f"{folders[0]}/{down}" if len(folders) == up + 2 else down


def _decoded(fragment: str) -> str:
    """A fragment without its directive (":~:text=…"), as an id."""
    return unquote(fragment.partition(":~:")[0]) if fragment else ""


def _joined(page: str, address: str) -> str:
    """Follow a relative address from a page.

    >>> _joined("2019/04/index.html", "../05/"), _joined("a.html", "b.html")
    ('2019/05', 'b.html')
    """
    parts = page.split("/")[:-1]
    for part in address.split("/"):
        if part == "..":
            if not parts:
                raise OutsideError
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)
