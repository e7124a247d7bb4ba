"""How sure it is who said some words, when several source words may be theirs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from brexitsite.actors.registry_index import Index
from brexitsite.actors.resolve import Cast
from brexitsite.actors.speakers import FRAGMENT, WHOLE, Curve, calibrated, settled, speakers
from brexitsite.model import Attribution, Paragraph, Place, QuotationKind

TEXT = "Tom Okoro left. Ann Harrow stayed. “We go on,” the Labour leader said."
OKORO, HARROW, LEADER = Place(0, 0, 9), Place(0, 16, 26), Place(0, 47, 64)
WORDS = Place(0, 36, 45)
KINDS: tuple[QuotationKind, ...] = ("direct", "mixed")


def attribution(*weighed: tuple[Place, float], kind: QuotationKind = "direct") -> Attribution:
    return Attribution(WORDS, kind, "verb", weighed[0][1], weighed[0][0], weighed=weighed)


@pytest.fixture
def cast(index: Index) -> Cast:
    return Cast([Paragraph(TEXT)], date(2016, 6, 1), index)


def test_source_words_that_mean_one_person_add_up(cast: Cast) -> None:
    (alone,) = speakers(attribution((LEADER, 0.6), (HARROW, 0.3)), cast)
    (agreeing,) = speakers(attribution((LEADER, 0.6), (OKORO, 0.3)), cast)
    assert alone.slug == agreeing.slug == "tom-okoro"
    assert agreeing.confidence > alone.confidence


def test_words_that_may_be_nobodys_are_less_sure(cast: Cast) -> None:
    sure = attribution((LEADER, 0.9))
    doubtful = Attribution(WORDS, "mixed", "verb", 0.9, LEADER, speech=0.5, weighed=sure.weighed)
    assert speakers(doubtful, cast)[0].confidence < speakers(sure, cast)[0].confidence


def test_joint_speakers_are_two(cast: Cast) -> None:
    joint = Attribution(WORDS, "direct", "verb", 0.9, OKORO, (HARROW,))
    assert [source.slug for source in speakers(joint, cast)] == ["tom-okoro", "ann-harrow"]


def test_the_same_one_told_twice_is_one(cast: Cast) -> None:
    joint = Attribution(WORDS, "direct", "verb", 0.9, OKORO, (LEADER,))
    assert [source.slug for source in speakers(joint, cast)] == ["tom-okoro"]


def test_joint_speakers_keep_their_order(cast: Cast) -> None:
    joint = Attribution(WORDS, "direct", "verb", 0.9, OKORO, (HARROW, LEADER))
    assert [source.slug for source in speakers(joint, cast)] == ["tom-okoro", "ann-harrow"]


def test_a_line_may_be_one_office_to_its_end(index: Index) -> None:
    cast = Cast([Paragraph("Leader of Her Majesty's Loyal Opposition")], date(2016, 6, 1), index)
    assert cast.is_caption(0)


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("I fear that Tom Okoro is leaving", None),
        ("I fear that Okoro is leaving", None),
        ("I fear for Tom Okoro’s name", "tom-okoro"),
        ("An Okoro government would go on", "tom-okoro"),
        ("As Labour leader I go on", "tom-okoro"),
    ],
)
def test_nobody_speaks_of_himself_by_name(index: Index, words: str, speaker: str | None) -> None:
    text = f"Tom Okoro came to Ventry. “{words},” he said."
    at = text.index(words)
    he = text.index("he said")
    cast = Cast([Paragraph(text)], date(2016, 6, 1), index)
    found = Attribution(Place(0, at, at + len(words)), "direct", "verb", 0.9, Place(0, he, he + 2))
    assert [source.slug for source in speakers(found, cast)] == [speaker]


def test_words_unsure_one_by_one_may_mean_one_person(cast: Cast) -> None:
    named, shared = (
        replace(attribution(*w), speech=0.99)
        for w in (
            ((LEADER, 0.52), (HARROW, 0.45)),
            ((LEADER, 0.52), (OKORO, 0.45)),
        )
    )
    nobody = Attribution(WORDS, "direct", "nobody", 0.0)
    assert settled(replace(nobody, otherwise=shared), cast)[1][0].slug == "tom-okoro"
    assert settled(replace(nobody, otherwise=named), cast) == (replace(nobody, otherwise=named), ())


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("Tom Okoro sells a boat on the quay, June 2", None),
        ("Tom Okoro sold a boat on the quay.", "tom-okoro"),
        ("Tom Okoro, for years the leader of the Labour Party", "tom-okoro"),
        ("TOM OKORO WHO LEADS THE LABOUR PARTY", "tom-okoro"),
        ("Tom Okoro said: “We sell the boat on the quay", "tom-okoro"),
    ],
)
def test_a_caption_above_is_no_source(index: Index, line: str, speaker: str | None) -> None:
    cast = Cast([Paragraph(line), Paragraph("“We go on.”")], date(2016, 6, 1), index)
    found = Attribution(Place(1, 1, 10), "direct", "source before", 0.9, Place(0, 0, 9))
    assert next((source.slug for source in settled(found, cast)[1]), None) == speaker


def test_scare_quotes_have_no_speaker(cast: Cast) -> None:
    assert speakers(attribution((LEADER, 0.9), kind="scare"), cast) == ()
    assert speakers(Attribution(WORDS, "direct", "nobody", 0.0), cast) == ()


def test_a_fragment_needs_more_than_a_whole_utterance(cast: Cast) -> None:
    weighed = (LEADER, 0.75)
    whole, fragment = (speakers(attribution(weighed, kind=kind), cast) for kind in KINDS)
    assert whole[0].confidence > fragment[0].confidence


@pytest.mark.parametrize("curve", [WHOLE, FRAGMENT])
def test_a_calibration_rises_from_its_first_point_to_its_last(curve: Curve) -> None:
    assert [calibrated(curve, share) for share, _ in curve] == [right for _, right in curve]
    steps = [calibrated(curve, step / 100) for step in range(101)]
    assert steps == sorted(steps)


def test_a_body_does_not_say_i(index: Index) -> None:
    cast = Cast([Paragraph("The Harbour Fund said: “I have said so myself.”")], date(2016, 6, 1), index)
    (source,) = speakers(Attribution(Place(0, 24, 47), "direct", "verb", 0.9, Place(0, 0, 16)), cast)
    assert (source.type, source.name) == ("organisation", None)


def test_a_body_says_we(index: Index) -> None:
    cast = Cast([Paragraph("The Harbour Fund said: “We have said so before.”")], date(2016, 6, 1), index)
    (source,) = speakers(Attribution(Place(0, 24, 47), "direct", "verb", 0.9, Place(0, 0, 16)), cast)
    assert source.name == "Harbour Fund"
