"""What an editor decided about single quotations, applied to what was found."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from brexitsite.errors import Quarantined
from brexitsite.model import Place, Quotation, QuotationDecision, Slug, SpeakerType
from brexitsite.quotes.identity import named

RULE = "editor"


def decided(
    article: str,
    quotations: Sequence[Quotation],
    decisions: Iterable[QuotationDecision],
    paragraphs: Sequence[str],
    speaker_type: Callable[[Slug], SpeakerType | None],
) -> tuple[Quotation, ...]:
    """Apply a sidecar's [[quotation]] tables, in order.

    `article` is its id, `speaker_type` knows every slug that may be named. Raises Quarantined where
    a decision names words or a speaker that the article lacks: none may be lost in silence.
    """
    result = list(quotations)
    for decision in decisions:
        _check_speaker(decision, speaker_type)
        if decision.add:
            result.append(_added(article, decision, paragraphs, speaker_type))
        else:
            found = _found(result, decision)
            result[found : found + 1] = _changed(result[found], decision, speaker_type)
    ids = {q.id for q in result}
    linked = [replace(q, continues=q.continues if q.continues in ids else None) for q in result]
    return tuple(sorted(linked, key=lambda q: q.at))


def _check_speaker(decision: QuotationDecision, known: Callable[[Slug], SpeakerType | None]) -> None:
    if decision.speaker and known(decision.speaker) is None:
        raise Quarantined(
            f"its sidecar names the speaker '{decision.speaker}', whom nobody knows",
            f"add content/actors/{decision.speaker}.md, or correct the name",
        )


def _changed(
    found: Quotation, decision: QuotationDecision, known: Callable[[Slug], SpeakerType | None]
) -> list[Quotation]:
    if decision.remove:
        return []
    marked = replace(
        found,
        checked=decision.checked or decision.speaker is not None,
        corrected=decision.corrected,
        was=decision.was,
        because=decision.because,
    )
    return [_spoken(marked, decision.speaker, known)]


def _spoken(
    quotation: Quotation, speaker: Slug | None, known: Callable[[Slug], SpeakerType | None]
) -> Quotation:
    if speaker is None:
        return quotation
    kind = "direct" if speaker and quotation.kind == "scare" else quotation.kind
    speakers = (speaker,) if speaker else ()
    who = known(speaker) if speaker else None
    unknown: SpeakerType = "unnamed" if quotation.said_by else "none"
    return replace(
        quotation,
        kind=kind,
        speakers=speakers,
        speaker_type=who or unknown,
        rule=RULE,
        confidence=1.0,
    )


def _added(
    article: str,
    decision: QuotationDecision,
    paragraphs: Sequence[str],
    known: Callable[[Slug], SpeakerType | None],
) -> Quotation:
    places = [
        Place(number, match.start(), match.end())
        for number, paragraph in enumerate(paragraphs)
        for match in re.finditer(re.escape(decision.text), paragraph)
    ]
    if len(places) < decision.nth:
        raise _missing(decision)
    place = places[decision.nth - 1]
    id = named(article, [f"added {decision.text} {decision.nth}"])[0]
    plain = Quotation(id, place, decision.text, "direct", "none", RULE, 1.0, checked=True)
    marked = replace(plain, corrected=decision.corrected, was=decision.was, because=decision.because)
    return _spoken(marked, decision.speaker, known)


def _found(quotations: Sequence[Quotation], decision: QuotationDecision) -> int:
    wanted = _words(decision.text)
    hits = [n for n, q in enumerate(quotations) if wanted and wanted in _words(q.text)]
    exact = [n for n in hits if _words(quotations[n].text) == wanted]
    hits = exact or hits
    if len(hits) < decision.nth:
        raise _missing(decision)
    return hits[decision.nth - 1]


def _missing(decision: QuotationDecision) -> Quarantined:
    return Quarantined(
        f"its sidecar names the quotation '{decision.text[:60]}', which the article lacks",
        "copy the words from the article, or take the table out",
    )


def _words(text: str) -> str:
    """Words alone, so that marks, white space and dashes need not be copied exactly."""
    return " ".join(re.findall(r"\w+", text.lower()))
