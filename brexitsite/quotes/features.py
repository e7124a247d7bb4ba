"""Describe a candidate beside its quotation as short strings, for the ranker to weigh.

Each feature is a template's letters, then its values. They are read by no one but the ranker.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from brexitsite.quotes.candidates import Candidate, Mention, Quoted, Reading, controller
from brexitsite.quotes.cues import lemma
from brexitsite.quotes.frames import Frame

_NOUNS = re.compile(r"[NThw#D']+|P")
_LEXICAL = frozenset("SMAcprxa")
_PRONOUNS = frozenset(["he", "she", "they", "it", "i", "we", "you"])


@dataclass(frozen=True, slots=True)
class Setting:
    """What the features of all candidates of one quotation share."""

    frame: Frame
    quotation: Quoted
    ending: str
    upper: str
    length: str
    left: str
    left2: str
    right: str
    right2: str
    first: str
    form: str
    controller: Mention | None
    control: str
    carried: Mention | None
    carried_where: str
    gap: str


def bucket(count: int) -> str:
    """Put a count in one of few classes."""
    return "01234"[count] if count < 5 else "5" if count < 8 else "8" if count < 15 else "f"


def token(frame: Frame, i: int) -> str:
    """A token as a feature value: the word itself where it is grammatical, the base form of a verb, else its class."""
    if i < 0 or i >= len(frame.classes):
        return "^" if i < 0 else "$"
    letter = frame.classes[i]
    if letter in "SMA":
        return lemma(frame, i)
    return frame.lows[i] if letter in "cprxaP" else letter


def setting(reading: Reading, quotation: Quoted, carried: Candidate | None, gap: str) -> Setting:
    """Describe the quotation itself and its neighbours."""
    frame, k, text = reading.frame(quotation.span.at.paragraph), quotation.token, quotation.text
    words = text.count(" ") + 1
    right = k + 1
    if frame.classes[right : right + 1] == "." and frame.starts[right] == frame.ends[right]:
        right += 1
    return Setting(
        frame, quotation,
        text[-1] if text[-1] in ",.?!" else "-" if text[-1] in "—–-…" else "w",
        "u" if text[0].isupper() or not text[0].isalpha() else "l",
        bucket(words), token(frame, k - 1), token(frame, k - 2), token(frame, right), token(frame, right + 1),
        "f" if frame.classes.find("Q") == k else "l", _form(frame, quotation.left.token), *controller(reading, quotation),
        carried.mention if carried else None, carried.where if carried else "", gap,
    )  # fmt: skip


def _form(frame: Frame, verb: int) -> str:
    """The form of the verb before a quotation and what stands before it: "and saying", "to call"."""
    if verb < 0:
        return ""
    low, i = frame.lows[verb], verb - 1
    while i > 0 and frame.classes[i] == "a":
        i -= 1
    ending = "g" if low.endswith("ing") else "s" if low.endswith("s") else "d" if low.endswith("ed") else "b"
    return ending + (
        frame.lows[i] if i >= 0 and frame.classes[i] in "cpr" else frame.classes[i] if i >= 0 else "^"
    )


def path(frame: Frame, start: int, end: int) -> tuple[str, str]:
    """The tokens between, as classes with noun phrases collapsed, and with grammatical words kept where few."""
    classes = frame.classes[start:end]
    if len(classes) > 24:
        return "far", "far"
    short = _NOUNS.sub("n", classes)
    if len(classes) > 9:
        return short[:10], short[:4] + "~" + short[-3:]
    lexical = " ".join(
        lemma(frame, i) if c in "SMA" else frame.lows[i] if c in "cpr" else c
        for i, c in enumerate(classes, start)
    )
    return short, lexical


def describe(reading: Reading, setting: Setting, candidate: Candidate) -> list[str]:
    """List the features of one candidate."""
    mention, where = candidate.mention, candidate.where
    phrase, predicate = mention.phrase, mention.predicate
    frame = reading.frame(mention.paragraph)
    kind, cue, s = phrase.type, predicate.lemma, setting
    near, rank = where[0], str(min(candidate.rank, 6))
    before, after = token(frame, phrase.start - 1), token(frame, phrase.end)
    here = s.quotation.left if near == "B" else s.quotation.right
    governs = _governs(mention, here, near)
    outline, way = _way(frame, mention, s, near)
    control = s.control + ("+" if mention is s.controller else "-")
    nearer = min(3, candidate.nearer)
    link = f"{cue}{predicate.way}"
    features = [
        f"a{where}{kind}", f"b{where}{outline}", f"c{near}{way}", f"d{where}{link}", f"e{where}{mention.inverted}",
        f"f{where}{s.ending}{s.right}", f"g{where}{s.left}{s.first}", f"h{where}{governs}{s.ending}{s.upper}",
        f"i{where}{rank}", f"j{near}{before}", f"k{near}{after}", f"l{near}{phrase.head if kind not in ('name', 'title', 'cap') else 'N'}",
        f"m{where}{s.ending}{s.upper}{s.length}{s.first}", f"n{where}{s.left}{link}", f"o{near}{governs}{here.lemma}{here.way}{kind}",
        f"p{where}{cue}{s.ending}{s.right}", f"q{near}{before}{cue}", f"r{where}{rank}{kind}", f"s{near}{s.left2}{s.left}{governs}",
        f"t{near}{s.right}{s.right2}{governs}", f"u{where}{mention.inverted}{s.ending}{outline[:3]}", f"v{cue}{kind}", f"w{governs}{near}{s.left}{cue}",
        f"x{where}{after}{before}", f"y{cue}{predicate.way}{near}{governs}", f"z{mention.inverted}{kind}{near}",
        f"A{near}{s.left}{s.right}", f"B{where}{governs}{s.left}{s.right}",
        f"C{where}{min(3, candidate.subjects)}{mention.reports}", f"D{near}{min(3, candidate.subjects)}{mention.reports}{governs}{s.left}",
        f"E{where}{min(3, candidate.subjects)}{mention.reports}{s.ending}{s.right}", f"F{where}{s.ending}{s.right}{s.right2}", f"G{where}{kind}{s.left}",
        f"M{where}{nearer}{mention.subject}", f"N{near}{nearer}{mention.subject}{s.form}{governs}", f"O{where}{nearer}{mention.subject}{s.ending}{s.right}",
        f"P{near}{s.form}{governs}{kind}", f"Q{nearer}{mention.subject}{near}{min(3, candidate.subjects)}{mention.reports}{s.form[:1]}", f"R{near}{nearer}{mention.subject}{kind}{governs}",
        f"S{near}{nearer}{outline[:6]}{governs}", f"T{where}{control}{kind}", f"U{near}{control}{here.lemma}{here.way}", f"V{near}{control}{s.form}{s.left}",
        f"W{near}{control}{s.ending}{s.right}", f"X{near}{control}{s.gap}{s.first}", f"Y{where}{control}{mention.reports}", f"Z{where}{control}{nearer}",
    ]  # fmt: skip
    return features + _history(s, candidate)


def _governs(mention: Mention, cue: object, near: str) -> str:
    """How the verb nearest to the quotation and the mention's own verb relate."""
    verb = cue.token  # type: ignore[attr-defined]
    if near not in "BA" or verb < 0:
        return "0"
    if mention.predicate.token == verb:
        return "s"
    if near == "A" and verb == mention.phrase.start - 1:
        return "i"
    return "l" if mention.phrase.end <= verb else "r"


def _way(frame: Frame, mention: Mention, s: Setting, near: str) -> tuple[str, str]:
    if near == "B":
        return path(frame, mention.phrase.end, s.quotation.token)
    if near == "A":
        return path(frame, s.quotation.token + 1, mention.phrase.start)
    if near == "N":
        return path(frame, 0, mention.phrase.start)
    return path(frame, mention.phrase.end, len(frame.classes))


def _history(s: Setting, candidate: Candidate) -> list[str]:
    """How the candidate relates to the source of the quotation before."""
    carried, mention = s.carried, candidate.mention
    if carried is None:
        return [f"H{candidate.where}none"]
    if mention is carried:
        same = "same"
    elif mention.phrase.key == carried.phrase.key:
        same = "key"
    elif mention.phrase.type in _PRONOUNS:
        same = "pro"
    else:
        same = "other"
    was = s.carried_where[:1]
    return [
        f"H{same}{s.gap}{candidate.where}", f"I{same}{s.gap}{was}{s.left}{s.right}", f"J{same}{s.gap}{was}{s.upper}{s.ending}",
        f"K{same}{s.gap}{mention.phrase.type}{carried.phrase.type}", f"L{same}{was}{candidate.where}{s.left}",
    ]  # fmt: skip


_SAYS_I = re.compile(
    r"\b(?:I|we|you|my|our|your|me|us|I['’]m|we['’]re|don['’]t|can['’]t|it['’]s|is|are|was|were|will|would|have|has|had|do|did|be)\b",
    re.I,
)
_TITLE_CASE = re.compile(
    r"(?:[A-Z0-9]\S*|of|the|and|in|for|a|to|on|&|with|at|by|is)(?: (?:[A-Z0-9]\S*|of|the|and|in|for|a|to|on|&|with|at|by|is))*"
)


def describe_speech(s: Setting, candidate: Candidate | None, share: float) -> list[str]:
    """List what tells somebody's words from a title, a nickname or a word that the reporter doubts."""
    text = s.quotation.text
    shape = (
        "t" if _TITLE_CASE.fullmatch(text.rstrip(",.")) and " " in text else "s" if s.upper == "u" else "l"
    )
    verbal = "v" if _SAYS_I.search(text) else "n"
    left = s.quotation.left
    listed = "q" if s.left in ("and", "or", ",", "Q") and s.left2 in ("Q", ",") else ""
    features = [
        f"a{s.ending}{shape}{s.length}", f"b{s.left}", f"c{s.left}{shape}", f"d{s.right}", f"e{s.left2} {s.left}", f"f{shape}{verbal}{s.length}",
        f"g{left.lemma}{left.way}", f"h{left.lemma}{shape}", f"i{s.right}{s.right2}", f"j{s.ending}{s.right}", f"k{s.left}{s.length}",
        f"l{text.split(maxsplit=1)[0].lower()}", f"m{s.left}{s.right}", f"n{listed}{shape}{s.gap}", f"o{s.quotation.right.lemma}{s.ending}",
        f"p{s.gap}{s.carried_where}{shape}", f"q{s.length}{s.left}{shape}{s.ending}", f"r{text.rsplit(None, 1)[-1].lower()}" if s.length in "12" else "r",
    ]  # fmt: skip
    if candidate is None:
        return [*features, "Z"]
    cue, kind = candidate.mention.predicate, candidate.mention.phrase.type
    governs = _governs(
        candidate.mention, left if candidate.where[0] == "B" else s.quotation.right, candidate.where[0]
    )
    return [
        *features, f"A{candidate.where}{kind}", f"B{cue.lemma}{cue.way}", f"C{candidate.mention.inverted}", f"D{int(share * 10)}",
        f"E{candidate.where}{governs}{cue.lemma}", f"F{governs}{shape}{s.length}", f"G{kind}{cue.lemma}", f"H{candidate.where}{int(share * 5)}{shape}",
        f"I{governs}{candidate.where}{s.left}",
    ]  # fmt: skip
