"""Read content/outlets/*.toml: the papers and sites that articles come from."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from brexitsite.model import Furniture, Outlet
from brexitsite.store.fields import Fields, read_toml
from brexitsite.store.files import write_atomically


def load(folder: Path) -> dict[str, Outlet]:
    """Every outlet by slug, which is its file's name."""
    return {path.stem: _outlet(path) for path in sorted(folder.glob("*.toml"))}


def _outlet(path: Path) -> Outlet:
    fields = Fields(path, read_toml(path))
    outlet = Outlet(
        slug=path.stem,
        name=fields.required("name"),
        url=fields.text("url"),
        domains=fields.texts("domains"),
        aliases=fields.texts("aliases"),
        republish=fields.choice("republish", ("full", "extract")),
        about=fields.text("about") or "",
        furniture=tuple(map(_furniture, fields.tables("furniture"))),
    )
    fields.finish()
    return outlet


def _furniture(row: Fields) -> Furniture:
    furniture = Furniture(row.required("line"), row.required("because"), row.number("count") or 0)
    row.finish()
    return furniture


def add_furniture(path: Path, furniture: Iterable[Furniture]) -> None:
    """Add lines to an outlet's file; what a person has written there stays as it is."""
    rows = [_row(f) for f in furniture]
    if rows:
        write_atomically(path, "\n\n".join((path.read_text("utf-8").rstrip(), *rows)) + "\n")


def _row(f: Furniture) -> str:
    """Write TOML; its strings are JSON's."""
    line, because = (json.dumps(text, ensure_ascii=False) for text in (f.line, f.because))
    return f"[[furniture]]\nline = {line}\nbecause = {because}\ncount = {f.count}"
