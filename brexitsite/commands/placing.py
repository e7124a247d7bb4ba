"""Place articles among each other: copies together, each at its address, in the ledger's order."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from brexitsite.articles import duplicates
from brexitsite.articles.duplicates import Pair
from brexitsite.model import AlsoIn, Article, Slug
from brexitsite.store.ledger import Ledger
from brexitsite.store.readings import Facts, Fault


@dataclass(frozen=True, slots=True)
class Placed:
    """What was decided about an article among the others."""

    name: str
    slug: Slug
    added: date
    also_in: tuple[AlsoIn, ...] = ()

    def digest(self) -> str:
        return hashlib.sha256(repr(self).encode()).hexdigest()[:16]

    def applied(self, article: Article) -> Article:
        return replace(article, slug=self.slug, added=self.added, also_in=self.also_in)


def unknown_copies(facts: Mapping[str, Facts]) -> dict[str, Fault]:
    """A fault for each article whose sidecar names a copy that is not there."""
    faults = {}
    for name, fact in facts.items():
        missing = [other for other in (*fact.same_as, *fact.not_same_as) if other not in facts]
        if missing:
            fault = f"its sidecar names the copy '{missing[0]}', which is no published article"
            faults[name] = Fault(name, fault, "give a path below the raw folder, or take it out")
    return faults


def placed(facts: Mapping[str, Facts], compared: Mapping[Pair, str | None], book: Ledger) -> Iterator[Placed]:
    """One article for each group of copies, with its address; `compared` has the verdict on pairs.

    Of several copies the longest of the outlet that had it first is published. It keeps the
    address that any of them had before.
    """
    groups = _groups(facts, compared)
    alone = set(facts) - {name for group in groups for name in group}
    clock = book.newest()
    chosen = [_chosen(group, facts, book) for group in groups] + [(name, name, ()) for name in alone]
    for name, id, others in sorted(chosen, key=lambda row: (facts[row[0]].day, facts[row[0]].slug, row[0])):
        fact = facts[name]
        slug = _free_slug(fact, id, book)
        entry = book.place(id, _address(fact.day, slug), max(fact.day, clock or fact.day))
        book.withdraw(id, fact.withdrawn or "")
        copies = tuple(AlsoIn(n, facts[n].outlet, facts[n].source_url) for n in others)
        yield Placed(name, slug, entry.added, copies)


def _groups(facts: Mapping[str, Facts], compared: Mapping[Pair, str | None]) -> list[list[str]]:
    same = [pair for pair, verdict in compared.items() if verdict == "same"]
    by_hand = [(name, other) for name, fact in facts.items() for other in fact.same_as]
    apart = [(name, other) for name, fact in facts.items() for other in fact.not_same_as]
    return duplicates.groups([*by_hand, *same], apart)


def _chosen(group: list[str], facts: Mapping[str, Facts], book: Ledger) -> tuple[str, str, tuple[str, ...]]:
    """The copy to publish, the id under which its address is kept, and the others."""
    first = min(group, key=lambda name: (facts[name].day, facts[name].outlet or "~", name))
    outlet = [name for name in group if facts[name].outlet == facts[first].outlet]
    best = max(outlet, key=lambda name: (facts[name].words, -facts[name].day.toordinal(), name))
    kept = book.first(group)
    return best, kept.id if kept else best, tuple(name for name in group if name != best)


def _free_slug(fact: Facts, id: str, book: Ledger) -> Slug:
    """The slug it has, as long as its day is the same; else its title's, numbered where taken."""
    entry = book.entry(id)
    if entry is not None and entry.address.startswith(f"{fact.day:%Y/%m/%d}/"):
        return entry.address.strip("/").rpartition("/")[2]
    number, slug = 1, fact.slug
    while not book.is_free(_address(fact.day, slug), id):
        number += 1
        slug = f"{fact.slug}-{number}"
    return slug


def _address(day: date, slug: Slug) -> str:
    return f"{day:%Y/%m/%d}/{slug}/"
