"""The index of people, profiles, and their older quotations."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from brexitsite.plugin.views.cards import ArticleCard, QuotationCard, SaidIn
from brexitsite.plugin.views.parts import Chart, Counted, Day, FeedLink, Link, NavLink


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody in the index of people."""

    name: str
    """As sorted: "Example, Ann"."""
    href: str
    note: str
    """Latest office or seat, party, side."""
    count: str
    """"12 quotations", or empty."""


@dataclass(frozen=True, slots=True)
class PeopleGroup:
    """`id` is an anchor, `title` a letter, a party, a side …"""

    id: str
    title: str
    rows: tuple[PersonRow, ...]


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """people.html: one order of the index; `orders` lead to the others."""

    title: str
    summary: str
    orders: tuple[NavLink, ...]
    jumps: tuple[Counted, ...]
    """Anchors of the groups."""
    groups: tuple[PeopleGroup, ...]
    sieve: bool
    """Whether there is anybody to leave out who is not quoted."""


@dataclass(frozen=True, slots=True)
class TenureView:
    office: str
    span: str
    """"13 July 2016 – 24 July 2019"."""
    source: str
    bar: Markup | None
    """An SVG of its time along the years."""


@dataclass(frozen=True, slots=True)
class PartyView:
    party: str
    span: str
    source: str


@dataclass(frozen=True, slots=True)
class VoteView:
    day: Day
    title: str
    vote: str
    """"Aye", "No", "Teller", "no vote recorded"."""
    result: str
    """"202 to 432"."""


@dataclass(frozen=True, slots=True)
class QuotationGroup:
    """Quotations under a heading (a year, a month, a topic); `href` leads to all of them."""

    id: str
    title: str
    href: str | None
    count: str
    """Empty where there is but one group."""
    said: tuple[SaidIn, ...]


@dataclass(frozen=True, slots=True)
class PersonPage:
    """person.html"""

    name: str
    kind: str
    """person or organisation."""
    summary: str
    """Latest office or party, one line; may be empty."""
    life: Markup
    note: Markup | None
    """The right of reply."""
    facts: tuple[tuple[str, str], ...]
    """Label and text: pronouns, constituency, side with its source …"""
    tenures: tuple[TenureView, ...]
    years: tuple[str, str] | None
    """The first and the last year of the scale that the tenures' bars stand on."""
    parties: tuple[PartyView, ...]
    identifiers: tuple[Link, ...]
    """Elsewhere on the web: absolute addresses."""
    aliases: tuple[str, ...]
    activity: Chart | None
    quotations_count: str
    about_count: str
    articles_count: str
    latest: tuple[SaidIn, ...]
    """Newest first."""
    parts: tuple[Counted, ...]
    """Pages with the quotations of a year; empty where `latest` is all."""
    topics: tuple[Counted, ...]
    """What they speak about: links to the page with these quotations."""
    said_about: tuple[QuotationCard, ...]
    said_about_by: tuple[Counted, ...]
    speaks_about: tuple[Counted, ...]
    articles: tuple[ArticleCard, ...]
    """Newest articles that name them."""
    votes: tuple[VoteView, ...]
    votes_licence: Markup
    feeds: tuple[FeedLink, ...]
    search: Link | None
    """Into search, for their words alone."""
    empty: str | None
    """One honest sentence where the digest has no words of theirs."""
    url: str
    report: str | None


@dataclass(frozen=True, slots=True)
class PersonPartPage:
    """person_part.html: some of a person's quotations (a year, a month, a topic), newest first."""

    name: str
    person: Link
    title: str
    """"Ann Example in 2019"."""
    summary: str
    parts: tuple[Counted, ...]
    """Smaller parts: months of a large year."""
    groups: tuple[QuotationGroup, ...]
    previous: Link | None
    next: Link | None
