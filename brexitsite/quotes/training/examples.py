"""Quotations of annotated articles as the ranker sees them: candidates described, the right ones known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from brexitsite.quotes import attribution, features
from brexitsite.quotes.attribution import History
from brexitsite.quotes.candidates import Candidate, Reading, quoted, read
from brexitsite.quotes.features import Setting, Values
from brexitsite.quotes.marks import quoted_spans
from brexitsite.quotes.ranking import Model
from brexitsite.quotes.training.gold import Document, is_ignored, is_right, marked_as


@dataclass(frozen=True, slots=True)
class Choice:
    """The candidates of one quotation, described, and which of them are the marked source."""

    publisher: str
    described: list[Values]
    right: list[bool]


def choices(document: Document) -> Iterator[Choice]:
    """Every quotation with a right candidate, the one before it taken as rightly attributed."""
    spans = quoted_spans(document.paragraphs)
    reading, history = read(document.paragraphs, spans), History()
    for number, span in enumerate(spans):
        marked = marked_as(document, span)
        if marked is None:
            continue
        quotation = quoted(reading, number)
        if span.continues is not None and not attribution.says_whose(reading, number):
            history.quotation = quotation
            continue
        setting, proposed = attribution.situation(reading, quotation, history)
        right = [is_right(document, candidate, marked) for candidate in proposed]
        if any(right):
            described = [_described(reading, setting, candidate) for candidate in proposed]
            yield Choice(document.publisher, described, right)
        history = History(quotation, proposed[right.index(True)] if any(right) else None)


def _described(reading: Reading, setting: Setting, candidate: Candidate) -> Values:
    return features.describe(reading, setting, candidate, features.sketch(setting, candidate))


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair of marks as a model judged it that never saw its publisher."""

    publisher: str
    described: Values
    """For the question whether it is speech."""
    share: float
    is_speech: bool
    has_source: bool
    is_right: bool


def judged(documents: Iterable[Document], model: Model) -> list[Judged]:
    """Attribute as on the site, and compare with the annotators, who left single marks out."""
    return [case for document in documents for case in _judged(document, model)]


def _judged(document: Document, model: Model) -> Iterator[Judged]:
    spans = quoted_spans(document.paragraphs)
    reading, history = read(document.paragraphs, spans), History()
    for number, span in enumerate(spans):
        marked = marked_as(document, span)
        if span.continues is not None and not attribution.says_whose(reading, number):
            if marked is not None:
                history.quotation = quoted(reading, number)
            continue
        if not span.double or (marked is None and is_ignored(document, span)):
            continue
        decision = attribution.decide(reading, number, history, model)
        yield Judged(
            document.publisher,
            decision.described,
            decision.share,
            marked is not None,
            marked is not None and marked.source is not None,
            marked is not None and decision.best is not None and is_right(document, decision.best, marked),
        )
        if marked is not None:
            history = History(decision.quotation, decision.best)


def publishers(cases: Sequence[Judged] | Sequence[Document]) -> list[str]:
    """The folds."""
    return sorted({case.publisher for case in cases})
