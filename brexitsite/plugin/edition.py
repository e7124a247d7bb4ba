"""Everything that the site is made from, read once and indexed: who said what, where and when.

Lists of articles and appearances run from the oldest to the newest. What private actors said, and
every mention of them, is gone before anything is indexed; so is what rights do not allow.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from itertools import chain

from brexitsite.model import Actor, Article, Event, Office, Outlet, Quotation, Site, Slug, Topic
from brexitsite.plugin import prints, wording
from brexitsite.plugin.texts import Text
from brexitsite.store.ledger import Ledger
from brexitsite.store.parsed import Parsed
from brexitsite.store.registry import Registry

QUOTED_WORDS_OF_AN_EXTRACT = 150
"""How many quoted words of an article are shown where only an extract is allowed."""

LEAST_WORDS_TO_COMPARE = 5
"""Shorter quotations ("a disaster") are the same in two papers by chance."""


MANY = 12
"""With so many other articles that have the same words the count ends: one more changes no other page."""

MOST_TWINS = 8
"""How many other articles with the same words are shown."""


@dataclass(frozen=True, slots=True, eq=False)
class Appearance:
    """Somebody's words in one article: a quotation with those that go on from it."""

    article: Article
    parts: tuple[Quotation, ...]
    words: tuple[str, ...]
    """The words of each part, shortened where rights demand it."""
    first: Quotation = field(init=False)
    id: str = field(init=False)
    day: date = field(init=False)
    about: tuple[Slug, ...] = field(init=False)
    topics: tuple[Slug, ...] = field(init=False)

    def __post_init__(self) -> None:
        keep = partial(object.__setattr__, self)
        keep("first", self.parts[0])
        keep("id", self.parts[0].id)
        keep("day", self.article.day)
        keep("about", _united([part.about for part in self.parts]))
        keep("topics", _united([part.topics for part in self.parts]))


def _united(lists: Sequence[tuple[Slug, ...]]) -> tuple[Slug, ...]:
    """What stands in any of the lists, in their order."""
    return lists[0] if len(lists) == 1 else tuple(dict.fromkeys(chain.from_iterable(lists)))


@dataclass(frozen=True, slots=True, eq=False)
class SameWords:
    """The appearances of one text in several articles, oldest first; one object for all of them."""

    appearances: tuple[Appearance, ...]
    others: int
    """In how many other articles they are; `MANY` for more than that."""

    _near: dict[str, tuple[Appearance, ...]] = field(default_factory=dict, repr=False)

    def near(self, appearance: Appearance) -> tuple[Appearance, ...]:
        """The next few of the others by date: common words may be in very many."""
        if appearance.id not in self._near:
            self._near[appearance.id] = self._found_near(appearance)
        return self._near[appearance.id]

    def _found_near(self, appearance: Appearance) -> tuple[Appearance, ...]:
        at = bisect_left(self.appearances, appearance.day, key=lambda a: a.day)
        some = self.appearances[max(0, at - MOST_TWINS) : at + MOST_TWINS]
        others = [a for a in some if a.article is not appearance.article]
        if len(others) <= MOST_TWINS:
            return tuple(others)
        nearest = sorted(others, key=lambda a: abs((a.day - appearance.day).days))[:MOST_TWINS]
        return tuple(sorted(nearest, key=lambda a: (a.day, a.article.slug)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What is read from the content folder."""

    site: Site
    registry: Registry
    outlets: Mapping[Slug, Outlet]
    topics: Mapping[Slug, Topic]
    events: tuple[Event, ...]
    ledger: Ledger
    texts: Mapping[str, Text]
    articles: Sequence[Parsed]
    searched: bool = True
    """Whether the site gets a search index."""


Index = dict[str, list[Appearance]]


@dataclass(slots=True)
class Edition:
    """The whole digest in memory. `common` is a digest of what every page may read."""

    sources: Sources
    common: str
    people: Mapping[Slug, Actor]
    """Everybody with a page, organisations too."""
    articles: list[Article] = field(default_factory=list)
    withdrawn: list[Article] = field(default_factory=list)
    appearances: dict[str, list[Appearance]] = field(default_factory=lambda: defaultdict(list))
    """By address of the article, in the order of the text."""
    said_by: Index = field(default_factory=lambda: defaultdict(list))
    said_by_on: dict[tuple[Slug, Slug], list[Appearance]] = field(default_factory=lambda: defaultdict(list))
    """By speaker and topic."""
    said_about: Index = field(default_factory=lambda: defaultdict(list))
    said_on_topic: Index = field(default_factory=lambda: defaultdict(list))
    naming: dict[Slug, list[Article]] = field(default_factory=lambda: defaultdict(list))
    on_topic: dict[Slug, list[Article]] = field(default_factory=lambda: defaultdict(list))
    in_outlet: dict[Slug, list[Article]] = field(default_factory=lambda: defaultdict(list))
    on_day: dict[date, list[Article]] = field(default_factory=lambda: defaultdict(list))
    same_words: dict[str, SameWords] = field(default_factory=dict)
    """By quotation id, where other articles have the same words."""
    position: dict[str, int] = field(default_factory=dict)
    """By address: index in `articles`."""
    first_added: date = date(1970, 1, 1)
    """When the digest began: the day of the article that it added first."""
    prints: dict[str, str] = field(default_factory=dict)
    """By address: digest of an article and of how everybody in it is shown."""

    @property
    def site(self) -> Site:
        return self.sources.site

    @property
    def offices(self) -> Mapping[Slug, Office]:
        return self.sources.registry.offices

    @property
    def topics(self) -> Mapping[Slug, Topic]:
        return self.sources.topics

    @property
    def outlets(self) -> Mapping[Slug, Outlet]:
        return self.sources.outlets

    def of_article(self, article: Article) -> list[Appearance]:
        return self.appearances.get(article.address, [])

    def print_of(self, articles: Iterable[Article]) -> list[str]:
        """What a page reads of some articles, for its fingerprint."""
        return [self.prints[article.address] for article in articles]

    def print_of_words(self, appearances: Iterable[Appearance]) -> list[tuple[str, str]]:
        return [(a.id, self.prints[a.article.address]) for a in appearances]


def compile(sources: Sources, program: str) -> Edition:
    """Index everything; `program` is a digest of code, libraries and settings."""
    people = _public(sources)
    edition = Edition(sources=sources, common=_common(sources, program), people=people)
    private = frozenset(a.slug for a in sources.registry.actors.values() if a.private)
    by_time = sorted(sources.articles, key=lambda read: (read.article.day, read.article.slug))
    digests = {}
    for read in by_time:
        article = _without(read.article, private)
        (edition.withdrawn if article.withdrawn else edition.articles).append(article)
        digests[article.address] = read.digest
    for place, article in enumerate(edition.articles):
        edition.position[article.address] = place
        _index_article(edition, article)
    edition.first_added = min((a.added for a in edition.articles), default=edition.first_added)
    edition.same_words = _same_words(edition)
    for article in (*edition.articles, *edition.withdrawn):
        edition.prints[article.address] = _print(edition, article, digests[article.address])
    return edition


def _common(sources: Sources, program: str) -> str:
    names = [(t.slug, t.name) for t in sources.topics.values()]
    outlets = [(o.slug, o.name, o.url) for o in sources.outlets.values()]
    offices = [(o.slug, o.name) for o in sources.registry.offices.values()]
    texts = [(address, text.title) for address, text in sources.texts.items()]
    return prints.of(program, sources.site, names, outlets, offices, texts)


def _public(sources: Sources) -> dict[Slug, Actor]:
    """Whoever has a page, in the order of their names."""
    with_register = sources.site.pages_for == "actors and register"
    actors = sources.registry.actors.values()
    shown = (a for a in actors if not a.private and (with_register or not a.in_register_only))
    return {a.slug: a for a in sorted(shown, key=lambda a: (a.sort_name.casefold(), a.slug))}


def _without(article: Article, private: frozenset[Slug]) -> Article:
    """An article as if nobody knew who the private actors in it are."""
    touched = private.intersection(article.names, article.people, (m.actor for m in article.mentions))
    spoken = {slug for q in article.quotations for slug in (*q.speakers, *q.about)}
    if not touched and private.isdisjoint(spoken):
        return article
    return replace(
        article,
        names={slug: name for slug, name in article.names.items() if slug not in private},
        people=tuple(slug for slug in article.people if slug not in private),
        mentions=tuple(m for m in article.mentions if m.actor not in private),
        quotations=tuple(
            replace(q, about=tuple(slug for slug in q.about if slug not in private))
            for q in article.quotations
            if private.isdisjoint(q.speakers)
        ),
    )


def _index_article(edition: Edition, article: Article) -> None:
    edition.on_day[article.day].append(article)
    if article.outlet:
        edition.in_outlet[article.outlet].append(article)
    for topic in article.topics:
        edition.on_topic[topic].append(article)
    for slug in article.people:
        edition.naming[slug].append(article)
    for appearance in _allowed(article, _joined(article)):
        edition.appearances[article.address].append(appearance)
        for slug in appearance.first.speakers:
            edition.said_by[slug].append(appearance)
            for topic in appearance.topics:
                edition.said_by_on[slug, topic].append(appearance)
        for slug in appearance.about:
            edition.said_about[slug].append(appearance)
        for topic in appearance.topics:
            edition.said_on_topic[topic].append(appearance)


def _joined(article: Article) -> Iterable[Appearance]:
    """Quotations with those that go on from them; scare quotes are nobody's words."""
    parts: dict[str, list[Quotation]] = {}
    head: dict[str, str] = {}
    for quotation in article.quotations:
        if quotation.kind == "scare":
            continue
        before = head.get(quotation.continues or "")
        head[quotation.id] = before or quotation.id
        parts.setdefault(head[quotation.id], []).append(quotation)
    for joined in parts.values():
        yield Appearance(article, tuple(joined), tuple(q.text for q in joined))


def _allowed(article: Article, appearances: Iterable[Appearance]) -> Iterable[Appearance]:
    """What may be shown of an article's quotations: of an extract, the first so many words."""
    if is_full(article):
        yield from appearances
        return
    left = QUOTED_WORDS_OF_AN_EXTRACT
    for appearance in appearances:
        words = []
        for text in appearance.words:
            number = len(wording.words_in(text))
            if left > 0:
                words.append(text if number <= left else wording.shortened(text, left))
            left -= number
        shown = tuple(words)
        if shown:
            yield appearance if shown == appearance.words else replace(appearance, words=shown)


def is_full(article: Article) -> bool:
    """Whether the whole text is shown: what we may republish, and what we tell ourselves."""
    return article.retold or article.republish == "full"


def _same_words(edition: Edition) -> dict[str, SameWords]:
    texts: dict[str, list[Appearance]] = defaultdict(list)
    for article in edition.articles:
        for appearance in edition.of_article(article):
            spoken = wording.words_in(" ".join(appearance.words).casefold().replace("’", "'"))
            if len(spoken) >= LEAST_WORDS_TO_COMPARE:
                texts[" ".join(spoken)].append(appearance)
    return {a.id: group for group in filter(None, map(_group, texts.values())) for a in group.appearances}


def _group(appearances: list[Appearance]) -> SameWords | None:
    articles = {appearance.article.address for appearance in appearances}
    if len(articles) == 1:
        return None
    return SameWords(tuple(appearances), min(len(articles) - 1, MANY))


def _print(edition: Edition, article: Article, digest: str) -> str:
    speakers = (slug for q in article.quotations for slug in (*q.speakers, *q.about))
    known = edition.sources.registry.actors
    faces = [
        (slug, known[slug].name, known[slug].kind, slug in edition.people)
        for slug in sorted({*article.names, *article.people, *speakers})
        if slug in known
    ]
    elsewhere = [
        (a.id, edition.same_words[a.id].others)
        for a in edition.of_article(article)
        if a.id in edition.same_words
    ]
    copies = [bool(edition.in_outlet.get(copy.outlet or "")) for copy in article.also_in]
    return prints.of(digest, faces, elsewhere, copies, article.address)
