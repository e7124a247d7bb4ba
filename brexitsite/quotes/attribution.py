"""Say of every quotation of an article whose words it is: marks → candidates → the likeliest, or nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from brexitsite.model import Attribution, Paragraph, Place, QuotationKind
from brexitsite.quotes import features, ranking
from brexitsite.quotes.candidates import Candidate, Mention, Quoted, Reading, propose, quoted, read
from brexitsite.quotes.constructions import is_nobodys, is_sure
from brexitsite.quotes.marks import QuotedSpan, quoted_spans
from brexitsite.quotes.passives import hangs_on_passive
from brexitsite.quotes.ranking import Model
from brexitsite.quotes.telling import telling

LONG = frozenset(["5", "8", "15"])
"""Buckets of words that make a whole utterance."""

SAYING = frozenset(["say", "add", "tell", "write", "continue", "reply", "ask", "explain", "claim", "insist"])

SURE = 8.0
"""Added for whom a construction tells without a doubt."""

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
    described = [features.describe(reading, setting, candidate) for candidate in proposed]
    scores = ranking.totals(model.source, described)
    passive = hangs_on_passive(reading, quotation)
    sure = {n for n, candidate in enumerate(proposed) if is_sure(reading, quotation, candidate, passive)}
    scores = [score + SURE * (number in sure) for number, score in enumerate(scores)]
    chances = ranking.shares(scores) if scores else []
    order = sorted(range(len(proposed)), key=chances.__getitem__, reverse=True)
    best = order[0] if order else None
    if best is None:
        likeliest, share, score = features.NO_CANDIDATE, 0.0, 0.0
    else:
        likeliest, share, score = described[best], chances[best], scores[best]
    values = features.describe_speech(setting, likeliest, share, score)
    nobodys = not sure and (passive or is_nobodys(reading, quotation))
    return Decision(
        quotation,
        setting,
        None if best is None or nobodys else proposed[best],
        share,
        ranking.chance(ranking.total(model.speech, values)),
        values,
        tuple((proposed[k], chances[k]) for k in order[1:MOST_RIVALS]),
    )


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
        between = reading.frame(here).classes[last.token + 1 : quotation.token]
        return "s" if "." not in between else "d" if between.count(".") < 2 else "p"
    return "n" if reading.neighbours.get(here) == there else "m" if 0 < here - there <= 3 else "f"


def _continued(span: QuotedSpan, before: Attribution) -> Attribution:
    kind: QuotationKind = "scare" if before.kind == "scare" else "direct"
    return replace(before, at=span.at, kind=kind, rule="continued", continues=span.continues)


def _attribution(reading: Reading, decision: Decision, model: Model) -> Attribution:
    at = decision.quotation.span.at
    speech = ranking.calibrated(model.speech_curve, decision.speech)
    share = ranking.calibrated(model.source_curve, decision.share)
    if decision.speech < model.speech_from:
        return Attribution(at, "scare", "scare", 1 - speech, speech=speech)
    kind = kind_of(decision)
    if decision.best is None or speech * share < model.source_from:
        return Attribution(at, kind, "nobody", 0.0, speech=speech)
    told = telling(reading, decision.quotation, decision.best)
    return Attribution(
        at,
        kind,
        told.rule,
        speech * share,
        said_by(reading, decision.best),
        told.also_by_at,
        told.cue_at,
        relayed=told.relayed,
        speech=speech,
        weighed=weighed(reading, decision, share),
    )


def weighed(reading: Reading, decision: Decision, share: float) -> tuple[tuple[Place, float], ...]:
    """The source words of a decision, with their calibrated share, and of its rivals, who share the rest."""
    assert decision.best is not None
    rest = (1 - share) / max(1e-9, 1 - decision.share)
    rivals = ((said_by(reading, candidate), rest * raw) for candidate, raw in decision.rivals)
    return ((said_by(reading, decision.best), share), *rivals)


def kind_of(decision: Decision) -> QuotationKind:
    """Direct where the words are a whole utterance, mixed where they are part of the reporter's sentence."""
    values = decision.setting.values
    begins = values["case"] == "u" and not re.fullmatch(r"[a-z]+", values["left"])
    whole = values["ending"] in ".?!," or values["length"] in LONG or values["left"] in ("^", ":", ".")
    return "direct" if begins and whole else "mixed"


def said_by(reading: Reading, candidate: Candidate) -> Place:
    """The place of the source words."""
    mention = candidate.mention
    frame = reading.frame(mention.paragraph)
    return Place(mention.paragraph, frame.starts[mention.phrase.start], frame.ends[mention.phrase.end - 1])
