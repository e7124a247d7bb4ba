"""Which articles are one article saved twice: near copies, overlapping ones, parts of round-ups.

Two texts are compared by the 5-word sequences (shingles) that they share. Comparing all pairs
would be quadratic, so each text leaves a sketch, a fixed sample of its shingles' hashes, and only
texts whose sketches meet are compared in full (Broder, "On the resemblance and containment of
documents", 1997).
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

Verdict: TypeAlias = Literal["same", "overlap", "contained"]

WIDTH = 5
"""Words in a shingle: fewer meet by chance, more are broken by one changed word too often."""
SAMPLE = 8
"""One hash in so many goes into a sketch."""
AT_LEAST = 16
"""But never fewer than these, the smallest, so that briefs can be found too."""
COMMON = 64
"""A shingle in more sketches than this is furniture and tells nothing."""
WORTH_COMPARING = 0.2
"""Share of the smaller sketch that two have in common; half of what any verdict needs."""
SHORTEST = 30
"""Words below which a text is no article of its own to be compared."""

SAME, OVERLAPPING, CONTAINED, SIMILAR_LENGTH = 0.5, 0.3, 0.6, 3

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts that share much: resemblance is shared of all shingles, containment of the smaller's."""

    one: str
    other: str
    verdict: Verdict
    resemblance: float
    containment: float


def shingles(text: str) -> set[int]:
    """Hashes (32 bits) of every 5-word sequence, case and punctuation left out."""
    words = _WORD.findall(text.lower())
    if len(words) < SHORTEST:
        return set()
    return {zlib.crc32(" ".join(words[n : n + WIDTH]).encode()) for n in range(len(words) - WIDTH + 1)}


def sketch(text: str) -> tuple[int, ...]:
    """The sample of a text's shingles that stays the same whatever other texts there are."""
    hashes = sorted(shingles(text))
    return tuple(h for n, h in enumerate(hashes) if n < AT_LEAST or h % SAMPLE == 0)


def pairs(sketches: Mapping[str, Sequence[int]], text: Callable[[str], str]) -> list[Pair]:
    """All pairs that share much, by their ids; `text` gives the text of an id."""
    known: dict[str, set[int]] = {}
    found = []
    for one, other in _candidates(sketches):
        a, b = (known.setdefault(id, shingles(text(id))) for id in (one, other))
        pair = _compared(one, other, a, b)
        if pair is not None:
            found.append(pair)
    return sorted(found, key=lambda pair: (pair.one, pair.other))


def _candidates(sketches: Mapping[str, Sequence[int]]) -> Iterator[tuple[str, str]]:
    holders: dict[int, list[str]] = defaultdict(list)
    for id in sorted(sketches):
        for hashed in sketches[id]:
            holders[hashed].append(id)
    shared: Counter[tuple[str, str]] = Counter()
    for ids in holders.values():
        if 1 < len(ids) <= COMMON:
            shared.update((one, other) for n, one in enumerate(ids) for other in ids[n + 1 :])
    for (one, other), count in sorted(shared.items()):
        if count >= WORTH_COMPARING * min(len(sketches[one]), len(sketches[other])):
            yield one, other


def _compared(one: str, other: str, a: set[int], b: set[int]) -> Pair | None:
    both = len(a & b)
    resemblance, containment = both / len(a | b), both / min(len(a), len(b))
    verdict = _verdict(resemblance, containment, max(len(a), len(b)) / min(len(a), len(b)))
    return Pair(one, other, verdict, resemblance, containment) if verdict else None


def _verdict(resemblance: float, containment: float, lengths: float) -> Verdict | None:
    if resemblance >= SAME:
        return "same"
    if resemblance >= OVERLAPPING or (containment >= CONTAINED and lengths <= SIMILAR_LENGTH):
        return "overlap"
    return "contained" if containment >= CONTAINED else None


def groups(same: Iterable[tuple[str, str]], apart: Iterable[tuple[str, str]] = ()) -> list[list[str]]:
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
