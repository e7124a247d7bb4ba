"""Head, navigation and footer of every page."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from brexitsite.model import Site
from brexitsite.plugin import addresses, markup
from brexitsite.plugin.addresses import Here
from brexitsite.plugin.edition import Edition
from brexitsite.plugin.views.frame import Chrome, Facet, Frame
from brexitsite.plugin.views.parts import FeedLink, NavLink

SECTIONS = (
    (addresses.FRONT, "Latest"),
    (addresses.PEOPLE, "People"),
    (addresses.TOPICS, "Topics"),
    (addresses.OUTLETS, "Outlets"),
    (addresses.SEARCH, "Search"),
)
REFERENCE = (
    (addresses.CORRECTIONS, "Corrections"),
    (addresses.DATA, "Data"),
    (addresses.FEEDS, "Feeds"),
)

Entry = tuple[str, str]
"""An address and what a menu calls it."""

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'{wasm}; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)
"""What a page may load: only files of its own site, and no script or style inside the page."""


def policy(search: bool) -> str:
    """The content security policy; only the search page runs WebAssembly."""
    return POLICY.format(wasm=" 'wasm-unsafe-eval'" if search else "")


def frame(
    edition: Edition, here: Here, title: str, description: str, og_type: str = "website", **more: Any
) -> Frame:
    """The frame of the page at `here`; `more` are fields of Frame that only some pages have."""
    site = edition.site
    facets = tuple(Facet(f.name, markup.unlinked(f.value)) for f in more.pop("facets", ()))
    return Frame(
        language=site.language,
        title=site.name if here.address == addresses.FRONT else f"{title} · {site.name}",
        name=markup.unlinked(title),
        kind=og_type,
        description=markup.unlinked(description),
        url=here.url,
        canonical=more.pop("canonical", here.url),
        site_name=site.name,
        tagline=site.tagline,
        home=here.link(addresses.FRONT),
        theme=here.link(addresses.THEME),
        search=here.link(addresses.SEARCH),
        chrome=_chrome_at(edition, here),
        security=policy(here.address == addresses.SEARCH and edition.sources.searched),
        facets=facets,
        **more,
    )


def _chrome_at(edition: Edition, here: Here) -> Chrome:
    footer = _footer(edition)
    section = next((at for at, _ in SECTIONS if _is_in(here.address, at)), None)
    shown = next((at for at, _ in footer if at == here.address), None)
    return _chrome(edition.site, footer, here.up, section, shown)


@lru_cache(maxsize=256)
def _chrome(site: Site, footer: tuple[Entry, ...], up: str, section: str | None, shown: str | None) -> Chrome:
    """The chrome of pages so far below the root, in a section or shown in the footer."""
    link = Here("", site.url, up).link
    return Chrome(
        navigation=tuple(NavLink(link(at), text, at == section) for at, text in SECTIONS),
        footer=tuple(NavLink(link(at), text, at == shown) for at, text in footer),
        imprint=markup.line(site.imprint),
        licence=site.licence,
    )


def _is_in(address: str, section: str) -> bool:
    return address.startswith(section) if section else address == section


def _footer(edition: Edition) -> tuple[Entry, ...]:
    texts = edition.sources.texts.values()
    ours = ((t.address, t.title) for t in texts if t.address != addresses.CORRECTIONS)
    return (*ours, *REFERENCE)


MEDIA_TYPES = (
    ("atom", "Atom", "application/atom+xml"),
    ("rss", "RSS", "application/rss+xml"),
    ("json", "JSON Feed", "application/feed+json"),
)


def feed_links(here: Here, stem: str, title: str) -> tuple[FeedLink, ...]:
    """The three formats of the feed at feeds/STEM."""
    return tuple(
        FeedLink(here.link(f"feeds/{stem}.{end}"), f"{title} ({name})", media, name)
        for end, name, media in MEDIA_TYPES
    )
