"""What an article leads on to: the one before and after, the same story elsewhere, related ones."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import nsmallest

from brexitsite.model import Article
from brexitsite.plugin.edition import Edition

SAME_STORY_DAYS = 2
"""Papers print the same words about one event within so many days."""

CANDIDATES = 4
"""How many articles before and after are looked at for each actor and topic: near ones matter, and
the work for an article does not grow with the digest."""

MOST_RELATED = 4


@dataclass(frozen=True, slots=True)
class Neighbours:
    previous: Article | None
    next: Article | None
    same_story: tuple[Article, ...]
    related: tuple[tuple[Article, str], ...]
    """With the reason in words."""

    def articles(self) -> Iterator[Article]:
        yield from (a for a in (self.previous, self.next) if a)
        yield from self.same_story
        yield from (article for article, _ in self.related)

    def reasons(self) -> tuple[object, ...]:
        """How each neighbour is shown, for the fingerprint."""
        previous = self.previous.address if self.previous else None
        return previous, len(self.same_story), tuple(why for _, why in self.related)


def of(edition: Edition, article: Article) -> Neighbours:
    """The neighbours of an article in the whole digest."""
    place = edition.position[article.address]
    same = _same_story(edition, article)
    return Neighbours(
        previous=edition.articles[place - 1] if place else None,
        next=edition.articles[place + 1] if place + 1 < len(edition.articles) else None,
        same_story=same,
        related=_related(edition, article, {article.address, *(a.address for a in same)}),
    )


def _same_story(edition: Edition, article: Article) -> tuple[Article, ...]:
    said = (a for a in edition.of_article(article) if a.id in edition.same_words)
    twins = (twin.article for a in said for twin in edition.same_words[a.id].near(a))
    near = {t.address: t for t in twins if abs((t.day - article.day).days) <= SAME_STORY_DAYS}
    return tuple(near[address] for address in sorted(near))


@dataclass(slots=True)
class Relation:
    """What an article shares with another one, and how much that says."""

    other: Article
    weight: float = 0.0
    shared: list[str] = field(default_factory=list)


def _related(edition: Edition, article: Article, without: set[str]) -> tuple[tuple[Article, str], ...]:
    """Articles that share actors and topics; a rare actor says more than one who is everywhere."""
    found: dict[str, Relation] = {}
    for name, articles in _common_ground(edition, article):
        share = 1 / len(articles) ** 0.5
        for other in _around(edition, articles, article):
            relation = found.get(other.address) or found.setdefault(other.address, Relation(other))
            relation.weight += share
            relation.shared.append(name)
    others = ((-r.weight, address) for address, r in found.items() if address not in without)
    best = [found[address] for _, address in nsmallest(MOST_RELATED, others)]
    return tuple((r.other, f"In common: {', '.join(r.shared[:4])}") for r in best)


def _common_ground(edition: Edition, article: Article) -> Iterator[tuple[str, list[Article]]]:
    for slug in article.people:
        if slug in edition.people:
            yield edition.people[slug].name, edition.naming[slug]
    for topic in article.topics:
        if topic in edition.topics:
            yield edition.topics[topic].name, edition.on_topic[topic]


def _around(edition: Edition, articles: list[Article], article: Article) -> list[Article]:
    position = edition.position
    at = bisect_left(articles, position[article.address], key=lambda a: position[a.address])
    return articles[max(0, at - CANDIDATES) : at + CANDIDATES + 1]
