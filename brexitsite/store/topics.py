"""Read content/topics.toml, and put texts under the topics whose words they use."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from brexitsite.model import Topic
from brexitsite.store.fields import read_tables


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
        self._order = [topic.slug for topic in topics]
        self._topic = {word.lower(): topic.slug for topic in topics for word in topic.words}
        longest_first = sorted(self._topic, key=lambda word: (-len(word), word))
        words = "|".join(re.escape(word).replace(r"\ ", r"[\s-]+") for word in longest_first)
        self._pattern = re.compile(rf"\b(?:{words})\b") if words else None

    def topics_of(self, text: str, at_least: int) -> tuple[str, ...]:
        """Slugs of the topics with `at_least` hits, most hits first, ties in the file's order."""
        if self._pattern is None:
            return ()
        hits = dict.fromkeys(self._order, 0)
        for match in self._pattern.finditer(text.lower().replace("’", "'")):
            word = re.sub(r"[\s-]+", " ", match.group())
            slug = self._topic.get(word) or self._topic.get(match.group())
            if slug:
                hits[slug] += 1
        return tuple(s for s in sorted(self._order, key=lambda s: -hits[s]) if hits[s] >= at_least)
