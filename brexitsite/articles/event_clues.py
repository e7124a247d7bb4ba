"""What a sentence says of its day by saying when something happens whose day is known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from brexitsite.articles.calendar_clues import is_ahead
from brexitsite.articles.day_sets import LAST, Days, any_of, between, month
from brexitsite.articles.evidence import Evidence, Named
from brexitsite.articles.printed_dates import WEEKDAYS
from brexitsite.knowledge.language import function_words

NEAREST, NEXT = 6, 7
"""Days within which a bare weekday lies, behind and ahead."""
FARTHEST = 4
"""Words between "Wednesday's" and the event."""
DAY_NAMES = "|".join(w.capitalize() for w in WEEKDAYS)
WHEN = re.compile(
    rf"\b(?:(?P<which>next|last|this|on) )?(?P<weekday>{DAY_NAMES})\b(?!,? \d)"
    r"|\b(?P<day>today|tonight|tomorrow|yesterday|last night|this (?:morning|afternoon|evening))\b"
    r"|(?<!\bthe )\b(?P<side>next|last|this) (?P<span>week|month)\b",
    re.IGNORECASE,
)
POSSESSIVE = re.compile(r"['’]s?\s")
ITSELF = frozenset("vote poll ballot meeting summit".split())
"""Nouns that may follow an event's name and still mean the event; "referendum battle" is another thing."""
GOES_ON = frozenset(w for words in function_words().values() for w in words) | ITSELF
BETWEEN = re.compile(r"\s(?:(?:vote|poll|ballot|meeting|summit|held|due)\s)?(?:(?:on|for|in)\s)?")
"""What may stand between an event's name and the day that it is on."""
WHEN_IT = re.compile(r",? when (?:the )?")
"""What stands between a day and the event that it is told by: "Wednesday, when the board meets"."""
TELLING = re.compile(
    r"(?:,? [^,.;:“”\"]{0,60}\b(?:told|said|announced|promised|confirmed)\b[^,.;:“”\"]{0,40})? that (?:the )?"
)
"""What stands between "last month" and what was told then."""
NUMBERS = {
    word: number
    for number, words in enumerate(
        "a|an|one two three four five six seven eight nine ten eleven twelve".split(), 1
    )
    for word in words.split("|")
}
SHIFTS = {"tomorrow": -1, "yesterday": 1, "last night": 1}
"""Days from a day to one on which these words mean it; none for "today" and its parts."""
UNITS = {"day": 1, "week": 7, "fortnight": 14}
COUNTED = re.compile(
    rf"\b(?P<number>\d{{1,2}}|{'|'.join(NUMBERS)}) (?P<unit>day|week|fortnight)s? "
    r"(?P<side>after|since|before|ahead of|until) (?:the |this )?$",
    re.IGNORECASE,
)
"""What stands right before an event that a day is counted from."""
OPENING = 2
"""Sentences of an article that tell its news."""
ANY_VERB = frozenset(
    ("today", "tonight", "yesterday", "last night", "this morning", "this afternoon", "this evening")
)
"""Words that after a noun say when something else was done: "talks on the referendum yesterday"."""


def beside_days(sentence: str, evidence: Evidence) -> Iterator[Days]:
    """Read "Wednesday's European Council" and "the referendum next week"."""
    whens = list(WHEN.finditer(sentence))
    for event in evidence.named(sentence) if whens else ():
        when = _beside(sentence, event, whens)
        if when:
            ahead = is_ahead(sentence, min(event.start, when.start()))
            yield any_of(days_of(when, day, ahead) for day in event.days)


def facts(sentence: str, evidence: Evidence) -> Iterator[Days]:
    """Read names that are told only of what has happened: "Ann Other was killed"."""
    for event in evidence.named(sentence):
        if event.is_told_after:
            yield between(event.days[0].toordinal() - 1, LAST)


def counted(sentences: Sequence[str], evidence: Evidence) -> Iterator[tuple[str, Days]]:
    """Read "eleven days after the vote" in an article's opening as the day of its news.

    Further down such words tell of the past: "the poster was shown a week before the referendum".
    """
    for sentence in sentences[:OPENING]:
        for event in evidence.named(sentence):
            found = COUNTED.search(sentence[: event.start])
            if found:
                shift = _number(found["number"]) * UNITS[found["unit"].lower()]
                back = found["side"].lower() not in ("after", "since")
                yield (
                    sentence,
                    any_of(_news_of(day.toordinal() + (-shift if back else shift)) for day in event.days),
                )


def _number(words: str) -> int:
    return int(words) if words.isdigit() else NUMBERS[words.lower()]


def _news_of(day: int) -> Days:
    """Return the days on which a paper writes of a day: the evening before, and a week of it."""
    return between(day - 1, day + NEAREST)


def _beside(sentence: str, event: Named, whens: Sequence[re.Match[str]]) -> re.Match[str] | None:
    """Return the words that say when, if they are the event's: before it, just after it, of its telling."""
    if event.is_clause:
        return next((w for w in whens if TELLING.fullmatch(sentence[w.end() : event.start])), None)
    before = (w for w in whens if w.end() <= event.start and _tells(sentence, w, event))
    after = (w for w in whens if w.start() >= event.end and _follows(sentence[event.end : w.start()], w))
    return next(after, None) or next(before, None)


def _tells(sentence: str, when: re.Match[str], event: Named) -> bool:
    """Read "Wednesday's vote", not "Wednesday's vote tracker", and "Wednesday, when the board meets"."""
    words = sentence[when.end() : event.start]
    owns = POSSESSIVE.match(words) and len(words.split()) <= FARTHEST
    return bool(WHEN_IT.fullmatch(words)) or (bool(owns) and not modifies(sentence[event.end :]))


def _follows(words: str, when: re.Match[str]) -> bool:
    return bool(BETWEEN.fullmatch(words)) and (when["day"] or "").lower() not in ANY_VERB


def modifies(after: str) -> bool:
    """Does another noun follow, so that the event's name only says which: "referendum battle"?"""
    if after.startswith("-"):
        return True
    following = re.match(r"\s([\w’'-]+)", after)
    return following is not None and following[1].lower() not in GOES_ON


def days_of(when: re.Match[str], day: date, ahead: bool) -> Days:
    """Return the days on which these words mean that day."""
    n = day.toordinal()
    if when["weekday"]:
        return _weekday(when, day, ahead)
    if when["day"]:
        shift = SHIFTS.get(when["day"].lower(), 0)
        return between(n + shift - 1, n + shift + 1)
    side = when["side"].lower()
    if when["span"].lower() == "month":
        return month(day, {"next": -1, "this": 0, "last": 1}[side])
    monday = n - day.weekday() + {"next": -7, "this": 0, "last": 7}[side]
    return between(monday - (4 if ahead and side == "this" else 1), monday + 6)


def _weekday(when: re.Match[str], day: date, ahead: bool) -> Days:
    n, which = day.toordinal(), (when["which"] or "").lower()
    if WEEKDAYS[day.weekday()] != when["weekday"].lower():
        return ()
    if which == "next":
        return between(n - 13, n - 1)
    if which == "last":
        return between(n + 1, n + 13)
    return between(n - NEXT, n + (0 if ahead else NEAREST))
