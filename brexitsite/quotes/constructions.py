"""Constructions that leave no doubt whose the words are; too rare to be learnt."""

from __future__ import annotations

import re

from brexitsite.knowledge import language
from brexitsite.knowledge.language import makes
from brexitsite.quotes.candidates import Candidate, Quoted, Reading
from brexitsite.quotes.frames import Frame, has_any
from brexitsite.quotes.lists import heads_words
from brexitsite.quotes.mentions import NAMES
from brexitsite.quotes.passives import asks, is_agent, is_judge
from brexitsite.quotes.subjects import closes_sentence, governs, has_own_verb, is_heard, puts_it, which_says

_SENTENCE = frozenset("SMAvxPQr")
"""Classes of which a signature has none."""
_NEAR, _LONGEST_ACT, _LONGEST_HEADING = 6, 3, 8
"""Tokens within which the parts of a construction stand."""
_SAID_BY_WHO = re.compile(r"(?:,[DwhNTtc'p#-]+)?,?r[xa]?S")


def is_sure(reading: Reading, quotation: Quoted, candidate: Candidate, passive: bool) -> bool:
    """Whether a construction tells that a candidate says the words.

    `passive` says whether the quotation hangs on a passive.
    """
    if candidate.mention.paragraph != quotation.span.at.paragraph:
        return signs(quotation, candidate) or heads_words(reading, quotation, candidate)
    return (
        asks(quotation, candidate)
        or is_judge(quotation, candidate)
        or (passive and is_agent(quotation, candidate))
        or (candidate.mention.phrase.type in NAMES and is_named(quotation, candidate))
        or claims(quotation, candidate)
        or reads_out(quotation, candidate)
        or lends_words(quotation, candidate)
        or (not passive and governs(quotation, candidate))
        or closes_sentence(quotation, candidate)
        or has_own_verb(quotation, candidate)
        or is_heard(quotation, candidate)
        or which_says(quotation, candidate)
        or puts_it(quotation, candidate)
    )


def is_named(quotation: Quoted, candidate: Candidate) -> bool:
    """Whether a construction tells that a name is that of whoever says the words."""
    return (
        signs(quotation, candidate)
        or shares_verb(quotation, candidate)
        or is_quoted(quotation, candidate)
        or is_headed(quotation, candidate)
        or is_antecedent(quotation, candidate)
    )


def signs(quotation: Quoted, candidate: Candidate) -> bool:
    """Whether a candidate signs the words: “…” – Ann Example, 54; also alone in the next paragraph.

    Without a dash where there is nothing else in the paragraph: “…” Ann Example, premier, June 2nd.
    """
    mention, side = candidate.mention, candidate.where[0]
    if side not in "AN" or mention.phrase.type not in NAMES:
        return False
    if side == "N" and quotation.frame.classes[quotation.token + 1 :].strip("."):
        return False
    frame, end = mention.frame, mention.phrase.end
    before = frame.classes[quotation.token + 1 if side == "A" else 0 : mention.phrase.start]
    bare = side == "A" and quotation.token == 0 and frame.classes[end : end + 1] == ","
    if before not in (("-", ".-", "", ".") if bare else ("-", ".-")):
        return False
    rest = range(end, len(frame.classes))
    return not any(frame.classes[i] in _SENTENCE and not frame.lows[i].endswith("ing") for i in rest)


def shares_verb(quotation: Quoted, candidate: Candidate) -> bool:
    """Whether a name takes up the verb of a clause before: Ann called it “odd”; Bo, “mad”."""
    phrase, classes = candidate.mention.phrase, candidate.mention.frame.classes
    if classes[phrase.end : quotation.token + 1] != ",Q":
        return False
    sentence = classes[classes.rfind(".", 0, phrase.start) + 1 : phrase.start]
    return sentence.endswith(";") and "Q" in sentence


def is_quoted(quotation: Quoted, candidate: Candidate) -> bool:
    """Whether somebody else quotes a person: Ann quoted Bo: “…”; Ann pointed to a remark by Bo: “…”."""
    phrase, frame = candidate.mention.phrase, candidate.mention.frame
    if frame.classes[phrase.end : quotation.token] != ":":
        return False
    before = phrase.start - 1
    if frame.low(before) == "by" and frame.low(before - 1) in language.speech_nouns():
        return frame.letter(before - 2) not in ("S", "x")
    return before == quotation.left.token and makes("quotes", quotation.left.lemma)


def lends_words(quotation: Quoted, candidate: Candidate) -> bool:
    """Whether the words are told in somebody's words: in the words of Ann, it is “over”."""
    phrase, frame = candidate.mention.phrase, candidate.mention.frame
    before = frame.lows[max(0, phrase.start - _NEAR) : phrase.start]
    if "in" not in before or before[-1:] != ["of"] or not makes("words", before[-2]):
        return False
    ahead = quotation.token < phrase.start
    between = (quotation.token + 1, phrase.start) if ahead else (phrase.end, quotation.token)
    return not has_any(frame.classes[slice(*between)], ".Q")


def reads_out(quotation: Quoted, candidate: Candidate) -> bool:
    """Whether somebody passes on a text: Ann read out a letter: “…”."""
    phrase, frame = candidate.mention.phrase, candidate.mention.frame
    between = frame.classes[phrase.end : quotation.token]
    if phrase.type != "text" or not (_says_so(between) or _leads_on(between)):
        return False
    verb = phrase.start - 1
    while verb >= 0 and frame.classes[verb] in "pa":
        verb -= 1
    return verb >= 0 and makes("passes-on", frame.lows[verb])


def _says_so(classes: str) -> bool:
    """Whether "that said:" stands between a text and the quotation."""
    return classes in ("rS:", "rS")


def _leads_on(classes: str) -> bool:
    """Whether only more of a phrase and a colon do."""
    return classes.endswith(":") and not has_any(classes[:-1], "SMAvx,;:.Q")


def is_headed(quotation: Quoted, candidate: Candidate) -> bool:
    """Whether a name, and who that is, open a paragraph before a colon: "Ann Example, 54, teacher: “…”"."""
    phrase, frame = candidate.mention.phrase, candidate.mention.frame
    between = frame.classes[phrase.end : quotation.token]
    return phrase.start == 0 and between[:1] in (",", ":") and _is_heading(between)


def _is_heading(classes: str) -> bool:
    short = len(classes) <= _LONGEST_HEADING
    return short and classes.endswith(":") and not has_any(classes[:-1], "SMAvxPrc;:.Q")


def is_antecedent(quotation: Quoted, candidate: Candidate) -> bool:
    """Whether a relative clause right after a name says the words: Ann Example, who had said “…”, left."""
    phrase, frame = candidate.mention.phrase, candidate.mention.frame
    verb = quotation.left.token + 1
    clause, rest = frame.classes[phrase.end : verb], frame.classes[verb : quotation.token]
    if _SAID_BY_WHO.fullmatch(clause) is None or rest.strip(":") not in ("", "P", "Px", "rP", "rPx"):
        return False
    return frame.classes[max(0, phrase.start - 2) : phrase.start] != "Np"


def claims(quotation: Quoted, candidate: Candidate) -> bool:
    """Whether the words are in somebody's act of speech: Ann's claim that it was “mad”; in Ann's words."""
    phrase, frame = candidate.mention.phrase, candidate.mention.frame
    if phrase.type not in ("poss+", "his+"):
        return False
    act = _act(frame, phrase.end)
    verb = language.speech_verbs().get(frame.low(phrase.start - 1))
    if act is None or (verb is not None and makes("repeats", verb[0])):
        return False
    if frame.lows[act] == "words" and frame.low(phrase.start - 1) == "in":
        before = frame.classes[quotation.token : phrase.start - 1]
        return frame.classes[act + 1 : quotation.token + 1] in (",Q", "Q") or before in ("Q,", "Q")
    told = act + 1
    while told < act + _NEAR and frame.classes[told : told + 1] in ("w", "t", "#", "a"):
        told += 1
    if frame.lows[act] == "words" and frame.lows[told : told + 1] == ["were"]:
        return frame.classes[told + 1 : quotation.token] in ("", ":")
    leads = frame.lows[told : told + 1] == ["that"] or frame.lows[told : told + 2] in (
        ["of", "how"],
        ["about", "how"],
    )
    return (
        leads and told < quotation.token and not has_any(frame.classes[told + 1 : quotation.token], "SMA.;:Q")
    )


def _act(frame: Frame, at: int) -> int | None:
    """The noun of the act of speech that somebody owns."""
    nouns = language.speech_nouns()
    return next(
        (i for i in range(at, min(at + _LONGEST_ACT, len(frame.lows))) if frame.lows[i] in nouns), None
    )
