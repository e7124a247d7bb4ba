"""Words in marks that are nobody's: names and titles, and what was asked, denied, refused or left open."""

from __future__ import annotations

from brexitsite.knowledge import language
from brexitsite.knowledge.language import makes
from brexitsite.quotes.candidates import Quoted
from brexitsite.quotes.frames import Frame, has_any
from brexitsite.quotes.passives import is_passive

_NEAR, _LONGEST_DENIAL = 6, 6
_LONGEST_CLAIM = 14
"""Tokens within which the parts of a construction stand."""


def is_nobodys(quotation: Quoted) -> bool:
    """Whether nobody whom the story names says the words.

    They are told as unsaid or disputed, asked or told by somebody who is left out, cited from elsewhere, or
    those of many; or the reporter does not answer for them: the so-called “…”.
    """
    frame = quotation.frame
    return (
        is_so_called(frame, quotation.token)
        or is_shouted(frame, quotation.token)
        or is_rejected(frame, quotation)
        or is_unsaid(frame, quotation)
        or is_asked_whether(frame, quotation)
        or is_refused(frame, quotation.token)
        or is_told(frame, quotation)
        or is_disputed(frame, quotation.token)
        or is_cited(frame, quotation.token)
        or is_searched(frame, quotation.token)
        or is_required(frame, quotation.token)
        or is_in_question(frame, quotation.token)
        or is_of_others(frame, quotation.left.token)
    )


def is_name(quotation: Quoted) -> bool:
    """Whether words are what something is called, not speech: the “leave” vote; a note titled “Example”."""
    frame, token = quotation.frame, quotation.token
    after = frame.low(token + 1)
    if _is_titled(frame, token) or makes("lettered", after):
        return True
    word = quotation.text.lower().strip(" .,")
    if (makes("regulated", after) and " " not in word) or makes("terms", word):
        return True
    return makes("answers", word) and not _is_answered(quotation)


def _is_titled(frame: Frame, token: int) -> bool:
    """Whether they are a title: a speech titled “…”; under the headline “…”; under the headline: “…”."""
    last = token - 2 if frame.letter(token - 1) == ":" and frame.low(token - 4) == "under" else token - 1
    word, before = frame.low(last), (frame.low(last - 2), frame.low(last - 1))
    return makes("titled", word) or (makes("headed", word) and before == ("under", "the"))


def _is_answered(quotation: Quoted) -> bool:
    """Whether somebody says a word right before or after it: he answered “no”; his heart says “out”."""
    classes, token = quotation.frame.classes, quotation.token
    if classes[token + 1 : token + 2] in ("w", "h", "N"):
        return False
    before, after = classes[token - 1 : token], classes[token + 1 : token + 3]
    return before in ("S", ":", ",", "(", "-", "") or after == ",S"


def is_so_called(frame: Frame, token: int) -> bool:
    """Whether the words are a name that the reporter does not answer for: the so-called “…”."""
    return token > 0 and makes("so-called", frame.lows[token - 1])


def is_shouted(frame: Frame, token: int) -> bool:
    """Whether they are a crowd's: "to shouts of “…”"."""
    return token > 1 and frame.lows[token - 1] == "of" and makes("shouts", frame.lows[token - 2])


def is_unsaid(frame: Frame, quotation: Quoted) -> bool:
    """Whether the reporting verb is denied: "refused to say “…”", "never called it “…”"."""
    verb = quotation.left.token
    word = frame.low(verb)
    if makes("refuses", word) or makes("fails", word):
        return quotation.token - verb <= _NEAR and _is_to_say(frame, verb + 1)
    if verb < 1 or not makes("unsaid", quotation.left.lemma) or quotation.token - verb > _NEAR:
        return False
    if has_any(frame.classes[verb + 1 : quotation.token], ",;.("):
        return False
    before = frame.lows[max(0, verb - 2) : verb]
    if before[-1] in ("not", "never", "cannot") or before[-1].endswith(("n't", "n’t")):
        return True
    if before[-1] == "of" and before[0] == "accused" and is_passive(frame, verb - 2):
        return True
    return _is_denied(frame, verb)


def is_rejected(frame: Frame, quotation: Quoted) -> bool:
    """Whether the words are in what is denied: "denied being “…”", "rejected claims he was “…”"."""
    verb, token = quotation.left.token, quotation.token
    if verb > 0 and makes("claims", frame.lows[verb]):
        verb -= 1
    if verb < 0 or token - verb > _LONGEST_CLAIM or has_any(frame.classes[verb + 1 : token], ",;.:(Q"):
        return False
    between = frame.lows[verb + 1 : token]
    if "as" in between[-2:] or "'" in frame.classes[verb:token]:
        return False
    return makes("denies", frame.lows[verb]) or (
        _rejects(frame.lows[verb]) and not language.constructions()["claims"].isdisjoint(between)
    )


def _rejects(word: str) -> bool:
    verb = language.speech_verbs().get(word)
    return verb is not None and makes("rejects", verb[0])


def is_refused(frame: Frame, token: int) -> bool:
    """Whether somebody will not have what the words are of: "declined to endorse Bo's “target”"."""
    start = _begins(frame, token, ".,;:(-Q")
    refusals = (at for at in range(start, token - 2) if makes("refuses", frame.lows[at]))
    at = next(refusals, -1)
    return at >= 0 and frame.lows[at + 1] == "to" and not has_any(frame.classes[at + 3 : token], "SMPr")


def is_told(frame: Frame, quotation: Quoted) -> bool:
    """Whether the words are what one who is left out told or asked somebody: "he was warned of “…”"."""
    token = quotation.token
    start = _begins(frame, token, ".;:(Q")
    at = _last(frame, "tells", max(start, _governing(frame, start, quotation.left.token)), token)
    return at > 0 and is_passive(frame, at) and not _has_agent(frame, at, token)


def _governing(frame: Frame, start: int, verb: int) -> int:
    """The verb on which those hang that tell what somebody does: "accused of breaking it by making “…”"."""
    while verb > start and frame.lows[verb - 1] in ("of", "by", "into", "to"):
        verb = next((at for at in range(verb - 1, start - 1, -1) if frame.classes[at] in "SMA"), start)
    return verb


def _has_agent(frame: Frame, verb: int, token: int) -> bool:
    """Whether "by" tells who acts, and not how: "by Ann Example", not "by peddling"."""
    return any(
        frame.lows[at] == "by" and not frame.lows[at + 1].endswith("ing") for at in range(verb, token - 1)
    )


def is_disputed(frame: Frame, token: int) -> bool:
    """Whether it is left open that they were said: "he may or may not have shouted “…”"."""
    before = " ".join(frame.lows[max(0, token - _NEAR) : token])
    return "may or may not have" in before


def is_in_question(frame: Frame, token: int) -> bool:
    """Whether the words stand in what somebody was asked: "Asked about Bo's tweet that “…”, she smiled."."""
    start = frame.classes.rfind(".", 0, token) + 1
    asked = makes("tells", frame.lows[start]) and makes("asked", frame.lows[start + 1])
    return asked and not has_any(frame.classes[start + 2 : token], "SMA")


def is_of_others(frame: Frame, verb: int) -> bool:
    """Whether they are the words of many who are not told: "she hit back at those who called it “mad”"."""
    reports = verb > 1 and frame.classes[verb] in "SM"
    return reports and frame.lows[verb - 2 : verb] in (["those", "who"], ["anyone", "who"])


def is_searched(frame: Frame, token: int) -> bool:
    """Whether they are what people searched for: "Google saw searches for “…”", "the top query was “…”"."""
    at = _last(frame, "searched", _begins(frame, token, ".;:("), token)
    return at >= 0 and not has_any(frame.classes[at + 1 : token], "SMA,")


def is_required(frame: Frame, token: int) -> bool:
    """Whether they are a rule's own words: "the code, which requires holders to be “…”"."""
    at = _last(frame, "requires", _begins(frame, token, ".;:("), token)
    return at > 0 and frame.classes[at - 1] == "r" and not has_any(frame.classes[at + 1 : token], "SMA,")


def is_cited(frame: Frame, token: int) -> bool:
    """Whether only a place and a day follow, which tell another source: “…” House of Commons, May 2016."""
    rest = frame.classes[token + 1 :]
    return token == 0 and "t" in rest and "#" in rest and not has_any(rest, "SMAvxPQr;:")


def _begins(frame: Frame, token: int, marks: str) -> int:
    """Where the stretch before a token begins, which none of these marks breaks."""
    return max(frame.classes.rfind(mark, 0, token) for mark in marks) + 1


def _last(frame: Frame, construction: str, start: int, end: int) -> int:
    """The last token of a stretch that makes a construction; -1 where none does."""
    return next((at for at in range(end - 1, start - 1, -1) if makes(construction, frame.lows[at])), -1)


def _is_to_say(frame: Frame, at: int) -> bool:
    """Whether "to" and a verb of speech stand there."""
    verb = language.speech_verbs().get(frame.low(at + 1))
    return frame.low(at) == "to" and verb is not None and verb[1] != "act"


def _is_denied(frame: Frame, verb: int) -> bool:
    """Whether "denied" comes right before the verb, or before "that he had"."""
    for at in range(verb - 1, max(-1, verb - _LONGEST_DENIAL), -1):
        if makes("denies", frame.lows[at]):
            return True
        if frame.classes[at] not in "xaPrc":
            return False
    return False


def is_asked_whether(frame: Frame, quotation: Quoted) -> bool:
    """Whether the words are in a question of somebody left out: "Asked whether it was “mad”, she smiled."."""
    verb = quotation.left.token
    while verb >= 0 and frame.lows[verb] != "asked" and frame.classes[verb] not in ".,;:Q":
        verb -= 1
    if verb < 0 or frame.lows[verb] != "asked" or not makes("asked", frame.lows[verb + 1]):
        return False
    opens = verb == 0 or frame.classes[verb - 1] in ".,;Q" or frame.lows[verb - 1] == "when"
    return opens and not has_any(frame.classes[verb + 1 : quotation.token], ",;:.QS")
