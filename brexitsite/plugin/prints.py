"""Fingerprints: short digests of everything that a page reads."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

import jinja2

from brexitsite.store.files import digest

_REFERENCE = re.compile(r"\{%[-+]?\s*(?:extends|include|import|from)\b")
_PLAIN = re.compile(_REFERENCE.pattern + r"""\s+(["'])([^"']+)\1\s*(?=[-+]?%\}|as\b|import\b)""")
"""One that names a template by a constant."""

LIBRARIES = ("pelican", "jinja2", "markupsafe", "markdown", "nh3")


def of(*parts: object) -> str:
    """A digest of some values, told apart by their repr.

    >>> of("a", "bc") == of("ab", "c")
    False
    """
    return digest(repr(parts).encode("utf-8", "surrogatepass"))


def of_files(files: Iterable[Path]) -> str:
    """A digest of the contents of some files, in the order given."""
    return digest(*(part for path in files for part in (path.name.encode(), path.read_bytes())))


def of_program() -> str:
    """A digest of our own code and of the libraries that make the pages."""
    package = Path(__file__).resolve().parents[1]
    ours = [
        *sorted((package / "plugin").rglob("*.py")),
        *sorted((package / "plugin").rglob("*.toml")),
        *sorted((package / "store").rglob("*.py")),
        package / "model.py",
    ]
    return of(of_files(ours), [version(name) for name in LIBRARIES], sys.version_info[:3])


class TemplatePrints:
    """Digests of templates, each with all that it extends, includes and imports.

    A template that names another one otherwise than by its name counts as one that reads all.
    """

    def __init__(self, environment: jinja2.Environment) -> None:
        self._environment = environment
        self._known: dict[str, str] = {}

    def __getitem__(self, name: str) -> str:
        if name not in self._known:
            self._known[name] = of(*(self._source(part) for part in sorted(self._parts(name, set()))))
        return self._known[name]

    def _source(self, name: str) -> str:
        assert self._environment.loader is not None
        return self._environment.loader.get_source(self._environment, name)[0]

    def _parts(self, name: str, seen: set[str]) -> set[str]:
        if name in seen:
            return seen
        seen.add(name)
        source = self._source(name)
        plain = [reference[1] for reference in _PLAIN.findall(source)]
        if len(plain) < len(_REFERENCE.findall(source)):
            return seen.union(self._environment.list_templates())
        for part in plain:
            self._parts(part, seen)
        return seen
