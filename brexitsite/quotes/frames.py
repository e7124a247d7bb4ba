"""A paragraph as its reporter's own words: tokens with a coarse class, each quotation a single token.

Classes are one letter, so that a stretch of a sentence can be read as a string:
N name, T honorific, D determiner, P pronoun, h noun that can speak, w other word, # number, ' possessive;
S M A verbs that report (say, name, act), v other verb, x auxiliary; a adverb, p preposition, c conjunction,
r relative pronoun, t day or month; Q quotation; , . : ; ( ) - themselves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate

from brexitsite.knowledge import language
from brexitsite.knowledge.people import people

_TOKEN = re.compile(
    r"((?:[A-Z]\.)+(?=\W)|\b(?:M(?:rs?|s)|[DS]r|Jr|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Rev|Prof|St|Hon|Inc|Corp|vs|Messrs)\."
    r"|[^\W_]+(?:[-&.][^\W_]+|['’](?!s\b)[^\W_]+)*|['’]s?(?!\w)|@\w+|[.!?…]+|[,;:()\[\]]|[-‒–—―]+)"
)
_MARKS = "'’‘`´\"“”„"
_CLOSING = re.compile(r"''|’’|[\"”“]|['’‘](?!s\b)")
_PUNCTUATION = dict(zip("[](),;:-‒–—―", "()(),;:-----", strict=True))
_NOUN_MARKERS = frozenset("D'p")
_CONTRACTED = re.compile(r"(?:they|we|you|i|he|she|it)['’](?:re|ve|ll|d|m)")
_PARTICLES = frozenset("de da del della der den di du la le van von bin al el ter af ap".split())
_BEFORE_MONTH = frozenset(
    ["in", "of", "last", "next", "since", "until", "by", "mid", "early", "late", "this", "on"]
)
_ALONE = frozenset("some another many most several few both others all one none two three".split())
"""Determiners that stand alone before a verb: "some chanted", "another said"."""
_NEVER_VERBS = frozenset(
    "themselves ourselves yourselves always sometimes politics morning evening meeting building nothing "
    "something anything everything king spring string beginning wedding housing training spending "
    "funding".split()
)
_SINGULAR = frozenset(["a", "an", "another", "this", "that", "each", "every"])
_SAME_IN_THE_PAST = frozenset(["put", "read", "set", "cut", "hit", "bet", "quit", "let", "shed", "cast"])
_RELATIVE = frozenset(["who", "which", "that", "whom", "whose"])


@dataclass(slots=True)
class Frame:
    """One paragraph; the lists run parallel, offsets are code points of the paragraph."""

    words: list[str]
    lows: list[str]
    starts: list[int]
    ends: list[int]
    classes: str
    token_of: dict[int, int]
    """Number of each quotation in the article → its token."""

    def low(self, at: int) -> str:
        """The lower-case word at a token; empty before the first and after the last."""
        return self.lows[at] if 0 <= at < len(self.lows) else ""

    def letter(self, at: int) -> str:
        """The class of a token; empty before the first and after the last."""
        return self.classes[at] if 0 <= at < len(self.classes) else ""


def has_any(classes: str, letters: str) -> bool:
    """Whether one of these classes stands in a stretch."""
    return any(letter in letters for letter in classes)


@cache
def lexicon() -> dict[str, str]:
    """Lower-case word → class, the first of these classes that knows it."""
    function, verbs = language.function_words(), language.speech_verbs()
    known: dict[str, str] = {}
    letters = {"say": "S", "name": "M", "act": "A"}
    for letter, words in (
        ("P", function["pronouns"] - {"who"}), ("r", _RELATIVE), ("x", function["auxiliaries"]),
        ("D", function["determiners"]),
        ("p", function["prepositions"]), ("c", function["conjunctions"]), ("a", function["adverbs"]),
    ):  # fmt: skip
        known |= {word: letter for word in words if word not in known}
    known |= {form: letters[kind] for form, (_, kind) in verbs.items() if form not in known}
    known |= {word: "v" for word in function["verbs"] if word not in known}
    known |= {word: "h" for word in language.nominal_heads() if word not in known}
    return known


@cache
def _openers() -> frozenset[str]:
    return language.function_words()["openers"]


@cache
def _calendar() -> frozenset[str]:
    return language.function_words()["calendar"]


@cache
def _honorifics() -> frozenset[str]:
    return frozenset(language.honorifics())


def frame(text: str, quotations: Sequence[tuple[int, int, int]]) -> Frame:
    """Read a paragraph; `quotations` are (start, end, number) of its quoted words, in order."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    quotes: dict[int, int] = {}
    position = 0
    for start, end, number in (*quotations, (len(text), len(text), -1)):
        cut = _TOKEN.split(text[position : _before_mark(text, position, start)])
        edges = list(accumulate(map(len, cut), initial=position))
        words += cut[1::2]
        starts += edges[1:-1:2]
        ends += edges[2::2]
        if number >= 0:
            quotes[len(words)] = number
            words.append("Q")
            starts.append(start)
            ends.append(end)
            if text[end - 1] in ".…":
                words.append(".")
                starts.append(end)
                ends.append(end)
        position = _after_mark(text, end)
    lows = [word.lower() for word in words]
    return Frame(
        words,
        lows,
        starts,
        ends,
        _classify(words, lows, quotes),
        {number: token for token, number in quotes.items()},
    )


def _before_mark(text: str, floor: int, start: int) -> int:
    """Where the reporter's words end before a quotation, its opening marks left out."""
    while start > floor and text[start - 1] in _MARKS:
        start -= 1
    return start


def _after_mark(text: str, end: int) -> int:
    """Where the reporter's words go on after a quotation; a possessive 's after the mark stays."""
    closing = _CLOSING.match(text, end)
    return closing.end() if closing else end


def _classify(words: list[str], lows: list[str], quotes: dict[int, int]) -> str:
    known, heads = lexicon(), language.nominal_heads()
    classes: list[str] = []
    before, in_noun_phrase, determiner = ".", False, ""
    for i, word in enumerate(words):
        low = lows[i]
        if i in quotes:
            letter = "Q"
        elif word[0].isupper():
            opening = _opening(before, words, i)
            letter = "N" if opening and _is_given_name(words, lows, i) else _capitalised(low, opening)
            if _is_name_after_all(letter, words, lows, i, before):
                letter = "N"
            elif letter == "N" and not opening and _is_verb_after_all(words, lows, i, before):
                letter = "S"
        else:
            letter = (
                "N" if before == "N" and _is_particle(words, lows, i) else known.get(low) or _unknown(low)
            )
            if letter in "SMAv" and not (before == "D" and lows[i - 1] in _ALONE):
                letter = _verb_or_noun(low, letter, before, heads.get(low) if in_noun_phrase else None)
                if in_noun_phrase and before == "N" and determiner in _SINGULAR and _is_base(low):
                    letter = "h" if low in heads else "w"
            elif letter == "w" and _is_verb(lows, words, i, before, in_noun_phrase):
                letter = "v"
        classes.append(letter)
        in_noun_phrase = letter in "D'" or (in_noun_phrase and letter in "NTwh#")
        determiner = low if letter == "D" else determiner
        before = letter
    return "".join(classes)


def _is_particle(words: list[str], lows: list[str], i: int) -> bool:
    """Whether a small word stands inside a name: "Anna van der Example"."""
    while i < len(words) and lows[i] in _PARTICLES and not words[i][0].isupper():
        i += 1
        if i < len(words) and words[i][0].isupper():
            return True
    return False


def _opening(before: str, words: list[str], i: int) -> bool:
    """Whether a word opens a sentence; after a quotation only where that ended one."""
    return before in ".:(-" or (before == "Q" and i >= 2 and words[i - 1] == ".")


def _is_name_after_all(letter: str, words: list[str], lows: list[str], i: int, before: str) -> bool:
    """Whether a capital makes a word of grammar a name.

    Mrs May; “…” Will Sample said; an IT manager; Save Britain said.
    """
    if lows[i] == "may":
        return not _is_month(lows, i)
    if letter in "SMA" and _is_base(lows[i]):
        after = words[i + 1] if i + 1 < len(words) else ""
        return after[:1].isupper() and lexicon().get(lows[i + 1]) not in ("P", "D")
    if letter == "x":
        return before == "Q"
    shouts = i > 0 and before != "Q" and words[i - 1].isupper()
    return letter == "P" and len(words[i]) > 1 and words[i].isupper() and not shouts


def _is_verb_after_all(words: list[str], lows: list[str], i: int, before: str) -> bool:
    """Whether a verb has a capital: Ann Example, 54, Tweeted: “…”"""
    return before in ",P" and lows[i] in language.speech_verbs() and words[i + 1 : i + 2] == [":"]


def _is_given_name(words: list[str], lows: list[str], i: int) -> bool:
    """Whether a sentence begins with a name that may be another word: "Emily Dummy", "Will Sample said"."""
    if lows[i] not in people().given or not words[i + 1 : i + 2] or not words[i + 1][0].isupper():
        return False
    letter = lexicon().get(lows[i])
    doubtful = letter in ("x", "p") or lows[i] in _calendar()
    return not doubtful or (i + 2 < len(lows) and lexicon().get(lows[i + 2], lows[i + 2]) in ("S", "M", ","))


def _is_verb(lows: list[str], words: list[str], i: int, before: str, in_noun_phrase: bool) -> bool:
    """Whether an unknown word is a verb by ending and place: "she groused", "by naming him"."""
    low = lows[i]
    if low.endswith("ing"):
        return not in_noun_phrase and len(low) > 4 and low not in _NEVER_VERBS
    if before == "p" and lows[i - 1] == "to":
        following = words[i + 1 : i + 2]
        return bool(following) and (following[0][0].isupper() or lexicon().get(following[0]) in ("D", "P"))
    if before in "NPh" and low.endswith("ed"):
        return True
    return before == "P" and low.endswith("s") and low not in _NEVER_VERBS


def _is_month(lows: list[str], i: int) -> bool:
    """Whether "May" is the month and not a name."""
    return (lows[i + 1 : i + 2] != [] and lows[i + 1][0].isdigit()) or (
        i > 0 and (lows[i - 1] in _BEFORE_MONTH or lows[i - 1].isdigit())
    )


@lru_cache(maxsize=65536)
def _capitalised(low: str, opening: bool) -> str:
    """Class of a word with a capital: a sentence's first word may be any, elsewhere it is a name."""
    if low in _calendar():
        return "t"
    if low in _honorifics():
        return "T"
    letter = lexicon().get(low)
    if opening:
        if letter is None and low in _openers():
            return "c"
        if letter is None and low.endswith("ly") and len(low) > 4:
            return "a"
        return letter if letter is not None else "N"
    return letter if letter is not None and letter in "PDpcrx" and low != "may" else "N"


@lru_cache(maxsize=65536)
def _unknown(low: str) -> str:
    """Class of a word in small letters, or of a mark, that the lexicon does not know."""
    first = low[0]
    if first.isalpha():
        if low.endswith("ly") and len(low) > 4:
            return "a"
        if low.endswith(("n't", "’t", "'ve", "’ve")):
            return "x"
        return "P" if _CONTRACTED.fullmatch(low) else "w"
    if first.isdigit():
        return "#"
    if first in "'’":
        return "'"
    if first == "@":
        return "N"
    return _PUNCTUATION.get(first, ".")


def _is_base(low: str) -> bool:
    """Whether a verb has the form that one thing never takes: "a Scotland debate", "a UK vote"."""
    verb = language.speech_verbs().get(low)
    return verb is not None and verb[0] == low and low not in _SAME_IN_THE_PAST


def _verb_or_noun(low: str, letter: str, before: str, head: str | None) -> str:
    """Class of a word like "report" or "claims", a noun after a determiner, a possessive or a preposition.

    `head` is its class among the nouns that can speak, where a noun phrase is open before it.
    """
    if before in "D'":
        return "h" if head else "w"
    if before == "p":
        return letter if low.endswith(("ing", "ed")) else "w"
    if head in ("person", "body") or (head and before in "w#"):
        return "h"
    return letter
