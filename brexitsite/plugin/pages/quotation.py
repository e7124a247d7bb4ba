"""A page for each quotation: the words, who said them, where, and how we know."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from brexitsite.model import Article, Place, Quotation
from brexitsite.plugin import addresses, citations, crosslinks, frames, structured, wording
from brexitsite.plugin.addresses import Here
from brexitsite.plugin.cards import Cards, host, web_address
from brexitsite.plugin.crosslinks import Span
from brexitsite.plugin.edition import Appearance, Edition, is_full
from brexitsite.plugin.unit import Output, Page
from brexitsite.plugin.views.article import RedirectPage
from brexitsite.plugin.views.frame import Facet, Frame
from brexitsite.plugin.views.parts import Day, FeedLink, Link
from brexitsite.plugin.views.quotation import Elsewhere, QuotationPage

EARLIER_AND_LATER = 3
"""How many of a speaker's words on the same topic are shown before and after."""

FRAGMENT_WORDS = 4
"""Words at either end of a text fragment: enough to be unique in an article."""

OURS_AROUND = "The words around the quotation are ours; the quotation is as printed in the source."
NOT_STATED = "not stated"


@dataclass(frozen=True, slots=True)
class Around:
    """What the pages of an article's quotations show of others: by quotation id."""

    twins: Mapping[str, tuple[Appearance, ...]]
    earlier: Mapping[str, tuple[Appearance, ...]]
    later: Mapping[str, tuple[Appearance, ...]]

    def prints(self, edition: Edition) -> list[object]:
        return [
            (id, edition.print_of_words(shown))
            for group in (self.twins, self.earlier, self.later)
            for id, shown in group.items()
        ]


def around(edition: Edition, article: Article) -> Around:
    """Find what else is shown on the pages of an article's quotations."""
    said = edition.of_article(article)
    before, after = {}, {}
    for appearance in said:
        before[appearance.id], after[appearance.id] = _same_subject(edition, appearance)
    twins = {a.id: edition.same_words[a.id].near(a) for a in said if a.id in edition.same_words}
    return Around(twins, before, after)


def _same_subject(
    edition: Edition, appearance: Appearance
) -> tuple[tuple[Appearance, ...], tuple[Appearance, ...]]:
    """The same speaker's nearest other words on one of the same topics, in other articles."""
    if len(appearance.first.speakers) != 1 or not appearance.topics:
        return (), ()
    said = edition.said_by_on[appearance.first.speakers[0], appearance.topics[0]]
    place = edition.position[appearance.article.address]
    at = bisect_left(said, place, key=lambda a: edition.position[a.article.address])
    after = at
    while after < len(said) and said[after].article is appearance.article:
        after += 1
    reach = 2 * EARLIER_AND_LATER
    before = _other_words(edition, said[max(0, at - reach) : at], appearance)
    since = _other_words(edition, said[after : after + reach], appearance)
    return before[-EARLIER_AND_LATER:], since[:EARLIER_AND_LATER]


def _other_words(
    edition: Edition, said: Sequence[Appearance], appearance: Appearance
) -> tuple[Appearance, ...]:
    """Without the same words printed elsewhere, which have a place of their own."""
    same = edition.same_words.get(appearance.id)
    return tuple(a for a in said if same is None or edition.same_words.get(a.id) is not same)


def pages(edition: Edition, article: Article, around: Around) -> Iterator[Output]:
    """A page for each quotation; one that goes on from another leads to it."""
    for appearance in edition.of_article(article):
        yield _page(edition, appearance, around)
        for part in appearance.parts[1:]:
            yield _continuation(edition, appearance, part)


def _continuation(edition: Edition, appearance: Appearance, part: Quotation) -> Page:
    here = Here.at(addresses.quotation(part.id), edition.site.url)
    target = addresses.quotation(appearance.id)
    title = citations.title_of(appearance, citations.speaker_of(edition, appearance))
    frame = frames.frame(edition, here, title, "", canonical=here.absolute(target), robots="noindex, follow")
    return Page(here.address, "redirect.html", RedirectPage(here.link(target), title), frame)


def _page(edition: Edition, appearance: Appearance, around: Around) -> Page:
    here = Here.at(addresses.quotation(appearance.id), edition.site.url)
    cards, article = Cards(edition, here), appearance.article
    speaker = citations.speaker_of(edition, appearance)
    said_on = appearance.first.said_on
    view = QuotationPage(
        quotation=cards.quotation(appearance),
        title=citations.title_of(appearance, speaker),
        said=Day(said_on.isoformat(), wording.day(said_on)) if said_on else None,
        printed=cards.day(article),
        surroundings=_surroundings(appearance),
        surroundings_note=OURS_AROUND if article.retold else None,
        original=_original(appearance),
        outlet=cards.outlet(article),
        outlet_note="" if cards.outlet(article) else NOT_STATED,
        authors=article.authors,
        about=tuple(a for a in cards.actors(appearance.about, article) if a.href),
        elsewhere=tuple(_elsewhere(cards, twin) for twin in around.twins.get(appearance.id, ())),
        earlier=cards.quotations(around.earlier[appearance.id]),
        later=cards.quotations(around.later[appearance.id]),
        citation=citations.of_quotation(edition, appearance, speaker, here),
        url=here.url,
        report=citations.report_href(edition.site.report, f"Quotation {appearance.id}: {here.url}"),
        raw=article.raw,
        raw_sha256=article.raw_sha256,
        language=article.lang,
    )
    return Page(here.address, "quotation.html", view, _frame(cards, appearance, view))


def _surroundings(appearance: Appearance) -> tuple[Markup, ...]:
    article = appearance.article
    pairs = zip(appearance.parts, appearance.words, strict=False)
    return tuple(_marked(article, part.at, words) for part, words in pairs)


def _marked(article: Article, at: Place, words: str) -> Markup:
    """The paragraph around a quotation, or of an extract its sentence, with the words marked."""
    text = article.paragraphs[at.paragraph]
    start, end = (0, len(text)) if is_full(article) else crosslinks.sentence_around(text, at.start, at.end)
    cut = words != text[at.start : at.end] and words.endswith(" …")
    if cut:
        end = at.start + len(words) - 2
    shown = Span(at.start - start, min(at.end, end) - start, "mark")
    return crosslinks.marked(text[start:end] + (" …" if cut else ""), [shown])


def _original(appearance: Appearance) -> Link | None:
    """The very words at the outlet, by a text fragment."""
    url = web_address(appearance.article.source_url)
    if url is None:
        return None
    plain = url.split("#")[0]
    return Link(
        f"{plain}#:~:text={text_fragment(appearance.first.text)}",
        f"Find it at {host(url)}",
    )


def text_fragment(words: str) -> str:
    """The first and the last words of a text, as browsers find them.

    >>> text_fragment("We shall build the bridge, and we shall build it soon.")
    'We%20shall%20build%20the,shall%20build%20it%20soon.'
    """
    parts = words.split()
    if len(parts) <= 2 * FRAGMENT_WORDS:
        return _encoded(words)
    ends = (" ".join(parts[:FRAGMENT_WORDS]), " ".join(parts[-FRAGMENT_WORDS:]))
    return ",".join(map(_encoded, ends))


def _encoded(words: str) -> str:
    return quote(words, safe="").replace("-", "%2D")


def _elsewhere(cards: Cards, twin: Appearance) -> Elsewhere:
    place = f"{twin.article.address}#{addresses.anchor(twin.id)}"
    return Elsewhere(
        href=cards.here.link(addresses.quotation(twin.id)),
        context=cards.here.link(place),
        article=cards.article_link(twin.article),
        outlet=cards.outlet_name(twin.article),
        day=cards.day(twin.article),
        words=wording.as_quoted(twin.words),
        difference="The same words",
    )


def _frame(cards: Cards, appearance: Appearance, view: QuotationPage) -> Frame:
    article = appearance.article
    description = f"{view.title}, {wording.dated(article.dated)}, in “{article.title}”"
    return frames.frame(
        cards.edition,
        cards.here,
        view.title,
        description,
        "article",
        feeds=_speakers_feeds(cards, appearance),
        json_ld=structured.quotation_page(cards.edition, appearance, cards.here),
        indexed=True,
        facets=(
            Facet("kind", "quotation"),
            Facet("year", str(article.day.year)),
            Facet("outlet", cards.outlet_name(article) or "not stated"),
            *(Facet("speaker", s.name) for s in view.quotation.speakers),
            *(Facet("actor", actor.name) for actor in view.about),
            *(Facet("topic", topic.text) for topic in view.quotation.topics),
        ),
        sort_date=article.day.isoformat(),
    )


def _speakers_feeds(cards: Cards, appearance: Appearance) -> tuple[FeedLink, ...]:
    people = cards.edition.people
    slug = next((s for s in appearance.first.speakers if s in people), None)
    return frames.feed_links(cards.here, f"people/{slug}", people[slug].name) if slug else ()
