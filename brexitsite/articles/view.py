"""An article's lines with what the rules of form ask of them: words, stops, stems, neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from brexitsite.articles.layout import Line
from brexitsite.knowledge.language import function_words

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
ENDED = re.compile(r"[.?!…:;][\s\"'’”)\]]*$")
STOPPED = re.compile(r"[.?!…:;]['\"’”“]*$")
LISTED = re.compile(
    r"[•*·▪–—-]\s|\(?\d{1,3}[.):]|\(?[a-zA-Z][.)]\s|\d{1,2}[:.]\d\d|[QA]:|[A-Z].{2,40}, \d{1,3}: "
    r"|.*(\d%|…|\.\.\.|\||→)$"
)
"""A list's item, a timetable's row, an interview's question: no rule of form takes them."""
LABELLED = re.compile(r"[A-Z][\w’'-]*(?: [\w’'-]+){0,3}: ?[A-Z‘'“\"]")
"""A word or two, a colon and a sentence: "Muddy: Visitors wade through the field"."""
SHORTEST_PROSE = 5
"""Words that a line with a stop has more than to be prose for certain."""
STEM, SHORTEST_STEM = 6, 3
"""Letters of a word that are compared, so that "protest" is in "protesters"; letters of the shortest."""
FUNCTION_WORDS = frozenset(w for words in function_words().values() for w in words)


class View:
    """The lines that the rules for single lines have left; `dropped` are the reasons of those they took."""

    def __init__(self, lines: Sequence[Line], dropped: Iterable[str] = ()) -> None:
        self.lines = lines
        self.dropped = frozenset(dropped)
        self.texts = [line.text for line in lines]

    def __len__(self) -> int:
        return len(self.texts)

    @cached_property
    def words(self) -> list[list[str]]:
        """The words of each line in lower case."""
        return [WORD.findall(text.replace("’", "'").lower()) for text in self.texts]

    @cached_property
    def ended(self) -> list[bool]:
        """Which lines end as a sentence, a question or an announcement does."""
        return [bool(ENDED.search(text[-12:])) for text in self.texts]

    @cached_property
    def stopped(self) -> list[bool]:
        """Which lines end as a sentence of the text does; display copies lose the stop."""
        return [bool(STOPPED.search(text[-12:])) for text in self.texts]

    @cached_property
    def stems(self) -> list[set[str]]:
        """The stems of each line's content words."""
        return [
            {w[:STEM] for w in words if len(w) >= SHORTEST_STEM and w not in FUNCTION_WORDS}
            for words in self.words
        ]

    @cached_property
    def prose(self) -> list[int]:
        """Numbers of the lines that are certainly prose."""
        return [n for n, words in enumerate(self.words) if self.ended[n] and len(words) > SHORTEST_PROSE]

    def runs(self, n: int, size: int) -> set[tuple[str, ...]]:
        """Every run of so many words of a line."""
        words = self.words[n]
        return set(zip(*(words[start:] for start in range(size)), strict=False))

    def near(self, n: int) -> list[int]:
        """The lines right above and below."""
        return [m for m in (n - 1, n + 1) if 0 <= m < len(self)]
