"""Say of every quotation of an article whose words it is: marks → candidates → the likeliest, or nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from brexitsite.model import Attribution, Paragraph, Place, QuotationKind
from brexitsite.quotes import features, ranking
from brexitsite.quotes.candidates import Candidate, Mention, Quoted, Reading, propose, quoted, read
from brexitsite.quotes.marks import QuotedSpan, quoted_spans
from brexitsite.quotes.ranking import Model
from brexitsite.quotes.telling import telling

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
        if span.continues is not None and span.continues < number:
            found.append(_continued(span, found[span.continues]))
            if history.quotation is not None and found[-1].kind != "scare":
                history.quotation = quoted(reading, number)
        else:
            decision = decide(reading, number, history, model)
            found.append(_attribution(reading, decision, model))
            if found[-1].kind != "scare":
                history = History(decision.quotation, decision.best)
    return found


def decide(reading: Reading, number: int, history: History, model: Model) -> Decision:
    """Weigh the candidates of one quotation, and whether it is anybody's words at all."""
    quotation = quoted(reading, number)
    setting, proposed = situation(reading, quotation, history)
    best, share = None, 0.0
    rivals: list[tuple[Candidate, float]] = []
    if proposed:
        scores = [
            ranking.total(model.source, features.describe(reading, setting, candidate))
            for candidate in proposed
        ]
        chances = ranking.shares(scores)
        winner = max(range(len(proposed)), key=scores.__getitem__)
        best, share = proposed[winner], chances[winner]
        rivals = sorted(zip(proposed, chances, strict=True), key=itemgetter(1), reverse=True)[1:MOST_RIVALS]
    speech = ranking.total(model.speech, features.describe_speech(setting, best, share))
    return Decision(quotation, setting, best, share, speech, tuple(rivals))


def situation(
    reading: Reading, quotation: Quoted, history: History
) -> tuple[features.Setting, list[Candidate]]:
    """What a quotation stands in: its neighbours, the source of the last words before it, the candidates."""
    gap = _gap(reading, history.quotation, quotation)
    source = history.source if gap not in ("0", "f") else None
    carried: Mention | None = source.mention if source else None
    return features.setting(reading, quotation, source, gap), propose(reading, quotation, carried)


def _gap(reading: Reading, last: Quoted | None, quotation: Quoted) -> str:
    """How far the last words before this quotation are: one sentence, paragraph, next paragraph, further, none."""
    if last is None:
        return "0"
    here, there = quotation.span.at.paragraph, last.span.at.paragraph
    if here == there:
        between = reading.frame(here).classes[last.token + 1 : quotation.token]
        return "s" if "." not in between else "d" if between.count(".") < 2 else "p"
    return "n" if reading.neighbours.get(here) == there else "m" if 0 < here - there <= 3 else "f"


def _continued(span: QuotedSpan, before: Attribution) -> Attribution:
    return Attribution(
        span.at, before.kind if before.kind == "scare" else "direct", "continued", before.confidence, before.said_by_at, before.also_by_at,
        before.cue_at, span.continues, before.relayed, before.speech, before.weighed,
    )  # fmt: skip


def _attribution(reading: Reading, decision: Decision, model: Model) -> Attribution:
    at = decision.quotation.span.at
    if decision.speech < model.speech_from:
        return Attribution(at, "scare", "scare", ranking.calibrated(model.calibration, decision.share))
    kind = kind_of(decision)
    if decision.best is None:
        return Attribution(at, kind, "nobody", 0.0)
    told = telling(reading, decision.quotation, decision.best)
    return Attribution(
        at,
        kind,
        told.rule,
        ranking.calibrated(model.calibration, decision.share),
        said_by(reading, decision.best),
        told.also_by_at,
        told.cue_at,
        relayed=told.relayed,
        speech=ranking.chance(decision.speech),
        weighed=weighed(reading, decision),
    )


def weighed(reading: Reading, decision: Decision) -> tuple[tuple[Place, float], ...]:
    """The source words of a decision and of its rivals, with their shares."""
    assert decision.best is not None
    everybody = ((decision.best, decision.share), *decision.rivals)
    return tuple((said_by(reading, candidate), share) for candidate, share in everybody)


def kind_of(decision: Decision) -> QuotationKind:
    """Direct where the words are a whole utterance, mixed where they are part of the reporter's sentence."""
    s = decision.setting
    whole = s.upper == "u" and (s.ending in ".?!," or s.length in "58f" or s.left in ("^", ":", "."))
    return "direct" if whole and not re.fullmatch(r"[a-z]+", s.left) else "mixed"


def said_by(reading: Reading, candidate: Candidate) -> Place:
    """The place of the source words."""
    mention = candidate.mention
    frame = reading.frame(mention.paragraph)
    return Place(mention.paragraph, frame.starts[mention.phrase.start], frame.ends[mention.phrase.end - 1])
