"""What an article leads on to: the one before and after, the same story elsewhere, related ones."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import nsmallest
from math import sqrt

from brexitsite.model import Article
from brexitsite.plugin.edition import Edition

SAME_STORY_DAYS = 2
"""Papers print the same words about one event within so many days."""

CANDIDATES = 4
"""How many articles before and after are looked at for each actor and topic: near ones matter, and
the work for an article does not grow with the digest."""

MOST_RELATED = 4
MOST_NAMED = 4
"""How many of the things that two articles share are told."""


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


@dataclass(frozen=True, slots=True)
class Ground:
    """An actor or a topic that articles have in common."""

    name: str
    places: list[int]
    """Of the articles in the digest, rising."""

    @property
    def weight(self) -> float:
        """A rare actor says more than one who is everywhere."""
        return 1 / sqrt(len(self.places))

    def near(self, place: int) -> list[int]:
        """The next few articles before and after the one at a place, and itself."""
        at = bisect_left(self.places, place)
        return self.places[max(0, at - CANDIDATES) : at + CANDIDATES + 1]


class Neighbourhood:
    """Finds the neighbours of one article after the other."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._people = {s: self._ground(a.name, edition.naming.get(s, ())) for s, a in edition.people.items()}
        self._topics = {
            s: self._ground(t.name, edition.on_topic.get(s, ())) for s, t in edition.topics.items()
        }

    def _ground(self, name: str, articles: Iterable[Article]) -> Ground:
        return Ground(name, [self._edition.position[article.address] for article in articles])

    def of(self, article: Article) -> Neighbours:
        """The neighbours of an article in the whole digest."""
        articles, place = self._edition.articles, self._edition.position[article.address]
        same = _same_story(self._edition, article)
        return Neighbours(
            previous=articles[place - 1] if place else None,
            next=articles[place + 1] if place + 1 < len(articles) else None,
            same_story=same,
            related=self._related(article, {place, *(self._edition.position[a.address] for a in same)}),
        )

    def _related(self, article: Article, without: set[int]) -> tuple[tuple[Article, str], ...]:
        """Articles that share actors and topics, with what they share."""
        place, weights = self._edition.position[article.address], defaultdict[int, float](float)
        shared = [(ground, ground.near(place)) for ground in self._grounds(article)]
        for ground, near in shared:
            weight = ground.weight
            for other in near:
                weights[other] += weight
        best = nsmallest(MOST_RELATED, ((-w, other) for other, w in weights.items() if other not in without))
        return tuple((self._edition.articles[other], _reason(shared, other)) for _, other in best)

    def _grounds(self, article: Article) -> Iterator[Ground]:
        yield from (self._people[slug] for slug in article.people if slug in self._people)
        yield from (self._topics[slug] for slug in article.topics if slug in self._topics)


def _reason(shared: Iterable[tuple[Ground, list[int]]], other: int) -> str:
    names = [ground.name for ground, near in shared if other in near]
    return f"In common: {', '.join(names[:MOST_NAMED])}"


def _same_story(edition: Edition, article: Article) -> tuple[Article, ...]:
    said = (a for a in edition.of_article(article) if a.id in edition.same_words)
    twins = (twin.article for a in said for twin in edition.same_words[a.id].near(a))
    near = {t.address: t for t in twins if abs((t.day - article.day).days) <= SAME_STORY_DAYS}
    return tuple(near[address] for address in sorted(near))
