"""From raw bytes to an article, and what never changes the answer."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brexitsite.actors.speakers import CERTAIN_ENOUGH
from brexitsite.errors import Quarantined
from brexitsite.model import QuotationDecision, RawArticle, Sidecar
from brexitsite.pipeline import MAX_QUOTATIONS, Knowledge, article

CONTENT = Path(__file__).parent / "golden" / "content"
BELL = "The bell\n\n2 June 2024\n\n“It is flat,” said Ida Keswick. “We shall mend it.”\n"


KNOWN = Knowledge.load(CONTENT)


@pytest.fixture
def known() -> Knowledge:
    return KNOWN


def raw(text: str | bytes, sidecar: Sidecar | None = None, name: str = "bell.txt") -> RawArticle:
    data = text.encode() if isinstance(text, str) else text
    return RawArticle(name, data, sidecar or Sidecar())


def test_an_article_says_who_said_what(known: Knowledge) -> None:
    found = article(raw(BELL), known)
    assert (found.title, found.day, found.dated.basis) == ("The bell", date(2024, 6, 2), "stated")
    assert [(q.text, q.speakers, q.role) for q in found.quotations] == [
        ("It is flat,", ("ida-keswick",), "Harbour Master"),
        ("We shall mend it.", ("ida-keswick",), "Harbour Master"),
    ]
    assert found.people == ("ida-keswick",)


def test_an_article_without_a_day_waits_for_one(known: Knowledge) -> None:
    with pytest.raises(Quarantined, match=r"states no date.*add date to bell\.toml"):
        article(raw(BELL.replace("2 June 2024\n\n", "")), known)


def test_the_sidecar_has_the_last_word(known: Knowledge) -> None:
    decision = QuotationDecision(
        "It is flat", speaker="piers-ormond", was="Ida Keswick", because="he rang it"
    )
    sidecar = Sidecar(title="A bell", date=date(2024, 6, 3), outlet="evening-tide", quotations=(decision,))
    found = article(raw(BELL, sidecar), known)
    assert (found.title, found.day, found.dated.basis, found.outlet) == (
        "A bell",
        date(2024, 6, 3),
        "sidecar",
        "evening-tide",
    )
    assert (found.quotations[0].speakers, found.quotations[0].checked) == (("piers-ormond",), True)


def test_rights_come_from_sidecar_then_outlet_then_site(known: Knowledge) -> None:
    def rights(sidecar: Sidecar) -> str:
        return article(raw(BELL, sidecar), known).republish

    assert rights(Sidecar()) == "extract"
    assert rights(Sidecar(outlet="harbour-gazette")) == "full"
    assert rights(Sidecar(outlet="harbour-gazette", republish="extract")) == "extract"


def test_a_withdrawn_article_keeps_no_word(known: Knowledge) -> None:
    found = article(raw(BELL, Sidecar(withdrawn="at the court's order")), known)
    assert (found.paragraphs, found.quotations, found.names) == ((), (), {})
    assert (found.title, found.withdrawn) == ("Withdrawn", "at the court's order")


def test_a_doubtful_speaker_is_not_named_and_the_source_words_stay(known: Knowledge) -> None:
    text = BELL.replace("said Ida Keswick", "said Ormond")
    for quotation in article(raw(text), known).quotations:
        assert quotation.speakers == () or quotation.confidence >= CERTAIN_ENOUGH
    assert article(raw(text), known).quotations[0].said_by == "Ormond"


def test_the_mayor_is_who_held_the_office_on_that_day(known: Knowledge) -> None:
    text = BELL.replace("Ida Keswick", "the mayor")
    assert article(raw(text), known).quotations[0].speakers == ("nell-ormond",)
    assert article(raw(text.replace("2024", "2019")), known).quotations[0].speakers == ("ralph-tindall",)


def test_more_quotations_than_an_article_has_are_refused(known: Knowledge) -> None:
    many = "“No way,” he said. " * (MAX_QUOTATIONS + 1)
    with pytest.raises(Quarantined, match="2,001 opening quotation marks and at most 2,000 are read"):
        article(raw(f"The bell\n\n2 June 2024\n\n{many}\n"), known)


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        st.characters(exclude_categories=["Cs"]) | st.sampled_from("“”‘’'\"\n., saidheIdaKeswick"),
        max_size=400,
    )
)
def test_places_point_at_their_words_in_any_text(text: str) -> None:
    try:
        found = article(raw(f"The bell\n\n2 June 2024\n\n{text}\n"), KNOWN)
    except Quarantined:
        return
    for q in found.quotations:
        assert found.paragraphs[q.at.paragraph][q.at.start : q.at.end] == q.text
        if q.said_by_at:
            place = q.said_by_at
            assert found.paragraphs[place.paragraph][place.start : place.end] == q.said_by
    places = [q.at for q in found.quotations]
    assert places == sorted(places)
    assert all(a.paragraph < b.paragraph or a.end <= b.start for a, b in pairwise(places))
