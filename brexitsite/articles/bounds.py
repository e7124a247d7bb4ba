"""What is too much for one article, told before anything slow is done with it.

Every limit is far above any article seen (a live blog of 0.2 MB, a page of 4,000 tags) and low
enough that whatever stays below is read within 5 seconds and 500 MB.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from brexitsite.errors import Quarantined

LONGEST_TEXT = 2_200_000
"""Code points of a text, or of what was found in a page."""
MOST_LINES = 100_000
MOST_PARAGRAPHS = 5_000
MOST_TAGS = 50_000
MOST_ATTRIBUTES = 1_000
"""Of one element; libxml2 compares each with all before it."""
LONG_TAG = 4_000
"""Code points from which a tag's attributes are counted."""

_LONG_TAG = re.compile(rf"<[A-Za-z][^<]{{{LONG_TAG},}}")
_VALUE = re.compile(r"\"[^\"]*\"|'[^']*'")


def check_text(text: str) -> None:
    """Raise Quarantined for a text that is too long, or has too many lines."""
    _require("code points", len(text), LONGEST_TEXT)
    _require("lines", text.count("\n") + 1, MOST_LINES)


def check_page(page: str) -> None:
    """Raise Quarantined for a page with too many tags, or too many attributes in one."""
    _require("tags", page.count("<"), MOST_TAGS)
    longest = max(map(len, page.split("<")))
    for tag in _LONG_TAG.finditer(page) if longest > LONG_TAG else ():
        names = _VALUE.sub("", tag[0]).partition(">")[0].split()
        _require("attributes in one tag", len(names) - 1, MOST_ATTRIBUTES)


def check_paragraphs(paragraphs: Sequence[str]) -> None:
    """Raise Quarantined for a body that is too long, or has too many paragraphs."""
    _require("paragraphs", len(paragraphs), MOST_PARAGRAPHS)
    _require("code points", sum(map(len, paragraphs)), LONGEST_TEXT)


def _require(things: str, number: int, most: int) -> None:
    if number > most:
        raise Quarantined(
            f"it has {number:,} {things} and at most {most:,} are read", "split it into several articles"
        )
