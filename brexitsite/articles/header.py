"""What the lines around a raw text's prose state, gathered line by line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from brexitsite.articles.layout import Line

HEADING, BOLD = re.compile(r"^#{1,3}\s+(?=\S)"), re.compile(r"^(\*\*|__)(\S.*\S)\1$")


@dataclass(frozen=True, slots=True)
class Header:
    """What is stated so far; `used` are the lines that state it, each with the reason why it goes."""

    title: Line | None = None
    words: str | None = None
    """The title's words, where only part of `title`'s line is the title."""
    day: date | None = None
    changed: date | None = None
    authors: tuple[str, ...] = ()
    source: str | None = None
    url: str | None = None
    used: dict[int, str] = field(default_factory=dict)
    """Line number → why the line is not prose."""
    cut: dict[int, int] = field(default_factory=dict)
    """Line number → code points of its mended text that are header, not prose."""
    exported: bool = False
    """Did an archive write it?"""

    def and_used(self, line: Line, because: str, **stated: Any) -> Header:
        """Add a line and what it states; what was stated before stays."""
        new = {key: value for key, value in stated.items() if value and not getattr(self, key)}
        return replace(self, used=self.used | {line.number: because}, **new)

    def titled(self, line: Line, because: str = "title", words: str | None = None) -> Header:
        """Add the line that is the title, or that holds its `words`."""
        return replace(self, title=line, words=words, used=self.used | {line.number: because})

    def and_cut(self, line: Line, length: int) -> Header:
        """Add the code points at a line's beginning that are no prose."""
        return replace(self, cut=self.cut | {line.number: length})

    @property
    def stated_day(self) -> date | None:
        return self.day or self.changed

    @property
    def title_words(self) -> str | None:
        """The title as stated, the marks of a heading or of bold letters taken off."""
        if self.words is not None:
            return self.words
        return BOLD.sub(r"\2", HEADING.sub("", self.title.text)) if self.title else None
