"""From a raw file to an article with attributed quotations: the one page to read first.

    raw bytes ── clean ──▶ title, day, paragraphs
                             │ attribute: where the quotations are, and whose words say whose they are
                             │ cast:      who those words mean, on that day
                             ▼
                           article with quotations that lead to their speakers

Nothing here touches a disk: what an editor wrote and what the digest knows come in as values.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from brexitsite.actors.about import about
from brexitsite.actors.registry_index import Index
from brexitsite.actors.resolve import Cast
from brexitsite.actors.speakers import certain, settled
from brexitsite.actors.voices import spelled_out
from brexitsite.articles.clean import clean
from brexitsite.articles.dates import Evidence
from brexitsite.articles.outlets import Outlets
from brexitsite.articles.summary import summary
from brexitsite.errors import Quarantined
from brexitsite.model import (
    Article,
    Attribution,
    CleanText,
    Paragraph,
    Place,
    Quotation,
    RawArticle,
    Republish,
    Site,
    Slug,
    SpeakerType,
)
from brexitsite.quotes.attribution import attribute
from brexitsite.quotes.decisions import decided
from brexitsite.quotes.identity import named
from brexitsite.store import outlets, registry, site, timeline, topics
from brexitsite.store.slugs import slug_of

MAX_QUOTATIONS = 2_000
"""In one article; ten times as many as in any live blog seen."""
_OPENING = re.compile(r"[“«„]|(?<!\w)[\"'‘]")


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything that an article is read with; the same for all articles."""

    registry: registry.Registry
    index: Index
    outlets: Outlets
    topics: topics.TopicWords
    evidence: Evidence
    site: Site

    @classmethod
    def load(cls, content: Path) -> Knowledge:
        """Read content/; raises ContentError for the first fault."""
        everybody = registry.load(content)
        return cls(
            registry=everybody,
            index=Index(everybody.actors.values(), everybody.offices),
            outlets=Outlets(outlets.load(content / "outlets")),
            topics=topics.TopicWords(topics.load(content / "topics.toml").values()),
            evidence=Evidence.of(
                everybody.actors.values(), everybody.offices, timeline.load(content / "timeline.toml")
            ),
            site=site.load(content / "site.toml"),
        )


def article(raw: RawArticle, known: Knowledge) -> Article:
    """Clean a raw article and say who speaks in it; raises Quarantined where it cannot be published."""
    text = clean(raw, known.outlets, known.evidence)
    if text.dated is None:
        raise Quarantined("it states no date and none can be inferred", f"add date to {_sidecar(raw)}")
    found = _article(raw, text, known)
    return found if raw.sidecar.withdrawn is None else _withdrawn(found, raw.sidecar.withdrawn)


def _article(raw: RawArticle, text: CleanText, known: Knowledge) -> Article:
    assert text.dated is not None
    day = text.dated.day
    paragraphs = [Paragraph(words) for words in text.paragraphs]
    cast = Cast(paragraphs, day, known.index, raw.sidecar.mentions, title=text.title)
    quotations = decided(
        raw.path,
        _identified(raw.path, who_said_what(paragraphs, day, cast, known)),
        raw.sidecar.quotations,
        text.paragraphs,
        lambda slug: _type_of(slug, cast, known),
    )
    mentions = tuple(cast.mentions())
    seen = sorted(
        [(m.at, m.actor) for m in mentions] + [(q.at, slug) for q in quotations for slug in q.speakers]
    )
    used = {slug for _, slug in seen} | {slug for q in quotations for slug in q.about}
    return Article(
        title=text.title,
        title_basis=text.title_basis,
        dated=text.dated,
        added=day,
        slug=slug_of(text.title, "article"),
        raw=raw.path,
        raw_sha256=hashlib.sha256(raw.data).hexdigest(),
        paragraphs=text.paragraphs,
        summary=summary(text.paragraphs),
        republish=_republish(raw, text, known),
        retold=raw.sidecar.retold or False,
        updated=max((q.corrected for q in quotations if q.corrected), default=None),
        lang=text.lang,
        outlet=text.outlet,
        source_url=text.source_url,
        authors=text.authors,
        topics=known.topics.topics_of(" ".join((text.title, *text.paragraphs)), at_least=2),
        people=tuple(dict.fromkeys(slug for _, slug in seen if slug in known.registry.actors)),
        lead=raw.sidecar.lead or False,
        names=_names(used, cast, known),
        mentions=mentions,
        quotations=quotations,
    )


def who_said_what(
    paragraphs: Sequence[Paragraph], day: date | None, cast: Cast, known: Knowledge
) -> tuple[Quotation, ...]:
    """Every quotation of an article, in order, with its speakers; ids are still empty."""
    marks = sum(len(_OPENING.findall(paragraph.text)) for paragraph in paragraphs)
    if marks > MAX_QUOTATIONS:
        raise Quarantined(
            f"it has {marks:,} opening quotation marks and at most {MAX_QUOTATIONS:,} are read",
            "split it into several articles",
        )
    found = attribute(paragraphs)
    return tuple(_quotation(attribution, paragraphs, day, cast, known) for attribution in found)


def _quotation(
    found: Attribution, paragraphs: Sequence[Paragraph], day: date | None, cast: Cast, known: Knowledge
) -> Quotation:
    found, sources = settled(found, cast)
    first = bool(sources) and certain(sources[0])
    sure = tuple(s.slug for s in sources if first and s.slug and certain(s))
    words = words_at(paragraphs, found.at)
    told = source_words(found, sure, cast)
    return Quotation(
        id="",
        at=found.at,
        text=words or "",
        kind=found.kind,
        continues=None if found.continues is None else str(found.continues),
        speakers=sure,
        speaker_type=sources[0].type if sources else "none",
        said_by=words_at(paragraphs, told),
        said_by_at=told,
        cue=words_at(paragraphs, found.cue_at),
        cue_at=found.cue_at,
        role=known.registry.role_on(sure[0], day) if sure and day else None,
        about=about(found.at, cast),
        topics=known.topics.topics_of(words or "", at_least=1),
        relayed=found.relayed,
        rule=" > ".join(dict.fromkeys(filter(None, (found.rule, *(s.rule for s in sources))))),
        confidence=min((s.confidence for s in sources), default=found.confidence),
    )


def source_words(found: Attribution, named: Sequence[Slug], cast: Cast) -> Place | None:
    """The words that say whose a quotation is; of somebody unnamed with those for whom they speak."""
    told = found.said_by_at
    return told if told is None or named else spelled_out(told, cast)


def words_at(paragraphs: Sequence[Paragraph], place: Place | None) -> str | None:
    """The words that stand at a place."""
    return paragraphs[place.paragraph].text[place.start : place.end] if place else None


def _names(slugs: set[Slug], cast: Cast, known: Knowledge) -> dict[Slug, str]:
    """The full names of those who are identified, by slug."""
    as_printed, actors = cast.names(), known.registry.actors
    return {slug: actors[slug].name if slug in actors else as_printed[slug] for slug in sorted(slugs)}


def _type_of(slug: Slug, cast: Cast, known: Knowledge) -> SpeakerType | None:
    actor = known.registry.actors.get(slug)
    if actor is not None:
        return actor.kind
    return "person" if slug in cast.names() else None


def _identified(id: str, quotations: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """Give each its id, and turn "goes on from number 3" into that one's id."""
    ids = named(id, [q.text for q in quotations])
    return tuple(
        replace(q, id=own, continues=ids[int(q.continues)] if q.continues is not None else None)
        for q, own in zip(quotations, ids, strict=True)
    )


def _republish(raw: RawArticle, text: CleanText, known: Knowledge) -> Republish:
    outlet = known.outlets.by_slug.get(text.outlet) if text.outlet else None
    return raw.sidecar.republish or (outlet and outlet.republish) or known.site.republish


def _withdrawn(article: Article, because: str) -> Article:
    """All that stays of an article that was taken down: its address, its day and the reason."""
    return replace(
        article,
        title="Withdrawn",
        title_basis="derived",
        paragraphs=(),
        summary="",
        authors=(),
        topics=(),
        people=(),
        names={},
        mentions=(),
        quotations=(),
        withdrawn=because,
    )


def _sidecar(raw: RawArticle) -> str:
    return f"{raw.path.rpartition('.')[0]}.toml"
