"""Pages about the site itself: search, feeds, data, texts, corrections, what is missing."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from brexitsite.plugin.views.cards import ActorLink
from brexitsite.plugin.views.parts import Day, FeedLink, Link


@dataclass(frozen=True, slots=True)
class SearchPage:
    """search.html: the box appears by script; without, the links lead on."""

    title: str
    bundle: str | None
    """href of Pagefind's folder, with its slash; None where the site has no search index."""
    instead: tuple[Link, ...]
    days: tuple[Link, ...]
    """The latest."""


@dataclass(frozen=True, slots=True)
class FeedRow:
    title: str
    page: Link
    feeds: tuple[FeedLink, ...]


@dataclass(frozen=True, slots=True)
class FeedGroup:
    id: str
    title: str
    rows: tuple[FeedRow, ...]


@dataclass(frozen=True, slots=True)
class FeedsPage:
    title: str
    opml: Link
    groups: tuple[FeedGroup, ...]


@dataclass(frozen=True, slots=True)
class DataFile:
    link: Link
    about: str


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    type: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    id: str
    title: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class DataPage:
    title: str
    summary: str
    files: tuple[DataFile, ...]
    tables: tuple[Table, ...]
    licences: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """A part of all quotations: "to a person …", "212", "74 %"."""

    label: str
    number: str
    percent: str


@dataclass(frozen=True, slots=True)
class TextPage:
    title: str
    body: Markup
    shares: tuple[Share, ...]
    """To whom the quotations lead, where the text's front matter asks for it."""
    shares_of: str
    """"285 quotations"."""


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """One correction: what the site said, what it says now, when and why."""

    day: Day
    quotation: Link
    """Its words, leading to its page."""
    article: Link
    was: str
    """"Ann Example", or "nobody"."""
    now: tuple[ActorLink, ...]
    """Empty: nobody."""
    because: str


@dataclass(frozen=True, slots=True)
class CorrectionsPage:
    title: str
    body: Markup
    corrections: tuple[CorrectionView, ...]
    empty: str | None
    feeds: tuple[FeedLink, ...]
    report: str | None


@dataclass(frozen=True, slots=True)
class MissingPage:
    title: str
    links: tuple[Link, ...]
    search: Link
