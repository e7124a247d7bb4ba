"""What stands in feeds: articles, what one actor said in an article, days, corrections.

Times are the digest's own clock: the day on which it added something, and on that day the
seconds by the order of the ledger. A batch of old articles comes out as new, so that a subscriber
misses nothing; nothing depends on when the site is built.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from markupsafe import Markup, escape

from brexitsite.model import Article, Slug
from brexitsite.plugin import addresses, citations, evidence, wording
from brexitsite.plugin.addresses import Here
from brexitsite.plugin.cards import Cards, web_address
from brexitsite.plugin.corrections import Correction
from brexitsite.plugin.edition import Appearance, Edition
from brexitsite.plugin.feeds.model import Item, permanent_id
from brexitsite.plugin.views.cards import QuotationCard

LAST_SECOND = 86_399


@dataclass(slots=True)
class Items:
    """Makes the items of every feed; an article's item is made once for all feeds that have it."""

    edition: Edition
    order: dict[str, int] = field(init=False)
    """Ledger id → row."""
    _second: dict[str, int] = field(init=False)
    _made: dict[str, Item] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        seen: Counter[date] = Counter()
        self.order, self._second = {}, {}
        for row, entry in enumerate(self.edition.sources.ledger):
            if entry.id not in self.order:
                self.order[entry.id] = row
                self._second[entry.id] = min(seen[entry.added], LAST_SECOND)
                seen[entry.added] += 1

    def rank(self, article: Article) -> tuple[date, int, str]:
        """Sorts articles by when the digest added them."""
        return article.added, self.order.get(article.raw, -1), article.address

    def added(self, article: Article) -> datetime:
        return _at(article.added) + timedelta(seconds=self._second.get(article.raw, 0))

    def updated(self, article: Article, said: Iterable[Appearance]) -> datetime:
        corrected = [a.first.corrected for a in said if a.first.corrected]
        days = [*corrected, *([article.updated] if article.updated else [])]
        return max([self.added(article), *map(_at, days)])

    def article(self, article: Article) -> Item:
        if article.address not in self._made:
            self._made[article.address] = self._article(article)
        return self._made[article.address]

    def _article(self, article: Article) -> Item:
        cards = self._cards(article.address)
        said = self.edition.of_article(article)
        return Item(
            id=permanent_id(self.edition, f"article {article.raw}"),
            title=article.title,
            url=cards.here.url,
            html=_article_html(cards, article, said),
            summary=article.summary,
            published=self.added(article),
            updated=self.updated(article, said),
            tags=tuple(link.text for link in cards.topics(article.topics)),
            authors=article.authors,
            source=cards.outlet_name(article),
            source_url=web_address(article.source_url),
        )

    def said(self, slug: Slug, article: Article, said: Sequence[Appearance]) -> Item:
        """What one actor said in one article."""
        cards = self._cards(article.address)
        name = self.edition.people[slug].name
        return Item(
            id=permanent_id(self.edition, f"people/{slug} in {article.raw}"),
            title=citations.title_of(said[0], name),
            url=f"{cards.here.url}#{addresses.anchor(said[0].id)}",
            html=_quotations_html(cards, said) + _source_html(cards, article),
            summary=" … ".join(wording.shortened(a.words[0], 40) for a in said),
            published=self.added(article),
            updated=self.updated(article, said),
            tags=tuple(link.text for link in cards.topics(said[0].topics)),
            source=cards.outlet_name(article),
            source_url=web_address(article.source_url),
        )

    def day(self, on: date, articles: Sequence[Article]) -> Item:
        """One day's digest; it comes up again when an article is added to the day."""
        cards = self._cards(addresses.day(on))
        times = [self.added(article) for article in articles]
        changes = [self.updated(a, self.edition.of_article(a)) for a in articles]
        lines = Markup("").join(_listed_html(cards, article) for article in articles)
        return Item(
            id=permanent_id(self.edition, f"day {on.isoformat()}"),
            title=f"{wording.weekday(on)}: {wording.count(len(articles), 'article')}",
            url=cards.here.url,
            html=Markup("<ul>{}</ul>").format(lines),
            summary="; ".join(article.title for article in articles),
            published=min(times),
            updated=max(changes),
        )

    def correction(self, correction: Correction) -> Item:
        article, first = correction.article, correction.appearance.first
        cards = self._cards(addresses.quotation(first.id))
        told = evidence.correction(article, first) or ""
        return Item(
            id=permanent_id(self.edition, f"correction {first.id} {correction.day.isoformat()}"),
            title=f"Corrected: “{wording.shortened(first.text, citations.WORDS_OF_A_TITLE)}”",
            url=cards.here.url,
            html=Markup("<p>{}</p>").format(told) + _quotations_html(cards, [correction.appearance]),
            summary=told,
            published=_at(correction.day),
            updated=_at(correction.day),
        )

    def _cards(self, address: str) -> Cards:
        return Cards(self.edition, Here.outside(address, self.edition.site.url))


def _at(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _article_html(cards: Cards, article: Article, said: Sequence[Appearance]) -> Markup:
    summary = Markup("<p>{}</p>").format(article.summary) if article.summary else Markup("")
    return summary + _quotations_html(cards, said) + _source_html(cards, article)


def _quotations_html(cards: Cards, said: Sequence[Appearance]) -> Markup:
    return Markup("").join(_quotation_html(card) for card in cards.quotations(said))


def _quotation_html(card: QuotationCard) -> Markup:
    words = Markup("").join(Markup("<p>{}</p>").format(text) for text in card.words)
    names = [
        Markup('<a href="{}">{}</a>').format(s.href, s.name) if s.href else escape(s.name)
        for s in card.speakers
    ]
    role = f", {card.speakers[0].role}" if card.speakers and card.speakers[0].role else ""
    who = Markup(" and ").join(names) if names else escape(card.said_by or "speaker not named")
    corrected = f" ({card.known.correction})" if card.known.correction else ""
    return Markup('<blockquote>{}</blockquote>\n<p>– {}{}{} (<a href="{}">quotation</a>)</p>\n').format(
        words, who, role, corrected, card.href
    )


def _source_html(cards: Cards, article: Article) -> Markup:
    source = cards.outlet_name(article) or "Source not stated"
    return Markup('<p>{}, {}: <a href="{}">{}</a></p>').format(
        source, wording.dated(article.dated), cards.here.link(article.address), article.title
    )


def _listed_html(cards: Cards, article: Article) -> Markup:
    speakers = dict.fromkeys(s for a in cards.edition.of_article(article) for s in a.first.speakers)
    names = wording.listing([actor.name for actor in cards.actors(speakers, article)])
    return Markup('<li><a href="{}">{}</a>{}</li>').format(
        cards.here.link(article.address), article.title, f": {names}" if names else ""
    )
