"""Say of every quotation of an article whose words it is: marks → candidates → the likeliest, or nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from brexitsite.knowledge.people import people
from brexitsite.model import Attribution, Paragraph, Place, QuotationKind
from brexitsite.quotes import features, ranking
from brexitsite.quotes.candidates import Candidate, Mention, Quoted, Reading, propose, quoted, read
from brexitsite.quotes.constructions import is_sure
from brexitsite.quotes.features import Setting
from brexitsite.quotes.frames import Frame
from brexitsite.quotes.marks import QuotedSpan, quoted_spans
from brexitsite.quotes.passives import hangs_on_passive
from brexitsite.quotes.ranking import FIRST, HOPELESS, Model, Weights
from brexitsite.quotes.subjects import is_another
from brexitsite.quotes.telling import telling
from brexitsite.quotes.unsaid import is_name, is_nobodys

LONG = frozenset(["5", "8", "15"])
"""Buckets of words that make a whole utterance."""

SAYING = frozenset(["say", "add", "tell", "write", "continue", "reply", "ask", "explain", "claim", "insist"])

SURE = 8.0
"""Added for whom a construction tells without a doubt, and taken from whom one rules out."""

MOST_RIVALS = 4
"""Source words weighed for one quotation that are told: the chosen ones and three more."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What was weighed for one quotation."""

    quotation: Quoted
    setting: features.Setting
    best: Candidate | None
    share: float
    speech: float
    """Probability that the words are somebody's, not yet calibrated; so is `share`."""
    described: features.Values
    """What `speech` was read from."""
    rivals: tuple[tuple[Candidate, float], ...] = ()
    """The other candidates worth a thought, with their shares, the likeliest first."""


@dataclass(slots=True)  # a frozen one takes four times as long to make
class Weighed:
    """A candidate with what is said of it and what that weighs; `sure` where a construction tells."""

    candidate: Candidate
    values: features.Values
    score: float
    sure: bool = False


@dataclass(slots=True)
class History:
    """The last quotation that was somebody's words, and whose."""

    quotation: Quoted | None = None
    source: Candidate | None = None


def attribute(paragraphs: Sequence[Paragraph], model: Model | None = None) -> list[Attribution]:
    """Find the quotations of an article, in text order, each with the words that say whose it is.

    `model` replaces the stored weights (in training).
    """
    model = model or ranking.model()
    spans = quoted_spans(paragraphs)
    reading = read(paragraphs, spans)
    history = History()
    found: list[Attribution] = []
    for number, span in enumerate(spans):
        if span.continues is not None and not says_whose(reading, number):
            found.append(_continued(span, found[span.continues]))
            if history.quotation is not None and found[-1].kind != "scare":
                history.quotation = quoted(reading, number)
        else:
            decision = decide(reading, number, history, model)
            found.append(_attribution(reading, decision, model))
            if found[-1].kind != "scare":
                history = History(decision.quotation, decision.best)
    return found


def says_whose(reading: Reading, number: int) -> bool:
    """Whether a reporting verb follows words that go on from a paragraph before: “…,” she added."""
    span, right = reading.spans[number], quoted(reading, number).right
    return span.closed and right.way in ("0", "1", "2") and right.lemma in SAYING


def decide(reading: Reading, number: int, history: History, model: Model) -> Decision:
    """Weigh the candidates of one quotation, and whether it is anybody's words at all."""
    quotation = quoted(reading, number)
    setting, proposed = situation(reading, quotation, history)
    passive = hangs_on_passive(quotation)
    weighed = weigh(reading, setting, proposed, passive, model.source)
    chances = ranking.shares([each.score for each in weighed])
    order = sorted(range(len(weighed)), key=chances.__getitem__, reverse=True)
    best = weighed[order[0]] if order else None
    share = chances[order[0]] if order else 0.0
    told, score = (best.values, best.score) if best else (features.NO_CANDIDATE, 0.0)
    values = features.describe_speech(setting, told, score)
    nobodys = not any(each.sure for each in weighed) and (passive or is_nobodys(quotation))
    return Decision(
        quotation,
        setting,
        None if best is None or nobodys else best.candidate,
        share,
        0.0 if is_name(quotation) else ranking.chance(ranking.total(model.speech, values)),
        values,
        tuple((weighed[k].candidate, chances[k]) for k in order[1:MOST_RIVALS]),
    )


def weigh(
    reading: Reading, setting: Setting, proposed: Sequence[Candidate], passive: bool, known: Weights
) -> list[Weighed]:
    """Score the candidates of a quotation, without those who are hopelessly behind at first sight."""
    first, rest = known[:FIRST], known[FIRST:]
    seen: list[Weighed] = []
    for candidate in proposed:
        values = features.sketch(setting, candidate)
        sure = is_sure(reading, setting.quotation, candidate, passive)
        told = SURE * (sure - is_another(setting.quotation, candidate))
        seen.append(Weighed(candidate, values, ranking.total(first, values) + told, sure))
    limit = max((each.score for each in seen), default=0.0) - HOPELESS
    hopeful = [each for each in seen if each.score >= limit]
    for each in hopeful:
        each.values = features.describe(reading, setting, each.candidate, each.values)
        each.score += ranking.total(rest, each.values)
    return hopeful


def situation(
    reading: Reading, quotation: Quoted, history: History
) -> tuple[features.Setting, list[Candidate]]:
    """What a quotation stands in: its neighbours, the source of the last words before it, the candidates."""
    gap = _gap(reading, history.quotation, quotation)
    source = history.source if gap not in ("0", "f") else None
    carried: Mention | None = source.mention if source else None
    return features.setting(reading, quotation, source, gap), propose(reading, quotation, carried)


def _gap(reading: Reading, last: Quoted | None, quotation: Quoted) -> str:
    """How far the last words before are: one sentence, paragraph, next paragraph, further, none."""
    if last is None:
        return "0"
    here, there = quotation.span.at.paragraph, last.span.at.paragraph
    if here == there:
        between = quotation.frame.classes[last.token + 1 : quotation.token]
        return "s" if "." not in between else "d" if between.count(".") < 2 else "p"
    return "n" if reading.neighbours.get(here) == there else "m" if 0 < here - there <= 3 else "f"


def _continued(span: QuotedSpan, before: Attribution) -> Attribution:
    kind: QuotationKind = "scare" if before.kind == "scare" else "direct"
    otherwise = _continued(span, before.otherwise) if before.otherwise else None
    return replace(
        before, at=span.at, kind=kind, rule="continued", continues=span.continues, otherwise=otherwise
    )


def _attribution(reading: Reading, decision: Decision, model: Model) -> Attribution:
    at = decision.quotation.span.at
    speech = ranking.calibrated(model.speech_curve, decision.speech)
    share = ranking.calibrated(model.source_curve, decision.share)
    if decision.speech < model.speech_from:
        return Attribution(at, "scare", "scare", 1 - speech, speech=speech)
    kind = kind_of(decision)
    if decision.best is None:
        return Attribution(at, kind, "nobody", 0.0, speech=speech)
    told = telling(reading, decision.quotation, decision.best)
    found = Attribution(
        at,
        kind,
        told.rule,
        speech * share,
        said_by(decision.best),
        told.also_by_at,
        told.cue_at,
        relayed=told.relayed,
        speech=speech,
        weighed=weighed(decision, share),
    )
    if speech * share >= model.source_from:
        return found
    return Attribution(at, kind, "nobody", 0.0, speech=speech, otherwise=found)


def weighed(decision: Decision, share: float) -> tuple[tuple[Place, float], ...]:
    """The source words of a decision, with their calibrated share, and of its rivals, who share the rest."""
    assert decision.best is not None
    rest = (1 - share) / max(1e-9, 1 - decision.share)
    rivals = ((said_by(candidate), rest * raw) for candidate, raw in decision.rivals)
    return ((said_by(decision.best), share), *rivals)


def kind_of(decision: Decision) -> QuotationKind:
    """Direct where the words are a whole utterance, mixed where they are part of the reporter's sentence."""
    values = decision.setting.values
    begins = values["case"] == "u" and not re.fullmatch(r"[a-z]+", values["left"])
    whole = values["ending"] in ".?!," or values["length"] in LONG or values["left"] in ("^", ":", ".")
    return "direct" if begins and whole else "mixed"


def said_by(candidate: Candidate) -> Place:
    """The place of the source words."""
    mention, frame = candidate.mention, candidate.mention.frame
    start, end = mention.phrase.start, _name_end(frame, mention.phrase.end)
    return Place(mention.paragraph, frame.starts[start], frame.ends[end - 1])


def _name_end(frame: Frame, end: int) -> int:
    """Where a name ends that goes on after "of": "the Bank | of England", "a House | of Commons clerk"."""
    while _goes_on_after_of(frame, end):
        end += 2
        while frame.classes[end : end + 1] in ("N", "h"):
            end += 1
    return end


def _goes_on_after_of(frame: Frame, end: int) -> bool:
    around = frame.classes[end - 1] + frame.classes[end + 1 : end + 2]
    return (
        frame.lows[end : end + 1] == ["of"]
        and around in ("NN", "TN")
        and frame.lows[end + 1] not in people().given
    )
