"""An article as words with their places: joined to the word before or not, which sentence, quoted or not."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from operator import itemgetter

from brexitsite.model import Paragraph, Place

WORD = re.compile(
    r"([^\W_]++(?:['’](?![sS](?!['’]?[^\W\d_]))[^\W\d_]+)*|(?<=[^\W_])['’][sS](?!['’]?[^\W\d_]))"
)
"""A word, or the possessive 's after one."""

FIRST = itemgetter(0)
PLURAL_SEAMS = ("’ ", "' ")
"""What stands between words after a plural's apostrophe: "Fishers’ Union"."""
ABBREVIATIONS = frozenset(
    "mr mrs ms dr st prof gen sen rep gov lt col capt sgt rev jr sr vs v hon messrs".split()
)
SPACES = " \t\u00a0\u2009\u202f"
JOINTS = frozenset(("", ".", "-", "‐", "‑"))
"""What stands inside a name; a hyphen between spaces is a dash."""

CLOSE = frozenset(("", " ", "] "))
"""What joins two words; an editor's bracket too: "[Ann] Example"."""
PLAIN = CLOSE | {", "}
OPENERS, CLOSERS, STRAIGHT = "“‘«„", "”’»", "\"'`"


@dataclass(frozen=True, slots=True)
class Seam:
    """What stands between two words: nothing but space or a hyphen, a sentence's end, quotation marks."""

    joins: bool
    dotted: bool
    ends: bool
    glues: bool
    """A full stop with no space after it: the end of a sentence where a line break got lost."""
    marks: tuple[bool, ...]
    """Quotation marks in order, True for one that opens."""


def opens(between: str, at: int) -> bool:
    """Whether the mark at `at` opens, from what touches it: a mark against the next word opens."""
    before, after = between[at - 1 : at], between[at + 1 : at + 2]
    touches_before = not before.isspace() and before not in (":", "(", "[")
    touches_after = not after.isspace()
    if touches_before != touches_after:
        return touches_after
    return between[at] in OPENERS


@lru_cache(maxsize=4096)
def seam(between: str) -> Seam:
    """What a stretch without letters or digits means.

    >>> seam(" ").joins, seam(", ").joins, seam(".” ").ends, seam(" “").marks
    (True, False, True, (True,))
    """
    stop = next((at for at, mark in enumerate(between) if mark in ".!?…\n"), len(between))
    return Seam(
        joins=between in JOINTS or not between.strip(SPACES),
        dotted=between.rstrip(" \u00a0") == ".",
        ends=any(map(str.isspace, between[stop:])),
        glues="." in between and not any(map(str.isspace, between)),
        marks=tuple(
            opens(between, at) for at, mark in enumerate(between) if mark in OPENERS + CLOSERS + STRAIGHT
        ),
    )


def is_glued(before: str, between: str, after: str) -> bool:
    """Whether words that a full stop without a space parts are a sentence's end and the next one's beginning.

    >>> is_glued("nonsense", ".", "He"), is_glued("Fear", "’.", "He")
    (True, True)
    >>> is_glued("Express", ".", "co"), is_glued("J", ".", "K")
    (False, False)
    """
    ends = len(before) > 1 and (before.islower() or between != ".")
    return ends and after[:1].isupper() and after[1:].islower()


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """A word as it is compared: lower case, accents folded, one kind of apostrophe.

    >>> key("O’Grady"), key("Schäuble"), key("’S")
    ("o'grady", 'schauble', "'s")
    """
    word = word.replace("’", "'").lower()
    if word.isascii():
        return word
    folded = unicodedata.normalize("NFKD", word)
    return "".join(c for c in folded if not unicodedata.combining(c)).replace("ø", "o").replace("ł", "l")


def split(text: str) -> list[str]:
    """What stands before a word and the word, by turns, and what stands behind the last one.

    A possessive 's is a word of its own.

    >>> split("Ann’s “plan”")
    ['', 'Ann', '', '’s', ' “', 'plan', '”']
    """
    return WORD.split(text)


@dataclass(slots=True)
class Tokens:
    """The words of an article side by side; all lists have one entry for each word.

    `joined` says that only a space or a hyphen (the dot of an initial, an editor's bracket) stands
    between a word and the one before it, so that both can belong to one name. `sentence` numbers
    sentences over the article, counting only ends outside quotation marks; `quoted` is the
    reporter's view: True between marks.
    """

    paragraphs: Sequence[Paragraph]
    words: list[str] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    capital: list[bool] = field(default_factory=list)
    joined: list[bool] = field(default_factory=list)
    between: list[str] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    quoted: list[bool] = field(default_factory=list)
    paragraph: list[int] = field(default_factory=list)
    first: list[int] = field(default_factory=list)
    """Index of each paragraph's first word, and at the end the number of words."""

    def __post_init__(self) -> None:
        sentence = 0
        for number, paragraph in enumerate(self.paragraphs):
            self.first.append(len(self.words))
            sentence = self.read(paragraph.text, sentence + 1)
            self.paragraph.extend([number] * (len(self.words) - self.first[-1]))
        self.first.append(len(self.words))

    def read(self, text: str, sentence: int) -> int:
        """Add a paragraph's words, the first of them in this sentence; returns the number of its last one."""
        cut, first = split(text), len(self.words)
        edges = list(accumulate(map(len, cut)))
        words, between = cut[1::2], cut[:-1:2]
        self.words += words
        self.keys += map(key, words)
        self.capital += map(str.isupper, map(FIRST, words))
        self.between += between
        self.joined += map(CLOSE.__contains__, between)
        self.starts += edges[:-1:2]
        self.ends += edges[1::2]
        return self.cut(first, sentence)

    def cut(self, first: int, sentence: int) -> int:
        """Cut the words from `first` on into sentences and quotations; returns the last sentence's number."""
        quoted, done = False, first
        for at in [at for at, before in enumerate(self.between[first:], first) if before not in PLAIN]:
            what = seam(self.between[at] if at > first else "\n" + self.between[at])
            self.extend(at - done, sentence, quoted)
            done = at
            if at > first:
                reported = quoted and what.marks[:1] != (False,)
                sentence += self.ends_sentence(at, what) and not reported
            quoted = what.marks[-1] if what.marks else quoted
        self.extend(len(self.words) - done, sentence, quoted)
        if first < len(self.words):
            self.joined[first] = False
        return sentence

    def ends_sentence(self, at: int, what: Seam) -> bool:
        """Whether a sentence ends before a word; notes whether the word goes on with the one before it."""
        before, word = self.words[at - 1], self.words[at]
        abbreviated = what.dotted and (len(before) == 1 or self.keys[at - 1] in ABBREVIATIONS)
        glued = what.glues and is_glued(before, self.between[at], word)
        self.joined[at] = (what.joins or abbreviated) and not glued
        return glued or (what.ends and word[0].isupper() and not abbreviated)

    def extend(self, count: int, sentence: int, quoted: bool) -> None:
        self.sentence += [sentence] * count
        self.quoted += [quoted] * count

    def __len__(self) -> int:
        return len(self.words)

    def place(self, start: int, end: int) -> Place:
        """Where the words from `start` up to, not including, `end` stand."""
        return Place(self.paragraph[start], self.starts[start], self.ends[end - 1])

    def within(self, place: Place) -> range:
        """The words that stand, in whole or in part, inside a place."""
        if not 0 <= place.paragraph < len(self.paragraphs):
            return range(0)
        low, high = self.first[place.paragraph], self.first[place.paragraph + 1]
        return range(
            bisect_right(self.ends, place.start, low, high), bisect_left(self.starts, place.end, low, high)
        )

    def spelled(self, start: int, end: int) -> str:
        """The words as printed, spaces made plain."""
        text = self.paragraphs[self.paragraph[start]].text[self.starts[start] : self.ends[end - 1]]
        return " ".join(text.split())


@lru_cache(maxsize=16384)
def keys_of(name: str) -> tuple[str, ...]:
    """A name cut into compared words exactly as an article is.

    >>> keys_of("Jacob Rees-Mogg"), keys_of("Labour's leader")
    (('jacob', 'rees', 'mogg'), ('labour', "'s", 'leader'))
    """
    return tuple(map(key, split(name)[1::2]))
