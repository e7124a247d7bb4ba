"""Characters that nobody sees and that do harm: they are left out of whatever is read."""

from __future__ import annotations

import re

INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff"
    "\U000e0000-\U000e0fff]"
)
"""Soft hyphens, zero-width, bidi and control characters, variation selectors, tags, lone surrogates,
non-characters. U+FFFD stays: it says that a character was lost."""
_CONTROLS = re.compile("[\x80-\x9f]")


def visible(text: str) -> str:
    """A text that an editor wrote, or copied, as it is read.

    >>> visible("Ann\\u202e Exam\\u200bple\\x07")
    'Ann Example'
    """
    return text if text.isascii() and text.isprintable() else _CONTROLS.sub("", INVISIBLE.sub("", text))
