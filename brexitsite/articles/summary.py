"""The opening of an article, as lists and feeds show it."""

from __future__ import annotations

import re
from collections.abc import Iterable

MAX_WORDS = 40
_SENTENCE_END = re.compile(r"(?<=[.!?…])[”’\"']?\s+(?=[“‘\"'A-Z0-9])")


def summary(paragraphs: Iterable[str], max_words: int = MAX_WORDS) -> str:
    """The first sentences, at most `max_words` words; a longer first one is cut with an ellipsis.

    >>> summary(["One two three. Four five.", "Six."], max_words=5)
    'One two three. Four five.'
    >>> summary(["One two three four five six."], max_words=5)
    'One two three four five …'
    """
    first = next((p for p in paragraphs if len(p.split()) > 3), "")
    taken: list[str] = []
    for sentence in _sentences(first):
        if len(taken) + len(sentence.split()) > max_words:
            break
        taken += sentence.split()
    return " ".join(taken) or _cut(first, max_words)


def _sentences(paragraph: str) -> list[str]:
    ends = [match.end() for match in _SENTENCE_END.finditer(paragraph)]
    return [paragraph[a:b].strip() for a, b in zip([0, *ends], [*ends, len(paragraph)], strict=True)]


def _cut(text: str, max_words: int) -> str:
    words = text.split()
    return " ".join(words) if len(words) <= max_words else " ".join(words[:max_words]) + " …"
