"""An article's page, with those of its quotations: they read the same and are made together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup

from brexitsite.model import Article, Place, Slug
from brexitsite.plugin import addresses, citations, crosslinks, frames, prints, structured, wording
from brexitsite.plugin.addresses import Here
from brexitsite.plugin.cards import Cards, host, web_address
from brexitsite.plugin.crosslinks import Span
from brexitsite.plugin.edition import Appearance, Edition, is_full
from brexitsite.plugin.neighbours import Neighbourhood, Neighbours
from brexitsite.plugin.pages import quotation
from brexitsite.plugin.unit import Output, Page, Unit
from brexitsite.plugin.views.article import ArticlePage, ParagraphView, SourceLink
from brexitsite.plugin.views.cards import ActorLink, QuotationCard
from brexitsite.plugin.views.frame import Facet, Frame
from brexitsite.plugin.views.parts import Link

OPENING_WORDS = 60
"""How much of the opening is shown where only an extract is allowed."""

OURS = "The article prints no headline; this one is made from its first sentence."
NOT_STATED = "not stated"


def units(edition: Edition) -> Iterator[Unit]:
    """One unit for each article."""
    neighbourhood = Neighbourhood(edition)
    for article in edition.articles:
        near = neighbourhood.of(article)
        around = quotation.around(edition, article)
        yield Unit(
            key=f"article {article.address}",
            reads=(_print(edition, article, near, around),),
            templates=("article.html", "quotation.html", "redirect.html"),
            make=lambda a=article, n=near, r=around: _outputs(edition, a, n, r),  # type: ignore[misc]
        )


def _print(edition: Edition, article: Article, near: Neighbours, around: quotation.Around) -> str:
    """All that the pages read in a few bytes: there is one for each article."""
    return prints.of(edition.print_of([article, *near.articles()]), near.reasons(), around.prints(edition))


def _outputs(
    edition: Edition, article: Article, near: Neighbours, around: quotation.Around
) -> Iterator[Output]:
    yield page(edition, article, near)
    yield from quotation.pages(edition, article, around)


def page(edition: Edition, article: Article, near: Neighbours) -> Page:
    """The article as its page shows it: whole, or the extract that rights allow."""
    here = Here.at(article.address, edition.site.url)
    cards = Cards(edition, here)
    said = edition.of_article(article)
    quotations = cards.quotations(said)
    paragraphs, excerpts = _text(cards, article, dict(zip(said, quotations, strict=True)))
    actors = [cards.actor(slug, article.names.get(slug)) for slug in article.people]
    original = web_address(article.source_url)
    view = ArticlePage(
        title=article.title,
        day=cards.day(article),
        day_note=wording.date_note(article.dated),
        day_evidence=() if article.retold else article.dated.evidence,
        title_note=OURS if article.title_basis == "derived" else None,
        outlet=cards.outlet(article),
        outlet_note="" if cards.outlet(article) else NOT_STATED,
        authors=article.authors,
        original=Link(original, host(original)) if original else None,
        also_in=_also_in(cards, article),
        form=form(article),
        notice=_notice(cards, article),
        paragraphs=paragraphs,
        excerpts_from=excerpts,
        quotations=quotations,
        people=_of_kind("person", actors),
        organisations=_of_kind("organisation", actors),
        topics=cards.topics(article.topics),
        same_story=cards.articles(near.same_story),
        related=tuple(cards.article(a, why=why) for a, why in near.related),
        previous=cards.article(near.previous, short=True) if near.previous else None,
        next=cards.article(near.next, short=True) if near.next else None,
        reading=wording.reading_time(article.paragraphs),
        citation=citations.of_article(edition, article, here),
        url=here.url,
        report=citations.report_href(edition.site.report, f"Article {here.url}"),
        updated=None,
        raw_sha256=article.raw_sha256,
        language=article.lang,
    )
    return Page(article.address, "article.html", view, _frame(cards, article, view))


def form(article: Article) -> str:
    return "retold" if article.retold else article.republish


def _of_kind(kind: str, actors: Iterable[ActorLink]) -> tuple[ActorLink, ...]:
    return tuple(a for a in actors if a.href and a.kind == kind)


def _notice(cards: Cards, article: Article) -> str | None:
    outlet = cards.outlet_name(article)
    source = f"{outlet or 'an article of'}{',' if outlet else ''} {wording.dated(article.dated)}"
    unstated = "" if outlet else "; its source is not stated"
    if article.retold:
        return f"Retold in our own words from {source}; quotations as printed there{unstated}."
    if not is_full(article):
        return f"An extract from {source}: the opening, and quotations in their sentences{unstated}."
    return None


def _also_in(cards: Cards, article: Article) -> tuple[SourceLink, ...]:
    outlets = cards.edition.outlets
    return tuple(
        SourceLink(
            name=outlets[copy.outlet].name,
            url=web_address(copy.source_url),
            href=_outlet_page(cards, copy.outlet),
        )
        for copy in article.also_in
        if copy.outlet in outlets and copy.outlet is not None
    )


def _outlet_page(cards: Cards, slug: Slug) -> str | None:
    """An outlet from which nothing but copies came has no page."""
    return cards.here.link(addresses.outlet(slug)) if cards.edition.in_outlet.get(slug) else None


# --- the text -----------------------------------------------------------------------------


def spans(cards: Cards, article: Article) -> dict[int, list[Span]]:
    """By paragraph: its quotations, the words that name their speakers, first mentions of people."""
    found: dict[int, list[Span]] = defaultdict(list)
    linked: set[Place] = set()
    cite = web_address(article.source_url)
    for appearance in cards.edition.of_article(article):
        for part in appearance.parts:
            anchor = addresses.anchor(part.id)
            found[part.at.paragraph].append(crosslinks.quotation(part.at.start, part.at.end, anchor, cite))
            if part.said_by_at and part.said_by_at not in linked and len(part.speakers) == 1:
                linked.add(part.said_by_at)
                _link(cards, found, part.said_by_at, part.speakers[0], "source")
    for place, slug in _first_mentions(article):
        if place not in linked:
            _link(cards, found, place, slug, "actor")
    return found


def _first_mentions(article: Article) -> Iterator[tuple[Place, Slug]]:
    seen: set[Slug] = set()
    for mention in sorted(article.mentions, key=lambda m: m.at):
        if mention.actor not in seen:
            seen.add(mention.actor)
            yield mention.at, mention.actor


def _link(cards: Cards, found: dict[int, list[Span]], at: Place, slug: Slug, css: str) -> None:
    href = cards.actor(slug).href
    if href:
        found[at.paragraph].append(crosslinks.link(at.start, at.end, href, css))


def _text(
    cards: Cards, article: Article, said: Mapping[Appearance, QuotationCard]
) -> tuple[tuple[ParagraphView, ...], int | None]:
    found = spans(cards, article)
    if is_full(article):
        return tuple(_whole(article, found, said)), None
    shown = _without_halves(_opening(article), said)
    inside = {a: card for a, card in said.items() if _stands_in(a, shown)}
    opening = tuple(_opened(article, found, inside, shown))
    excerpts = tuple(_excerpts(article, found, {a: c for a, c in said.items() if a not in inside}))
    return (*opening, *excerpts), len(opening) if excerpts else None


def _whole(
    article: Article, found: Mapping[int, list[Span]], said: Mapping[Appearance, QuotationCard]
) -> Iterator[ParagraphView]:
    beginning = _beginning(said)
    for number, text in enumerate(article.paragraphs):
        marked = found.get(number, ())
        if wording.is_crosshead(text) and not marked:
            yield ParagraphView(Markup('<h2 class="crosshead">{}</h2>').format(text))
        else:
            yield ParagraphView(crosslinks.paragraph(text, marked), beginning.get(number, ()))


def _beginning(said: Mapping[Appearance, QuotationCard]) -> dict[int, tuple[QuotationCard, ...]]:
    """The quotations that begin in each paragraph."""
    cards: dict[int, tuple[QuotationCard, ...]] = {}
    for appearance, card in said.items():
        number = appearance.first.at.paragraph
        cards[number] = (*cards.get(number, ()), card)
    return cards


def _opening(article: Article) -> dict[int, int]:
    """How much is shown of each paragraph that opens an extract, in letters: whole sentences."""
    left, shown = OPENING_WORDS, {}
    for number, text in enumerate(article.paragraphs):
        end = crosslinks.sentences_within(text, left)
        if end:
            shown[number] = end
        if end < len(text):
            break
        left -= len(wording.words_in(text))
    if article.paragraphs and not shown:
        shown[0] = len(wording.shortened(article.paragraphs[0], OPENING_WORDS).removesuffix(" …"))
    return shown


def _without_halves(shown: dict[int, int], said: Iterable[Appearance]) -> dict[int, int]:
    """The opening up to a quotation that goes on beyond it, which follows in one piece."""
    begun = (a for a in said if a.first.at.start < shown.get(a.first.at.paragraph, 0))
    halves = (a.first.at.paragraph for a in begun if not _stands_in(a, shown))
    end = min(halves, default=len(shown))
    return {number: length for number, length in shown.items() if number < max(end, 1)}


def _stands_in(appearance: Appearance, shown: Mapping[int, int]) -> bool:
    whole = appearance.words == tuple(part.text for part in appearance.parts)
    return whole and all(part.at.end <= shown.get(part.at.paragraph, 0) for part in appearance.parts)


def _opened(
    article: Article,
    found: Mapping[int, list[Span]],
    said: Mapping[Appearance, QuotationCard],
    shown: Mapping[int, int],
) -> Iterator[ParagraphView]:
    """The opening of an extract; what is quoted in it beyond that follows in its own sentence."""
    anchors = {addresses.anchor(part.id) for appearance in said for part in appearance.parts}
    beginning = _beginning(said)
    for number, end in shown.items():
        text = article.paragraphs[number]
        spans = [
            span
            for span in found.get(number, ())
            if span.end <= end and (span.tag != "q" or dict(span.attributes)["id"] in anchors)
        ]
        html = crosslinks.paragraph(text[:end] + (" …" if end < len(text) else ""), spans)
        yield ParagraphView(html, beginning.get(number, ()))


def _excerpts(
    article: Article, found: Mapping[int, list[Span]], said: Mapping[Appearance, QuotationCard]
) -> Iterator[ParagraphView]:
    for appearance, card in said.items():
        for part, words in zip(appearance.parts, appearance.words, strict=False):
            quotations = (card,) if part is appearance.first else ()
            yield ParagraphView(excerpt(article, part.at, words, found), quotations)


def excerpt(article: Article, at: Place, words: str, found: Mapping[int, list[Span]]) -> Markup:
    """The sentence around a quotation; cut off after `words` where they are not the whole of it."""
    text = article.paragraphs[at.paragraph]
    start, end = crosslinks.sentence_around(text, at.start, at.end)
    cut = words.endswith(" …") and not text[at.start : at.end].endswith(" …")
    if cut:
        end = at.start + len(words) - 2
    inside = [
        Span(max(s.start, start) - start, min(s.end, end) - start, s.tag, s.attributes)
        for s in found.get(at.paragraph, ())
        if s.start < end and s.end > start and (s.tag == "q" or (s.start >= start and s.end <= end))
        if s.tag != "q" or s.start == at.start
    ]
    return crosslinks.paragraph(text[start:end] + (" …" if cut else ""), inside)


# --- the head -----------------------------------------------------------------------------


def _frame(cards: Cards, article: Article, view: ArticlePage) -> Frame:
    return frames.frame(
        cards.edition,
        cards.here,
        article.title,
        article.summary,
        "article",
        robots="noindex, follow" if form(article) == "full" else None,
        feeds=frames.feed_links(cards.here, "site", cards.edition.site.name),
        json_ld=structured.article(cards.edition, article, cards.here),
        previous=view.previous.href if view.previous else None,
        next=view.next.href if view.next else None,
        indexed=True,
        facets=_facets(cards, article, view),
        sort_date=article.day.isoformat(),
    )


def _facets(cards: Cards, article: Article, view: ArticlePage) -> tuple[Facet, ...]:
    return (
        Facet("kind", "article"),
        Facet("year", str(article.day.year)),
        Facet("outlet", cards.outlet_name(article) or "not stated"),
        *(Facet("topic", topic.text) for topic in view.topics),
        *(Facet("actor", actor.name) for actor in (*view.people, *view.organisations)),
    )
