"""The registry as articles are read against it: names, surnames and offices, each found by its first word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from brexitsite.actors.tokens import key, keys_of
from brexitsite.knowledge.people import Gender, people
from brexitsite.model import Actor, Office, Slug, Tenure

Keys: TypeAlias = tuple[str, ...]
Slugs: TypeAlias = frozenset[Slug]
NOBODY: Slugs = frozenset()


class Phrases:
    """Phrases of words with what they mean, for finding the longest that starts at a word."""

    def __init__(self) -> None:
        self.firsts: set[str] = set()
        """The words that phrases begin with."""
        self.lengths: dict[Keys, tuple[int, ...]] = {}
        """Numbers of words of the phrases that begin with two words, the longest first."""
        self.meaning: dict[Keys, Slugs] = {}

    def add(self, phrase: Keys, meaning: Slug) -> None:
        self.firsts.add(phrase[0])
        if len(phrase) > 1:
            lengths = {len(phrase), *self.lengths.get(phrase[:2], ())}
            self.lengths[phrase[:2]] = tuple(sorted(lengths, reverse=True))
        self.meaning[phrase] = self.meaning.get(phrase, NOBODY) | {meaning}

    def begins(self, keys: list[str], at: int) -> bool:
        """Whether a phrase may begin at a word, as far as it and the next one tell."""
        return tuple(keys[at : at + 2]) in self.lengths or (keys[at],) in self.meaning

    def longest(self, keys: list[str], start: int, end: int) -> Keys:
        """The longest phrase that begins at `start` and ends before `end`; () where there is none."""
        pair = tuple(keys[start : start + 2])
        for length in self.lengths.get(pair, ()):
            phrase = tuple(keys[start : start + length])
            if phrase in self.meaning and start + length <= end:
                return phrase
        return pair[:1] if pair[:1] in self.meaning and start < end else ()


@dataclass(frozen=True, slots=True)
class Named:
    """What the cast of an article needs to know of an actor."""

    actor: Actor
    given: str
    surname: Keys
    gender: Gender | None
    other_given: tuple[str, ...] = ()
    """First names of the aliases: "Liz" for Elizabeth."""


def surname_of(actor: Actor) -> Keys:
    """What stands before the comma in the sort name: "Duncan Smith, Iain" → ("duncan", "smith")."""
    return keys_of(actor.sort_name.split(",")[0]) or keys_of(actor.name)[-1:]


def without_titles(keys: Keys) -> Keys:
    """A name without "Sir", "Dame", "Dr" before it, unless nothing but the surname would be left."""
    known = people()
    while len(keys) > 2 and keys[0] in known.titles:
        keys = keys[1:]
    return keys


def named(actor: Actor) -> Named:
    bare = without_titles(keys_of(actor.name))
    gender: Gender | None = "he" if actor.pronouns == "he" else "she" if actor.pronouns == "she" else None
    given, surname = bare[0] if bare else "", surname_of(actor)
    others = {keys[0] for keys in map(keys_of, actor.aliases) if len(keys) > 1 and keys[1:] == surname}
    return Named(actor, given, surname, gender, tuple(sorted(others - {given} - people().titles)))


@dataclass(slots=True)
class Held:
    """Who held an office when."""

    tenures: list[tuple[Slug, Tenure]] = field(default_factory=list)

    def on(self, day: date) -> Slugs:
        return frozenset(slug for slug, tenure in self.tenures if tenure.covers(day))

    def before(self, day: date) -> Slugs:
        """Those whose tenure had ended."""
        return frozenset(slug for slug, tenure in self.tenures if tenure.end and tenure.end < day)

    def ever(self) -> Slugs:
        return frozenset(slug for slug, _ in self.tenures)


class Index:
    """Everything an article's words are looked up in; built once, never changed, in any order of actors.

    Private actors are known as everybody else, so that their name is not taken for another's.
    """

    def __init__(self, actors: Iterable[Actor], offices: Mapping[Slug, Office]) -> None:
        ordered = sorted(actors, key=lambda actor: actor.slug)
        self.people = {a.slug: named(a) for a in ordered if a.kind == "person"}
        self.actors = {actor.slug: actor for actor in ordered}
        self.offices = dict(offices)
        self.names = Phrases()
        self.acronyms: set[Keys] = set()
        self.surnames: dict[Keys, Slugs] = defaultdict(frozenset)
        self.by_given: dict[str, list[Slug]] = defaultdict(list)
        self.held: dict[Slug, Held] = defaultdict(Held)
        self.printed = Phrases()
        self.longer: dict[Keys, Slugs] = defaultdict(frozenset)
        """Wording of an office → offices with longer wordings that end so ("[Ruritanian] prime minister")."""
        for actor in ordered:
            self.add_names(actor)
            for tenure in actor.tenures:
                self.held[tenure.office].tenures.append((actor.slug, tenure))
        for slug, person in self.people.items():
            self.surnames[person.surname] |= {slug}
            if not person.actor.in_register_only:
                self.by_given[person.given].append(slug)
        for office in offices.values():
            for wording in (*office.printed, office.name):
                keys = keys_of(wording)
                self.printed.add(keys, office.slug)
                for start in range(1, len(keys)):
                    self.longer[keys[start:]] |= {office.slug}

    def add_names(self, actor: Actor) -> None:
        for name in (actor.name, *actor.aliases):
            keys = keys_of(name)
            for wording in {keys, without_titles(keys), without_article(keys)} - {()}:
                self.names.add(wording, actor.slug)
                if name.isupper() and len(wording) == 1:
                    self.acronyms.add(wording)

    def kind(self, slug: Slug) -> str:
        return self.actors[slug].kind

    def holders(self, office: Slug, day: date | None) -> Slugs:
        """Who held a one-person office on a day; without a day, who alone ever held it."""
        if office not in self.offices or self.offices[office].holders == "many":
            return NOBODY
        if day is not None:
            return self.held[office].on(day) if office in self.held else NOBODY
        ever = self.ever_held(office)
        return ever if len(ever) == 1 else NOBODY

    def former_holders(self, office: Slug, day: date | None) -> Slugs:
        if office not in self.held:
            return NOBODY
        held = self.held[office]
        return held.before(day) - held.on(day) if day else held.ever()

    def ever_held(self, office: Slug) -> Slugs:
        return self.held[office].ever() if office in self.held else NOBODY

    def with_surname(self, surname: Keys, gender: Gender | None = None) -> Slugs:
        """Everybody in registry and register of that surname, of that gender where it is known."""
        return frozenset(
            slug
            for slug in self.surnames.get(surname, NOBODY)
            if gender is None or self.people[slug].gender in (gender, None)
        )

    def nearly(self, keys: Keys) -> Slug | None:
        """The one person whose given name, or well-known one whose surname, is printed here with a slip.

        A name that the registry itself has, or a given name that is known, is no slip of another.
        """
        if len(keys) != 2:
            return None
        if keys[1:] in self.surnames:
            given = ((s, self.people[s].given) for s in self.surnames[keys[1:]])
            alike = [s for s, right in given if is_slip(keys[0], right) or lacks_one(keys[0], right)]
            return alike[0] if len(alike) == 1 and keys[0] not in people().given else None
        same = frozenset(self.by_given.get(keys[0], ()))
        alike = [
            s
            for s in same
            if self.people[s].surname[1:] == () and is_slip(keys[1], self.people[s].surname[0])
        ]
        return alike[0] if len(alike) == 1 else None

    def well_known(self, slugs: Slugs) -> Slugs:
        """Those with a file of their own."""
        return frozenset(slug for slug in slugs if not self.actors[slug].in_register_only)

    def in_office(self, slugs: Slugs, day: date | None) -> Slugs:
        """Those who hold an office of one holder on a day."""
        if day is None:
            return NOBODY
        return frozenset(
            slug for slug in slugs if any(self.is_held(t, day) for t in self.actors[slug].tenures)
        )

    def office_holders(self, slugs: Slugs) -> Slugs:
        """Those who hold an office of one holder on some day."""
        return frozenset(slug for slug in slugs if any(map(self.is_of_one, self.actors[slug].tenures)))

    def is_held(self, tenure: Tenure, day: date) -> bool:
        return self.is_of_one(tenure) and tenure.covers(day)

    def is_of_one(self, tenure: Tenure) -> bool:
        office = self.offices.get(tenure.office)
        return office is not None and office.holders == "one"

    def party_on(self, slug: Slug, day: date | None) -> str | None:
        """The party on a day; without a day, the only party ever."""
        parties = self.actors[slug].parties
        if day is not None:
            return self.actors[slug].party_on(day)
        return parties[0].party if len({p.party for p in parties}) == 1 else None


VOWELS = frozenset("aeiou")
SHORTEST_SLIP = 5
"""Letters of a name below which one letter makes another name."""


def is_slip(printed: str, right: str) -> bool:
    """Whether a name is another one with a letter doubled, two letters swapped, or a vowel for a vowel.

    >>> is_slip("widdicombe", "widdecombe"), is_slip("farrage", "farage"), is_slip("tristarm", "tristram")
    (True, True, True)
    >>> is_slip("johnston", "johnson"), is_slip("davies", "davis")
    (False, False)
    """
    if min(len(printed), len(right)) < SHORTEST_SLIP or printed == right:
        return False
    if single(printed) == single(right):
        return True
    if len(printed) != len(right):
        return False
    differ = [at for at, letter in enumerate(printed) if letter != right[at]]
    first, last = differ[0], differ[-1]
    if first == last:
        return printed[first] in VOWELS and right[first] in VOWELS
    return last == first + 1 and printed[first : last + 1] == right[last:first:-1] + right[first]


def lacks_one(printed: str, right: str) -> bool:
    """Whether a name has lost a letter that is not its first; too little to tell surnames apart.

    >>> lacks_one("tristam", "tristram"), lacks_one("john", "johan")
    (True, False)
    """
    if len(printed) < SHORTEST_SLIP or len(printed) + 1 != len(right):
        return False
    return any(printed == right[:at] + right[at + 1 :] for at in range(1, len(right)))


def single(word: str) -> str:
    """A word with its doubled letters single."""
    return "".join(letter for at, letter in enumerate(word) if word[at - 1 : at] != letter)


def without_article(keys: Keys) -> Keys:
    return keys[1:] if len(keys) > 1 and keys[0] == "the" else keys


__all__ = ["Index", "Keys", "Named", "Phrases", "Slugs", "key", "keys_of"]
