"""Plain text as Markdown that shows exactly that text, and back.

A paragraph is one line. Only what Python-Markdown would take for markup is escaped, so the file
stays readable: a backslash before its special characters, an entity for `<` and for an ampersand
that would begin one.
"""

from __future__ import annotations

import re

_INLINE = re.compile(r"[\\`*_\[\]]|<|&(?=#?\w+;)")
_LINE_START = re.compile(r"(?:#|>|[-+](?=\s|$|-)|=+\s*$|:(?=\s)|~)")
_NUMBERED = re.compile(r"(\d+)(?=\.(?:\s|$))")
_ESCAPED = re.compile(r"\\([\\`*_\[\]#>+\-.=:~])|&(amp|lt|#61|#58|#126);")
_ENTITY = {"amp": "&", "lt": "<", "#61": "=", "#58": ":", "#126": "~"}
_WRITTEN = {"<": "&lt;", "&": "&amp;", "=": "&#61;", ":": "&#58;", "~": "&#126;"}


def to_markdown(paragraph: str) -> str:
    r"""Escape one paragraph of plain text.

    >>> to_markdown("1973. A year")
    '1973\\. A year'
    >>> to_markdown("Marks & Spencer *and* <b>")
    'Marks & Spencer \\*and\\* &lt;b>'
    """
    text = _INLINE.sub(lambda m: _WRITTEN.get(m.group(), "\\" + m.group()), paragraph)
    if _LINE_START.match(text):
        return _WRITTEN.get(text[0], "\\" + text[0]) + text[1:]
    return _NUMBERED.sub(r"\1\\", text, count=1) if _NUMBERED.match(text) else text


def from_markdown(text: str) -> str:
    r"""Undo `to_markdown`, of one paragraph or of many with blank lines between them.

    >>> from_markdown('1973\\. A year')
    '1973. A year'
    """
    return _ESCAPED.sub(lambda m: m.group(1) or _ENTITY[m.group(2)], text)
