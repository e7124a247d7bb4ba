"""Profiles of people and organisations: who they were, what they said, what was said about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from urllib.parse import quote

from brexitsite.model import Actor, Division, Membership, Slug, Tenure, Vote
from brexitsite.plugin import (
    activity,
    addresses,
    charts,
    citations,
    dictionary,
    frames,
    markup,
    parts,
    structured,
    wording,
)
from brexitsite.plugin.addresses import Here
from brexitsite.plugin.cards import Cards
from brexitsite.plugin.edition import Appearance, Edition
from brexitsite.plugin.parts import Part
from brexitsite.plugin.unit import Page, Unit
from brexitsite.plugin.views.frame import Facet
from brexitsite.plugin.views.parts import Chart, Counted, Day, FeedLink, Link
from brexitsite.plugin.views.people import (
    PartyView,
    PersonPage,
    PersonPartPage,
    QuotationGroup,
    TenureView,
    VoteView,
)

LATEST = 20
ARTICLES = 12
ABOUT = 15
MOST_COUNTED = 12

_VOTES = {"No Vote Recorded": "no vote recorded", "Teller": "teller"}
_IDENTIFIERS = {"wikidata": "Wikidata", "theyworkforyou": "TheyWorkForYou"}
_LABELS = {"he": "he/him", "she": "she/her", "they": "they/them"}


def units(edition: Edition) -> Iterator[Unit]:
    """A unit for each profile, each sparkline, and each part of what somebody said."""
    for actor in edition.people.values():
        said = edition.said_by.get(actor.slug, [])
        yield _profile_unit(edition, actor, said)
        if said:
            yield activity.unit(addresses.sparkline(actor.slug), activity.whole(edition, said))
        if len(said) > LATEST:
            yield from _part_units(edition, actor, said)
        for topic, spoken in _on_topics(edition, actor):
            yield from _topic_units(edition, actor, topic, spoken)


def _profile_unit(edition: Edition, actor: Actor, said: list[Appearance]) -> Unit:
    about, naming = _about(edition, actor), edition.naming.get(actor.slug, [])[-ARTICLES:]
    return Unit(
        key=f"person {actor.slug}",
        reads=(
            actor,
            _votes(edition, actor),
            _tallies(edition, actor, said, about),
            edition.print_of_words([*said[-LATEST:], *about[-ABOUT:]]),
            edition.print_of(naming),
        ),
        templates=("person.html",),
        make=lambda: [_profile(edition, actor, said, about)],
    )


def _about(edition: Edition, actor: Actor) -> list[Appearance]:
    """What others said about somebody."""
    return [a for a in edition.said_about.get(actor.slug, ()) if actor.slug not in a.first.speakers]


def _tallies(edition: Edition, actor: Actor, said: list[Appearance], about: list[Appearance]) -> object:
    """The numbers of a profile, whose articles it does not all read."""
    named = (slug for a in said for slug in a.about)
    speakers = (slug for a in about for slug in a.first.speakers)
    faces = Counter((slug, edition.people[slug].name) for slug in named if slug in edition.people)
    voices = Counter((slug, edition.people[slug].name) for slug in speakers if slug in edition.people)
    months = activity.whole(edition, said)
    topics = Counter(topic for a in said for topic in a.topics)
    counted = [sorted(c.items()) for c in (topics, faces, voices)]
    return months, counted, len(edition.naming.get(actor.slug, ()))


def _profile(edition: Edition, actor: Actor, said: list[Appearance], about: list[Appearance]) -> Page:
    here = Here.at(addresses.actor(actor.slug), edition.site.url)
    cards = Cards(edition, here)
    naming = edition.naming.get(actor.slug, [])
    feeds = _feeds(here, actor) if said else ()
    summary = summary_of(edition, actor)
    view = PersonPage(
        name=actor.name,
        kind=actor.kind,
        summary=summary,
        life=markup.html(actor.life),
        note=markup.html(actor.note) if actor.note else None,
        facts=tuple(_facts(actor)),
        tenures=tuple(_tenures(edition, actor)),
        years=charts.years_of(_stretches(edition, actor)),
        parties=tuple(map(_party, actor.parties)),
        identifiers=tuple(
            Link(href, _IDENTIFIERS.get(key, key)) for href, key in structured.identifiers(actor)
        ),
        aliases=actor.aliases,
        activity=_activity(cards, actor, said) if said else None,
        quotations_count=wording.count(len(said), "quotation"),
        about_count=f"{wording.count(len(about), 'quotation')} about them",
        articles_count=f"named in {wording.count(len(naming), 'article')}",
        latest=tuple(cards.said_in(reversed(said[-LATEST:]))),
        parts=cards.years(here.address, said, "quotation") if len(said) > LATEST else (),
        topics=_topics(cards, actor),
        said_about=cards.quotations(reversed(about[-ABOUT:])),
        said_about_by=cards.actors_counted(
            (s for a in about for s in a.first.speakers), "quotation", MOST_COUNTED
        ),
        speaks_about=cards.actors_counted(
            (s for a in said for s in a.about if s != actor.slug), "quotation", MOST_COUNTED
        ),
        articles=tuple(cards.article(a) for a in reversed(naming[-ARTICLES:])),
        votes=tuple(_vote(*vote) for vote in _votes(edition, actor)),
        votes_licence=dictionary.PARLIAMENT,
        feeds=feeds,
        search=_search(here, actor) if said else None,
        empty=None if said else _empty(actor, len(naming)),
        url=here.url,
        report=citations.report_href(edition.site.report, f"{actor.name}: {here.url}"),
    )
    offices = [edition.offices[t.office].name for t in actor.tenures]
    frame = frames.frame(
        edition,
        here,
        actor.name,
        _description(actor, summary),
        "profile",
        feeds=feeds,
        json_ld=structured.profile(edition, actor, dict.fromkeys(offices), here),
        indexed=True,
        facets=(Facet("kind", actor.kind), Facet("actor", actor.name)),
    )
    return Page(here.address, "person.html", view, frame)


def _description(actor: Actor, summary: str) -> str:
    role = f", {summary}," if summary else ""
    return f"What {actor.name}{role} said, what was said about them, and where."


def _empty(actor: Actor, articles: int) -> str:
    named = f"; {wording.count(articles, 'article')} name them" if articles > 1 else ""
    named = "; one article names them" if articles == 1 else named
    return f"The digest has no words of {actor.name} yet{named}."


def summary_of(edition: Edition, actor: Actor) -> str:
    """The latest office, else party and constituency, in one line."""
    latest = latest_tenure(actor)
    if latest:
        return f"{edition.offices[latest.office].name}, {wording.span(latest.start, latest.end)}"
    party = actor.parties[-1].party if actor.parties else None
    return ", ".join(filter(None, (party, actor.constituency)))


def latest_tenure(actor: Actor) -> Tenure | None:
    return _by_start(actor.tenures)[-1] if actor.tenures else None


def _by_start(tenures: Sequence[Tenure]) -> list[Tenure]:
    return sorted(tenures, key=lambda t: (t.start or date.min, t.end or date.max))


def _facts(actor: Actor) -> Iterator[tuple[str, str]]:
    if actor.constituency:
        yield "Constituency", actor.constituency
    if actor.side:
        yield "Side", f"{wording.capitalised(actor.side.side)} ({actor.side.source})"
    if actor.pronouns in _LABELS:
        yield "Pronouns", _LABELS[actor.pronouns]


def _tenures(edition: Edition, actor: Actor) -> Iterator[TenureView]:
    stretches = _stretches(edition, actor)
    for tenure, stretch in zip(_by_start(actor.tenures), stretches, strict=True):
        yield TenureView(
            office=stretch.name,
            span=wording.span(tenure.start, tenure.end),
            source=tenure.source,
            bar=charts.bar(stretch, stretches),
        )


def _stretches(edition: Edition, actor: Actor) -> list[charts.Stretch]:
    return [charts.Stretch(edition.offices[t.office].name, t.start, t.end) for t in _by_start(actor.tenures)]


def _party(membership: Membership) -> PartyView:
    dated = membership.start or membership.end
    span = wording.span(membership.start, membership.end) if dated else ""
    return PartyView(membership.party, span, membership.source)


def _activity(cards: Cards, actor: Actor, said: Sequence[Appearance]) -> Chart:
    first, last = said[0].day.year, said[-1].day.year
    years = f"in {first}" if first == last else f"from {first} to {last}"
    told = f"Quotations of {actor.name} by month: {wording.count(len(said), 'quotation')} {years}"
    months = activity.whole(cards.edition, said)
    return activity.chart(cards.here, addresses.sparkline(actor.slug), months, told, "quotation")


def _search(here: Here, actor: Actor) -> Link:
    return Link(f"{here.link(addresses.SEARCH)}?speaker={quote(actor.name)}", f"Search {actor.name}’s words")


def _votes(edition: Edition, actor: Actor) -> list[tuple[Division, Vote]]:
    registry = edition.sources.registry
    cast = registry.votes.get(actor.slug, {})
    return [(d, cast[d.number]) for d in registry.divisions if d.number in cast]


def _vote(division: Division, vote: Vote) -> VoteView:
    return VoteView(
        day=Day(division.day.isoformat(), wording.day(division.day)),
        title=division.title,
        vote=_VOTES.get(vote, vote),
        result=f"{division.ayes} to {division.noes}",
    )


def _feeds(here: Here, actor: Actor) -> tuple[FeedLink, ...]:
    return frames.feed_links(here, f"people/{actor.slug}", actor.name)


# --- years, months and topics -------------------------------------------------------------


def _part_units(edition: Edition, actor: Actor, said: Sequence[Appearance]) -> Iterator[Unit]:
    base, title = addresses.actor(actor.slug), actor.name
    yield from _units_of_parts(edition, actor, parts.by_year(base, said), title)


def _units_of_parts(
    edition: Edition, actor: Actor, listed: Sequence[Part[Appearance]], title: str
) -> Iterator[Unit]:
    for before, part, after in parts.pages(listed):
        neighbours = [(p.address, p.title) for p in (before, after) if p]
        smaller = [(p.address, p.total) for p in part.parts]
        yield Unit(
            key=f"part {part.address}",
            reads=(actor.name, title, neighbours, smaller, edition.print_of_words(part.items), part.total),
            templates=("person_part.html",),
            make=lambda b=before, p=part, a=after: [  # type: ignore[misc]
                _part(edition, actor, p, (b, a), f"{title}, {p.title}")
            ],
        )


def _on_topics(edition: Edition, actor: Actor) -> Iterator[tuple[Slug, list[Appearance]]]:
    """What somebody said on each topic, where it is worth a page."""
    for topic in edition.topics:
        said = edition.said_by_on.get((actor.slug, topic))
        if said:
            yield topic, said


def _topics(cards: Cards, actor: Actor) -> tuple[Counted, ...]:
    listed = [
        Counted(
            cards.here.link(topic_address(actor.slug, topic)),
            cards.edition.topics[topic].name,
            len(said),
            wording.count(len(said), "quotation"),
        )
        for topic, said in _on_topics(cards.edition, actor)
    ]
    return tuple(sorted(listed, key=lambda counted: (-counted.number, counted.text)))


def topic_address(slug: Slug, topic: Slug) -> str:
    return f"people/{slug}/topic/{topic}/"


def _topic_units(edition: Edition, actor: Actor, topic: Slug, said: list[Appearance]) -> Iterator[Unit]:
    address, name = topic_address(actor.slug, topic), edition.topics[topic].name
    title = f"{actor.name}: {name}"
    years = parts.by_year(address, said)
    if len(said) <= parts.MOST_ON_A_PAGE:
        years = [Part(address, title, said, len(said))]
        yield from _units_of_whole(edition, actor, years[0], title)
        return
    whole = Part(address, title, (), len(said), tuple(years))
    yield from _units_of_whole(edition, actor, whole, title)
    yield from _units_of_parts(edition, actor, years, title)


def _units_of_whole(edition: Edition, actor: Actor, part: Part[Appearance], title: str) -> Iterator[Unit]:
    smaller = [(p.address, p.total) for p in part.parts]
    yield Unit(
        key=f"part {part.address}",
        reads=(actor.name, title, smaller, edition.print_of_words(part.items), part.total),
        templates=("person_part.html",),
        make=lambda: [_part(edition, actor, part, (None, None), title)],
    )


def _part(
    edition: Edition,
    actor: Actor,
    part: Part[Appearance],
    beside: tuple[Part[Appearance] | None, Part[Appearance] | None],
    title: str,
) -> Page:
    here = Here.at(part.address, edition.site.url)
    cards = Cards(edition, here)
    previous, following = (Link(here.link(p.address), p.title) if p else None for p in beside)
    view = PersonPartPage(
        name=actor.name,
        person=Link(here.link(addresses.actor(actor.slug)), actor.name),
        title=title,
        summary=wording.count(part.total, "quotation"),
        parts=tuple(
            Counted(here.link(p.address), p.title, p.total, wording.count(p.total, "quotation"))
            for p in reversed(part.parts)
        ),
        groups=tuple(_groups(cards, part)),
        previous=previous,
        next=following,
    )
    frame = frames.frame(
        edition,
        here,
        title,
        f"{title}: {view.summary}, each with its source.",
        feeds=_feeds(here, actor),
        previous=previous.href if previous else None,
        next=following.href if following else None,
    )
    return Page(part.address, "person_part.html", view, frame)


def _groups(cards: Cards, part: Part[Appearance]) -> Iterator[QuotationGroup]:
    months = parts.by_month(list(reversed(part.items)))
    for month in months:
        yield QuotationGroup(
            id=f"m-{month.items[0].day:%Y-%m}",
            title=month.title,
            href=None,
            count=wording.count(len(month.items), "quotation") if len(months) > 1 else "",
            said=tuple(cards.said_in(month.items)),
        )
