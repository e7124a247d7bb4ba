"""Voices set as a list: who speaks stands on a line of its own above the words, or below them.

Ann Example, 54, teacher              “I shall vote to stay.”
“I shall vote to stay.”               Tom Sample
…                                     Baker, Leeds
"""

from __future__ import annotations

from brexitsite.knowledge import language
from brexitsite.quotes.candidates import Candidate, Mention, Quoted, Reading

_SENTENCE = frozenset("SMAvxPQr.")
"""Classes of which a line that names a speaker has none."""
_LONGEST_LINE = 18
_LONGEST_LIST = 40
_NEAR = 8
"""Paragraphs away, at most, that another voice of the same list stands."""


def heads_words(reading: Reading, quotation: Quoted, candidate: Candidate) -> bool:
    """Whether a candidate is the name above the words (or below them) in a list of voices."""
    here, side = quotation.span.at.paragraph, candidate.where[0]
    if side not in "PN" or not _is_words(reading, here):
        return False
    if side == "P" and _is_aged(reading, here, candidate.mention):
        return True
    if _named(reading, candidate.mention.paragraph) is not candidate.mention:
        return False
    if side == "N":
        return _is_listed_below(reading, here)
    return _named_above(reading, here) is candidate.mention and _is_listed_above(reading, here)


def _is_aged(reading: Reading, here: int, mention: Mention) -> bool:
    """Whether the paragraph before begins with name and age: "Ann Example, 54 (or: a 54-year-old) …"."""
    classes, end = mention.frame.classes, mention.phrase.end
    is_first = reading.neighbours.get(here) == mention.paragraph and mention.phrase.start == 0
    return is_first and classes[:end].endswith("NN") and classes[end : end + 3].replace("D", "")[:2] == ",#"


def _is_words(reading: Reading, number: int | None) -> bool:
    """Whether a paragraph is quoted from end to end."""
    classes = reading.frame(number).classes if number is not None else ""
    return "Q" in classes and not classes.strip("Q.")


def _named(reading: Reading, number: int | None) -> Mention | None:
    """Who is named by first name and surname on a line that is no sentence."""
    if number is None:
        return None
    frame = reading.frame(number)
    classes, heads = frame.classes, language.nominal_heads()
    if not _is_line(reading, number):
        return None
    part = classes.find(",") % (len(classes) + 1)
    for mention in reading.mentions(number):
        end = mention.phrase.end
        is_name = classes[:end].endswith(("NN", "TN")) and frame.lows[end - 1] not in heads
        before = zip(classes, frame.lows[: mention.phrase.start], strict=False)
        if any(letter == "p" and low != "of" for letter, low in before):
            return None
        if end <= part and is_name and classes[end : end + 1] in ("", ",", "p", "("):
            return mention
    return None


def _named_above(reading: Reading, here: int) -> Mention | None:
    """Who is named on the line above, or on the one above that where the first says what they are."""
    line = _line_above(reading, here)
    return _named(reading, line)


def _line_above(reading: Reading, here: int) -> int | None:
    """The line that names somebody right above, or above a line without a name; else what stands above."""
    above = reading.neighbours.get(here)
    if above is None or _named(reading, above) is not None or not _is_line(reading, above):
        return above
    further = reading.neighbours.get(above)
    return further if _named(reading, further) is not None else above


def _is_line(reading: Reading, number: int) -> bool:
    classes = reading.frame(number).classes
    return len(classes) <= _LONGEST_LINE and _SENTENCE.isdisjoint(classes)


def _is_listed_above(reading: Reading, here: int) -> bool:
    """Whether other words near by have a name above them too, and names stand above."""
    words = filter(lambda number: _is_words(reading, number), _around(reading, here))
    return any(_named_above(reading, number) for number in words) and not _names_follow(reading, here)


def _is_listed_below(reading: Reading, here: int) -> bool:
    """Whether other words near by have a name below them too, and names stand below."""
    words = filter(lambda number: _is_words(reading, number), _around(reading, here))
    below = (_named(reading, reading.followers.get(number)) for number in words)
    return any(below) and _names_follow(reading, here)


def _names_follow(reading: Reading, here: int) -> bool:
    """Whether words and names take turns from the first words on, before which no name stands."""
    words: int | None = here
    for _ in range(_LONGEST_LIST):
        line = _line_above(reading, words) if words is not None else None
        if line is None or _named(reading, line) is None:
            return line is None or "Q" not in reading.frame(line).classes
        words = reading.neighbours.get(line)
        if not _is_words(reading, words):
            return False
    return False


def _around(reading: Reading, here: int) -> list[int]:
    """The paragraphs near by, before and after."""
    found: list[int] = []
    for step in (reading.neighbours, reading.followers):
        number: int | None = here
        for _ in range(_NEAR):
            number = step.get(number) if number is not None else None
            if number is not None:
                found.append(number)
    return found
