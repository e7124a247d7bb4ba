"""An article's page, whole or in extract; and what stands where one was withdrawn or moved."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from brexitsite.plugin.views.cards import ActorLink, ArticleCard, QuotationCard
from brexitsite.plugin.views.parts import Citation, Day, Link


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph of an article, and beside it the quotations that begin in it.

    `html` is the whole element: <p>, <blockquote> where it is all one quotation, <h2> where it
    is a heading of the paper's. Inside:
    <q id="q-ID" class="quotation" cite>, <a class="actor"> at mentions, <a class="source"> at
    the words that name a speaker. <a class="actor"> and <a class="source"> may stand in a <q>.
    """

    html: Markup
    quotations: tuple[QuotationCard, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceLink:
    """Another copy of the article: where it was printed."""

    name: str
    url: str | None
    href: str | None = None
    """The outlet's page."""


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """article.html"""

    title: str
    day: Day
    day_note: str
    """How the date is known."""
    day_evidence: tuple[str, ...]
    """What an inferred date was read from, as printed; empty in a retelling."""
    title_note: str | None
    """"The headline is ours …" where the article printed none."""
    outlet: Link | None
    """None: show `outlet_note`."""
    outlet_note: str
    """"not stated", else empty."""
    authors: tuple[str, ...]
    original: Link | None
    """The article at its outlet, an absolute address."""
    also_in: tuple[SourceLink, ...]
    form: str
    """full, extract or retold."""
    notice: str | None
    """"Retold in our own words from …", "An extract: …"; None for a full text."""
    paragraphs: tuple[ParagraphView, ...]
    """The whole text, or, of an extract: the opening, then each quotation in its sentence."""
    excerpts_from: int | None
    """Index of the first paragraph that is an excerpt; a heading goes before it."""
    quotations: tuple[QuotationCard, ...]
    """All of the article's, in order."""
    people: tuple[ActorLink, ...]
    organisations: tuple[ActorLink, ...]
    topics: tuple[Link, ...]
    same_story: tuple[ArticleCard, ...]
    related: tuple[ArticleCard, ...]
    previous: ArticleCard | None
    next: ArticleCard | None
    reading: str
    """"3 minutes to read"."""
    citation: Citation
    url: str
    """The permanent address."""
    report: str | None
    """href to report a mistake."""
    updated: Day | None
    raw_sha256: str
    language: str
    """lang of title and paragraphs."""


@dataclass(frozen=True, slots=True)
class WithdrawnPage:
    title: str
    reason: str
    day: Day
    report: str | None


@dataclass(frozen=True, slots=True)
class RedirectPage:
    href: str
    title: str
