"""Head, navigation and footer of every page."""

from __future__ import annotations

from typing import Any

from brexitsite.plugin import addresses, markup
from brexitsite.plugin.addresses import Here
from brexitsite.plugin.edition import Edition
from brexitsite.plugin.views.frame import Facet, Frame, Meta
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
        description=markup.unlinked(description),
        canonical=more.pop("canonical", here.url),
        site_name=site.name,
        tagline=site.tagline,
        home=here.link(addresses.FRONT),
        theme=here.link(addresses.THEME),
        search=here.link(addresses.SEARCH),
        navigation=_menu(here, SECTIONS),
        footer=tuple(NavLink(here.link(at), text, at == here.address) for at, text in _footer(edition)),
        imprint=markup.line(site.imprint),
        licence=site.licence,
        security=policy(here.address == addresses.SEARCH and edition.sources.searched),
        open_graph=_open_graph(edition, here, title, description, og_type),
        facets=facets,
        **more,
    )


def _menu(here: Here, entries: tuple[tuple[str, str], ...]) -> tuple[NavLink, ...]:
    return tuple(NavLink(here.link(at), text, _is_in(here.address, at)) for at, text in entries)


def _is_in(address: str, section: str) -> bool:
    return address.startswith(section) if section else address == section


def _footer(edition: Edition) -> tuple[tuple[str, str], ...]:
    texts = edition.sources.texts.values()
    ours = ((t.address, t.title) for t in texts if t.address != addresses.CORRECTIONS)
    return (*ours, *REFERENCE)


def _open_graph(edition: Edition, here: Here, title: str, description: str, kind: str) -> tuple[Meta, ...]:
    return (
        Meta("og:type", kind),
        Meta("og:title", markup.unlinked(title)),
        Meta("og:description", markup.unlinked(description)),
        Meta("og:url", here.url),
        Meta("og:site_name", edition.site.name),
        Meta("og:locale", edition.site.language.replace("-", "_")),
    )


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
