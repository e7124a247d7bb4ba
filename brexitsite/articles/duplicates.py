"""Which articles are one article saved twice: near copies, overlapping ones, parts of round-ups.

Two texts are compared by the 5-word sequences (shingles) that they share. Comparing all pairs
would be quadratic, so each text leaves a sketch, a fixed sample of its shingles' hashes, and only
texts whose sketches meet are compared in full (Broder, "On the resemblance and containment of
documents", 1997).
"""

from __future__ import annotations

import functools
import re
import zlib
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import Literal, TypeAlias

Pair: TypeAlias = tuple[str, str]
Verdict: TypeAlias = Literal["same", "overlap", "contained"]

WIDTH = 5
"""Words in a shingle: fewer meet by chance, more are broken by one changed word too often."""
SAMPLE = 8
"""One hash in so many goes into a sketch."""
AT_LEAST = 16
"""But never fewer than these, the smallest, so that briefs can be found too."""
COMMON = 64
"""A shingle in more sketches than this is furniture and tells nothing."""
WORTH_COMPARING = 0.15
"""Share of the smaller sketch that two have in common; half of what any verdict needs."""
HASHES = 2**32
RANGES = 16
"""In so many steps the hashes of all sketches are gone through."""
REMEMBERED = 256
"""Texts whose shingles are kept while they are compared with their neighbours."""
SHORTEST = 30
"""Words below which a text is no article of its own to be compared."""
FEWEST = 20
"""Different shingles below which a text repeats itself and tells nothing."""

SAME, OVERLAPPING, CONTAINED, SIMILAR_LENGTH = 0.5, 0.3, 0.6, 3

_WORD = re.compile(r"[^\W_]+")


def shingles(text: str) -> set[int]:
    """Hashes (32 bits) of every 5-word sequence, case and punctuation left out."""
    words = _WORD.findall(text.lower())
    if len(words) < SHORTEST:
        return set()
    found = {zlib.crc32(" ".join(words[n : n + WIDTH]).encode()) for n in range(len(words) - WIDTH + 1)}
    return found if len(found) >= FEWEST else set()


def sketch(text: str) -> tuple[int, ...]:
    """The sample of a text's shingles that stays the same whatever other texts there are."""
    hashes = sorted(shingles(text))
    return tuple(h for n, h in enumerate(hashes) if n < AT_LEAST or h % SAMPLE == 0)


def compared(
    sketches: Mapping[str, Sequence[int]],
    text: Callable[[str], str],
    known: Mapping[Pair, Verdict | None] = MappingProxyType({}),
) -> dict[Pair, Verdict | None]:
    """The verdict on every two texts whose sketches meet, by their ids in order; None: each its own.

    `text` gives the text of an id; it is asked only for pairs that are not `known` already.
    """
    read = functools.lru_cache(REMEMBERED)(lambda name: shingles(text(name)))
    return {
        pair: known[pair] if pair in known else _verdict(read(pair[0]), read(pair[1]))
        for pair in _candidates(sketches)
    }


def _candidates(sketches: Mapping[str, Sequence[int]]) -> Iterator[Pair]:
    shared: Counter[Pair] = Counter()
    for holders in _holders(sketches):
        for ids in holders.values():
            if 1 < len(ids) <= COMMON:
                shared.update((one, other) for n, one in enumerate(ids) for other in ids[n + 1 :])
    for (one, other), count in sorted(shared.items()):
        if count >= WORTH_COMPARING * min(len(sketches[one]), len(sketches[other])):
            yield one, other


def _holders(sketches: Mapping[str, Sequence[int]]) -> Iterator[dict[int, list[str]]]:
    """Who has each hash, for one range of hashes after the other: never all of them in memory."""
    bounds = [HASHES * n // RANGES for n in range(RANGES + 1)]
    for low, high in pairwise(bounds):
        holders: dict[int, list[str]] = defaultdict(list)
        for id in sorted(sketches):
            sketch = sketches[id]
            for hashed in sketch[bisect_left(sketch, low) : bisect_left(sketch, high)]:
                holders[hashed].append(id)
        yield holders


def _verdict(a: set[int], b: set[int]) -> Verdict | None:
    """Resemblance is the share of all shingles that both have, containment that of the smaller's."""
    both, smaller, larger = len(a & b), min(len(a), len(b)), max(len(a), len(b))
    if not both:
        return None
    resemblance, containment = both / len(a | b), both / smaller
    if resemblance >= SAME:
        return "same"
    if resemblance >= OVERLAPPING or (containment >= CONTAINED and larger <= SIMILAR_LENGTH * smaller):
        return "overlap"
    return "contained" if containment >= CONTAINED else None


def groups(same: Iterable[Pair], apart: Iterable[Pair] = ()) -> list[list[str]]:
    """Put ids together that pairs say are the same, never two that `apart` parts; sorted.

    >>> groups([("a", "b"), ("b", "c"), ("x", "y")], apart=[("c", "a")])
    [['a', 'b'], ['x', 'y']]
    """
    parted = {frozenset(pair) for pair in apart}
    group_of: dict[str, list[str]] = {}
    for one, other in same:
        a, b = group_of.get(one, [one]), group_of.get(other, [other])
        if a is b or any(frozenset((x, y)) in parted for x in a for y in b):
            continue
        a.extend(b)
        group_of.update(dict.fromkeys(a, a))
    return sorted(sorted(group) for group in {id(group): group for group in group_of.values()}.values())
