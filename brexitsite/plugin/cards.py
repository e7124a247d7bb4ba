"""Actors, articles and quotations as they appear in the lists of every page."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import quote

from brexitsite.model import Article, Dated, Slug
from brexitsite.plugin import addresses, evidence, wording
from brexitsite.plugin.addresses import Here
from brexitsite.plugin.edition import MANY, Appearance, Edition
from brexitsite.plugin.views.cards import ActorLink, ArticleCard, QuotationCard, SaidIn, Voice
from brexitsite.plugin.views.parts import Counted, Day, Link

_OF_ADDRESSES = "!#$%&'()*+,/:;=?@[]~"
"""What an address may hold besides letters and figures; all else is written as %xx."""


def web_address(url: str | None) -> str | None:
    """An address that may be linked: articles are untrusted, and so is what they link to."""
    return quote(url, _OF_ADDRESSES) if url and url.startswith(("https://", "http://")) else None


def host(address: str) -> str:
    """The server of an address, as a link to it is called.

    >>> host("https://www.mail.example/2031/05/02/bridge")
    'mail.example'
    """
    found = re.match(r"https?://(?:[^/?#]*@)?(?:www\.)?([^/?#:]+)", address)
    return found[1] if found else "its source"


@functools.lru_cache(maxsize=4096)
def _day(when: Dated, up: str) -> Day:
    address = addresses.month(when.day) if wording.is_wide(when) else addresses.day(when.day)
    return Day(when.day.isoformat(), wording.dated(when), up + address)


@dataclass(frozen=True, slots=True)
class Cards:
    """Makes the parts of one page, with links as seen from there."""

    edition: Edition
    here: Here
    topic: Slug | None = None
    """The topic that the page is about: no quotation there needs to name it."""

    def day(self, article: Article) -> Day:
        return _day(article.dated, self.here.up)

    def actor(self, slug: Slug, name: str | None = None, role: str | None = None) -> ActorLink:
        actor = self.edition.people.get(slug)
        if actor is None:
            return ActorLink(name or slug, None, role)
        return ActorLink(actor.name, self.here.link(addresses.actor(slug)), role, actor.kind)

    def actors(self, slugs: Iterable[Slug], article: Article) -> tuple[ActorLink, ...]:
        return tuple(self.actor(slug, article.names.get(slug)) for slug in slugs)

    def topics(self, slugs: Iterable[Slug]) -> tuple[Link, ...]:
        known = [self.edition.topics[s] for s in slugs if s in self.edition.topics and s != self.topic]
        return tuple(Link(self.here.link(addresses.topic(t.slug)), t.name) for t in known)

    def outlet_name(self, article: Article) -> str | None:
        outlet = self.edition.outlets.get(article.outlet or "")
        return outlet.name if outlet else None

    def outlet(self, article: Article) -> Link | None:
        name = self.outlet_name(article)
        return Link(self.here.link(addresses.outlet(article.outlet or "")), name) if name else None

    def article_link(self, article: Article) -> Link:
        return Link(self.here.link(article.address), article.title)

    def article(self, article: Article, why: str = "", short: bool = False) -> ArticleCard:
        said = self.edition.of_article(article)
        speakers = dict.fromkeys(slug for a in said for slug in a.first.speakers)
        return ArticleCard(
            href=self.here.link(article.address),
            title=article.title,
            day=self.day(article),
            outlet=self.outlet_name(article),
            summary="" if short else article.summary,
            voices=() if short else self.actors(speakers, article),
            quotations=wording.counts((len(said), "quotation")),
            why=why,
        )

    def articles(self, articles: Iterable[Article]) -> tuple[ArticleCard, ...]:
        return tuple(map(self.article, articles))

    def speakers(self, appearance: Appearance) -> tuple[ActorLink, ...]:
        first, names = appearance.first, appearance.article.names
        alone = first.role if len(first.speakers) == 1 else None
        return tuple(self.actor(slug, names.get(slug), alone) for slug in first.speakers)

    def quotation(self, appearance: Appearance) -> QuotationCard:
        article, first = appearance.article, appearance.first
        in_article = f"{article.address}#{addresses.anchor(first.id)}"
        return QuotationCard(
            id=first.id,
            href=self.here.link(addresses.quotation(first.id)),
            context=self.here.link(in_article),
            words=wording.as_quoted(appearance.words),
            speakers=self.speakers(appearance),
            said_by=None if first.speakers or wording.is_pronoun(first.said_by) else first.said_by,
            day=self.day(article),
            article=self.article_link(article),
            outlet=self.outlet_name(article),
            known=evidence.how_known(article, first),
            cite=web_address(article.source_url),
            partial=first.kind == "mixed",
            relayed="as somebody else tells it" if first.relayed else None,
            topics=self.topics(appearance.topics),
            said_by_note=", in our words" if article.retold else ", in the article’s words",
            elsewhere=self._elsewhere(first.id),
        )

    def _elsewhere(self, id: str) -> str | None:
        same = self.edition.same_words.get(id)
        if same is None:
            return None
        least = "at least " if same.others == MANY else ""
        return f"also in {least}{wording.count(same.others, 'other article')}"

    def quotations(self, appearances: Iterable[Appearance]) -> tuple[QuotationCard, ...]:
        return tuple(map(self.quotation, appearances))

    def said_in(self, newest_first: Iterable[Appearance]) -> Iterator[SaidIn]:
        """Somebody's words under the articles that print them: one heading for all that stand together."""
        for _, said in groupby(newest_first, key=lambda a: a.article.address):
            told = list(said)[::-1]
            article = told[0].article
            yield SaidIn(
                article=self.article_link(article),
                day=self.day(article),
                outlet=self.outlet_name(article),
                role=next((a.first.role for a in told if a.first.role), None),
                quotations=self.quotations(told),
            )

    def voices(self, appearances: Iterable[Appearance], most: int) -> tuple[Voice, ...]:
        """Who is quoted most, of those with a page."""
        spoken = Counter(slug for a in appearances for slug in a.first.speakers)
        ranked = sorted(
            ((slug, n) for slug, n in spoken.items() if slug in self.edition.people),
            key=lambda pair: (-pair[1], self.edition.people[pair[0]].sort_name),
        )
        return tuple(
            Voice(
                self.edition.people[slug].name,
                self.here.link(addresses.actor(slug)),
                number,
                wording.count(number, "quotation"),
            )
            for slug, number in ranked[:most]
        )

    def topics_counted(
        self, slugs: Iterable[Slug], noun: str, most: int | None = None
    ) -> tuple[Counted, ...]:
        """Topics with how often each was named, most first."""
        topics = self.edition.topics
        found = Counter(slug for slug in slugs if slug in topics)
        ranked = sorted(found.items(), key=lambda pair: (-pair[1], topics[pair[0]].name))[:most]
        return tuple(
            Counted(self.here.link(addresses.topic(s)), topics[s].name, n, wording.count(n, noun))
            for s, n in ranked
        )

    def actors_counted(self, slugs: Iterable[Slug], noun: str, most: int) -> tuple[Counted, ...]:
        """Actors with a page, with how often each was named, most first."""
        people = self.edition.people
        found = Counter(slug for slug in slugs if slug in people)
        ranked = sorted(found.items(), key=lambda pair: (-pair[1], people[pair[0]].sort_name))[:most]
        return tuple(
            Counted(self.here.link(addresses.actor(s)), people[s].name, n, wording.count(n, noun))
            for s, n in ranked
        )

    def years(self, base: str, items: Sequence[Article | Appearance], noun: str) -> tuple[Counted, ...]:
        """Links to the pages of each year below a base address, newest first."""
        found = Counter(item.day.year for item in items)
        return tuple(
            Counted(
                self.here.link(f"{base}{year}/"), str(year), found[year], wording.count(found[year], noun)
            )
            for year in sorted(found, reverse=True)
        )
