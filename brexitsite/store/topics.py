"""Read content/topics.toml, and put texts under the topics whose words they use."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from brexitsite.model import Slug, Topic
from brexitsite.store.fields import read_tables

_WORD = re.compile(r"[^\W_]+(?:['.][^\W_]+)*")


def load(path: Path) -> dict[str, Topic]:
    """Every topic by slug, in the file's order."""
    topics = {}
    for slug, fields in read_tables(path):
        topics[slug] = Topic(slug, fields.required("name"), fields.texts("words"), fields.text("about") or "")
        fields.finish()
    return topics


class TopicWords:
    """Finds the topics of a text by their words.

    >>> words = TopicWords([Topic("tolls", "Tolls", ("toll", "bridge toll"))])
    >>> words.topics_of("A new Bridge Toll is planned.", at_least=1)
    ('tolls',)
    """

    def __init__(self, topics: Iterable[Topic]) -> None:
        self._slugs: list[Slug] = []
        self._phrases: dict[str, list[tuple[list[str], Slug]]] = defaultdict(list)
        for topic in topics:
            self._slugs.append(topic.slug)
            for phrase in filter(None, map(_words, topic.words)):
                self._phrases[phrase[0]].append((phrase, topic.slug))
        for phrases in self._phrases.values():
            phrases.sort(key=lambda phrase: (-len(phrase[0]), phrase))

    def topics_of(self, text: str, at_least: int) -> tuple[Slug, ...]:
        """Slugs of the topics with `at_least` hits, most hits first, ties in the file's order."""
        words = _words(text)
        hits = dict.fromkeys(self._slugs, 0)
        for place in [n for n, word in enumerate(words) if word in self._phrases]:
            slug = self._at(words, place)
            if slug is not None:
                hits[slug] += 1
        return tuple(s for s in sorted(self._slugs, key=lambda s: -hits[s]) if hits[s] >= at_least)

    def _at(self, words: list[str], place: int) -> Slug | None:
        """The topic of the longest phrase that begins at a word."""
        phrases = self._phrases[words[place]]
        return next((slug for p, slug in phrases if words[place : place + len(p)] == p), None)


def _words(text: str) -> list[str]:
    """Lower-case words; a hyphen parts them, an apostrophe of either kind does not."""
    return _WORD.findall(text.lower().replace("’", "'"))
