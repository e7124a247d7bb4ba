"""The front page: the latest days that the digest has."""

from __future__ import annotations

from collections.abc import Iterator

from brexitsite.plugin import addresses, frames, structured, wording
from brexitsite.plugin.addresses import Here
from brexitsite.plugin.cards import Cards
from brexitsite.plugin.edition import Edition
from brexitsite.plugin.pages import period
from brexitsite.plugin.pages.period import Period
from brexitsite.plugin.unit import Page, Unit
from brexitsite.plugin.views.parts import Counted, Day, Link
from brexitsite.plugin.views.period import DayDigest, EventView, FrontPage

DAYS = 7
ARTICLES_OF_A_DAY = 5
VOICES_OF_A_DAY = 6
VOICES = 12


def units(edition: Edition) -> Iterator[Unit]:
    """The one unit of the front page."""
    days = [day for day in period.calendar_of(edition).days if day.articles][-DAYS:]
    month = _latest_month(edition)
    yield Unit(
        key="front",
        reads=(
            edition.print_of(a for day in days for a in day.articles),
            [day.events for day in days],
            edition.print_of(month.articles if month else ()),
            _tallies(edition),
        ),
        templates=("front.html",),
        make=lambda: [_page(edition, days, month)],
    )


def _tallies(edition: Edition) -> object:
    """The numbers of the front page, which counts articles that it does not read."""
    years = [(y.address, len(y.articles)) for y in period.calendar_of(edition).years]
    topics = {slug: len(articles) for slug, articles in edition.on_topic.items()}
    outlets = {slug: len(articles) for slug, articles in edition.in_outlet.items()}
    quotations = sum(map(len, edition.appearances.values()))
    return years, sorted(topics.items()), sorted(outlets.items()), quotations, _speakers(edition)


def _speakers(edition: Edition) -> int:
    return sum(1 for slug in edition.said_by if slug in edition.people)


def _latest_month(edition: Edition) -> Period | None:
    months = [month for month in period.calendar_of(edition).months if month.articles]
    return months[-1] if months else None


def _page(edition: Edition, days: list[Period], month: Period | None) -> Page:
    here = Here.at(addresses.FRONT, edition.site.url)
    cards = Cards(edition, here)
    latest = days[-1].first if days else None
    view = FrontPage(
        title=edition.site.name,
        tagline=edition.site.tagline,
        latest=Day(latest.isoformat(), wording.day(latest)) if latest else None,
        days=tuple(_digest(cards, day) for day in reversed(days)),
        voices=cards.voices(period.said_in(edition, month.articles), VOICES) if month else (),
        topics=cards.topics_counted((t for a in edition.articles for t in a.topics), "article"),
        years=cards.years("", edition.articles, "article"),
        outlets=_outlets(cards),
        summary=_summary(edition),
    )
    frame = frames.frame(
        edition,
        here,
        edition.site.name,
        edition.site.tagline,
        feeds=frames.feed_links(here, "site", edition.site.name),
        json_ld=structured.text(
            {
                "@type": "WebSite",
                "name": edition.site.name,
                "url": here.url,
                "inLanguage": edition.site.language,
            }
        ),
    )
    return Page(addresses.FRONT, "front.html", view, frame)


def _summary(edition: Edition) -> str:
    said = sum(map(len, edition.appearances.values()))
    counted = (len(edition.articles), "article"), (said, "quotation"), (_speakers(edition), "speaker")
    return wording.counts(*counted)


def _digest(cards: Cards, day: Period) -> DayDigest:
    leads_first = sorted(day.articles, key=lambda a: not a.lead)
    shown, rest = leads_first[:ARTICLES_OF_A_DAY], leads_first[ARTICLES_OF_A_DAY:]
    said = period.said_in(cards.edition, day.articles)
    foremost = period.foremost([a for a in said if a.first.kind == "direct" and period.tells(a)], 1)
    href = cards.here.link(day.address)
    return DayDigest(
        day=Day(day.first.isoformat(), wording.unbroken(wording.weekday(day.first)), href),
        href=href,
        events=tuple(EventView(None, event.title, event.about) for event in day.events),
        articles=cards.articles(shown),
        more=Link(href, wording.count(len(rest), "more article")) if rest else None,
        voices=cards.voices(said, VOICES_OF_A_DAY),
        quotation=cards.quotation(foremost[0]) if foremost else None,
    )


def _outlets(cards: Cards) -> tuple[Counted, ...]:
    found = cards.edition.in_outlet
    known = [
        (cards.edition.outlets[slug], len(found[slug])) for slug in found if slug in cards.edition.outlets
    ]
    return tuple(
        Counted(cards.here.link(addresses.outlet(o.slug)), o.name, n, wording.count(n, "article"))
        for o, n in sorted(known, key=lambda pair: (-pair[1], pair[0].name))
    )
