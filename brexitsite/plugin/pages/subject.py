"""Topics and outlets: an index of each, a page for each one, and pages of their years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from brexitsite.model import Article, Slug
from brexitsite.plugin import activity, addresses, frames, parts, wording
from brexitsite.plugin.addresses import Here
from brexitsite.plugin.cards import Cards, host
from brexitsite.plugin.edition import Appearance, Edition
from brexitsite.plugin.pages import period
from brexitsite.plugin.parts import Part
from brexitsite.plugin.unit import Page, Unit
from brexitsite.plugin.views.parts import Chart, Counted, Link
from brexitsite.plugin.views.subject import ArticleGroup, IndexPage, IndexRow, SubjectPage

LATEST = 20
VOICES = 12
QUOTATIONS = 8


@dataclass(frozen=True, slots=True)
class Kind:
    """Topics or outlets: what their pages are called."""

    index: str
    title: str
    template: str
    index_template: str
    feeds: str


TOPIC = Kind(addresses.TOPICS, "Topics", "topic.html", "topics.html", "topics")
OUTLET = Kind(addresses.OUTLETS, "Outlets", "outlet.html", "outlets.html", "outlets")


@dataclass(frozen=True, slots=True)
class Subject:
    """A topic or an outlet with all of its articles and quotations, oldest first."""

    kind: Kind
    slug: Slug
    name: str
    about: str
    home: str | None
    articles: Sequence[Article]
    said: Sequence[Appearance]

    @property
    def address(self) -> str:
        return f"{self.kind.index}{self.slug}/"

    @property
    def count(self) -> str:
        return wording.counts((len(self.articles), "article"), (len(self.said), "quotation"))


def topics(edition: Edition) -> list[Subject]:
    return [
        Subject(
            TOPIC,
            topic.slug,
            topic.name,
            topic.about,
            None,
            edition.on_topic.get(topic.slug, ()),
            edition.said_on_topic.get(topic.slug, ()),
        )
        for topic in edition.topics.values()
    ]


def outlets(edition: Edition) -> list[Subject]:
    """Outlets by name; one that nothing came from has no page."""
    known = (o for o in edition.outlets.values() if edition.in_outlet.get(o.slug))
    return [
        Subject(
            OUTLET,
            outlet.slug,
            outlet.name,
            outlet.about,
            outlet.url,
            edition.in_outlet[outlet.slug],
            period.said_in(edition, edition.in_outlet[outlet.slug]),
        )
        for outlet in sorted(known, key=lambda o: o.name.casefold())
    ]


def units(edition: Edition) -> Iterator[Unit]:
    """Units of both indexes, of every topic and outlet, of their years and charts."""
    for kind, subjects in ((TOPIC, topics(edition)), (OUTLET, outlets(edition))):
        rows = [(s.slug, s.name, s.about, len(s.articles), len(s.said)) for s in subjects]
        yield Unit(
            key=f"index {kind.index}",
            reads=(rows,),
            templates=(kind.index_template,),
            make=lambda k=kind, s=subjects: [_index(edition, k, s)],  # type: ignore[misc]
        )
        for subject in subjects:
            yield from _units_of(edition, subject)


def _units_of(edition: Edition, subject: Subject) -> Iterator[Unit]:
    latest = subject.articles[-LATEST:]
    yield Unit(
        key=f"subject {subject.address}",
        reads=(subject.about, _tallies(edition, subject), edition.print_of(latest)),
        templates=(subject.kind.template,),
        make=lambda: [_main(edition, subject)],
    )
    if subject.articles:
        yield activity.unit(_drawing(subject), activity.whole(edition, subject.articles))
    if len(subject.articles) > LATEST:
        years = parts.by_year(subject.address, subject.articles)
        for before, part, after in parts.pages(years):
            yield Unit(
                key=f"part {part.address}",
                reads=(
                    subject.name,
                    [(p.address, p.title) for p in (before, after) if p],
                    [(p.address, p.total) for p in part.parts],
                    edition.print_of(part.items),
                    part.total,
                ),
                templates=(subject.kind.template,),
                make=lambda p=part, b=before, a=after: [_part(edition, subject, p, b, a)],  # type: ignore[misc]
            )


def _tallies(edition: Edition, subject: Subject) -> object:
    months = activity.whole(edition, subject.articles) if subject.articles else ()
    voices = [
        (slug, edition.people[slug].name, number)
        for slug, number in Counter(s for a in subject.said for s in a.first.speakers).most_common()
        if slug in edition.people
    ]
    related = Counter(_related_slugs(subject))
    return months, sorted(voices), sorted(related.items()), len(subject.said)


def _related_slugs(subject: Subject) -> list[Slug]:
    if subject.kind is OUTLET:
        return [topic for article in subject.articles for topic in article.topics]
    return [article.outlet for article in subject.articles if article.outlet]


def _index(edition: Edition, kind: Kind, subjects: Sequence[Subject]) -> Page:
    here = Here.at(kind.index, edition.site.url)
    rows = tuple(
        IndexRow(Link(here.link(s.address), s.name), s.about, len(s.articles), s.count) for s in subjects
    )
    view = IndexPage(kind.title, wording.count(len(rows), kind.title.lower().removesuffix("s")), rows)
    description = f"{kind.title} of {edition.site.name}"
    return Page(kind.index, kind.index_template, view, frames.frame(edition, here, kind.title, description))


def _main(edition: Edition, subject: Subject) -> Page:
    here = Here.at(subject.address, edition.site.url)
    cards = Cards(edition, here, subject.slug if subject.kind is TOPIC else None)
    latest = subject.articles[-LATEST:]
    addresses_of_latest = {article.address for article in latest}
    spoken = [a for a in subject.said[-LATEST * 4 :] if a.article.address in addresses_of_latest]
    years = cards.years(here.address, subject.articles, "article")
    view = _view(
        cards,
        subject,
        title=subject.name,
        about=subject.about,
        summary=subject.count,
        articles=latest,
        chart=_chart(cards, subject) if subject.articles else None,
        voices=cards.voices(subject.said, VOICES),
        related=_related(cards, subject),
        quotations=cards.quotations(period.foremost(spoken, QUOTATIONS)),
        parts=years if len(subject.articles) > LATEST else (),
        up=Link(here.link(subject.kind.index), subject.kind.title),
        previous=None,
        next=None,
    )
    return _page(cards, subject, view, subject.about or f"{subject.name}: {subject.count}")


def _view(cards: Cards, subject: Subject, articles: Sequence[Article], **given: object) -> SubjectPage:
    newest_first = list(reversed(articles))
    return SubjectPage(
        home=Link(subject.home, host(subject.home)) if subject.home else None,
        groups=tuple(
            ArticleGroup(f"m-{m.items[0].day:%Y-%m}", m.title, cards.articles(m.items))
            for m in parts.by_month(newest_first)
        ),
        feeds=frames.feed_links(cards.here, f"{subject.kind.feeds}/{subject.slug}", subject.name),
        **given,  # type: ignore[arg-type]
    )


def _page(cards: Cards, subject: Subject, view: SubjectPage, description: str) -> Page:
    frame = frames.frame(
        cards.edition,
        cards.here,
        view.title,
        description,
        feeds=view.feeds,
        previous=view.previous.href if view.previous else None,
        next=view.next.href if view.next else None,
    )
    return Page(cards.here.address, subject.kind.template, view, frame)


def _part(
    edition: Edition,
    subject: Subject,
    part: Part[Article],
    before: Part[Article] | None,
    after: Part[Article] | None,
) -> Page:
    here = Here.at(part.address, edition.site.url)
    cards = Cards(edition, here)
    previous, following = (Link(here.link(p.address), p.title) if p else None for p in (before, after))
    view = _view(
        cards,
        subject,
        title=f"{subject.name}, {part.title}",
        about="",
        summary=wording.count(part.total, "article"),
        articles=part.items,
        chart=None,
        voices=(),
        related=(),
        quotations=(),
        parts=tuple(
            Counted(here.link(p.address), p.title, p.total, wording.count(p.total, "article"))
            for p in reversed(part.parts)
        ),
        up=Link(here.link(subject.address), subject.name),
        previous=previous,
        next=following,
    )
    return _page(cards, subject, view, f"{view.title}: {view.summary}")


def _related(cards: Cards, subject: Subject) -> tuple[Counted, ...]:
    if subject.kind is OUTLET:
        return cards.topics_counted(_related_slugs(subject), "article")
    outlets = cards.edition.outlets
    found = Counter(slug for slug in _related_slugs(subject) if slug in outlets)
    ranked = sorted(found.items(), key=lambda pair: (-pair[1], outlets[pair[0]].name))
    return tuple(
        Counted(cards.here.link(addresses.outlet(s)), outlets[s].name, n, wording.count(n, "article"))
        for s, n in ranked
    )


def _chart(cards: Cards, subject: Subject) -> Chart:
    months = activity.whole(cards.edition, subject.articles)
    return activity.chart(
        cards.here, _drawing(subject), months, f"Articles by month: {subject.name}", "article"
    )


def _drawing(subject: Subject) -> str:
    return f"{subject.address}activity.svg"
