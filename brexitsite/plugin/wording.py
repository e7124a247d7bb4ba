"""Dates, numbers and lists in words, as the pages print them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice

from brexitsite.model import Dated

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

READ_PER_MINUTE = 230
"""Words that a reader of English news reads in a minute (Brysbaert 2019: 238 for non-fiction)."""

WORDS_OF_A_CROSSHEAD = 8

DAYS_OF_A_NEAR_DATE = 7
"""A date known only within a longer window than this stands for its month."""

_CERTAINTY = ((0.98, "almost certain"), (0.93, "very likely"), (0.8, "likely"), (0.0, "uncertain"))
_BASES = {
    "stated": "The date is the one that the article states.",
    "metadata": "The date is the one in the page’s own metadata.",
    "url": "The date is the one in the page’s address.",
    "sidecar": "The date was given by an editor.",
}
_IRREGULAR = {"person": "people", "day": "days"}
_PRONOUNS = {"he", "she", "it", "they", "him", "her", "them", "his", "hers", "its", "their", "i", "we", "who"}
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")


def day(on: date) -> str:
    """
    >>> day(date(2019, 4, 4))
    '4 April 2019'
    """
    return f"{day_of_a_year(on)} {on.year}"


def day_of_a_year(on: date) -> str:
    """
    >>> day_of_a_year(date(2019, 4, 4))
    '4 April'
    """
    return f"{on.day} {MONTHS[on.month - 1]}"


def month(on: date) -> str:
    return f"{MONTHS[on.month - 1]} {on.year}"


def weekday(on: date) -> str:
    return f"{WEEKDAYS[on.weekday()]}, {day(on)}"


def unbroken(text: str) -> str:
    """A date that stays on one line, but for its weekday.

    >>> unbroken("Thursday, 4 April 2019") == "Thursday, 4\xa0April\xa02019"
    True
    """
    return re.sub(r"(?<!,) ", "\xa0", text)


def is_wide(dated: Dated) -> bool:
    """Whether only the month of an inferred date is worth showing."""
    return bool(dated.window) and _window_days(dated) > DAYS_OF_A_NEAR_DATE


def _window_days(dated: Dated) -> int:
    first, last = dated.window or (dated.day, dated.day)
    return (last - first).days + 1


def dated(when: Dated) -> str:
    """The date of an article, with "about" where it is inferred."""
    if is_wide(when):
        return f"about {month(when.day)}"
    return f"about {day(when.day)}" if when.basis == "inferred" else day(when.day)


def date_note(when: Dated) -> str:
    """How the date is known."""
    if when.basis != "inferred":
        return _BASES[when.basis]
    first, last = when.window or (when.day, when.day)
    time = f"to {day(first)}" if first == last else f"between {day(first)} and {day(last)}"
    return f"The article prints no date; what it tells dates it {time}."


def span(start: date | None, end: date | None) -> str:
    """
    >>> span(date(2016, 7, 13), None)
    'since 13 July 2016'
    """
    if start and end:
        return f"{day(start)} – {day(end)}"
    if start:
        return f"since {day(start)}"
    return f"until {day(end)}" if end else "dates not recorded"


def years(start: date | None, end: date | None) -> str:
    """A span by its years alone; empty where neither end is known.

    >>> years(date(2016, 7, 13), date(2019, 7, 24)), years(date(2016, 7, 13), None)
    ('2016–2019', 'since 2016')
    """
    if start and end:
        return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
    if start:
        return f"since {start.year}"
    return f"until {end.year}" if end else ""


def count(number: int, noun: str) -> str:
    """
    >>> count(1, "quotation"), count(1200, "person")
    ('1 quotation', '1,200 people')
    """
    plural = _IRREGULAR.get(noun) or re.sub(r"(?<![aeiou])y$", "ie", noun) + "s"
    return f"{number:,} {noun if number == 1 else plural}"


def counts(*pairs: tuple[int, str]) -> str:
    """ "3 articles, 12 quotations"; what there is none of is left out."""
    return ", ".join(count(number, noun) for number, noun in pairs if number)


def listing(words: Sequence[str]) -> str:
    """
    >>> listing(["A", "B", "C"])
    'A, B and C'
    """
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def certainty(confidence: float) -> str:
    return next(words for least, words in _CERTAINTY if confidence >= least)


def words_in(text: str) -> list[str]:
    return _WORD.findall(text)


def place_of_word(text: str, number: int) -> int | None:
    """Where the word with this number begins, counted from 0; None where there are not so many."""
    found = next(islice(_WORD.finditer(text), number, None), None)
    return found.start() if found else None


def reading_time(paragraphs: Iterable[str]) -> str:
    words = sum(len(text.split()) for text in paragraphs)
    return f"{count(max(1, round(words / READ_PER_MINUTE)), 'minute')} to read"


def shortened(text: str, words: int) -> str:
    """At most so many words of a text, with an ellipsis where more follows.

    >>> shortened("The bridge is closed.", 2)
    'The bridge …'
    """
    found = list(_WORD.finditer(text))
    return text if len(found) <= words else f"{text[: found[words - 1].end()]} …"


def as_quoted(words: Sequence[str]) -> tuple[str, ...]:
    """The paragraphs of a quotation that stands alone: the comma before "she said" is left out.

    >>> as_quoted(["We close,"])
    ('We close',)
    """
    return (*words[:-1], words[-1].removesuffix(","))


def is_crosshead(paragraph: str) -> bool:
    """Whether a paragraph is a heading between others: a few words in capitals, without a full stop.

    >>> is_crosshead("MUTTERING BEHIND HIM"), is_crosshead("NATO."), is_crosshead("Mr Fenn agreed")
    (True, False, False)
    """
    capitals = paragraph.isupper() and paragraph[-1].isalnum()
    return capitals and len(paragraph.split()) <= WORDS_OF_A_CROSSHEAD


def is_pronoun(source: str | None) -> bool:
    """Whether a source is named by a pronoun alone, which says nothing outside its article."""
    return (source or "").casefold() in _PRONOUNS


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
