"""A quotation's permanent id: made once, and kept when its article is cleaned again."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from brexitsite.model import Quotation

LENGTH = 8
SAME = 0.5
"""Share of words in common above which two wordings are one quotation, mended or cut elsewhere."""


def named(article: str, texts: Sequence[str]) -> list[str]:
    """Ids for the quotations of one article, from its own id and the words, counting repeats.

    >>> named("a.txt", ["yes", "no", "yes"])
    ['t324thhp', 'a632vgio', 'm7x4tiec']
    """
    seen: Counter[str] = Counter()
    ids = []
    for text in texts:
        words = " ".join(_words(text))
        seen[words] += 1
        digest = hashlib.sha256(f"{article}\n{words}\n{seen[words]}".encode()).digest()
        ids.append(base64.b32encode(digest).decode().lower()[:LENGTH])
    return ids


def kept(new: Sequence[Quotation], old: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """`new` with the ids that the same quotations have in `old`."""
    taken = {q.id for q in new} & {q.id for q in old}
    left = [q for q in old if q.id not in taken]
    renamed: dict[str, str] = {}
    for quotation in new:
        same = _nearest(quotation, left) if quotation.id not in taken else None
        if same is not None:
            left.remove(same)
            renamed[quotation.id] = same.id
    return tuple(_renamed(q, renamed) for q in new)


def _renamed(quotation: Quotation, ids: dict[str, str]) -> Quotation:
    continues = quotation.continues and ids.get(quotation.continues, quotation.continues)
    return replace(quotation, id=ids.get(quotation.id, quotation.id), continues=continues)


def _nearest(quotation: Quotation, old: Sequence[Quotation]) -> Quotation | None:
    alike = [(_likeness(quotation, other), -n, other) for n, other in enumerate(old)]
    score, _, nearest = max(alike, key=lambda row: row[:2], default=(0.0, 0, None))
    return nearest if score >= SAME else None


def _likeness(one: Quotation, other: Quotation) -> float:
    a, b = set(_words(one.text)), set(_words(other.text))
    return len(a & b) / len(a | b) if a | b else 0.0


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())
