"""Words of an article that are set large among it, and the name under them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from brexitsite.articles.view import LABELLED, LISTED, View

LONGEST, SHORTEST = 45, 4
"""Words of a pull quote."""
SAID_AGAIN = 0.8
"""Share of a pull quote's three-word runs that one paragraph has."""
NEARLY_SAID_AGAIN = 0.3
"""The same for two-word runs where a name stands under it: editors shorten what they set large."""
WHOLE_SAID_AGAIN = 0.6
"""The same where the line ends with a stop, as a sentence above a crosshead does too."""
LONGEST_NAME = 10
"""Words of the longest name with its job."""
LONGER = 20
"""Code points that a line has more than the name, to be text that knows the name."""
WHOLLY_QUOTED = re.compile(r"[“\"'‘”][^“”\"]+[”\"'’“]")
NAME_LINE = re.compile(r"[^\W\d_a-z](?:[^.?!:;–—-]|(?<=\w)-(?=\w)|\.(?= )){1,90}")
CAPITALISED = re.compile(r"\b[^\W\d_a-z][\w’'-]+")


def pull_quotes(view: View, found: Mapping[int, str]) -> Iterator[int]:
    """Take a line of somebody's words that a longer line says, too."""
    able = [n for n in range(len(view)) if n not in found and _may_be_pulled(view, n)]
    named = [n for n in able if named_below(view, n)]
    bare = [n for n in able if not view.stopped[n] and n not in set(named)]
    again, nearly = _said_elsewhere(view, bare, 3), _said_elsewhere(view, named, 2)
    yield from (n for n in bare if again[n] >= SAID_AGAIN)
    yield from (n for n in named if nearly[n] >= (WHOLE_SAID_AGAIN if view.stopped[n] else NEARLY_SAID_AGAIN))


def names_below(view: View, found: Mapping[int, str]) -> Iterator[int]:
    """Take the name under a pull quote that was taken."""
    for n, name in found.items():
        if name in ("pull quote", "paragraph repeated") and named_below(view, n):
            yield n + 1


def named_below(view: View, n: int) -> bool:
    """Is the next line nothing but a name that the rest of the article knows?"""
    return n + 1 < len(view) and _is_name_line(view, n + 1)


def _may_be_pulled(view: View, n: int) -> bool:
    """Is the whole line somebody's words: all in marks, or without any?"""
    text = view.texts[n]
    if not SHORTEST <= len(view.words[n]) <= LONGEST or LISTED.match(text) or LABELLED.match(text):
        return False
    return not any(mark in text for mark in '“”"') or bool(WHOLLY_QUOTED.fullmatch(text))


def _is_name_line(view: View, n: int) -> bool:
    text, words = view.texts[n], view.words[n]
    if not 1 <= len(words) <= LONGEST_NAME or not NAME_LINE.fullmatch(text):
        return False
    names = CAPITALISED.findall(text)
    if (text.isupper() and len(words) > 1) or (2 * len(names) < len(words) and "," not in text):
        return False
    return bool(names) and any(
        names[-1] in other or names[0] in other
        for m, other in enumerate(view.texts)
        if m != n and len(other) > len(text) + LONGER
    )


def _said_elsewhere(view: View, numbers: Sequence[int], size: int) -> dict[int, float]:
    """Return for each line the largest share of its runs of `size` words that another, longer line has."""
    runs = {n: view.runs(n, size) for n in numbers}
    owners: dict[tuple[str, ...], list[int]] = {}
    for n, own in runs.items():
        for run in own:
            owners.setdefault(run, []).append(n)
    best = dict.fromkeys(numbers, 0.0)
    for m in range(len(view)) if owners else ():
        hits = Counter(n for run in view.runs(m, size) & owners.keys() for n in owners[run])
        for n, count in hits.items():
            if n != m and len(view.words[m]) > len(view.words[n]):
                best[n] = max(best[n], count / len(runs[n]))
    return best
