"""Read content/outlets/*.toml: the papers and sites that articles come from."""

from __future__ import annotations

from pathlib import Path

from brexitsite.model import Furniture, Outlet
from brexitsite.store.fields import Fields, read_toml


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
