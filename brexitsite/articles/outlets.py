"""Which outlet a name, an address or a folder means."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from brexitsite.articles.bylines import recased
from brexitsite.model import Furniture, Outlet, Slug

LONGEST_ADDRESS = 2000


class Outlets:
    """The outlets of a digest, found by slug, by printed name and by domain."""

    def __init__(self, outlets: Mapping[Slug, Outlet]) -> None:
        self.by_slug = outlets
        self._names = {_key(n): slug for slug, o in outlets.items() for n in (o.name, slug, *o.aliases)}
        self._domains = {
            d.lower().removeprefix("www."): slug for slug, o in outlets.items() for d in o.domains
        }

    def of_folder(self, path: str) -> Slug | None:
        """Return the outlet after which the nearest folder of a raw file is named."""
        folders = reversed(PurePosixPath(path).parts[:-1])
        return next((folder for folder in folders if folder in self.by_slug), None)

    def named(self, name: str | None) -> Slug | None:
        """Return the outlet of this printed name, or of this domain.

        >>> Outlets({"example": Outlet("example", "The Daily Example")}).named("DAILY EXAMPLE")
        'example'
        """
        return self._names.get(_key(name)) or self._by_domain(name.lower()) if name else None

    def at(self, address: str | None) -> Slug | None:
        """Return the outlet whose page this is."""
        host = web_host(address)
        return self._by_domain(host) if host else None

    def _by_domain(self, host: str) -> Slug | None:
        parts = host.removeprefix("www.").split(".")[-6:]
        return next(
            (self._domains[d] for n in range(len(parts)) if (d := ".".join(parts[n:])) in self._domains), None
        )

    def printed(self, name: str | None) -> str | None:
        """Return a source as printed; one in capitals as the outlet writes itself."""
        if not name:
            return None
        slug = self._names.get(_key(name))
        written = (self.by_slug[slug].name, *self.by_slug[slug].aliases) if slug else ()
        return next((own for own in written if own.lower() == name.lower()), recased(name))

    def furniture(self, outlet: Slug | None) -> tuple[Furniture, ...]:
        """Return the lines that an outlet prints under many articles."""
        known = self.by_slug.get(outlet) if outlet else None
        return known.furniture if known else ()

    @staticmethod
    def web_address(address: str | None) -> str | None:
        """Return an address that a reader may follow: http or https, or None."""
        return address if web_host(address) else None


def web_host(address: str | None) -> str | None:
    """Return the host of an http or https address, None for anything else."""
    if not address or len(address) > LONGEST_ADDRESS or re.search(r"[\s<>\"\x00-\x20\x7f-\x9f]", address):
        return None
    try:
        parts = urlsplit(address)
        return parts.hostname if parts.scheme in ("http", "https") else None
    except ValueError:
        return None


def _key(name: str | None) -> str:
    return re.sub(r"^the | newspaper$|[^a-z0-9 ]", "", " ".join((name or "").lower().split()))
