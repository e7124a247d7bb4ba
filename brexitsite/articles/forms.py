"""Rules that know a line only with the article around it, and how far they are believed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TypeAlias

from brexitsite.articles import captions, copies, pull_quotes
from brexitsite.articles.view import View

MOST_CUT = 0.5
"""Share of an article's words that rules of form may take; beyond it they misread the article."""

Rule: TypeAlias = Callable[[View, Mapping[int, str]], Iterator[int]]
"""Yields the numbers of the lines that go, given what the rules before it found."""

FORMS: dict[str, Rule] = {
    "another article": copies.glued,
    "paragraph repeated": copies.repeated,
    "pull quote": pull_quotes.pull_quotes,
    "name under a pull quote": pull_quotes.names_below,
    "caption": captions.captions,
    "caption by the article's habit": captions.by_habit,
    "name alone": captions.names_alone,
}
SURE = frozenset(("paragraph repeated",))
"""Rules whose cuts lose no words however many they are."""


def judged(view: View, keep: Collection[str] = ()) -> dict[int, str]:
    """Return the lines that go, by number in the raw text, with the rule's name; lines to `keep` stay."""
    found: dict[int, str] = {}
    for name, rule in FORMS.items():
        numbers = list(rule(view, found))
        found |= {n: name for n in numbers if n not in found and view.texts[n] not in keep}
    if sum(len(view.words[n]) for n in found) > MOST_CUT * sum(map(len, view.words)):
        found = {n: name for n, name in found.items() if name in SURE}
    return {view.lines[n].number: name for n, name in found.items()}
