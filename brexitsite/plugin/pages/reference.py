"""Pages about the site itself: texts, corrections, feeds, data, search, what is missing or moved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice

from markupsafe import Markup

from brexitsite.model import Actor
from brexitsite.plugin import addresses, citations, dictionary, evidence, frames, markup, shares, wording
from brexitsite.plugin.addresses import Here
from brexitsite.plugin.cards import Cards
from brexitsite.plugin.corrections import Correction, corrections
from brexitsite.plugin.edition import Edition
from brexitsite.plugin.pages import subject
from brexitsite.plugin.texts import Text
from brexitsite.plugin.unit import Page, Unit
from brexitsite.plugin.views.parts import Day, Link
from brexitsite.plugin.views.reference import (
    CorrectionsPage,
    CorrectionView,
    DataFile,
    DataPage,
    FeedGroup,
    FeedRow,
    FeedsPage,
    MissingPage,
    SearchPage,
    TextPage,
)

WAYS_ON = (
    (addresses.FRONT, "Latest days"),
    (addresses.PEOPLE, "People"),
    (addresses.TOPICS, "Topics"),
    (addresses.OUTLETS, "Outlets"),
)
DAYS = 7
NO_CORRECTIONS = "Nothing has had to be corrected so far."


def units(edition: Edition) -> Iterator[Unit]:
    """A unit for each of these pages."""
    for text in edition.sources.texts.values():
        if text.address != addresses.CORRECTIONS:
            yield Unit(
                key=f"text {text.address}",
                reads=(text, shares.shares(edition) if text.shares else ()),
                templates=("text.html",),
                make=lambda t=text: [_text(edition, t)],  # type: ignore[misc]
            )
    yield _corrections_unit(edition)
    yield _feeds_unit(edition)
    years = sorted({article.day.year for article in edition.articles}, reverse=True)
    yield Unit("data", (), ("data.html",), lambda: [_data(edition)])
    days = _latest_days(edition)
    reads = years, days, edition.sources.searched
    yield Unit("search", reads, ("search.html",), lambda: [_search(edition, years, days)])
    yield Unit("missing", (), ("missing.html",), lambda: [_missing(edition)])


def _text(edition: Edition, text: Text) -> Page:
    here = Here.at(text.address, edition.site.url)
    counted = shares.shares(edition) if text.shares else ()
    said = sum(map(len, edition.appearances.values()))
    view = TextPage(
        text.title, markup.html(text.body, anchors=True), counted, wording.count(said, "quotation")
    )
    return Page(text.address, "text.html", view, frames.frame(edition, here, text.title, text.title))


# --- corrections --------------------------------------------------------------------------


def _corrections_unit(edition: Edition) -> Unit:
    listed = corrections(edition)
    return Unit(
        key="corrections",
        reads=(edition.sources.texts.get(addresses.CORRECTIONS), edition.print_of(c.article for c in listed)),
        templates=("corrections.html",),
        make=lambda: [_corrections(edition, listed)],
    )


def _corrections(edition: Edition, listed: list[Correction]) -> Page:
    here = Here.at(addresses.CORRECTIONS, edition.site.url)
    cards = Cards(edition, here)
    text = edition.sources.texts.get(addresses.CORRECTIONS)
    title = text.title if text else "Corrections"
    view = CorrectionsPage(
        title=title,
        body=markup.html(text.body, anchors=True) if text else Markup(""),
        corrections=tuple(_correction(cards, correction) for correction in listed),
        empty=None if listed else NO_CORRECTIONS,
        feeds=frames.feed_links(here, "corrections", "Corrections"),
        report=citations.report_href(edition.site.report, "Correction"),
    )
    frame = frames.frame(edition, here, title, "What was corrected, when and why.", feeds=view.feeds)
    return Page(here.address, "corrections.html", view, frame)


def _correction(cards: Cards, correction: Correction) -> CorrectionView:
    first = correction.appearance.first
    words = wording.shortened(correction.appearance.words[0], citations.WORDS_OF_A_TITLE).removesuffix(",")
    return CorrectionView(
        day=Day(correction.day.isoformat(), wording.day(correction.day)),
        quotation=Link(cards.here.link(addresses.quotation(first.id)), words),
        article=cards.article_link(correction.article),
        was=first.was or evidence.NOBODY,
        now=cards.speakers(correction.appearance),
        because=first.because or "",
    )


# --- feeds, data, search ------------------------------------------------------------------


def _feeds_unit(edition: Edition) -> Unit:
    speakers = [(a.slug, a.name, a.sort_name) for a in edition.people.values() if a.slug in edition.said_by]
    subjects = [(s.address, s.name) for s in (*subject.topics(edition), *subject.outlets(edition))]
    return Unit("feeds", (speakers, subjects), ("feeds.html",), lambda: [_feeds(edition)])


def _feeds(edition: Edition) -> Page:
    here = Here.at(addresses.FEEDS, edition.site.url)
    speakers = (a for a in edition.people.values() if a.slug in edition.said_by)
    view = FeedsPage(
        title="Feeds",
        opml=Link(here.link(addresses.OPML), "All feeds as one list (OPML)"),
        groups=(
            FeedGroup("site", "The whole digest", tuple(_site_rows(here))),
            FeedGroup(
                "topics",
                "Topics",
                tuple(_row(here, s.address, f"topics/{s.slug}", s.name) for s in subject.topics(edition)),
            ),
            FeedGroup(
                "outlets",
                "Outlets",
                tuple(_row(here, s.address, f"outlets/{s.slug}", s.name) for s in subject.outlets(edition)),
            ),
            FeedGroup(
                "people",
                "People and organisations",
                tuple(_row_of_actor(here, actor) for actor in speakers),
            ),
        ),
    )
    frame = frames.frame(
        edition,
        here,
        view.title,
        "Every feed of the digest: follow a person, a topic or an outlet.",
        feeds=frames.feed_links(here, "site", edition.site.name),
    )
    return Page(here.address, "feeds.html", view, frame)


def _site_rows(here: Here) -> Iterator[FeedRow]:
    yield _row(here, addresses.FRONT, "site", "Articles")
    yield _row(here, addresses.FRONT, "days", "One item a day")
    yield _row(here, addresses.CORRECTIONS, "corrections", "Corrections")


def _row(here: Here, address: str, stem: str, name: str) -> FeedRow:
    return FeedRow(name, Link(here.link(address), name), frames.feed_links(here, stem, name))


def _row_of_actor(here: Here, actor: Actor) -> FeedRow:
    """Under the name by which the list is sorted."""
    feeds = frames.feed_links(here, f"people/{actor.slug}", actor.name)
    return FeedRow(actor.sort_name, Link(here.link(addresses.actor(actor.slug)), actor.name), feeds)


def _data(edition: Edition) -> Page:
    here = Here.at(addresses.DATA, edition.site.url)
    view = DataPage(
        title="Data",
        summary="Every quotation of the digest, with its speakers, its source and how we know.",
        files=tuple(
            DataFile(Link(here.link(f"data/{name}"), name), about) for name, about in dictionary.FILES.items()
        ),
        tables=dictionary.TABLES,
        licences=tuple(_licences(edition)),
    )
    return Page(here.address, "data.html", view, frames.frame(edition, here, view.title, view.summary))


def _licences(edition: Edition) -> Iterator[Markup]:
    for licence in (edition.site.licence, *dictionary.LICENCES):
        if licence:
            yield markup.line(licence)
    if edition.sources.registry.divisions:
        yield dictionary.PARLIAMENT


def _latest_days(edition: Edition) -> list[date]:
    """The newest days that have a page and articles."""
    newest_first = sorted(edition.on_day, reverse=True)
    known = (d for d in newest_first if any(not wording.is_wide(a.dated) for a in edition.on_day[d]))
    return list(islice(known, DAYS))


def _search(edition: Edition, years: list[int], days: list[date]) -> Page:
    here = Here.at(addresses.SEARCH, edition.site.url)
    ways = (*WAYS_ON[1:], *((addresses.year(year), str(year)) for year in years))
    view = SearchPage(
        title="Search",
        bundle=here.link(addresses.SEARCH_BUNDLE) if edition.sources.searched else None,
        instead=tuple(Link(here.link(address), text) for address, text in ways),
        days=tuple(Link(here.link(addresses.day(day)), wording.day(day)) for day in days),
    )
    frame = frames.frame(
        edition, here, view.title, "Search all articles and quotations.", robots="noindex, follow"
    )
    return Page(here.address, "search.html", view, frame)


def _missing(edition: Edition) -> Page:
    here = Here.anywhere(addresses.MISSING, edition.site.url)
    view = MissingPage(
        title="This page does not exist",
        links=tuple(Link(here.link(address), text) for address, text in WAYS_ON),
        search=Link(here.link(addresses.SEARCH), "Search"),
    )
    frame = frames.frame(edition, here, view.title, view.title, robots="noindex")
    return Page(addresses.MISSING, "missing.html", view, frame)
