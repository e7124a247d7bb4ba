"""Where an article names people, bodies and offices; who they are is decided in `references`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from brexitsite.actors.registry_index import Index, Keys, Phrases
from brexitsite.actors.tokens import PLURAL_SEAMS, Tokens
from brexitsite.knowledge.people import Gender, People, people
from brexitsite.model import Slug

IN_HANDLES = ("@", "_")
"""What stands before the words of a handle, which is no name that a sentence uses: "@Ann_Example"."""

NamingKind: TypeAlias = Literal["decided", "actor", "full", "title", "part", "capitals", "body", "office"]
LONGEST_NAME = 4
LONGEST_OFFICE = 14


@dataclass(slots=True)  # a frozen one takes four times as long to make
class Naming:
    """Some words that name somebody or something.

    `decided`: words that an editor has decided; `actor`: a name or alias of the registry (`means`
    says whose, perhaps several); `full`: given name and surname of somebody unknown; `title`: "Mr
    Example", "Dame Ann"; `part`: a surname or first name alone; `capitals`: capitals that may be a
    name; `body`: a named organisation, place or thing; `office`: an office's wording. `keys` leaves
    the title out.
    """

    kind: NamingKind
    start: int
    end: int
    keys: Keys
    title: str = ""
    means: frozenset[Slug] = frozenset()


class Scan:
    """One pass over an article's words, from left to right, the longest reading first."""

    def __init__(self, tokens: Tokens, index: Index, decided: Phrases) -> None:
        self.tokens, self.index, self.known, self.decided = tokens, index, people(), decided
        self.found: list[Naming] = []
        self.stops = self.last_joined()
        past = 0
        for at in self.telling():
            naming = self.naming(at) if at >= past else None
            if naming is not None:
                self.found.append(naming)
                past = naming.end

    def telling(self) -> list[int]:
        """The words at which a naming may begin: capitals, and first words of offices and decisions."""
        tokens = self.tokens
        firsts = (self.index.printed.firsts | self.decided.firsts).intersection(tokens.keys)
        pairs = zip(tokens.capital, tokens.keys, strict=True)
        found = (at for at, (capital, key) in enumerate(pairs) if capital or key in firsts)
        return [at for at in found if not tokens.between[at].endswith(IN_HANDLES)]

    def naming(self, at: int) -> Naming | None:
        """What the words that begin here name, if they name anything."""
        naming = self.as_decided(at) if self.tokens.keys[at] in self.decided.firsts else None
        if naming is None and self.tokens.capital[at]:
            naming = self.capitalised(at)
        return naming or self.office(at)

    def last_joined(self) -> list[int]:
        """For each word, where the run of joined words that it stands in ends."""
        stops, stop = [0] * len(self.tokens), len(self.tokens)
        joined = self.tokens.joined
        for i in range(len(stops) - 1, -1, -1):
            stops[i] = stop
            if not joined[i]:
                stop = i
        return stops

    def as_decided(self, at: int) -> Naming | None:
        phrase = self.decided.longest(self.tokens.keys, at, self.comma_stop(at))
        return (
            Naming("decided", at, at + len(phrase), phrase, means=self.decided.meaning[phrase])
            if phrase
            else None
        )

    def office(self, at: int) -> Naming | None:
        keys, printed = self.tokens.keys, self.index.printed
        phrase = printed.longest(keys, at, self.comma_stop(at)) if printed.begins(keys, at) else ()
        if not phrase:
            return None
        return Naming("office", at, at + len(phrase), phrase, means=printed.meaning[phrase])

    def comma_stop(self, at: int) -> int:
        """The end of the joined run, or of the next one where only a comma parts them."""
        return self.stop_beyond(at, (", ",))

    def plural_stop(self, at: int) -> int:
        """The end of the joined run, or of the next one after an apostrophe: "Coast Fishers’ [Union]"."""
        return self.stop_beyond(at, PLURAL_SEAMS)

    def stop_beyond(self, at: int, seams: tuple[str, ...]) -> int:
        stop, between = self.stops[at], self.tokens.between
        while stop < len(between) and between[stop] in seams and stop - at < LONGEST_OFFICE:
            stop = self.stops[stop]
        return stop

    def capitalised(self, at: int) -> Naming | None:
        keys, known = self.tokens.keys, self.known
        titled = self.titled(at)
        if titled is not None:
            return titled
        name = self.registered(at) or self.coupled(at)
        office = self.office(at)
        if name is not None and (office is None or name.end >= office.end):
            return name
        return office or (self.person(at) if keys[at] in known.given else None) or self.unknown(at)

    def registered(self, at: int) -> Naming | None:
        """The longest name or alias of the registry here, if it is printed as a name."""
        keys, capital, names = self.tokens.keys, self.tokens.capital, self.index.names
        phrase = names.longest(keys, at, self.plural_stop(at)) if names.begins(keys, at) else ()
        end = at + len(phrase)
        if not phrase or not capital[end - 1] or not self.is_whole(at, end):
            return None
        if phrase in self.index.acronyms and not self.tokens.words[at].isupper():
            return None
        return Naming("actor", at, end, phrase, means=names.meaning[phrase])

    def coupled(self, at: int) -> Naming | None:
        """A given name that shares the surname of the next one: "[Ann] and Bob Example"."""
        keys, last = self.tokens.keys, at + 3
        if keys[at] not in self.known.given or last >= self.stops[at] or keys[at + 1] != "and":
            return None
        means = self.index.names.meaning.get((keys[at], keys[last]))
        if means is None or keys[at + 2] not in self.known.given or not self.tokens.capital[last]:
            return None
        return Naming("actor", at, at + 1, (keys[at], keys[last]), means=means)

    def is_whole(self, at: int, end: int) -> bool:
        """Whether a name of one word is not a part of a longer one ("Boris Becker", "Labour Party")."""
        if end - at > 1 or self.known.given.isdisjoint(self.tokens.keys[at:end]):
            return True
        return end == self.extent(at, end)

    def extent(self, at: int, end: int) -> int:
        """Where the capitals of a name that begins at `at` end."""
        capital, stop = self.tokens.capital, self.stops[at]
        while end < stop and end - at < LONGEST_NAME and self.tokens.keys[end] not in self.known.honours:
            if capital[end] and self.may_be_surname(at, end):
                end += 1
            elif self.past_particles(end, stop) > end:
                end = self.past_particles(end, stop) + 1
            else:
                break
        return end

    def past_particles(self, at: int, stop: int) -> int:
        """Where the capital after "van der" stands; `at` itself where no particle or no capital is."""
        end = at
        while end < stop and self.tokens.keys[end] in self.known.particles:
            end += 1
        return end if end < stop and self.tokens.capital[end] else at

    def may_be_surname(self, at: int, end: int) -> bool:
        word, known = self.tokens.keys[end], self.known
        if word in known.never_names or word in known.titles or word in known.roles:
            return end == at + 1 and (word in known.ambiguous_surnames or self.is_surname_only(word))
        return word != "'s"

    def is_surname_only(self, word: str) -> bool:
        return word in self.known.roles and (word,) in self.index.surnames

    def titled(self, at: int) -> Naming | None:
        """A title and what follows it: "Mr Example", "Sir Bob Example", "Admiral Lord Example"."""
        keys, known = self.tokens.keys, self.known
        title = keys[at]
        if title not in known.title_gender and title not in known.posts:
            return None
        start = at + 1
        while start < self.stops[at] and self.goes_on(keys[start], title):
            title, start = keys[start], start + 1
        if start >= self.stops[at] or not self.tokens.capital[self.past_particles(start, self.stops[at])]:
            return None
        return None if self.is_post(start) else self.after_title(at, start, title)

    def goes_on(self, word: str, title: str) -> bool:
        """Whether a word belongs to the title before it: "Admiral Lord", "Lt Col", but not "Mr Justice"."""
        known = self.known
        return word in known.title_gender or (word in known.posts and title not in known.title_gender)

    def is_post(self, at: int) -> bool:
        """Whether a word goes on with a title of office ("Justice Secretary"), and names nobody."""
        word = self.tokens.keys[at]
        return word in self.known.roles and not self.is_surname_only(word)

    def after_title(self, at: int, start: int, title: str) -> Naming | None:
        whole = self.index.names.longest(self.tokens.keys, at, self.stops[at])
        inner = self.index.names.longest(self.tokens.keys, start, self.stops[at])
        if len(whole) > start - at and len(whole) >= len(inner) + start - at:
            return Naming("actor", at, at + len(whole), whole, title, self.index.names.meaning[whole])
        if len(inner) > 1:
            return Naming("actor", at, start + len(inner), inner, title, self.index.names.meaning[inner])
        end = self.extent(start, self.past_particles(start, self.stops[at]) + 1)
        keys = tuple(self.tokens.keys[start:end])
        if self.is_title_only(start, keys, title):
            return Naming("title", at, end, keys, title)
        return Naming("full", at, end, keys, title)

    def is_title_only(self, start: int, keys: Keys, title: str) -> bool:
        """Whether a surname, perhaps a double one, or an honoured first name follows the title."""
        if len(keys) == 1 or keys in self.index.surnames or keys[0] in self.known.particles:
            return True
        return (
            keys[0] not in self.known.given
            and title not in self.known.knights
            and "-" in self.tokens.between[start + 1]
        )

    def person(self, at: int) -> Naming | None:
        """A given name and what follows it; alone it is only a part of a name."""
        end = self.extent(at, at + 1)
        keys = tuple(self.tokens.keys[at:end])
        if end == at + 1:
            return self.alone(at)
        if keys in self.index.surnames:
            return Naming("part", at, end, keys)
        if self.is_body(at, end):
            return Naming("body", at, end, keys)
        return Naming("full", at, end, keys)

    def is_body(self, at: int, end: int) -> bool:
        """Whether a run of capitals holds a word that persons' names lack ("Foundation")."""
        first = at + (self.tokens.keys[at] in self.known.given)
        heads = self.known.body_heads.intersection(self.tokens.keys[first:end])
        follows = (
            end < self.stops[at]
            and self.tokens.keys[end] in self.known.body_heads
            and self.tokens.capital[end]
        )
        return (
            follows
            or self.employs(end)
            or (bool(heads) and not (end - at == 2 and heads <= self.known.ambiguous_surnames))
        )

    def employs(self, end: int) -> bool:
        """Whether a job and a name follow: "[Raymond Example] analyst Ann Example" names a firm first."""
        keys, capital, stop = self.tokens.keys, self.tokens.capital, self.stops[end - 1]
        return end + 1 < stop and not capital[end] and keys[end] in self.known.roles and capital[end + 1]

    def unknown(self, at: int) -> Naming | None:
        """Capitals that begin with no given name: a body, a double-barrelled surname, a rare name."""
        if self.is_plain(at):
            return None
        end = at + 1
        while end < self.stops[at] and self.tokens.capital[end] and not self.is_plain(end):
            if self.tokens.keys[end] in self.known.given and self.person_begins(end):
                break
            end += 1
        if end == at + 1:
            return self.alone(at)
        keys = tuple(self.tokens.keys[at:end])
        if keys in self.index.surnames:
            return Naming("part", at, end, keys)
        return Naming("body" if self.is_body(at, end) else "capitals", at, end, keys)

    def person_begins(self, at: int) -> bool:
        return bool(self.index.names.longest(self.tokens.keys, at, self.stops[at])) or (
            at + 1 < self.stops[at] and self.tokens.capital[at + 1] and not self.is_plain(at + 1)
        )

    def is_plain(self, at: int) -> bool:
        """Whether a capitalised word is an ordinary one: no part of a name that is not known."""
        word, known = self.tokens.keys[at], self.known
        if word in known.ambiguous_surnames and not self.begins_sentence(at):
            return word in known.never_names and not self.follows_name_start(at)
        return word in known.never_names or word in known.titles or word in known.roles or word == "'s"

    def follows_name_start(self, at: int) -> bool:
        return at > 0 and self.tokens.joined[at] and (self.tokens.keys[at],) in self.index.surnames

    def begins_sentence(self, at: int) -> bool:
        return at == 0 or self.tokens.sentence[at] != self.tokens.sentence[at - 1]

    def alone(self, at: int) -> Naming | None:
        keys = (self.tokens.keys[at],)
        if keys[0].isdigit() or self.tokens.words[at].isdigit():
            return None
        return Naming("part", at, at + 1, keys)


def namings(tokens: Tokens, index: Index, decided: Phrases) -> list[Naming]:
    """Everything that an article names, in text order, disjoint."""
    return Scan(tokens, index, decided).found


def gender_of(naming: Naming, known: People) -> Gender | None:
    """What title and given name say: the title where there is one."""
    if naming.title in known.title_gender:
        return known.title_gender[naming.title]
    return known.given_gender.get(naming.keys[0]) if naming.kind == "full" else None
