from dataclasses import replace
from datetime import date

import pytest

from brexitsite.errors import Quarantined
from brexitsite.model import Place, Quotation, QuotationDecision, SpeakerType
from brexitsite.quotes.decisions import decided

PARAGRAPHS = ["“No toll,” she said, and again: “No toll.”", "A “ferry king” he was."]
FOUND = (
    Quotation("q1", Place(0, 1, 9), "No toll,", "direct", "person", "after", 0.7, said_by="she"),
    Quotation("q2", Place(0, 32, 40), "No toll.", "direct", "person", "after", 0.7, continues="q1"),
    Quotation("q3", Place(1, 3, 13), "ferry king", "scare", "none", "scare", 0.9),
)
TYPES: dict[str, SpeakerType] = {"ann-moor": "person", "town-council": "organisation"}


def apply(*decisions: QuotationDecision) -> tuple[Quotation, ...]:
    return decided("a.txt", FOUND, decisions, PARAGRAPHS, TYPES.get)


def test_an_editor_names_the_speaker() -> None:
    (first, *_) = apply(QuotationDecision("no toll", speaker="ann-moor"))
    assert (first.speakers, first.speaker_type, first.rule) == (("ann-moor",), "person", "editor")
    assert (first.confidence, first.checked) == (1.0, True)


def test_the_second_of_equal_words_can_be_meant() -> None:
    result = apply(QuotationDecision("No toll", nth=2, speaker="town-council"))
    assert [q.speakers for q in result] == [(), ("town-council",), ()]
    assert result[1].speaker_type == "organisation"


def test_nobody_is_a_decision_too() -> None:
    spoken = tuple(replace(q, speakers=("ann-moor",)) for q in FOUND)
    decision = QuotationDecision("No toll", speaker="", was="Ann Moor", because="a heckler")
    (first, *_) = decided("a.txt", spoken, [decision], PARAGRAPHS, TYPES.get)
    assert (first.speakers, first.speaker_type, first.was) == ((), "unnamed", "Ann Moor")


def test_checking_changes_no_speaker() -> None:
    (first, *_) = apply(QuotationDecision("No toll", checked=True))
    assert first == replace(FOUND[0], checked=True)


def test_a_removed_quotation_leaves_nothing_that_goes_on_from_it() -> None:
    result = apply(QuotationDecision("No toll", remove=True))
    assert [(q.id, q.continues) for q in result] == [("q2", None), ("q3", None)]


def test_a_quotation_can_be_added() -> None:
    result = apply(QuotationDecision("he was", add=True, speaker="ann-moor", corrected=date(2026, 11, 22)))
    added = result[-1]
    assert (added.at, added.speakers, added.corrected) == (
        Place(1, 15, 21),
        ("ann-moor",),
        date(2026, 11, 22),
    )
    assert len({q.id for q in result}) == 4


def test_a_scare_quotation_with_a_speaker_is_speech() -> None:
    *_, last = apply(QuotationDecision("ferry king", speaker="ann-moor"))
    assert last.kind == "direct"


@pytest.mark.parametrize(
    ("decision", "message"),
    [
        (QuotationDecision("no bridge", checked=True), "names the quotation 'no bridge', which the article"),
        (QuotationDecision("No toll", nth=3, checked=True), "which the article lacks"),
        (QuotationDecision("he will be", add=True), "which the article lacks"),
        (QuotationDecision("No toll", speaker="bo-fenn"), "names the speaker 'bo-fenn', whom nobody knows"),
        (QuotationDecision("!!", checked=True), "which the article lacks"),
    ],
)
def test_no_decision_is_lost_in_silence(decision: QuotationDecision, message: str) -> None:
    with pytest.raises(Quarantined, match=message):
        apply(decision)
