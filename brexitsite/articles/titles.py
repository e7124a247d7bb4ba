"""An article's title: the one that it has, tidied, or one made from its opening."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brexitsite.articles.view import FUNCTION_WORDS
from brexitsite.knowledge.people import people

LONGEST_STATED = 300
"""Code points kept of a stated title; no headline is longer."""
LONGEST_DERIVED = 90
SHORTEST_CUT = 40
LONGEST_CAPITALS = 6
"""Words of an opening that are set in capitals."""
LONGEST_LABEL = 3
"""Words of a place or a heading before the first sentence."""
DATELINE = re.compile(r"^[A-Z][A-Z .,'’/-]{1,40}(?:\([^)]{1,30}\) ?)?(?: [-–—] |: )(?=\S)")
"""A place in capitals, e.g. "LONDON - " or "BRUSSELS (Example) – "."""
SENTENCE_END = re.compile(r"(?<=[a-z0-9’”\"'%)])[.?!][”’\"']*(?=\s|$)")
CLAUSE_END = re.compile(r"(?:[,;:]|\s[-–—])(?=\s)")


def tidied(title: str) -> str:
    """Return a stated title on one line, cut where no title goes on."""
    title = " ".join(title.split())
    return title if len(title) <= LONGEST_STATED else _cut(title, LONGEST_STATED)


def derived(paragraphs: Sequence[str]) -> str:
    """Make a title of an article's first sentence, in its own words.

    >>> derived(["LONDON - ANN Other will go on, she said. More follows.", "Ms Other and Ann."])
    'Ann Other will go on, she said'
    """
    first = next((p for p in paragraphs if len(p.split()) > LONGEST_LABEL), " ".join(paragraphs[:1]))
    opening = _lowered(DATELINE.sub("", first[:1000]), " ".join(paragraphs)[:20_000])
    end = SENTENCE_END.search(opening)
    sentence = opening[: end.start()] if end else opening
    return sentence if len(sentence) <= LONGEST_DERIVED else _cut(sentence, LONGEST_DERIVED)


def _cut(text: str, most: int) -> str:
    """Cut at a clause's end if there is one late enough, else at a word's, with an ellipsis."""
    clauses = [m.start() for m in CLAUSE_END.finditer(text[:most]) if m.start() >= SHORTEST_CUT]
    if clauses:
        return text[: clauses[-1]].rstrip() + "…"
    word = text.rfind(" ", SHORTEST_CUT, most)
    return text[: word if word > 0 else most - 1].rstrip(" ,;:-–—") + "…"


def _lowered(opening: str, article: str) -> str:
    """Give an opening set in capitals ("ANN Other said") the letters that its words have elsewhere."""
    words = opening.split(" ")
    for n, word in enumerate(words[:LONGEST_CAPITALS]):
        if not (word.isupper() and len(word) > 1):
            break
        words[n] = _usual(word, article, first=n == 0)
    return " ".join(words)


def _usual(word: str, article: str, first: bool) -> str:
    if word.lower() in people().given or (first and word.lower() in FUNCTION_WORDS):
        return word.capitalize()
    seen = [w for w in (word.capitalize(), word.lower()) if re.search(rf"\b{re.escape(w)}\b", article)]
    if not seen:
        return word
    return word.capitalize() if first else seen[0]
