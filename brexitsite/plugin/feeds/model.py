"""What a feed is, whatever its format."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from brexitsite.plugin.edition import Edition

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Item:
    """One entry. `url` and every link in `html` are absolute; `id` never changes."""

    id: str
    title: str
    url: str
    html: Markup
    summary: str
    published: datetime
    updated: datetime
    tags: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    source: str | None = None
    """The outlet's name."""
    source_url: str | None = None
    """The original article."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed at feeds/STEM.atom, .rss and .json; `home` is the absolute address of its page."""

    stem: str
    id: str
    title: str
    description: str
    home: str
    site: str
    """Absolute address of the site's root, with its slash."""
    publisher: str
    language: str
    updated: datetime
    items: tuple[Item, ...]

    def address(self, ending: str) -> str:
        return f"{self.site}feeds/{self.stem}.{ending}"


def permanent_id(edition: Edition, name: str) -> str:
    """An id that stays when the site moves to another host or an article to another address.

    The first row of the ledger, which never changes, makes it this digest's own.
    """
    first = next(iter(edition.sources.ledger), None)
    digest = f"{first.id} {first.added}" if first else edition.site.name
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, digest + chr(10) + name)}"


def clean(text: str) -> str:
    """A text without the characters that XML forbids.

    >>> clean("a\\x00b")
    'ab'
    """
    return _NOT_XML.sub("", text)
