"""When an undated article was written: a window of days, and the sentences that say so.

Newspapers name days by how near they are: "on Tuesday" is the nearest Tuesday, "26 February" without a
year the nearest one, "next week" the week after. Such words say nothing alone; beside an event whose
day is known ("ahead of Wednesday's European Council"), or with who held which office, they leave few
days. Each clue is a set of days, and the article was written on a day that is in all of them. No single
word decides, and a "may" is no month.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from brexitsite.articles import calendar_clues, event_clues, office_clues
from brexitsite.articles.day_sets import ALL, Days, between, both, size, span
from brexitsite.articles.evidence import NO_EVIDENCE, Evidence
from brexitsite.articles.turning_clues import turns, without_quotations
from brexitsite.model import Dated

__all__ = ["NO_EVIDENCE", "Clue", "Evidence", "clues", "infer"]

WIDEST = 31
"""Days of the widest window that is given; an article that may be of more days is undated."""
TOO_FAR = 300
"""Days between the first and the last possible day from which the clues tell nothing."""
MOST_SENTENCES, LONGEST_SENTENCE, LONGEST_PARAGRAPH = 150, 600, 12_000
"""Bounds of what is read of an article, sentences and code points."""
MOST_TELLING = 4
"""Sentences that are shown as evidence."""


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
    sentences, narrated = _sentences(paragraphs)
    found = [*clues(sentences, evidence), *_turns(sentences, narrated, evidence)]
    days = ALL
    for clue in found:
        days = both(days, clue.days)
    if not days or span(days) >= TOO_FAR:
        return None
    days = calendar_clues.on_days_of_week_and_month(days, sentences)
    return _dated(days, found) if span(days) < WIDEST else None


def _dated(days: Days, found: Sequence[Clue]) -> Dated:
    first, last = days[0][0], days[-1][1]
    window = (date.fromordinal(first), date.fromordinal(last))
    around = between(first - TOO_FAR, last + TOO_FAR)
    return Dated(date.fromordinal((first + last) // 2), "inferred", window, _telling(found, around))


def _telling(found: Sequence[Clue], around: Days) -> tuple[str, ...]:
    """Return the sentences that tell most of the days around the window, the narrowest clue first."""
    left = [(size(both(clue.days, around)), clue.sentence) for clue in found]
    telling = sorted((days, n) for n, (days, _) in enumerate(left) if days < size(around))
    return tuple(dict.fromkeys(left[n][1] for _, n in telling))[:MOST_TELLING]


SENTENCE = re.compile(r"(?<=[.?!])[”’\"')]*\s+(?=[“‘\"'(]*[A-Z0-9])")


def _sentences(paragraphs: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the sentences that are read, and the same with what they quote blackened."""
    printed: list[str] = []
    narrated: list[str] = []
    for paragraph in paragraphs:
        if len(printed) >= MOST_SENTENCES:
            break
        if len(paragraph) < LONGEST_PARAGRAPH:
            places, blackened = list(_places(paragraph)), without_quotations(paragraph)
            printed += [paragraph[start:end] for start, end in places]
            narrated += [blackened[start:end] for start, end in places]
    return printed[:MOST_SENTENCES], narrated[:MOST_SENTENCES]


def _places(paragraph: str) -> Iterator[tuple[int, int]]:
    """Yield where the sentences of a paragraph stand that are not too long."""
    gaps = [found.span() for found in SENTENCE.finditer(paragraph)]
    starts, ends = [0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(paragraph)]
    for start, end in zip(starts, ends, strict=True):
        if end - start <= LONGEST_SENTENCE:
            yield start, end


def _turns(sentences: Sequence[str], narrated: Sequence[str], evidence: Evidence) -> Iterator[Clue]:
    yield from (Clue(days, sentences[n], "turn") for n, days in turns(sentences, narrated, evidence) if days)


Reader = Callable[[str, Evidence], Iterator[Days]]
READERS: dict[str, Reader] = {
    "office": office_clues.held,
    "surname": office_clues.titled,
    "event": event_clues.beside_days,
    "fact": event_clues.facts,
    "date": calendar_clues.whole_dates,
    "date without a year": calendar_clues.yearless_dates,
}


def clues(sentences: Sequence[str], evidence: Evidence) -> Iterator[Clue]:
    """Yield what each sentence says of its day, and what only the whole article says."""
    yield from (Clue(days, sentence, "holder") for sentence, days in office_clues.sole(sentences, evidence))
    yield from (Clue(days, sentence, "count") for sentence, days in event_clues.counted(sentences, evidence))
    yield from (Clue(days, sentence, "month") for sentence, days in calendar_clues.months(sentences))
    for sentence in sentences:
        for kind, reader in READERS.items():
            yield from (Clue(days, sentence, kind) for days in reader(sentence, evidence) if days)
