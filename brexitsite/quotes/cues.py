"""Find the verb that a source is the subject of, and the verb that a quotation hangs on."""

from __future__ import annotations

from dataclasses import dataclass

from brexitsite.knowledge import language
from brexitsite.quotes.frames import Frame
from brexitsite.quotes.mentions import Phrase

_REPORTS = frozenset("SMA")
_VERBS = frozenset("SMAvx")
_FURTHEST = 18
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])


@dataclass(slots=True)  # a frozen one takes four times as long to make
class Cue:
    """A verb (token, base form) and what lies on the way: "" next to it, p a preposition, k a comma …"""

    token: int
    lemma: str
    way: str


NO_CUE = Cue(-1, "", "")


def lemma(frame: Frame, token: int) -> str:
    """Base form of a reporting verb; of other words the class."""
    verb = language.speech_verbs().get(frame.lows[token]) if frame.classes[token] in _REPORTS else None
    return verb[0] if verb else frame.classes[token]


def predicate(frame: Frame, phrase: Phrase) -> Cue:
    """The verb whose subject the phrase seems to be, to its right over appositions and prepositions."""
    classes, way, i = frame.classes, "", phrase.end
    last = min(len(classes), phrase.end + _FURTHEST)
    while i < last:
        letter = classes[i]
        if letter in _VERBS:
            return _main_verb(frame, i, way)
        if letter == "w" and i == phrase.end and phrase.type not in ("any", "cap"):
            return Cue(i, "w", way)
        if letter in ":Q":
            return Cue(i, letter, way)
        if letter in ".;":
            return NO_CUE
        if letter in ",(-":
            j = _closing(classes, i, last)
            if i + 1 < last and classes[i + 1] == "r" and (j < 0 or classes[j + 1 : j + 2] not in _VERBS):
                j = i + 1
                way += "r"
            if j < 0:
                return NO_CUE
            way, i = way + "k", j + 1
            continue
        if letter in "prc" and not way.endswith(letter):
            way += letter
        i += 1
    return NO_CUE


def _closing(classes: str, i: int, last: int) -> int:
    """The mark that closes what the one at `i` opens in its sentence; -1 where none does."""
    mark = ")" if classes[i] == "(" else classes[i]
    j = classes.find(mark, i + 1, last)
    return j if j >= 0 and "." not in classes[i:j] else -1


def _main_verb(frame: Frame, i: int, way: str) -> Cue:
    """Go from an auxiliary to the verb that it helps; a passive is told apart."""
    classes, passive = frame.classes, False
    j, last = i, min(len(classes), i + 5)
    while j < last and classes[j] in "xa":
        passive = passive or frame.lows[j] in _BE
        j += 1
    if j < last and classes[j] in "SMAv":
        passive = passive and not frame.lows[j].endswith("ing")
        return Cue(j, lemma(frame, j) + ("*" if passive else ""), way)
    return Cue(i, "x", way)


def inverted(frame: Frame, phrase: Phrase) -> str:
    """What stands before the phrase as its cue: "said" Ms Example, "according to" the minister."""
    classes, lows, i = frame.classes, frame.lows, phrase.start - 1
    if i >= 1 and classes[i] == "p":
        return (
            f"{lows[i - 1]} {lows[i]}"
            if lows[i - 1] in ("according", "words", "accused", "described") or classes[i - 1] in _REPORTS
            else lows[i]
        )
    if i >= 1 and classes[i] == "a":
        i -= 1
    return lemma(frame, i) if i >= 0 and classes[i] in _REPORTS else ""


def left_of(frame: Frame, token: int) -> Cue:
    """The reporting verb nearest to the left of a quotation in its sentence."""
    classes = frame.classes
    for i in range(token - 1, max(-1, token - 25), -1):
        if classes[i] in _REPORTS:
            return Cue(i, lemma(frame, i), str(min(6, token - 1 - i)))
        if classes[i] == ".":
            break
    return NO_CUE


def right_of(frame: Frame, token: int) -> Cue:
    """The reporting verb nearest to the right of a quotation, close to it and in its sentence."""
    classes = frame.classes
    for i in range(token + 1, min(len(classes), token + 14)):
        if classes[i] in _REPORTS:
            return Cue(i, lemma(frame, i), str(min(6, i - token - 1)))
        if classes[i] in ".Q":
            break
    return NO_CUE
