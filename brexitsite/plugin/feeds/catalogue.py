"""Which feeds there are and what stands in each: one unit a feed, in all formats."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, time

from brexitsite.model import Actor, Article
from brexitsite.plugin import addresses
from brexitsite.plugin.corrections import corrections
from brexitsite.plugin.edition import Appearance, Edition
from brexitsite.plugin.feeds import formats
from brexitsite.plugin.feeds.items import Items
from brexitsite.plugin.feeds.model import Feed, Item, permanent_id
from brexitsite.plugin.pages import subject
from brexitsite.plugin.unit import File, Unit

LEAST = 30
"""Items of a feed; a batch that was added at once stands in it whole, up to MOST."""
MOST = 500


def units(edition: Edition) -> Iterator[Unit]:
    """A unit for each feed, and one for the list of all."""
    items = Items(edition)
    site, name = edition.site, edition.site.name
    yield _articles(items, "site", name, site.tagline or name, addresses.FRONT, edition.articles)
    yield _days(items)
    yield _corrections(items)
    for one in (*subject.topics(edition), *subject.outlets(edition)):
        stem = one.address.rstrip("/")
        title = f"{one.name} · {name}"
        yield _articles(items, stem, title, one.about or title, one.address, one.articles)
    for actor in edition.people.values():
        if edition.said_by.get(actor.slug):
            yield _actor(items, actor, edition.said_by[actor.slug])
    yield _opml(edition)


def newest(items: Items, articles: Sequence[Article]) -> list[Article]:
    """The articles of a feed, last added first: all of the last batch, or at least so many."""
    ranked = sorted(articles, key=items.rank, reverse=True)[:MOST]
    batch = sum(1 for article in ranked if article.added == ranked[0].added)
    return ranked[: max(LEAST, batch)]


def _unit(
    items: Items,
    stem: str,
    title: str,
    description: str,
    page: str,
    reads: object,
    make: Callable[[], list[Item]],
) -> Unit:
    edition = items.edition
    return Unit(
        key=f"feed {stem}",
        reads=(title, description, page, reads, _first_row(edition), edition.first_added),
        templates=(),
        make=lambda: _files(_feed(edition, stem, title, description, page, make())),
    )


def _first_row(edition: Edition) -> str:
    return permanent_id(edition, "")


def _files(feed: Feed) -> Iterator[File]:
    for ending, written in formats.FORMATS.items():
        yield File(f"feeds/{feed.stem}.{ending}", written(feed))


def _feed(edition: Edition, stem: str, title: str, description: str, page: str, items: list[Item]) -> Feed:
    root = f"{edition.site.url}/"
    return Feed(
        stem=stem,
        id=permanent_id(edition, f"feed {stem}"),
        title=title,
        description=description,
        home=root + page,
        site=root,
        publisher=edition.site.name,
        language=edition.site.language,
        updated=max((item.updated for item in items), default=_beginning(edition)),
        items=tuple(items),
    )


def _beginning(edition: Edition) -> datetime:
    """What an empty feed was updated on: the day of the first article."""
    return datetime.combine(edition.first_added, time(), UTC)


def _articles(
    items: Items, stem: str, title: str, description: str, page: str, articles: Sequence[Article]
) -> Unit:
    shown = newest(items, articles)
    reads = [(a.address, items.added(a)) for a in shown], items.edition.print_of(shown)
    return _unit(
        items, stem, title, description, page, reads, lambda: [items.article(article) for article in shown]
    )


def _actor(items: Items, actor: Actor, said: Sequence[Appearance]) -> Unit:
    """What an actor said: the quotations of one article in one item, the same words once."""
    by_article: dict[str, list[Appearance]] = {}
    for appearance in said:
        if not _printed_before(items, actor, appearance):
            by_article.setdefault(appearance.article.address, []).append(appearance)
    articles = [group[0].article for group in by_article.values()]
    shown = newest(items, articles)
    title = f"{actor.name} · {items.edition.site.name}"
    return _unit(
        items,
        f"people/{actor.slug}",
        title,
        f"What {actor.name} said",
        addresses.actor(actor.slug),
        (
            [(a.address, items.added(a), [s.id for s in by_article[a.address]]) for a in shown],
            items.edition.print_of(shown),
        ),
        lambda: [items.said(actor.slug, a, by_article[a.address]) for a in shown],
    )


def _printed_before(items: Items, actor: Actor, appearance: Appearance) -> bool:
    """Whether the digest had the same words of the same speaker from another article earlier."""
    same = items.edition.same_words.get(appearance.id)
    if same is None:
        return False
    rank = items.rank(appearance.article)
    twins = same.near(appearance)
    return any(actor.slug in t.first.speakers and items.rank(t.article) < rank for t in twins)


def _days(items: Items) -> Unit:
    edition = items.edition
    days = {day: articles for day, articles in edition.on_day.items() if articles}
    latest = {day: max(map(items.rank, articles)) for day, articles in days.items()}
    shown = sorted(days, key=lambda day: latest[day], reverse=True)[:LEAST]
    title = f"{edition.site.name}, day by day"
    return _unit(
        items,
        "days",
        title,
        "One item for each day",
        addresses.FRONT,
        (
            [(day, [items.added(a) for a in days[day]]) for day in shown],
            edition.print_of(a for d in shown for a in days[d]),
        ),
        lambda: [items.day(day, days[day]) for day in shown],
    )


def _corrections(items: Items) -> Unit:
    edition = items.edition
    listed = corrections(edition)[:MOST]
    return _unit(
        items,
        "corrections",
        f"Corrections · {edition.site.name}",
        "What was corrected, when and why",
        addresses.CORRECTIONS,
        (edition.print_of(c.article for c in listed), _beginning(edition)),
        lambda: [items.correction(correction) for correction in listed],
    )


def _opml(edition: Edition) -> Unit:
    groups = _opml_groups(edition)
    return Unit(
        "opml",
        (groups,),
        (),
        lambda: [File(addresses.OPML, formats.opml(edition.site.name, groups))],
    )


def _opml_groups(edition: Edition) -> list[tuple[str, list[tuple[str, str, str]]]]:
    root = f"{edition.site.url}/"

    def row(title: str, stem: str, page: str) -> tuple[str, str, str]:
        return title, f"{root}feeds/{stem}.rss", root + page

    speakers = (a for a in edition.people.values() if edition.said_by.get(a.slug))
    subjects = [*subject.topics(edition), *subject.outlets(edition)]
    return [
        (
            edition.site.name,
            [
                row("Articles", "site", addresses.FRONT),
                row("Day by day", "days", addresses.FRONT),
                row("Corrections", "corrections", addresses.CORRECTIONS),
            ],
        ),
        (
            "Topics and outlets",
            [row(s.name, s.address.rstrip("/"), s.address) for s in subjects],
        ),
        ("People", [row(a.name, f"people/{a.slug}", addresses.actor(a.slug)) for a in speakers]),
    ]
