"""When an undated article was written: a window of days, and the sentences that say so.

Newspapers name days by how near they are: "on Tuesday" is the nearest Tuesday, "26 February" without a
year the nearest one, "next week" the week after. Such words say nothing alone; beside an event whose
day is known ("ahead of Wednesday's European Council"), or with who held which office, they leave few
days. Each clue is a set of days, and the article was written on a day that is in all of them. No single
word decides, and a "may" is no month.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from brexitsite.articles.printed_dates import MONTHS, WEEKDAYS, possible, printed
from brexitsite.model import Actor, Dated, Event, Office, Slug

WIDEST = 31
"""Days of the widest window that is given; an article that may be of more days is undated."""
NEAREST, NEXT = 6, 7
"""Days within which a bare weekday lies, behind and ahead."""
BOTH_SIDES = 5
"""The same for an article that names weekdays behind and ahead of it; the farther ones would need "next"."""
LONGEST_AHEAD, LONGEST_AGO = 200, 300
"""Days within which a date printed without a year lies, before and after it."""
MOST_SENTENCES, LONGEST_SENTENCE = 150, 600
"""Bounds of what is read of an article, and code points of a sentence."""
FARTHEST = 3
"""Words between an event and the words that say when."""


# --- what is known ------------------------------------------------------------------------------

Days = tuple[tuple[int, int], ...]
"""A set of days: ordinals of first and last, in order, apart."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known about the days: who held which office, and what happened when."""

    tenures: Mapping[str, tuple[tuple[Slug, Days], ...]] = field(default_factory=dict)
    """Full name in lower case → offices and the days on which they were held."""
    offices: Mapping[str, frozenset[Slug]] = field(default_factory=dict)
    """Printed wording in lower case → the offices that it means."""
    events: Mapping[str, tuple[date, ...]] = field(default_factory=dict)
    """Wording in lower case → the days of the events that it names."""

    @classmethod
    def of(cls, actors: Iterable[Actor], offices: Mapping[Slug, Office], events: Iterable[Event]) -> Evidence:
        """Make the evidence of a digest's actors, offices and timeline."""
        return cls(_tenures(actors, offices), _printed(offices.values()), _events(events))


NO_EVIDENCE = Evidence()


def _tenures(
    actors: Iterable[Actor], offices: Mapping[Slug, Office]
) -> dict[str, tuple[tuple[Slug, Days], ...]]:
    found = {}
    for actor in actors:
        held: defaultdict[Slug, list[tuple[int, int]]] = defaultdict(list)
        for tenure in actor.tenures:
            if tenure.start and tenure.office in offices:
                end = tenure.end.toordinal() if tenure.end else date.max.toordinal()
                held[tenure.office].append((tenure.start.toordinal(), end))
        if held:
            for name in (actor.name, *actor.aliases):
                found[name.lower()] = tuple((office, tuple(sorted(days))) for office, days in held.items())
    return found


def _printed(offices: Iterable[Office]) -> dict[str, frozenset[Slug]]:
    found: defaultdict[str, set[Slug]] = defaultdict(set)
    for office in offices:
        for words in (office.name.lower(), *office.printed):
            found[words].add(office.slug)
    return {words: frozenset(slugs) for words, slugs in found.items()}


BODY = re.compile(r"\b(?:European Council|EU [Ss]ummit|G7 [Ss]ummit|Nato [Ss]ummit)\b")
"""Bodies that meet: named in an event's title, the name beside a weekday tells which meeting."""
HEADS = ("referendum",)
"""Nouns that name an event by themselves beside a word that says when."""
LONGEST_HEADED = 2
FACT = re.compile(
    r"\b(?:was|were|resigned|quit|killed|killing|murder|death|voted|rejected|elected|carried|defected|sacked)\b"
)
"""Names of events that are told only of what has happened."""


def _events(events: Iterable[Event]) -> dict[str, tuple[date, ...]]:
    found: defaultdict[str, set[date]] = defaultdict(set)
    for event in events:
        for name in (*event.names, *BODY.findall(event.title)):
            found[name.lower()].add(event.day)
            last = name.lower().split()[-1]
            if last in HEADS and len(name.split()) <= LONGEST_HEADED:
                found[last].add(event.day)
    return {name: tuple(sorted(days)) for name, days in found.items()}


# --- sets of days -------------------------------------------------------------------------------


def _between(first: date | int, last: date | int) -> Days:
    a, b = (d if isinstance(d, int) else d.toordinal() for d in (first, last))
    return ((a, b),) if a <= b else ()


def _both(a: Days, b: Days) -> Days:
    cuts = ((max(x[0], y[0]), min(x[1], y[1])) for x in a for y in b)
    return tuple(sorted((first, last) for first, last in cuts if first <= last))


def _any(sets: Iterable[Days]) -> Days:
    merged: list[tuple[int, int]] = []
    for first, last in sorted(d for days in sets for d in days):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return tuple(merged)


# --- inference ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Clue:
    """Days on which a sentence can have been written."""

    days: Days
    sentence: str
    kind: str


def infer(paragraphs: Sequence[str], evidence: Evidence) -> Dated | None:
    """Return the days on which an article can have been written, the middle one first; None if unsure.

    Clues that contradict each other, or leave more than a month, give None.
    """
    clues = list(_clues(_sentences(paragraphs), evidence))
    days = _between(date(1990, 1, 1), date(2100, 1, 1))
    for clue in clues:
        days = _both(days, clue.days)
    if not days or days[-1][1] - days[0][0] >= LONGEST_AGO:
        return None
    days = _on_days_of_week_and_month(days, _sentences(paragraphs))
    first, last = days[0][0], days[-1][1]
    if last - first >= WIDEST:
        return None
    return Dated(
        date.fromordinal((first + last) // 2),
        "inferred",
        (date.fromordinal(first), date.fromordinal(last)),
        _telling(clues, (first, last)),
    )


def _telling(clues: Sequence[Clue], window: tuple[int, int]) -> tuple[str, ...]:
    """Return the sentences whose clues bound the window, the narrowest clue first."""

    def span(clue: Clue) -> int:
        return clue.days[-1][1] - clue.days[0][0]

    telling = [c for c in sorted(clues, key=span) if span(c) < LONGEST_AGO]
    return tuple(dict.fromkeys(c.sentence for c in telling))[:4]


SENTENCE = re.compile(r"(?<=[.?!])[”’\"')]*\s+(?=[“‘\"'(]*[A-Z0-9])")


def _sentences(paragraphs: Sequence[str]) -> list[str]:
    found: list[str] = []
    for paragraph in paragraphs:
        if len(found) >= MOST_SENTENCES:
            break
        if len(paragraph) < 20 * LONGEST_SENTENCE:
            found += [s for s in SENTENCE.split(paragraph) if len(s) <= LONGEST_SENTENCE]
    return found[:MOST_SENTENCES]


def _clues(sentences: Sequence[str], evidence: Evidence) -> Iterator[Clue]:
    this_month = any(THIS_MONTH.search(s) for s in sentences)
    for sentence in sentences:
        for kind, reader in READERS.items():
            for days in reader(sentence, evidence):
                yield Clue(days, sentence, kind)
        for days in _months(sentence, not this_month):
            yield Clue(days, sentence, "month")


# --- who held which office ----------------------------------------------------------------------

FULL_NAME = re.compile(r"(?=(\b[A-Z][\w'’-]+(?: [A-Z]\.)?(?: [a-z]{2,3})? [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?))")
NOT_NOW = frozenset(
    "former ex then later previous late future next would-be outgoing incoming one-time onetime ex- acting shadow "
    "deputy as becoming became become new potential possible".split()
)
LONGEST_OFFICE = 7


def _held(sentence: str, evidence: Evidence) -> Iterator[Days]:
    """Read "Brexit Secretary Ann Other" and "Ann Other, the Brexit Secretary," as days of her tenure."""
    for found in FULL_NAME.finditer(sentence):
        name = found[1].replace("’", "'")
        held = evidence.tenures.get(name.lower()) or evidence.tenures.get(name.lower().rsplit(" ", 1)[0])
        if held:
            words = found.start()
            offices = _office_before(sentence[:words], evidence) or _office_after(
                sentence[found.end(1) :], evidence
            )
            days = _any(days for office, days in held if office in offices)
            if days:
                yield days


def _office_before(before: str, evidence: Evidence) -> frozenset[Slug]:
    words = re.findall(r"[\w'’-]+|[^\w\s]", before)[-LONGEST_OFFICE - 1 :]
    for size in range(min(LONGEST_OFFICE, len(words)), 0, -1):
        offices = evidence.offices.get(" ".join(words[-size:]).lower().replace("’", "'"))
        if offices:
            earlier = words[-size - 1].lower() if len(words) > size else ""
            return frozenset() if earlier in NOT_NOW or earlier.startswith("ex-") else offices
    return frozenset()


def _office_after(after: str, evidence: Evidence) -> frozenset[Slug]:
    found = re.match(r",? (?:the |Britain's |Britain’s |Labour's |Labour’s )?([\w'’ -]{2,80}?)(?=,)", after)
    if not found or not after.startswith(","):
        return frozenset()
    return evidence.offices.get(found[1].lower().replace("’", "'"), frozenset())


# --- when something is said to be ---------------------------------------------------------------

AHEAD = re.compile(
    r"(?:\b(?:ahead of|before|until|till|by|upcoming|forthcoming|coming|due|scheduled for|run-up to|next)"
    r"(?: (?:on|in|for|the|this|a|crucial|key|next))*"
    r"|\b(?:will|due to|set to|expected to|scheduled to|promised to|plans to|is to|are to) "
    r"(?:[\w’'-]+ ){0,9}?(?:on|for|by)(?: the)?) ?$",
    re.IGNORECASE,
)
"""What stands right before a time that is to come."""
SAID = re.compile(r"\b(?:would|said|had|was|were|if)\b", re.IGNORECASE)
"""Words that make of what is to come what was to come."""


SAID_OF_AHEAD = re.compile(r"\b(?:would|will|to be|due|scheduled|planned|expected|set)\b", re.IGNORECASE)


def _is_ahead(sentence: str, start: int) -> bool:
    before = sentence[max(0, start - 90) : start]
    return bool(AHEAD.search(before)) and not SAID.search(before)


def _whole_dates(sentence: str, _: Evidence) -> Iterator[Days]:
    """A date with its year is past or to come."""
    for p in printed(sentence):
        if SINCE.search(sentence[: p.start]):
            yield _between(p.day, date(2100, 1, 1))


SINCE = re.compile(
    r"\b(?:since|died|born|published|resigned|voted|elected|began|took place)(?: on)? $", re.IGNORECASE
)
MONTH_NAMES = "|".join(m.capitalize() for m in MONTHS if len(m) > 3 or m == "may")
YEARLESS = re.compile(
    rf"(?:\b(?P<weekday>{'|'.join(w.capitalize() for w in WEEKDAYS)}),? )?(?:the )?"
    rf"(?:\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{MONTH_NAMES})"
    rf"|\b(?P<month2>{MONTH_NAMES}) (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)\b(?!,? ?(?:of )?\d{{4}}|[:.]\d)"
)


def _yearless_dates(sentence: str, _: Evidence) -> Iterator[Days]:
    """A date without its year is the nearest one; a weekday beside it tells which."""
    for found in YEARLESS.finditer(sentence):
        month = MONTHS[(found["month"] or found["month2"]).lower()]
        number = int(found["day"] or found["day2"])
        days = [d for year in range(2014, 2031) if (d := possible(year, month, number))]
        if found["weekday"]:
            days = [d for d in days if WEEKDAYS[d.weekday()] == found["weekday"].lower()]
        ago = -1 if _is_ahead(sentence, found.start()) else LONGEST_AGO
        yield _any(_between(d.toordinal() - LONGEST_AHEAD, d.toordinal() + ago) for d in days)


MONTH_AGO = re.compile(
    rf"\b(?:back|earlier|\w+ed|was|were|came|went|won|lost|met|made|Parliament|Brussels) in ({MONTH_NAMES})\b"
    r"(?! \d| [A-Z]| last| of)"
)
MONTHS_AGO = 9
THIS_MONTH = re.compile(r"\bthis month\b")
EARLY, LATE = 8, 24
"""Days of the month: before the one nothing was "earlier this month", after the other nothing is "later"."""


def _months(sentence: str, same: bool) -> Iterator[Days]:
    """A month without its year is a past one of this year or so; where "this month" is named, another."""
    for found in MONTH_AGO.finditer(sentence):
        month = MONTHS[found[1].lower()]
        yield _any(
            _between(
                date(year, month, EARLY) if same else date.fromordinal(_month(date(year, month, 1), 1)[0][0]),
                _month(date(year, month, 1), MONTHS_AGO)[0][1],
            )
            for year in range(2014, 2031)
        )


# --- events and the words that say when ---------------------------------------------------------

WHEN = re.compile(
    rf"\b(?:(?P<which>next|last|this|on) )?(?P<weekday>{'|'.join(w.capitalize() for w in WEEKDAYS)})\b(?!,? \d)"
    r"|\b(?P<day>today|tonight|tomorrow|yesterday)\b|\b(?P<side>next|last|this) (?P<span>week|month)\b",
    re.IGNORECASE,
)


def _event_days(sentence: str, evidence: Evidence) -> Iterator[Days]:
    """Read "Wednesday's European Council" and "the referendum next week"."""
    whens = list(WHEN.finditer(sentence))
    if not whens or not evidence.events:
        return
    for start, end, days in _named(sentence, evidence):
        when = _beside(sentence, start, end, whens)
        if when:
            sets = _any(_when(when, day, _is_ahead(sentence, min(start, when.start()))) for day in days)
            if sets:
                yield sets


def _facts(sentence: str, evidence: Evidence) -> Iterator[Days]:
    """Some names are told only of what has happened: "Ann Other was killed"."""
    for _start, _end, days in _named(sentence, evidence):
        if FACT.search(sentence[_start:_end].lower()):
            yield _between(days[0].toordinal() - 1, date(2100, 1, 1))


def _named(sentence: str, evidence: Evidence) -> Iterator[tuple[int, int, tuple[date, ...]]]:
    lower = sentence.lower().replace("’", "'")
    for name, days in evidence.events.items():
        at = lower.find(name)
        if (
            at >= 0
            and not lower[at - 1 : at].isalnum()
            and not lower[at + len(name) : at + len(name) + 1].isalnum()
        ):
            yield at, at + len(name), days


def _beside(sentence: str, start: int, end: int, whens: Sequence[re.Match[str]]) -> re.Match[str] | None:
    """Return the words that say when, if they stand beside the event: its possessive, or just after it."""
    for when in whens:
        if when.end() <= start:
            between = sentence[when.end() : start]
            if re.match(r"['’]s?\s", between) and len(between.split()) <= FARTHEST + 1:
                return when
        elif when.start() >= end:
            between = sentence[end : when.start()]
            if not re.search(r"[.;:,“”\"]", between) and len(between.split()) <= FARTHEST:
                return when
    return None


def _when(when: re.Match[str], day: date, ahead: bool) -> Days:
    """Return the days on which these words mean that day."""
    n = day.toordinal()
    if when["weekday"]:
        if WEEKDAYS[day.weekday()] != when["weekday"].lower():
            return ()
        if (when["which"] or "").lower() == "next":
            return _between(n - 13, n - 1)
        if (when["which"] or "").lower() == "last":
            return _between(n + 1, n + 13)
        return _between(n - NEXT, n + (0 if ahead else NEAREST))
    if when["day"]:
        shift = {"today": 0, "tonight": 0, "tomorrow": -1, "yesterday": 1}[when["day"].lower()]
        return _between(n + shift - 1, n + shift + 1)
    if when["span"].lower() == "week":
        monday = n - day.weekday() + {"next": -7, "this": 0, "last": 7}[when["side"].lower()]
        return _between(monday - 1, monday + 6)
    return _month(day, {"next": -1, "this": 0, "last": 1}[when["side"].lower()])


def _month(day: date, shift: int) -> Days:
    count = day.year * 12 + day.month - 1 + shift
    first = date(count // 12, count % 12 + 1, 1)
    after = date((count + 1) // 12, (count + 1) % 12 + 1, 1)
    return _between(first, after - timedelta(days=1))


# --- the day of the week and of the month -------------------------------------------------------

ON_WEEKDAY = rf"(?<!Question Time )\b[Oo]n ({'|'.join(w.capitalize() for w in WEEKDAYS)})\b(?!['’])"
BEHIND = re.compile(
    rf"\b(?:said|told|met|went|came|spoke|wrote|gave|saw|\w{{3,}}ed)\b (?:[\w’'-]+ ){{0,6}}{ON_WEEKDAY}"
    rf"|^{ON_WEEKDAY},? [^,]{{3,80}} (?:said|told|met|went|came|spoke|wrote|gave)\b"
)
COMING = re.compile(rf"\b(?:will|due to|set to|is to|are to) (?:[\w’'-]+ ){{1,8}}{ON_WEEKDAY}")


def _on_days_of_week_and_month(days: Days, sentences: Sequence[str]) -> Days:
    """Leave the days that lie between the weekdays told as past and as to come, and fit "this month"."""
    weekdays = _written_on(sentences)
    early = any("earlier this month" in s for s in sentences)
    late = any("later this month" in s for s in sentences)
    kept = [
        (n, n)
        for first, last in days
        for n in range(first, last + 1)
        if (n - 1) % 7 in weekdays and _fits(date.fromordinal(n).day, early, late)
    ]
    return _any([(d,) for d in kept]) or days


def _fits(day: int, early: bool, late: bool) -> bool:
    return (not early or day >= EARLY) and (not late or day <= LATE)


def _written_on(sentences: Sequence[str]) -> frozenset[int]:
    """Return the days of the week near to all weekdays named, where some are behind and some ahead."""
    behind = {_weekday(m) for s in sentences for m in BEHIND.finditer(s) if not SAID_OF_AHEAD.search(m[0])}
    ahead = {
        _weekday(m) for s in sentences for m in COMING.finditer(s) if not SAID.search(s[: m.start()][-60:])
    }
    every = frozenset(range(7))
    if not behind or not ahead or behind & ahead:
        return every
    near = (
        w
        for w in every
        if all((w - b) % 7 <= BOTH_SIDES for b in behind) and all((a - w) % 7 <= BOTH_SIDES for a in ahead)
    )
    return frozenset(near) or every


def _weekday(found: re.Match[str]) -> int:
    return WEEKDAYS.index(next(g for g in found.groups() if g).lower())


Reader = Callable[[str, Evidence], Iterator[Days]]
READERS: dict[str, Reader] = {
    "office": _held,
    "event": _event_days,
    "fact": _facts,
    "date": _whole_dates,
    "yearless": _yearless_dates,
}
