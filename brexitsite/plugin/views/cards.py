"""Actors, articles and quotations as they appear in lists."""

from __future__ import annotations

from dataclasses import dataclass

from brexitsite.plugin.views.parts import Day, Link


@dataclass(frozen=True, slots=True)
class ActorLink:
    """Somebody named; `href` is None where they have no page, `role` is their office on the day."""

    name: str
    href: str | None
    role: str | None = None
    kind: str = "person"
    """person or organisation."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who is quoted here, and how often."""

    name: str
    href: str
    number: int
    count: str
    """"3 quotations"."""


@dataclass(frozen=True, slots=True)
class ArticleCard:
    """An article in a list."""

    href: str
    title: str
    day: Day
    outlet: str | None
    summary: str
    """The first sentences; empty where only the title is to be shown."""
    voices: tuple[ActorLink, ...] = ()
    """Who is quoted in it."""
    quotations: str = ""
    """"4 quotations", or empty."""
    why: str = ""
    """Why it is listed, e.g. "In common: Ann Example, Tolls"; or empty."""


@dataclass(frozen=True, slots=True)
class HowKnown:
    """Why the site says that somebody said this."""

    rule: str
    """What the attribution was read from, a sentence."""
    certainty: str
    """"almost certain", "very likely", "likely", "checked by a person" …"""
    cue: str | None = None
    """The verb of speech, as printed."""
    source_words: str | None = None
    """The words of the article that name the speaker, as printed; None in a retelling."""
    checked: bool = False
    """A person has checked it."""
    correction: str | None = None
    """What was corrected, when and why, a sentence."""


@dataclass(frozen=True, slots=True)
class QuotationCard:
    """A quotation in a list. `words` are its paragraphs, without marks."""

    id: str
    href: str
    """Its own page."""
    context: str
    """Its place in the article: ../2019/04/04/slug/#q-ID."""
    words: tuple[str, ...]
    speakers: tuple[ActorLink, ...]
    """Empty where the speaker is not known: then `said_by` has the article's own words, if any."""
    said_by: str | None
    day: Day
    article: Link
    outlet: str | None
    known: HowKnown
    cite: str | None = None
    """Absolute address of the source, for the cite attribute."""
    partial: bool = False
    """Only a part of a sentence is quoted."""
    relayed: str | None = None
    """"as told by …", where somebody else relays it."""
    topics: tuple[Link, ...] = ()
    elsewhere: str | None = None
    """"also in 2 other articles"."""
    said_by_note: str = ""
    """Whose wording `said_by` is: ", in the article’s words", or in ours where it is retold."""


@dataclass(frozen=True, slots=True)
class SaidIn:
    """What one article quotes of somebody, in the order of its text."""

    article: Link
    day: Day
    outlet: str | None
    role: str | None
    """Their office on that day."""
    quotations: tuple[QuotationCard, ...]
