"""Describe a quotation and a candidate source by named values, for the ranker to weigh in combinations.

What each value means, and which combinations are weighed and why, stands in knowledge/ranker_features.toml.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from brexitsite.quotes.candidates import Candidate, Mention, Quoted, Reading, controller
from brexitsite.quotes.cues import lemma
from brexitsite.quotes.frames import Frame

Values: TypeAlias = dict[str, str]

_NOUN_PHRASES = re.compile(r"[NThw#D']+|P")
_PRONOUNS = frozenset(["he", "she", "they", "it", "i", "we", "you"])
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|my|our|me|us|[Mm]y|[Oo]ur)\b")
_DOUBLE = str.maketrans("‘‛‚„‟«’»'`´″＂", '““““““””"""""')
"""Marks by what they do: single ones open and close like double ones, which others set."""
_SHORT = 9
_SKELETON, _SKELETON_FROM = 10, 40


@dataclass(frozen=True, slots=True)
class Setting:
    """What all candidates of one quotation share."""

    frame: Frame
    quotation: Quoted
    controller: Mention | None
    carried: Candidate | None
    values: Values


def bucket(count: int) -> str:
    """Put a count in one of few classes."""
    return "01234"[count] if count < 5 else "5" if count < 8 else "8" if count < 15 else "15"


def token(frame: Frame, i: int) -> str:
    """A token as a value: a grammatical word itself, the base form of a verb, else its class."""
    if i < 0 or i >= len(frame.classes):
        return "^" if i < 0 else "$"
    letter = frame.classes[i]
    if letter in "SMA":
        return lemma(frame, i)
    return frame.lows[i] if letter in "cprxaP" else letter


# --- the quotation ------------------------------------------------------------------------


def setting(reading: Reading, quotation: Quoted, carried: Candidate | None, gap: str) -> Setting:
    """Describe the quotation itself and what stands around it."""
    frame, k = quotation.frame, quotation.token
    subject, control = controller(reading, quotation)
    values = (
        _own(quotation.text) | _opening(reading, quotation) | _around(frame, k) | _verbs(frame, quotation)
    )
    values |= {"control": control, "gap": gap, "was": carried.where[:1] if carried else ""}
    return Setting(frame, quotation, subject, carried, values)


def _own(text: str) -> Values:
    last = text[-1]
    return {
        "ending": last if last in ",.?!" else "-" if last in "—–-…" else "w",
        "case": "u" if text[0].isupper() or not text[0].isalpha() else "l",
        "length": bucket(text.count(" ") + 1),
        "first_person": "I" if _FIRST_PERSON.search(text) else "",
    }


def _opening(reading: Reading, quotation: Quoted) -> Values:
    """The mark that opens the words, perhaps a reversed one, and what stands before it."""
    at = quotation.span.at
    before = reading.paragraphs[at.paragraph].text[max(0, at.start - 4) : at.start].rstrip()[-2:]
    before = before.translate(_DOUBLE) if len(before) > 1 else "“" * len(before)
    return {"mark": before[-1:], "before_mark": before[:-1] or "^"}


def _around(frame: Frame, k: int) -> Values:
    right = k + 1
    if frame.classes[right : right + 1] == "." and frame.starts[right] == frame.ends[right]:
        right += 1
    return {
        "left": token(frame, k - 1),
        "left2": token(frame, k - 2),
        "right": token(frame, right),
        "right2": token(frame, right + 1),
        "order": "first" if frame.classes.find("Q") == k else "later",
        "layout": _layout(frame.classes, k),
    }


def _layout(classes: str, k: int) -> str:
    """How a paragraph is made of quotations and of the reporter's words; this quotation is marked."""
    before = classes[max(0, k - 60) : k].replace(".", "")
    after = classes[k + 1 : k + 61].replace(".", "")
    return f"{_side(before)}|{_side(after)}"


def _side(classes: str) -> str:
    quotations = min(2, classes.count("Q"))
    words = len(classes) - classes.count("Q")
    return f"{quotations}{'-' if not words else 's' if words < 5 else 'l'}"


def _verbs(frame: Frame, quotation: Quoted) -> Values:
    left, right = quotation.left, quotation.right
    return {
        "left_verb": left.lemma,
        "right_cue": f"{right.lemma}{right.way}",
        "right_verb": right.lemma,
        "form": _form(frame, left.token),
        "join": _join(frame, left.token, quotation.token),
    }


def _form(frame: Frame, verb: int) -> str:
    """The form of the verb before a quotation and what stands before it: "and saying", "to call"."""
    if verb < 0:
        return ""
    low, i = frame.lows[verb], verb - 1
    while i > 0 and frame.classes[i] == "a":
        i -= 1
    ending = "g" if low.endswith("ing") else "s" if low.endswith("s") else "d" if low.endswith("ed") else "b"
    before = "^" if i < 0 else frame.lows[i] if frame.classes[i] in "cpr" else frame.classes[i]
    return ending + before


def _join(frame: Frame, verb: int, k: int) -> str:
    """What stands between the verb before a quotation and the quotation."""
    if verb < 0 or k - verb > _SHORT:
        return "far" if verb >= 0 else ""
    return _NOUN_PHRASES.sub("n", frame.classes[verb + 1 : k])


# --- a candidate --------------------------------------------------------------------------


def sketch(setting: Setting, candidate: Candidate) -> Values:
    """Say of one candidate what is weighed first, and cheap to tell."""
    mention, side = candidate.mention, candidate.where[0]
    phrase, frame, shared = mention.phrase, mention.frame, setting.values
    return {
        "where": candidate.where,
        "side": side,
        "type": phrase.type,
        "before": token(frame, phrase.start - 1),
        "before_class": frame.classes[phrase.start - 1] if phrase.start else "^",
        "cue": mention.predicate.lemma,
        "inverted": mention.inverted,
        "reporters": f"{min(3, candidate.subjects)}{'r' if mention.reports else ''}",
        "subjects": f"{min(3, candidate.nearer)}{'s' if mention.subject else ''}",
        "same": _same(setting.carried, mention),
        "gap": shared["gap"],
        "ending": shared["ending"],
    }


def describe(reading: Reading, setting: Setting, candidate: Candidate, sketched: Values) -> Values:
    """Describe one candidate beside the quotation in full, from what was said first."""
    mention, side = candidate.mention, candidate.where[0]
    phrase, frame, k = mention.phrase, mention.frame, setting.quotation.token
    start, end = _between(frame, mention, k, side)
    return {
        **setting.values,
        **sketched,
        "rank": str(min(candidate.rank, 6)),
        "head": phrase.head if phrase.type not in ("name", "title", "cap") else "N",
        "after": token(frame, phrase.end),
        "cue_way": mention.predicate.way,
        "governs": _governs(mention, setting.quotation, side),
        "controls": setting.values["control"] + ("+" if mention is setting.controller else "-"),
        "steps": _steps(frame.classes[start:end]),
        "skeleton": _skeleton(reading, mention, k) if side == "B" else "",
        "reach": _reach(frame, mention, k) if side == "B" else "",
        "was_type": setting.carried.mention.phrase.type if setting.carried else "",
    }


def _between(frame: Frame, mention: Mention, k: int, side: str) -> tuple[int, int]:
    """The tokens between a candidate and the quotation, or the border of its paragraph."""
    if side == "B":
        return mention.phrase.end, k
    if side == "A":
        return k + 1, mention.phrase.start
    return (0, mention.phrase.start) if side == "N" else (mention.phrase.end, len(frame.classes))


def _steps(classes: str) -> str:
    """What lies between, counted: reporting verbs, other verbs, commas, full stops, quotations, relatives."""
    reporting = classes.count("S") + classes.count("M") + classes.count("A")
    counts = (reporting, *map(classes.count, "v,.Q"))
    return "".join(["012"[n] if n < 3 else "2" for n in counts]) + ("r" if "r" in classes else "")


def _skeleton(reading: Reading, mention: Mention, k: int) -> str:
    """The clauses up to the quotation: verbs with their form, their subjects, what joins them."""
    frame, start = mention.frame, mention.phrase.end
    if k - start > _SKELETON_FROM:
        return "far"
    subjects = reading.mentions(mention.paragraph).subjects
    steps = (_step(frame, i, i in subjects) for i in range(start, k))
    return "".join(step for step in steps if step)[-_SKELETON:]


def _step(frame: Frame, i: int, is_subject: bool) -> str:
    letter = frame.classes[i]
    if letter in "SMAv":
        ending = frame.lows[i][-3:] == "ing"
        return letter + ("g" if ending else "t" if i and frame.lows[i - 1] == "to" else "")
    if is_subject:
        return "n"
    return letter if letter in "rxc.;:(Q-," else ""


def _reach(frame: Frame, mention: Mention, k: int) -> str:
    """What stands between the candidate's own verb and the quotation after it."""
    verb = mention.predicate.token
    if verb < 0 or verb >= k:
        return "none"
    classes = frame.classes[verb + 1 : k]
    return "far" if len(classes) > _SHORT else _NOUN_PHRASES.sub("n", classes)


def _governs(mention: Mention, quotation: Quoted, side: str) -> str:
    """How the verb nearest to the quotation and the mention's own verb relate."""
    cue = quotation.left if side == "B" else quotation.right
    if side not in "BA" or cue.token < 0:
        return "0"
    if mention.predicate.token == cue.token:
        return "s"
    if side == "A" and cue.token == mention.phrase.start - 1:
        return "i"
    return "l" if mention.phrase.end <= cue.token else "r"


def _same(carried: Candidate | None, mention: Mention) -> str:
    """How a candidate relates to the source of the quotation before."""
    if carried is None:
        return "none"
    if mention is carried.mention:
        return "same"
    if mention.phrase.key == carried.mention.phrase.key:
        return "key"
    return "pronoun" if mention.phrase.type in _PRONOUNS else "other"


# --- speech or not ------------------------------------------------------------------------

_SAYS_I = re.compile(
    r"\b(?:I|we|you|my|our|your|me|us|I['’]m|we['’]re|don['’]t|can['’]t|it['’]s|is|are|was|were|will|would"
    r"|have|has|had|do|did|be)\b",
    re.I,
)
_SMALL = "of|the|and|in|for|a|to|on|&|with|at|by|is"
_TITLE_CASE = re.compile(rf"(?:[A-Z0-9]\S*|{_SMALL})(?: (?:[A-Z0-9]\S*|{_SMALL}))*")


NO_CANDIDATE: Values = dict.fromkeys(
    "where side rank type head before after before_class cue cue_way inverted governs controls "
    "reporters subjects steps skeleton reach same was_type".split(),
    "",
)
"""The values of a candidate where there is none."""


def describe_speech(setting: Setting, likeliest: Values, score: float) -> Values:
    """Describe what tells somebody's words from a title, a nickname or a word that the reporter doubts.

    `likeliest` are the values of the best candidate, `score` how well it fits whatever the others.
    """
    text, frame, k = setting.quotation.text, setting.frame, setting.quotation.token
    title = _TITLE_CASE.fullmatch(text.rstrip(",.?!")) and " " in text
    after = frame.lows[k + 1 : k + 2]
    return {
        **likeliest,
        **setting.values,
        "shape": "t" if title else "s" if setting.values["case"] == "u" else "l",
        "verbal": "v" if _SAYS_I.search(text) else "n",
        "word_before": frame.lows[k - 1] if k else "^",
        "word_after": after[0] if after else "$",
        "listed": "q" if _is_listed(setting.values) else "",
        "fit": str(max(-2, min(9, int(score)))),
    }


def _is_listed(values: Values) -> bool:
    return values["left"] in ("and", "or", ",", "Q") and values["left2"] in ("Q", ",")
