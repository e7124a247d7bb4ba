"""What an article says of its day by waiting for an event, or by telling of it.

"If Britain votes to leave" is written before the vote, "Britain voted to leave" after it. An article that
waits for a vote, and speaks of "Thursday's vote" or of "seven days to go", means that vote
(`nearness_clues.py`). What is quoted says neither: it may be old.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from brexitsite.articles import nearness_clues
from brexitsite.articles.day_sets import LAST, Days, any_of, between
from brexitsite.articles.event_clues import POSSESSIVE, WHEN, days_of
from brexitsite.articles.evidence import Evidence

LONGEST_AWAITED = 400
"""Days before an event from which it is awaited."""
FARTHEST = 8
"""Words between what is told, or awaited, and the day that it is on."""
NAMED_WITHIN = 6
"""Sentences of an article that name the vote that it is about."""
QUOTED = re.compile(
    r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|‘.{0,600}?’(?!\w)|(?<!\w)'(?=\w).{0,600}?(?<=[\w.,!?])'(?!\w)|^[^“]*”"
)


def without_quotations(paragraph: str) -> str:
    """Return a paragraph with what it quotes blackened, so that every word keeps its place.

    >>> without_quotations("She said: “If it falls, it falls.” It fell.")
    'She said: “·· ·· ·····, ·· ·····.” It fell.'
    """
    return QUOTED.sub(lambda found: re.sub(r"\w", "·", found[0]), paragraph)


@dataclass(frozen=True, slots=True)
class Turn:
    """A wording of waiting or telling: its sentence's number, where it stands, the days that it may mean."""

    number: int
    start: int
    end: int
    days: tuple[date, ...]


def turns(
    sentences: Sequence[str], narrated: Sequence[str], evidence: Evidence
) -> Iterator[tuple[int, Days]]:
    """Yield what sentences say by waiting or telling, each with its number; `narrated` is without quotations.

    An article that does both with one event says neither.
    """
    awaited, told = _awaited(narrated, evidence), _told(narrated, evidence)
    both = _all_days(awaited) & (_all_days(told) | _all_days(_told(sentences, evidence)))
    awaited = [turn for turn in awaited if not both.intersection(turn.days)]
    told = [turn for turn in told if not both.intersection(turn.days)]
    for turn in awaited:
        yield turn.number, any_of(between(d.toordinal() - LONGEST_AWAITED, d) for d in turn.days)
        yield from ((turn.number, days) for days in _awaited_on(narrated[turn.number], turn))
    for turn in told:
        yield turn.number, between(turn.days[0].toordinal() - 1, LAST)
        yield from ((turn.number, days) for days in _told_on(narrated[turn.number], turn))
    votes = {d for name, days in evidence.events.items() if VOTE.search(name) for d in days}
    waiting = sorted(_all_days(awaited) & votes)
    if waiting:
        yield from _near(narrated, waiting)
    elif not both and not _all_days(told) & votes and not any(map(LATER.search, sentences)):
        yield from _near_named(narrated, _named(narrated, evidence, max(_all_days(told), default=date.min)))


def _all_days(found: Sequence[Turn]) -> set[date]:
    return {day for turn in found for day in turn.days}


# --- waiting --------------------------------------------------------------------------------------

RETOLD = re.compile(
    r"\b(?:had|was|were|said|told|made|did|came|went|gave|would have|warned|claimed|predicted|argued"
    r"|promised|vowed|threatened|gambled|headed|called|last (?:week|month|year)"
    r"|in (?:January|February|March|April|May))\b"
)
"""Verbs of the past: it is told what somebody once said or expected."""


def _awaited(narrated: Sequence[str], evidence: Evidence) -> list[Turn]:
    found: list[Turn] = []
    for n, sentence in enumerate(narrated):
        if RETOLD.search(sentence):
            continue
        found += [Turn(n, f.start, f.end, f.days) for f in evidence.awaited.find(sentence)]
        if nearness_clues.TO_GO.search(sentence):
            named = (e for e in evidence.named(sentence) if not e.is_told_after and not e.is_clause)
            found += [Turn(n, e.start, len(sentence), e.days) for e in named]
    return found


def _awaited_on(sentence: str, turn: Turn) -> Iterator[Days]:
    """Read "if Britain votes to leave on Thursday"."""
    when = WHEN.search(sentence, max(0, turn.end - len("next Wednesday ")))
    if when is None or POSSESSIVE.match(sentence, when.end()):
        return
    to_come = (when["day"] or "tomorrow").lower() == "tomorrow" and "last" not in (
        when["which"],
        when["side"],
    )
    between_them = sentence[turn.end : when.start()]
    if to_come and len(between_them.split()) <= FARTHEST and ";" not in between_them:
        yield any_of(days_of(when, day, ahead=True) for day in turn.days)


# --- telling --------------------------------------------------------------------------------------

IMAGINED = re.compile(
    r"\b(?:if|whether|would|could|should|might|unless|in case|suppose|imagine|were|once|will|may|assuming"
    r"|when|speculation|calls? for|since|until|before)\b[^,;:–]{0,60}$",
    re.IGNORECASE,
)
IMAGINED_AFTER = re.compile(r"[^,;:–]{0,60}\b(?:would|could|might)\b|.{0,30} or (?:to )?(?:stay|remain)\b")
"""Words by which a wording tells of what may be."""
GOES_ON = re.compile(r"[,.;:]| (?:but|as|said|say|says|after|when|before|until) ")
"""What begins another clause, whose day is its own."""


def _told(narrated: Sequence[str], evidence: Evidence) -> list[Turn]:
    return [
        Turn(n, f.start, f.end, f.days)
        for n, sentence in enumerate(narrated)
        for f in evidence.told.find(sentence)
        if not IMAGINED.search(sentence[: f.start]) and not IMAGINED_AFTER.match(sentence[f.end :])
    ]


def _told_on(sentence: str, turn: Turn) -> Iterator[Days]:
    """Read "voted to leave on Thursday" and "yesterday voted to leave"."""
    when = WHEN.search(sentence, turn.start)
    if when is None or POSSESSIVE.match(sentence, when.end()):
        return
    between_them = sentence[turn.end : when.start()]
    if len(between_them.split()) <= FARTHEST and not GOES_ON.search(between_them):
        yield any_of(days_of(when, day, ahead=False) for day in turn.days)


# --- how near -------------------------------------------------------------------------------------

VOTE = re.compile(r"\b(?:referendum|elections?|vote)$", re.IGNORECASE)
"""Last word of the name of an event that people count days to."""
LATER = re.compile(
    r"\b(?:last (?:year|summer)|(?:months?|years?|weeks?) (?:ago|after|since|later|on from)"
    r"|since (?:the )?(?:[\w’'-]+ ){0,3}(?:vote|voted|referendum|decision|result))\b"
)
"""Words of an article that speaks of long times."""


def _near(narrated: Sequence[str], waiting: Sequence[date]) -> Iterator[tuple[int, Days]]:
    """Yield how near an article says that the vote is for which it waits."""
    for n, sentence in enumerate(narrated):
        yield from ((n, days) for days in nearness_clues.counted(sentence, waiting, n))
        yield from ((n, days) for days in nearness_clues.beside(sentence, waiting, ahead=True))
        yield from ((n, days) for days in nearness_clues.voting(sentence, waiting))
        yield from ((n, days) for days in nearness_clues.final(sentence, waiting))


def _near_named(narrated: Sequence[str], votes: Sequence[date]) -> Iterator[tuple[int, Days]]:
    """Yield the same for a vote that an article names and neither awaits nor tells in known words."""
    for n, sentence in enumerate(narrated):
        if nearness_clues.TO_GO.search(sentence) and ("to go" in sentence or not RETOLD.search(sentence)):
            yield from ((n, days) for days in nearness_clues.counted(sentence, votes, n))
        yield from ((n, days) for days in nearness_clues.beside(sentence, votes, ahead=False))
        if not RETOLD.search(sentence):
            yield from ((n, days) for days in nearness_clues.final(sentence, votes))


def _named(narrated: Sequence[str], evidence: Evidence, newest: date) -> list[date]:
    """Return the days of the votes that an article names, in its opening if there, none before `newest`."""
    found = _votes(narrated[:NAMED_WITHIN], evidence) or _votes(narrated, evidence)
    return sorted(day for day in found if day >= newest)


def _votes(sentences: Sequence[str], evidence: Evidence) -> set[date]:
    named = ((s, event) for s in sentences for event in evidence.named(s))
    return {day for s, event in named if VOTE.search(s[event.start : event.end]) for day in event.days}
