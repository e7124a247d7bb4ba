"""Whose verb a quotation hangs on where subject and verb stand far apart or the wrong way round."""

from __future__ import annotations

import re

from brexitsite.knowledge import language
from brexitsite.knowledge.language import makes
from brexitsite.quotes.candidates import Candidate, Quoted
from brexitsite.quotes.cues import Cue
from brexitsite.quotes.frames import Frame, has_any, lexicon
from brexitsite.quotes.mentions import NAMES
from brexitsite.quotes.unsaid import is_so_called

_FARTHEST = 60
"""Tokens between a subject and its verb, beyond which nobody would still know."""
_LONGEST_OPENING = 10
_WITH = 14
"""Tokens that "with" may lie back: with Ann saying “…” and Bo saying “…”."""
_NOBODY = frozenset(["nobody", "none", "no-one"])
_WAITING = NAMES | {"person", "people", "body"}
_OPENING = re.compile(r"(?:[ca,]|pD?[tw#]+)*")
_GOES = frozenset(["go", "goes", "going", "went"])
"""Verbs that report words, but seldom where they stand inside a sentence."""
_RELATIVE_CLAUSE = re.compile(r"[,(-]r[^,)-]*[,)-]")


def governs(quotation: Quoted, candidate: Candidate) -> bool:
    """Whether the verb before the words is that of a candidate of their paragraph, however far away."""
    return candidate.mention.frame is quotation.frame and (
        waits_for_verb(quotation, candidate)
        or has_clause(quotation, candidate)
        or is_author(quotation, candidate)
        or follows_participle(quotation, candidate)
    )


def waits_for_verb(quotation: Quoted, candidate: Candidate) -> bool:
    """Whether a sentence's first phrase waits beyond appositions for its verb.

    Ann Example, head of the Fund, a body for savers, said: “…”
    """
    phrase, frame, verb = candidate.mention.phrase, candidate.mention.frame, quotation.left.token
    if not phrase.end < verb < phrase.end + _FARTHEST or phrase.type not in _WAITING:
        return False
    if not _is_waited_for(frame, quotation.left):
        return False
    between = _RELATIVE_CLAUSE.sub(",", frame.classes[phrase.end : verb])
    return (
        between[0] in ",(-"
        and frame.starts[phrase.end + 1] > frame.ends[phrase.end] - (between[0] == "(")
        and phrase.head not in _NOBODY
        and not has_any(between, "SMxP.;:Q")
        and _opens(frame, phrase.start)
        and not has_any(frame.classes[verb + 1 : quotation.token], ".;Q")
    )


def has_clause(quotation: Quoted, candidate: Candidate) -> bool:
    """Whether a name is the subject of a later clause: Ann hit back after Bo called it “odd”."""
    phrase, frame, own = candidate.mention.phrase, candidate.mention.frame, candidate.mention.predicate
    return (
        phrase.type in NAMES
        and makes("while", frame.low(phrase.start - 1))
        and own.token == quotation.left.token >= 0
        and frame.classes[own.token] in "SM"
        and own.way == ""
        and not own.lemma.endswith("*")
        and not has_any(frame.classes[phrase.end : own.token], "Q,;")
        and not has_any(frame.classes[own.token + 1 : quotation.token], ",;.(Q")
    )


def _is_waited_for(frame: Frame, verb: Cue) -> bool:
    """Whether a verb after a mark is a main verb, not "saying", "accused of" or "said Ann Example"."""
    before, after = frame.classes[verb.token - 1], frame.classes[verb.token + 1 : verb.token + 2]
    if before not in ",)-" or frame.lows[verb.token].endswith("ing"):
        return False
    if frame.classes[verb.token] == "M" or verb.lemma == "tell":
        return after not in ("p", "Q", "r")
    return frame.classes[verb.token] == "S" and verb.lemma != "ask" and after not in ("N", "T")


def _opens(frame: Frame, at: int) -> bool:
    """Whether only words like "but", "meanwhile," or "on Monday" stand before a token in its sentence."""
    start = frame.classes.rfind(".", max(0, at - _LONGEST_OPENING), at) + 1
    return (start > 0 or at <= _LONGEST_OPENING) and _OPENING.fullmatch(frame.classes, start, at) is not None


def is_author(quotation: Quoted, candidate: Candidate) -> bool:
    """Whether somebody wrote what says the words: a second letter sent by Ann Example said: “…”"""
    phrase, frame, verb = candidate.mention.phrase, candidate.mention.frame, quotation.left.token
    by = phrase.start - 1
    if by < 2 or frame.lows[by] != "by" or not makes("writes", frame.lows[by - 1]) or verb < phrase.end:
        return False
    text = by - 2
    while text > 0 and frame.classes[text - 1] in "wDN#h'a":
        text -= 1
    return (
        language.nominal_heads().get(frame.lows[by - 2]) == "text"
        and frame.letter(text - 1) != "p"
        and frame.classes[verb] in "SM"
        and not has_any(frame.classes[phrase.end : verb], "SMx.;:Q")
        and not has_any(frame.classes[verb + 1 : quotation.token], "SMx.;Q")
    )


def follows_participle(quotation: Quoted, candidate: Candidate) -> bool:
    """Whether a sentence's subject comes after a participle with the words: Saying it was “mad”, she left."""
    phrase, frame, verb = candidate.mention.phrase, candidate.mention.frame, quotation.left.token
    if verb < 0 or phrase.start <= quotation.token or not _opens(frame, verb):
        return False
    if (
        frame.classes[verb] != "S"
        or not frame.lows[verb].endswith("ing")
        or candidate.mention.predicate.token < 0
    ):
        return False
    between = frame.classes[quotation.token + 1 : phrase.start]
    return between.endswith(",") and not has_any(between, "SMAvx.;:Q(") and between.count(",") == 1


def closes_sentence(quotation: Quoted, candidate: Candidate) -> bool:
    """Whether a whole sentence is told at its end: It could be “odd” here and “mad” there, Labour claim."""
    phrase, frame = candidate.mention.phrase, candidate.mention.frame
    if phrase.start < quotation.token or frame.classes[phrase.start - 1] != ",":
        return False
    if is_so_called(frame, quotation.token):
        return False
    start = frame.classes.rfind(".", 0, quotation.token) + 1
    if phrase.start - start > _FARTHEST:
        return False
    told = any(
        frame.classes[i] in "SM" and frame.lows[i] not in _GOES for i in range(start, phrase.start - 1)
    )
    end = frame.classes.find(".", phrase.end)
    verb = frame.classes[phrase.end : end if end >= 0 else None]
    return (
        not told
        and not has_any(frame.classes[start : phrase.start], ".;:")
        and verb in ("S", "xS", "xaS", "aS")
    )


def has_own_verb(quotation: Quoted, candidate: Candidate) -> bool:
    """Whether a phrase has a verb of its own inside the sentence of others.

    With everyone asking “…”, Bo has said; it is mad for savers to argue “…”.
    """
    phrase, frame = candidate.mention.phrase, candidate.mention.frame
    before, attached = frame.low(phrase.start - 1), frame.letter(phrase.start - 2)
    infinitive = before == "for" and frame.low(phrase.end) == "to"
    verb = phrase.end + infinitive
    says = frame.letter(verb) == "S" and frame.low(verb).endswith("ing")
    if verb >= quotation.token or not (infinitive or says):
        return False
    if has_any(frame.classes[verb + 1 : quotation.token], "SMA.;Q"):
        return False
    if infinitive:
        return not has_any(attached, "SMAv") and lexicon().get(frame.lows[verb]) == "S"
    goes_on = before == "and" and "with" in frame.lows[max(0, phrase.start - _WITH) : phrase.start]
    return goes_on or before == "with" or (before == "from" and attached not in ("h", "N"))


def is_heard(quotation: Quoted, candidate: Candidate) -> bool:
    """Whether somebody else tells of a shout.

    Witnesses said that Bo Example yelled, “…”; they said the man was heard shouting “…”.
    """
    phrase, frame = candidate.mention.phrase, candidate.mention.frame
    heard = frame.letter(phrase.end) == "x" and frame.low(phrase.end + 1) == "heard"
    if not heard and (phrase.type not in NAMES or frame.letter(phrase.start - 1) not in ("r", "S")):
        return False
    verb = phrase.end + heard + (frame.letter(phrase.end) == "x")
    shouts = verb < quotation.token and makes("utters", frame.lows[verb])
    return shouts and not has_any(frame.classes[verb + 1 : quotation.token], "SMAvxPN.;")


def is_another(quotation: Quoted, candidate: Candidate) -> bool:
    """Whether a construction rules out that a candidate says the words."""
    return is_credited(candidate) or is_answered(quotation, candidate) or is_fronted(candidate)


def is_credited(candidate: Candidate) -> bool:
    """Whether somebody is the paper's own reporter: “…” one trader said, reports Ann Example in London."""
    phrase, frame = candidate.mention.phrase, candidate.mention.frame
    return (
        candidate.mention.inverted == "report"
        and frame.letter(phrase.start - 2) == ","
        and frame.low(phrase.end) in ("in", "from")
    )


def is_answered(quotation: Quoted, candidate: Candidate) -> bool:
    """Whether another answers what somebody said: One guard refuted Ann Example's claim, writing: “…”"""
    frame, verb = quotation.frame, quotation.left.token
    return (
        candidate.mention.phrase.type == "poss+"
        and candidate.mention.frame is frame
        and candidate.mention.phrase.end < verb < quotation.token
        and frame.letter(verb - 1) == ","
        and frame.lows[verb].endswith("ing")
        and not has_any(frame.classes[candidate.mention.phrase.end : verb], ".;:Q")
    )


def is_fronted(candidate: Candidate) -> bool:
    """Whether a sentence of another paragraph has somebody before its subject: Like Bo, Ann left."""
    phrase, frame = candidate.mention.phrase, candidate.mention.frame
    if candidate.where[0] != "P" or frame.letter(phrase.end) != ",":
        return False
    before = frame.classes[frame.classes.rfind(".", 0, phrase.start) + 1 : phrase.start]
    return before.endswith("p") and not before.strip("pac")


def which_says(quotation: Quoted, candidate: Candidate) -> bool:
    """Whether a relative clause after the words has their source: the “…” which the party says is over."""
    phrase, frame = candidate.mention.phrase, candidate.mention.frame
    relative = frame.lows[quotation.token + 1 : phrase.start] in (["which"], ["that"])
    return relative and frame.classes[phrase.end : phrase.end + 2].lstrip("x")[:1] == "S"


def puts_it(quotation: Quoted, candidate: Candidate) -> bool:
    """Whether somebody puts it so: it is, as Ann Example put it, “over”."""
    phrase, frame = candidate.mention.phrase, candidate.mention.frame
    puts = frame.lows[phrase.end : phrase.end + 2] in (["put", "it"], ["puts", "it"])
    if not puts or frame.low(phrase.start - 1) != "as":
        return False
    first, last = sorted((phrase.end, quotation.token))
    return not has_any(frame.classes[first + 1 : last], ".;Q")
