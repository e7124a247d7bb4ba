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
    read: dict[str, set[int]] = {}
    verdicts: dict[Pair, Verdict | None] = {}
    for pair in _candidates(sketches):
        if pair in known:
            verdicts[pair] = known[pair]
            continue
        for id in pair:
            if id not in read:
                read[id] = shingles(text(id))
        verdicts[pair] = _verdict(read[pair[0]], read[pair[1]])
    return verdicts


def _candidates(sketches: Mapping[str, Sequence[int]]) -> Iterator[Pair]:
    holders: dict[int, list[str]] = defaultdict(list)
    for id in sorted(sketches):
        for hashed in sketches[id]:
            holders[hashed].append(id)
    shared: Counter[Pair] = Counter()
    for ids in holders.values():
        if 1 < len(ids) <= COMMON:
            shared.update((one, other) for n, one in enumerate(ids) for other in ids[n + 1 :])
    for (one, other), count in sorted(shared.items()):
        if count >= WORTH_COMPARING * min(len(sketches[one]), len(sketches[other])):
            yield one, other


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
