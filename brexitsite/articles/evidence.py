"""What is known about the days: who held which office when, and what happened when."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from brexitsite.articles.day_sets import Days
from brexitsite.articles.wordings import NO_WORDINGS, Wordings, worded
from brexitsite.model import Actor, Event, Office, Slug

BODY = re.compile(r"\b(?:European Council|EU [Ss]ummit|G7 [Ss]ummit|Nato [Ss]ummit)\b")
"""Bodies that meet: named in an event's title, the name beside a weekday tells which meeting."""
HEADS = ("referendum",)
"""Nouns that name an event by themselves beside a word that says when."""
LONGEST_HEADED = 2
FACT = re.compile(
    r"\b(?:was|were|resigned|quit|killed|killing|murder|death|voted|rejected|elected|carried|defected|sacked)\b"
)
"""Names of events that are told only of what has happened: "Ann Other was killed"."""
CLAUSE = " would "


@dataclass(frozen=True, slots=True)
class Tenures:
    """An actor's offices with the days on which they were held."""

    name: str
    held: tuple[tuple[Slug, Days], ...]

    def of(self, office: Slug) -> Days:
        return next((days for held, days in self.held if held == office), ())


@dataclass(frozen=True, slots=True)
class Named:
    """An event's name in a sentence: where it stands and the days of the events that it may mean."""

    start: int
    end: int
    days: tuple[date, ...]
    is_clause: bool
    """Has it a verb of its own, as "Labour would … referendum"?"""
    is_told_after: bool
    """Is it told only of what has happened?"""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known about the days; lower-case wordings are the keys."""

    tenures: Mapping[str, Tenures] = field(default_factory=dict)
    """Full name, or alias → whose it is."""
    offices: Mapping[str, frozenset[Slug]] = field(default_factory=dict)
    """Printed wording → the offices that it means."""
    events: Mapping[str, tuple[date, ...]] = field(default_factory=dict)
    """Wording → the days of the events that it names."""
    unforeseen: frozenset[str] = frozenset()
    """Those wordings that nobody used before the day."""
    pattern: re.Pattern[str] | None = None
    """Finds the names of events in a lower-case sentence, the longest first."""
    awaited: Wordings = NO_WORDINGS
    """What is written only before an event."""
    told: Wordings = NO_WORDINGS
    """What is written only after it."""

    @classmethod
    def of(cls, actors: Iterable[Actor], offices: Mapping[Slug, Office], events: Iterable[Event]) -> Evidence:
        """Make the evidence of a digest's actors, offices and timeline."""
        listed = tuple(events)
        named = _days((event.day, _names(event)) for event in listed)
        unforeseen = frozenset(n.lower() for event in listed if event.unforeseen for n in event.names)
        return cls(
            _tenures(actors, offices),
            _printed(offices.values()),
            named,
            unforeseen,
            _pattern(named),
            Wordings.of(_days((event.day, event.awaited) for event in listed)),
            Wordings.of(_days((event.day, event.told) for event in listed)),
        )

    def holders(self, office: Slug) -> tuple[Tenures, ...]:
        """Return everybody who is known to have held an office."""
        return tuple({t.name: t for t in self.tenures.values() if t.of(office)}.values())

    def named(self, sentence: str) -> Iterator[Named]:
        """Yield the names of events in a sentence."""
        lower = sentence.lower().replace("’", "'")
        for found in self.pattern.finditer(lower) if self.pattern and len(lower) == len(sentence) else ():
            name = found[0] if found[0] in self.events else self._gapped(found[0])
            told_after = name in self.unforeseen or bool(FACT.search(name))
            yield Named(*found.span(), self.events[name], CLAUSE in name, told_after)

    def _gapped(self, words: str) -> str:
        return next(name for name in self.events if re.fullmatch(worded(name), words))


NO_EVIDENCE = Evidence()


def _tenures(actors: Iterable[Actor], offices: Mapping[Slug, Office]) -> dict[str, Tenures]:
    found: dict[str, Tenures] = {}
    for actor in actors:
        held: defaultdict[Slug, list[tuple[int, int]]] = defaultdict(list)
        for tenure in actor.tenures:
            if tenure.start and tenure.office in offices:
                held[tenure.office].append((tenure.start.toordinal(), (tenure.end or date.max).toordinal()))
        if held:
            known = Tenures(actor.name, tuple((office, tuple(sorted(days))) for office, days in held.items()))
            found |= dict.fromkeys((name.lower() for name in (actor.name, *actor.aliases)), known)
    return found


def _printed(offices: Iterable[Office]) -> dict[str, frozenset[Slug]]:
    found: defaultdict[str, set[Slug]] = defaultdict(set)
    for office in offices:
        for words in (office.name.lower(), *office.printed):
            found[words].add(office.slug)
    return {words: frozenset(slugs) for words, slugs in found.items()}


def _names(event: Event) -> Iterator[str]:
    """Yield what an event is called, and the last word of a short name."""
    for name in (*event.names, *BODY.findall(event.title)):
        yield name
        last = name.split()[-1]
        if last.lower() in HEADS and len(name.split()) <= LONGEST_HEADED:
            yield last


def _days(wordings: Iterable[tuple[date, Iterable[str]]]) -> dict[str, tuple[date, ...]]:
    """Return each wording in small letters with the days of the events that it is of."""
    found: defaultdict[str, set[date]] = defaultdict(set)
    for day, each in wordings:
        for wording in each:
            found[wording.lower()].add(day)
    return {wording: tuple(sorted(days)) for wording, days in found.items()}


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    patterns = [worded(name) for name in sorted(names, key=len, reverse=True)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)") if patterns else None
