"""Lines that an outlet prints under many articles, learnt from a folder of them, for a person to review."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from brexitsite.articles import duplicates
from brexitsite.articles.layout import Line
from brexitsite.model import Furniture

FEWEST = 3
"""Articles in which a line stands to be furniture."""
LONGEST = 300
"""Code points of the longest piece of furniture."""
ITS_OWN_PLACE = 0.6
"""Share of a line's places that are between other lines each time: reprinted prose keeps its neighbours."""
LONGEST_PHRASE, FEWEST_SENTENCE = 8, 6
"""Words from which a line that ends with a stop is a sentence, and articles in which even that is furniture:
a paper tells what has happened before in the same words again."""


@dataclass(slots=True)
class _Seen:
    line: str
    articles: set[str] = field(default_factory=set)
    neighbours: set[tuple[str, str]] = field(default_factory=set)


def learnt(articles: Mapping[str, Sequence[Line]], known: Iterable[Furniture] = ()) -> list[Furniture]:
    """Return the lines that stand in many of an outlet's articles, given by name, the commonest first.

    `articles` are without headers and known junk. Copies of one article count once.
    """
    seen = _seen(_once(articles))
    old = {key(f.line) for f in known}
    repeated = [s for k, s in seen.items() if k not in old and _is_furniture(s)]
    total = len(articles)
    return [
        Furniture(s.line, f"It stands in {len(s.articles)} of {total} articles.", len(s.articles))
        for s in sorted(repeated, key=lambda s: (-len(s.articles), s.line))
    ]


def key(text: str) -> str:
    """Return a line's words as they are compared, without case and punctuation."""
    return " ".join(re.findall(r"\w+", text.lower()))


def _is_furniture(seen: _Seen) -> bool:
    count, text = len(seen.articles), seen.line
    if any(mark in text for mark in '“”"'):
        return False
    sentence = text[-1] in ".?!" and len(text.split()) > LONGEST_PHRASE
    fewest = FEWEST_SENTENCE if sentence else FEWEST
    return count >= fewest and len(seen.neighbours) >= ITS_OWN_PLACE * count


def _seen(articles: Mapping[str, Sequence[Line]]) -> dict[str, _Seen]:
    seen: dict[str, _Seen] = defaultdict(lambda: _Seen(""))
    for name, lines in articles.items():
        keys = ["", *(key(line.text) for line in lines), ""]
        for n, line in enumerate(lines, 1):
            if keys[n] and len(line.text) <= LONGEST:
                found = seen[keys[n]]
                found.line = found.line or line.text
                found.articles.add(name)
                found.neighbours.add((keys[n - 1], keys[n + 1]))
    return seen


def _once(articles: Mapping[str, Sequence[Line]]) -> dict[str, Sequence[Line]]:
    """Leave one of several copies of an article."""
    texts = {name: "\n".join(line.text for line in lines) for name, lines in articles.items()}
    verdicts = duplicates.compared({n: duplicates.sketch(t) for n, t in texts.items()}, texts.__getitem__)
    copies = duplicates.groups(pair for pair, verdict in verdicts.items() if verdict)
    spare = {name for group in copies for name in group[1:]}
    return {name: lines for name, lines in articles.items() if name not in spare}
