"""Constructions that leave no doubt whose the words are, or that they are nobody's; too rare to be learnt."""

from __future__ import annotations

import re

from brexitsite.knowledge import language
from brexitsite.quotes.candidates import Candidate, Quoted, Reading
from brexitsite.quotes.cues import Cue
from brexitsite.quotes.frames import Frame, has_any, lexicon
from brexitsite.quotes.lists import heads_words
from brexitsite.quotes.mentions import NAMES
from brexitsite.quotes.passives import asks, is_agent, is_passive

_SENTENCE = frozenset("SMAvxPQr")
"""Classes of which a signature has none."""
_NEAR, _LONGEST_DENIAL, _LONGEST_ACT, _LONGEST_HEADING = 6, 6, 3, 8
_LONGEST_CLAIM = 14
"""Tokens within which the parts of a construction stand."""
_NOBODY = frozenset(["nobody", "none", "no-one"])
_WAITING = NAMES | {"person", "people", "body"}
_OPENING = re.compile(r"(?:[ca,]|pD?[tw#]+)*")
_GOES = frozenset(["go", "goes", "going", "went"])
"""Verbs that report words, but seldom where they stand inside a sentence."""
_SAID_BY_WHO = re.compile(r"(?:,[DwhNTtc'p#-]+)?,?r[xa]?S")
_RELATIVE_CLAUSE = re.compile(r"[,(-]r[^,)-]*[,)-]")


def is_sure(reading: Reading, quotation: Quoted, candidate: Candidate, passive: bool) -> bool:
    """Whether a construction tells that a candidate says the words.

    `passive` says whether the quotation hangs on a passive.
    """
    if candidate.mention.paragraph != quotation.span.at.paragraph:
        return signs(quotation, candidate) or heads_words(reading, quotation, candidate)
    return (
        asks(quotation, candidate)
        or (passive and is_agent(quotation, candidate))
        or (candidate.mention.phrase.type in NAMES and is_named(quotation, candidate))
        or claims(quotation, candidate)
        or reads_out(quotation, candidate)
        or lends_words(quotation, candidate)
        or (not passive and governs(quotation, candidate))
        or closes_sentence(quotation, candidate)
        or has_own_verb(quotation, candidate)
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


def is_nobodys(quotation: Quoted) -> bool:
    """Whether the words are told as unsaid, or as asked, called or shouted by somebody who is left out."""
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
    )


def _told(construction: str, word: str) -> bool:
    """Whether a word makes a construction of constructions.toml."""
    return word in language.constructions()[construction]


# --- somebody's -------------------------------------------------------------------------------


def signs(quotation: Quoted, candidate: Candidate) -> bool:
    """Whether a candidate signs the words: “…” – Ann Example, 54; also alone in the next paragraph.

    Without a dash where there is nothing else in the paragraph: “…” Ann Example, premier, June 2nd.
    """
    mention, side = candidate.mention, candidate.where[0]
    if side not in "AN" or mention.phrase.type not in NAMES:
        return False
    classes, end = mention.frame.classes, mention.phrase.end
    before = classes[quotation.token + 1 if side == "A" else 0 : mention.phrase.start]
    bare = side == "A" and quotation.token == 0 and classes[end : end + 1] == ","
    return before in (("-", ".-", "", ".") if bare else ("-", ".-")) and _SENTENCE.isdisjoint(classes[end:])


def shares_verb(quotation: Quoted, candidate: Candidate) -> bool:
    """Whether a name takes up the verb of a clause before: Ann called it “odd”; Bo, “mad”."""
    phrase, classes = candidate.mention.phrase, candidate.mention.frame.classes
    if classes[phrase.end : quotation.token + 1] != ",Q":
        return False
    sentence = classes[classes.rfind(".", 0, phrase.start) + 1 : phrase.start]
    return sentence.endswith(";") and "Q" in sentence


def is_quoted(quotation: Quoted, candidate: Candidate) -> bool:
    """Whether somebody else quotes a person: Ann quoted Bo: “…”."""
    phrase, frame = candidate.mention.phrase, candidate.mention.frame
    is_object = phrase.start - 1 == quotation.left.token
    return (
        is_object
        and frame.classes[phrase.end : quotation.token] == ":"
        and _told("quotes", quotation.left.lemma)
    )


def lends_words(quotation: Quoted, candidate: Candidate) -> bool:
    """Whether the words are told in somebody's words: in the words of Ann, it is “over”."""
    phrase, frame = candidate.mention.phrase, candidate.mention.frame
    before = frame.lows[max(0, phrase.start - _NEAR) : phrase.start]
    if "in" not in before or before[-1:] != ["of"] or not _told("words", before[-2]):
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
    return verb >= 0 and _told("passes-on", frame.lows[verb])


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


def governs(quotation: Quoted, candidate: Candidate) -> bool:
    """Whether the verb before the words is a candidate's own, however far away."""
    return (
        waits_for_verb(quotation, candidate)
        or is_author(quotation, candidate)
        or follows_participle(quotation, candidate)
    )


def waits_for_verb(quotation: Quoted, candidate: Candidate) -> bool:
    """Whether a sentence's first phrase waits beyond appositions for its verb.

    Ann Example, head of the Fund, a body for savers, said: “…”
    """
    phrase, frame, verb = candidate.mention.phrase, candidate.mention.frame, quotation.left.token
    if verb <= phrase.end or phrase.type not in _WAITING or not _is_waited_for(frame, quotation.left):
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
    start = frame.classes.rfind(".", 0, at) + 1
    return _OPENING.fullmatch(frame.classes, start, at) is not None


def is_author(quotation: Quoted, candidate: Candidate) -> bool:
    """Whether somebody wrote what says the words: a second letter sent by Ann Example said: “…”"""
    phrase, frame, verb = candidate.mention.phrase, candidate.mention.frame, quotation.left.token
    by = phrase.start - 1
    if by < 2 or frame.lows[by] != "by" or not _told("writes", frame.lows[by - 1]) or verb <= phrase.end:
        return False
    text = by - 2
    while text > 0 and frame.classes[text - 1] in "wDN#h'a":
        text -= 1
    return (
        language.nominal_heads().get(frame.lows[by - 2]) == "text"
        and frame.classes[max(0, text - 1) : text] != "p"
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
    before = frame.lows[max(0, phrase.start - 1) : phrase.start]
    infinitive = before == ["for"] and frame.lows[phrase.end : phrase.end + 1] == ["to"]
    verb = phrase.end + infinitive
    if verb >= quotation.token or has_any(frame.classes[verb + 1 : quotation.token], "SMA.;Q"):
        return False
    if infinitive:
        called = has_any(frame.classes[max(0, phrase.start - 2) : phrase.start - 1], "SMAv")
        return not called and lexicon().get(frame.lows[verb]) == "S"
    if frame.classes[verb] != "S" or not frame.lows[verb].endswith("ing"):
        return False
    attached = frame.classes[max(0, phrase.start - 2) : phrase.start - 1] in ("h", "N")
    goes_on = before == ["and"] and "with" in frame.lows[max(0, phrase.start - _LONGEST_CLAIM) : phrase.start]
    return goes_on or before == ["with"] or (before == ["from"] and not attached)


def which_says(quotation: Quoted, candidate: Candidate) -> bool:
    """Whether a relative clause after the words has their source: the “…” which the party says is over."""
    phrase, frame = candidate.mention.phrase, candidate.mention.frame
    relative = frame.lows[quotation.token + 1 : phrase.start] in (["which"], ["that"])
    return relative and frame.classes[phrase.end : phrase.end + 2].lstrip("x")[:1] == "S"


def puts_it(quotation: Quoted, candidate: Candidate) -> bool:
    """Whether somebody puts it so: it is, as Ann Example put it, “over”."""
    phrase, frame = candidate.mention.phrase, candidate.mention.frame
    puts = frame.lows[phrase.end : phrase.end + 2] in (["put", "it"], ["puts", "it"])
    if not puts or frame.lows[max(0, phrase.start - 1) : phrase.start] != ["as"]:
        return False
    first, last = sorted((phrase.end, quotation.token))
    return not has_any(frame.classes[first + 1 : last], ".;Q")


def claims(quotation: Quoted, candidate: Candidate) -> bool:
    """Whether the words are in somebody's act of speech: Ann's claim that it was “mad”; in Ann's words."""
    phrase, frame = candidate.mention.phrase, candidate.mention.frame
    if phrase.type not in ("poss+", "his+"):
        return False
    act, verb = _act(frame, phrase.end), language.speech_verbs().get(frame.lows[phrase.start - 1])
    if act is None or (verb is not None and _told("repeats", verb[0])):
        return False
    if frame.lows[act] == "words" and frame.lows[phrase.start - 1 : phrase.start] == ["in"]:
        before = frame.classes[quotation.token : phrase.start - 1]
        return frame.classes[act + 1 : quotation.token + 1] in (",Q", "Q") or before in ("Q,", "Q")
    told = act + 1
    while told < act + _NEAR and frame.classes[told : told + 1] in ("w", "t", "#", "a"):
        told += 1
    leads = frame.lows[told : told + 1] == ["that"] or frame.lows[told + 1 : told + 2] == ["how"]
    return (
        leads and told < quotation.token and not has_any(frame.classes[told + 1 : quotation.token], "SMA.;:Q")
    )


def _act(frame: Frame, at: int) -> int | None:
    """The noun of the act of speech that somebody owns."""
    nouns = language.speech_nouns()
    return next(
        (i for i in range(at, min(at + _LONGEST_ACT, len(frame.lows))) if frame.lows[i] in nouns), None
    )


# --- a name -----------------------------------------------------------------------------------


def is_name(quotation: Quoted) -> bool:
    """Whether words are what something is called, not speech: the “leave” vote; a note titled “Example”."""
    frame, token = quotation.frame, quotation.token
    colon = frame.classes[token - 1 : token] == ":" and frame.lows[max(0, token - 4)] == "under"
    before = "".join(frame.lows[token - 1 - colon : token - colon])
    after = "".join(frame.lows[token + 1 : token + 2])
    under = before == "words" and frame.lows[max(0, token - 3) : token - 1] == ["under", "the"]
    if under or _told("titled", before) or _told("lettered", after):
        return True
    if _told("regulated", after) and " " not in quotation.text:
        return True
    return _told("answers", quotation.text.lower().strip(" .,")) and not _is_answered(quotation)


def _is_answered(quotation: Quoted) -> bool:
    """Whether somebody says a word right before or after it: he answered “no”; his heart says “out”."""
    classes, token = quotation.frame.classes, quotation.token
    return (
        classes[token - 1 : token] in ("S", ":", ",", "(", "-", "") or classes[token + 1 : token + 3] == ",S"
    )


# --- nobody's ---------------------------------------------------------------------------------


def is_so_called(frame: Frame, token: int) -> bool:
    """Whether the words are a name that the reporter does not answer for: the so-called “…”."""
    return token > 0 and _told("so-called", frame.lows[token - 1])


def is_shouted(frame: Frame, token: int) -> bool:
    """Whether they are a crowd's: "to shouts of “…”"."""
    return token > 1 and frame.lows[token - 1] == "of" and _told("shouts", frame.lows[token - 2])


def is_unsaid(frame: Frame, quotation: Quoted) -> bool:
    """Whether the reporting verb is denied: "refused to say “…”", "never called it “…”"."""
    verb = quotation.left.token
    if verb >= 0 and _told("refuses", frame.lows[verb]):
        return quotation.token - verb <= _NEAR and _is_to_say(frame, verb + 1)
    if verb < 1 or not _told("unsaid", quotation.left.lemma) or quotation.token - verb > _NEAR:
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
    if verb > 0 and _told("claims", frame.lows[verb]):
        verb -= 1
    if verb < 0 or token - verb > _LONGEST_CLAIM or has_any(frame.classes[verb + 1 : token], ",;.:(Q"):
        return False
    between = frame.lows[verb + 1 : token]
    if "as" in between[-2:] or "'" in frame.classes[verb:token]:
        return False
    return _told("denies", frame.lows[verb]) or (
        _rejects(frame.lows[verb]) and not language.constructions()["claims"].isdisjoint(between)
    )


def _rejects(word: str) -> bool:
    verb = language.speech_verbs().get(word)
    return verb is not None and _told("rejects", verb[0])


def is_refused(frame: Frame, token: int) -> bool:
    """Whether somebody will not have what the words are of: "declined to endorse Bo's “target”"."""
    start = max(frame.classes.rfind(mark, 0, token) for mark in ".,;:(-Q") + 1
    refusals = (at for at in range(start, token - 2) if _told("spurns", frame.lows[at]))
    at = next(refusals, -1)
    return at >= 0 and frame.lows[at + 1] == "to" and not has_any(frame.classes[at + 3 : token], "SMPr")


def is_told(frame: Frame, quotation: Quoted) -> bool:
    """Whether the words are what one who is left out told or asked somebody: "he was warned of “…”"."""
    token, last = quotation.token, quotation.left.token
    start = max(frame.classes.rfind(mark, 0, token) for mark in ".;:(Q") + 1
    told = (at for at in range(token - 1, max(start, last) - 1, -1) if _told("tells", frame.lows[at]))
    at = next(told, -1)
    return at > 0 and is_passive(frame, at) and "by" not in frame.lows[at:token]


def is_disputed(frame: Frame, token: int) -> bool:
    """Whether it is left open that they were said: "he may or may not have shouted “…”"."""
    before = " ".join(frame.lows[max(0, token - _NEAR) : token])
    return "may or may not have" in before


def _is_to_say(frame: Frame, at: int) -> bool:
    """Whether "to" and a verb of speech stand there."""
    verb = language.speech_verbs().get("".join(frame.lows[at + 1 : at + 2]))
    return frame.lows[at : at + 1] == ["to"] and verb is not None and verb[1] != "act"


def _is_denied(frame: Frame, verb: int) -> bool:
    """Whether "denied" comes right before the verb, or before "that he had"."""
    for at in range(verb - 1, max(-1, verb - _LONGEST_DENIAL), -1):
        if _told("denies", frame.lows[at]):
            return True
        if frame.classes[at] not in "xaPrc":
            return False
    return False


def is_asked_whether(frame: Frame, quotation: Quoted) -> bool:
    """Whether the words are in a question of somebody left out: "Asked whether it was “mad”, she smiled."."""
    verb = quotation.left.token
    while verb >= 0 and frame.lows[verb] != "asked" and frame.classes[verb] not in ".,;:":
        verb -= 1
    if verb < 0 or frame.lows[verb] != "asked" or not _told("asked", frame.lows[verb + 1]):
        return False
    opens = verb == 0 or frame.classes[verb - 1] in ".,;Q" or frame.lows[verb - 1] == "when"
    return opens and not has_any(frame.classes[verb + 1 : quotation.token], ",;:.QS")
