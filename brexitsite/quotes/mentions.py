"""Find the noun phrases that can be a source: names, pronouns, descriptions, organisations.

No parser: a phrase runs over words that can stand inside one and ends at a verb, a preposition, a mark.
That is enough beside a quotation, where the choice among phrases is made from much more than their borders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from brexitsite.knowledge import language
from brexitsite.quotes.frames import Frame

_PHRASE = re.compile(r"P|(?:D|(?<=h)')?(?:[NTwh#']|(?<=[D'])[SMAv](?=[wNh]))*[NThw#]|D(?=[SMAvxa,.:Q])")
NAMES = frozenset(["name", "title"])
"""Types of phrases that are somebody's name."""
_POSSESSIVES = frozenset(["his", "her", "their", "its", "my", "our"])
_TIMES = frozenset(
    "today yesterday tomorrow weekend week month year morning afternoon evening night century decade".split()
)
"""What owns nothing that is said: "this weekend's polls"."""
_PARTICIPLE = re.compile(r"(?:ed|ing)$")


@dataclass(slots=True)  # a frozen one takes four times as long to make
class Phrase:
    """Tokens `start` to `end` of a frame; `type` says what stands there.

    Types: a pronoun itself (he, she, they, it, i, we, you); name, title (name with an honorific);
    person, body, people, text (by head noun); cap (a capitalised word among others), any.
    """

    start: int
    end: int
    type: str
    head: str
    key: str
    """The last name in lower case, or the head noun: equal keys are probably the same source."""


def phrases(frame: Frame) -> list[Phrase]:
    """Find the phrases of a frame in order."""
    found: list[Phrase] = []
    for match in _PHRASE.finditer(frame.classes):
        if _is_age(frame, match.start(), match.end()):
            continue
        for phrase in _split(frame, match.start(), match.end()):
            found.extend(_possessors(frame, phrase))
            found.append(phrase)
    return found


def _is_age(frame: Frame, start: int, end: int) -> bool:
    """Whether a number stands between commas: "Ann Example, 54, said"."""
    return frame.classes[start:end] == "#" and frame.classes[start - 1 : start] == ","


def _possessors(frame: Frame, phrase: Phrase) -> Iterator[Phrase]:
    """Whose a phrase is, where it is an act of speech or a quotation follows: "Ms Example's claim"."""
    speech = phrase.head in language.speech_nouns()
    if phrase.end - phrase.start < 2 or not (speech or "Q" in frame.classes[phrase.end : phrase.end + 3]):
        return
    kind = "+" if speech else "-"
    mark = frame.classes.rfind("'", phrase.start + 1, phrase.end)
    if mark > 0 and frame.lows[mark - 1] not in _TIMES:
        yield Phrase(phrase.start, mark, f"poss{kind}", frame.lows[mark - 1], frame.lows[mark - 1])
    elif mark <= 0 and frame.lows[phrase.start] in _POSSESSIVES:
        head = frame.lows[phrase.start]
        yield Phrase(phrase.start, phrase.start + 1, f"his{kind}", head, head)


def _split(frame: Frame, start: int, end: int) -> list[Phrase]:
    """Cut a run where a verb that the lexicon does not know ends the phrase: "the leader backed"."""
    classes, lows = frame.classes, frame.lows
    while start < end - 1 and classes[start] == "w" and "N" in classes[start:end]:
        start += 1
    bare = classes[start] in "NT"
    for i in range(start + 1, end):
        if classes[i] == "'":
            bare = False
        if classes[i] == "w" and classes[i - 1] not in "D'" and (bare or _PARTICIPLE.search(lows[i])):
            return [_phrase(frame, start, i), *(_split(frame, i + 1, end) if i + 1 < end else ())]
    return [_phrase(frame, start, end)]


def _phrase(frame: Frame, start: int, end: int) -> Phrase:
    head = frame.lows[end - 1]
    return Phrase(start, end, _type(frame, start, end, head), head, head)


def _type(frame: Frame, start: int, end: int, head: str) -> str:
    classes = frame.classes[start:end]
    if classes == "P":
        return head[:4] if head.startswith("they") else head
    if classes[-1] in "NT" and "w" not in classes and "h" not in classes:
        return "title" if "T" in classes else "name"
    kind = language.nominal_heads().get(head)
    if classes[-1] == "N":
        return "name" if kind is None else "cap"
    return kind or ("cap" if "N" in classes else "any")
