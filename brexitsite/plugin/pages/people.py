"""The index of people and organisations, in several orders; each order is a page."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from brexitsite.model import Actor
from brexitsite.plugin import addresses, frames, wording
from brexitsite.plugin.addresses import Here
from brexitsite.plugin.cards import Cards
from brexitsite.plugin.edition import Edition
from brexitsite.plugin.pages import person
from brexitsite.plugin.unit import Page, Unit
from brexitsite.plugin.views.parts import Counted, NavLink
from brexitsite.plugin.views.people import PeopleGroup, PeoplePage, PersonRow

_BANDS = ((100, "100 quotations and more"), (25, "25 to 99"), (5, "5 to 24"), (1, "1 to 4"), (0, "none yet"))


@dataclass(frozen=True, slots=True)
class Order:
    """One way to sort the index: heading and group of each actor."""

    address: str
    name: str


BY_NAME = Order("people/", "by name")
BY_QUOTATIONS = Order("people/by/quotations/", "by number of quotations")
BY_PARTY = Order("people/by/party/", "by party")
BY_SIDE = Order("people/by/side/", "by side")
ORGANISATIONS = Order("people/by/organisation/", "organisations")
ORDERS = (BY_NAME, BY_QUOTATIONS, BY_PARTY, BY_SIDE, ORGANISATIONS)


def units(edition: Edition) -> Iterator[Unit]:
    """A unit for each order of the index that has anybody in it."""
    rows = [_facts(edition, actor) for actor in edition.people.values()]
    shown = [order for order in ORDERS if order is BY_NAME or any(_grouped(edition, order))]
    for order in shown:
        yield Unit(
            key=f"people {order.address}",
            reads=(rows, [o.address for o in shown]),
            templates=("people.html",),
            make=lambda o=order: [_page(edition, o, shown)],  # type: ignore[misc]
        )


def _facts(edition: Edition, actor: Actor) -> tuple[object, ...]:
    said = len(edition.said_by.get(actor.slug, ()))
    return (
        actor.slug,
        actor.name,
        actor.sort_name,
        actor.kind,
        actor.constituency,
        actor.side,
        actor.parties,
        actor.tenures,
        said,
    )


def _page(edition: Edition, order: Order, shown: list[Order]) -> Page:
    here = Here.at(order.address, edition.site.url)
    cards = Cards(edition, here)
    grouped = _grouped(edition, order)
    anchors = _anchors(title for title, _ in grouped)
    groups = tuple(
        PeopleGroup(anchor, title, tuple(_row(cards, actor) for actor in actors))
        for anchor, (title, actors) in zip(anchors, grouped, strict=True)
    )
    title = "People" if order is BY_NAME else f"People {order.name}"
    if order is ORGANISATIONS:
        title = "Organisations"
    view = PeoplePage(
        title=title,
        summary=wording.count(sum(len(group.rows) for group in groups), "name"),
        orders=tuple(NavLink(here.link(o.address), wording.capitalised(o.name), o is order) for o in shown),
        jumps=tuple(
            Counted(f"#{g.id}", g.title, len(g.rows), wording.count(len(g.rows), "name")) for g in groups
        ),
        groups=groups,
        sieve=any(not row.count for group in groups for row in group.rows),
    )
    description = f"Everybody whose words the digest has, {order.name}."
    return Page(order.address, "people.html", view, frames.frame(edition, here, title, description))


def _grouped(edition: Edition, order: Order) -> list[tuple[str, list[Actor]]]:
    """Headings with their actors; the people are in the order of their names already."""
    if order is ORGANISATIONS:
        return _listed((a for a in edition.people.values() if a.kind == "organisation"), _letter)
    if order is BY_QUOTATIONS:
        return _by_quotations(edition)
    if order is BY_PARTY:
        with_party = (a for a in edition.people.values() if a.parties)
        groups = _listed(with_party, lambda a: a.parties[-1].party)
        return sorted(groups, key=lambda group: (-len(group[1]), group[0]))
    if order is BY_SIDE:
        with_side = (a for a in edition.people.values() if a.side)
        return sorted(_listed(with_side, lambda a: wording.capitalised(a.side.side) if a.side else ""))
    return sorted(_listed(edition.people.values(), _letter))


def _listed(actors: Iterable[Actor], heading: Callable[[Actor], str]) -> list[tuple[str, list[Actor]]]:
    groups: dict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        groups[heading(actor)].append(actor)
    return list(groups.items())


def _by_quotations(edition: Edition) -> list[tuple[str, list[Actor]]]:
    said = {slug: len(edition.said_by.get(slug, ())) for slug in edition.people}
    ranked = sorted((a for a in edition.people.values() if said[a.slug]), key=lambda a: -said[a.slug])
    return _listed(ranked, lambda a: next(name for least, name in _BANDS if said[a.slug] >= least))


def _letter(actor: Actor) -> str:
    """The letter that a name is sorted under: Á is an A, and a figure stands under #."""
    first = unicodedata.normalize("NFKD", actor.sort_name)[:1].upper()
    return first if first.isalpha() else "#"


def _anchors(titles: Iterable[str]) -> list[str]:
    """An id for each group; titles that differ in signs or scripts alone are told apart by number.

    >>> _anchors(["Labour", "Ж", "Щ", "Labour!"])
    ['g-labour', 'g-other', 'g-other-2', 'g-labour-2']
    """
    used: Counter[str] = Counter()
    anchors = []
    for title in titles:
        anchor = "g-" + (re.sub(r"[^a-z0-9]+", "-", title.casefold()).strip("-") or "other")
        used[anchor] += 1
        anchors.append(f"{anchor}-{used[anchor]}" if used[anchor] > 1 else anchor)
    return anchors


def _row(cards: Cards, actor: Actor) -> PersonRow:
    said = len(cards.edition.said_by.get(actor.slug, ()))
    return PersonRow(
        name=actor.sort_name,
        href=cards.here.link(addresses.actor(actor.slug)),
        note="\N{NO-BREAK SPACE}· ".join(_note(cards.edition, actor)),
        count=wording.counts((said, "quotation")),
    )


def _note(edition: Edition, actor: Actor) -> Iterator[str]:
    tenure = person.latest_tenure(actor)
    if tenure:
        years = wording.years(tenure.start, tenure.end)
        yield ", ".join(filter(None, (edition.offices[tenure.office].name, years)))
    elif actor.constituency:
        yield actor.constituency
    if actor.parties:
        yield actor.parties[-1].party
    if actor.side:
        yield wording.capitalised(actor.side.side)
