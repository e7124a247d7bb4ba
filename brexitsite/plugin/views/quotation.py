"""A quotation's page."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from brexitsite.plugin.views.cards import ActorLink, QuotationCard
from brexitsite.plugin.views.parts import Citation, Day, Link


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The same words in another article."""

    href: str
    context: str
    article: Link
    outlet: str | None
    day: Day
    words: tuple[str, ...]
    difference: str
    """"The same words"."""


@dataclass(frozen=True, slots=True)
class QuotationPage:
    """quotation.html"""

    quotation: QuotationCard
    title: str
    """"Ann Example: “The bridge …”" """
    said: Day | None
    """The day on which it was said, where the article tells; else None."""
    printed: Day
    surroundings: tuple[Markup, ...]
    """The paragraphs (of an extract: sentences) around it, the quotation in <mark>."""
    surroundings_note: str | None
    """Of a retelling: that the words around the quotation are ours."""
    original: Link | None
    """The very sentence at the outlet, by a text fragment."""
    outlet: Link | None
    outlet_note: str
    authors: tuple[str, ...]
    about: tuple[ActorLink, ...]
    elsewhere: tuple[Elsewhere, ...]
    earlier: tuple[QuotationCard, ...]
    """The same speaker on the same topics, before …"""
    later: tuple[QuotationCard, ...]
    """… and after."""
    citation: Citation
    url: str
    report: str | None
    raw: str
    raw_sha256: str
    language: str
