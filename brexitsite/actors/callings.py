"""What an actor can be called without a name on a day: "the Islington North MP", "the former mayor"."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property, lru_cache

from brexitsite.actors.registry_index import Index
from brexitsite.actors.tokens import keys_of
from brexitsite.knowledge.people import Words, people
from brexitsite.model import Actor, Slug, Tenure

GRAMMAR = frozenset("of the for to and 's in at".split())
MEMBER = frozenset(("mp", "member", "backbencher"))
PEER = frozenset(("peer", "lord", "baroness"))
CHIEF = frozenset(("boss", "chief"))
NOTHING: Words = frozenset()


@lru_cache(maxsize=4096)
def roles_in(sentence: str) -> Words:
    """The nouns of a sentence that say what somebody is.

    >>> sorted(roles_in("Ann Example, a broadcaster, was mayor of Ventry."))
    ['broadcaster', 'mayor']
    """
    known = people()
    return frozenset(filter(known.is_role, keys_of(sentence))) - known.relations


class Called:
    """The words that an actor can be called by on a day; all lower case, accents folded."""

    def __init__(self, actor: Actor, index: Index, day: date | None) -> None:
        self.actor, self.index, self.day, self.known = actor, index, day, people()

    @cached_property
    def now(self) -> Words:
        """Offices held, seat, party, and what the life says first."""
        return self.posts | self.seat | self.party | self.life

    @cached_property
    def posts(self) -> Words:
        held = [t for t in self.actor.tenures if self.day is None or t.covers(self.day)]
        words = self.wordings(held) | (PEER if self.is_peer else NOTHING)
        return words | CHIEF if "leader" in words else words

    @cached_property
    def former(self) -> Words:
        """Words of the offices that somebody held and left."""
        return self.wordings(t for t in self.actor.tenures if t.end and (not self.day or t.end < self.day))

    def wordings(self, tenures: Iterable[Tenure]) -> Words:
        offices = [self.index.offices[t.office] for t in tenures if t.office in self.index.offices]
        printed = [keys_of(wording) for office in offices for wording in (*office.printed, office.name)]
        return frozenset(word for words in printed for word in words) - GRAMMAR

    @property
    def is_peer(self) -> bool:
        titled = any(keys_of(name)[0] in self.known.peers for name in self.actor.aliases)
        return titled and not self.seat

    @cached_property
    def seat(self) -> Words:
        if self.actor.constituency is None or not self.party:
            return NOTHING
        return frozenset(keys_of(self.actor.constituency)) - GRAMMAR | MEMBER

    @cached_property
    def party(self) -> Words:
        """The party's name and what its people are called: "tory", "democrat"."""
        party = self.index.party_on(self.actor.slug, self.day)
        if party is None:
            return NOTHING
        adjectives = {word for word, name in self.known.parties.items() if party.startswith(name)}
        name = keys_of(party)
        return frozenset((*adjectives, *name, *(word.removesuffix("ic") for word in name))) - GRAMMAR

    @cached_property
    def life(self) -> Words:
        return roles_in(self.actor.life.partition(". ")[0])

    @cached_property
    def told(self) -> Words:
        """All words of the first sentence of the life."""
        return frozenset(keys_of(self.actor.life.partition(". ")[0]))

    def contradicts(self, head: str, words: Iterable[str]) -> bool:
        """Whether the registry speaks against calling the actor so: another post, another side."""
        side = self.known.side_of(words)
        if side and self.actor.side and self.actor.side.side != side:
            return True
        if head in self.now | self.former:
            return False
        return head in self.known.checkable or (bool(self.party) and head in self.known.outside_politics)

    def lacks(self, capitals: Words) -> bool:
        """Whether a politician is described by a country or a body that the registry does not know of."""
        told = self.known.side_words | self.known.neutral_modifiers
        return bool(self.party) and not capitals - told <= self.now | self.former


class Callings:
    """What each actor is called on one day, worked out at the first question."""

    def __init__(self, index: Index, day: date | None) -> None:
        self.index, self.day = index, day
        self.called: dict[Slug, Called] = {}

    def of(self, slug: Slug) -> Called:
        if slug not in self.called:
            self.called[slug] = Called(self.index.actors[slug], self.index, self.day)
        return self.called[slug]
