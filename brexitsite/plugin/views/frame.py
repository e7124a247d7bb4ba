"""Head, navigation and footer of a page, for base.html."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from brexitsite.plugin.views.parts import FeedLink, NavLink


@dataclass(frozen=True, slots=True)
class Facet:
    """What search can filter by: <meta data-pagefind-filter="{{ name }}[content]" content="{{ value }}">."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, eq=False)
class Chrome:
    """What pages of one section and depth have in common: menus, imprint (macros/chrome.html).

    There is one of each, told apart by identity, so that what is printed of it can be remembered.
    """

    navigation: tuple[NavLink, ...]
    footer: tuple[NavLink, ...]
    imprint: Markup
    licence: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Head, navigation and footer of a page (base.html)."""

    language: str
    title: str
    """The whole <title>."""
    name: str
    """What the page is called where it is shared: the title without the site's name."""
    kind: str
    """OpenGraph's type of page: "website" or "article"."""
    description: str
    url: str
    """The page's own address, absolute."""
    canonical: str
    """The address to find it under, absolute."""
    site_name: str
    tagline: str
    home: str
    """href of the front page."""
    theme: str
    """href of the theme's static folder, with its slash: "../../theme/"."""
    search: str
    """href of the search page."""
    chrome: Chrome
    robots: str | None = None
    """e.g. "noindex, follow"; None where anybody may index the page."""
    security: str = ""
    """The content security policy, for <meta http-equiv>."""
    feeds: tuple[FeedLink, ...] = ()
    """This page's own feeds, for <link rel="alternate">."""
    json_ld: Markup | None = None
    """The text of <script type="application/ld+json">, already safe."""
    previous: str | None = None
    """hrefs for <link rel="prev"> and rel="next">."""
    next: str | None = None
    indexed: bool = False
    """Whether search holds this page: data-pagefind-body on <main>."""
    facets: tuple[Facet, ...] = ()
    sort_date: str | None = None
    """For data-pagefind-sort="date"."""
