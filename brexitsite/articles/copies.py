"""Paragraphs that were saved twice, and a second article saved with the first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from brexitsite.articles.printed_dates import date_line
from brexitsite.articles.pull_quotes import named_below
from brexitsite.articles.view import View

SHORTEST_REPEATED = 8
"""Words from which a paragraph that stands twice was saved twice; shorter ones may be meant."""
SHORTEST_HEADLINE = 5
"""Words of the headline of a second article."""
SHORTEST_ARTICLE = 5
"""Paragraphs of a first article that a second one can follow."""


def repeated(view: View, _: Mapping[int, str]) -> Iterator[int]:
    """Keep one copy of a paragraph: the first that ends as prose does and has no name under it."""
    copies: dict[tuple[str, ...], list[int]] = {}
    for n, words in enumerate(view.words):
        if len(words) >= SHORTEST_REPEATED:
            copies.setdefault(tuple(words), []).append(n)
    for numbers in copies.values():
        if len(numbers) > 1:
            yield from sorted(numbers, key=lambda n: (not view.stopped[n] or named_below(view, n), n))[1:]


def glued(view: View, _: Mapping[int, str]) -> Iterator[int]:
    """Take what follows a second headline with a date line of its own, where there is just one."""
    starts = [n for n in range(SHORTEST_ARTICLE, len(view) - 1) if _begins(view, n)]
    if len(starts) == 1:
        yield from range(starts[0], len(view))


def _begins(view: View, n: int) -> bool:
    headline = not view.ended[n] and len(view.words[n]) >= SHORTEST_HEADLINE
    return headline and date_line(view.texts[n + 1]) is not None
