"""Read content/site.toml."""

from __future__ import annotations

import zoneinfo
from pathlib import Path

from brexitsite.model import Site
from brexitsite.store.fields import Fields, read_toml

PAGES_FOR = ("actors", "actors and register")


def load(path: Path) -> Site:
    """The site's settings; raises ContentError for an unknown key, a missing or a wrong value."""
    fields = Fields(path, read_toml(path))
    site = Site(
        name=fields.required("name"),
        url=_address(fields),
        language=fields.required("language"),
        time_zone=_zone(fields),
        contact=fields.required("contact"),
        imprint=fields.required("imprint"),
        tagline=fields.text("tagline") or "",
        report=fields.text("report") or "",
        licence=fields.text("licence") or "",
        republish=fields.choice("republish", ("full", "extract")) or "extract",
        pages_for=fields.choice("pages_for", PAGES_FOR) or "actors and register",
    )
    fields.finish()
    return site


def _address(fields: Fields) -> str:
    url = fields.required("url").rstrip("/")
    if not url.startswith(("http://", "https://")):
        raise fields.error(f"the key 'url' is '{url}'", "begin it with https://")
    return url


def _zone(fields: Fields) -> str:
    zone = fields.required("time_zone")
    if zone not in zoneinfo.available_timezones():
        raise fields.error(f"the key 'time_zone' is '{zone}'", "give a name such as Europe/London")
    return zone
