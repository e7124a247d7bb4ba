"""Topics and outlets: their indexes, their pages, their years."""

from __future__ import annotations

from dataclasses import dataclass

from brexitsite.plugin.views.cards import ArticleCard, QuotationCard, Voice
from brexitsite.plugin.views.parts import Chart, Counted, FeedLink, Link


@dataclass(frozen=True, slots=True)
class IndexRow:
    link: Link
    about: str
    number: int
    count: str
    """"12 articles, 40 quotations"."""


@dataclass(frozen=True, slots=True)
class IndexPage:
    """topics.html and outlets.html"""

    title: str
    summary: str
    rows: tuple[IndexRow, ...]


@dataclass(frozen=True, slots=True)
class ArticleGroup:
    """Articles of a month."""

    id: str
    title: str
    articles: tuple[ArticleCard, ...]


@dataclass(frozen=True, slots=True)
class SubjectPage:
    """topic.html and outlet.html: the newest articles; `parts` are its years, pages of their own."""

    title: str
    about: str
    summary: str
    home: Link | None
    """An outlet's own site, absolute."""
    chart: Chart | None
    voices: tuple[Voice, ...]
    related: tuple[Counted, ...]
    """Topics of an outlet; outlets of a topic."""
    groups: tuple[ArticleGroup, ...]
    quotations: tuple[QuotationCard, ...]
    parts: tuple[Counted, ...]
    feeds: tuple[FeedLink, ...]
    up: Link
    previous: Link | None
    next: Link | None
