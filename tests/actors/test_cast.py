"""What a cast offers beside sources: mentions, names, an editor's decisions; and what never changes it."""

from __future__ import annotations

import random
import time
from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brexitsite.actors.about import about
from brexitsite.actors.registry_index import Index
from brexitsite.actors.resolve import Cast
from brexitsite.model import Actor, Office, Paragraph, Place

DAY = date(2016, 6, 1)
PIECES = (
    "Tom Okoro, the prime minister, Mr Carver’s “ ” ' \" said: . Dame Ruth he she it A spokesman for HF "
    "Sir van der May’s Jean-Luc O’Dowd PM (Ben) Carver\u00a0 MP – former mayor Ventry J.K. his deputy …"
).split(" ")


def cast(text: str, index: Index, **more: Any) -> Cast:
    return Cast([Paragraph(line) for line in text.split("\n")], DAY, index, **more)


def told(text: str, index: Index) -> list[tuple[str, str]]:
    """Each mention with its words."""
    found = cast(text, index).mentions()
    lines = text.split("\n")
    return [(m.actor, lines[m.at.paragraph][m.at.start : m.at.end]) for m in found]


def test_names_titles_and_offices_are_mentioned(index: Index) -> None:
    text = "Tom Okoro met the prime minister. Mr Okoro left; Okoro’s aide stayed with the HF."
    assert told(text, index) == [
        ("tom-okoro", "Tom Okoro"),
        ("ann-harrow", "prime minister"),
        ("tom-okoro", "Mr Okoro"),
        ("tom-okoro", "Okoro"),
        ("harbour-fund", "HF"),
    ]


def test_pronouns_are_not_mentioned(index: Index) -> None:
    assert told("Tom Okoro spoke. He left.", index) == [("tom-okoro", "Tom Okoro")]


def test_a_doubtful_surname_is_not_mentioned(index: Index) -> None:
    text = "Ben Carver and Hugo Carver came.\nThen Mr Carver left."
    assert [words for _, words in told(text, index)] == ["Ben Carver", "Hugo Carver"]


def test_a_month_is_not_mentioned_as_a_person(index: Index) -> None:
    assert told("Olive May spoke. The vote is in May. By 3 May it was over.", index) == [
        ("olive-may", "Olive May")
    ]


def test_a_party_before_its_people_is_not_mentioned(index: Index) -> None:
    assert told("Labour MPs rebelled. Labour has lost.", index) == [("labour-party", "Labour")]


def test_mentions_are_in_order_and_apart(cases: list[Any], index: Index) -> None:
    for case in cases:
        found = case.cast(index).mentions()
        assert found == sorted(found, key=lambda mention: mention.at)
        assert all(a.at.paragraph < b.at.paragraph or a.at.end <= b.at.start for a, b in pairwise(found))


def test_everyone_identified_has_a_name(index: Index) -> None:
    names = cast("Tom Okoro met GRETA SOLHEIM.", index).names()
    assert names == {"tom-okoro": "Tom Okoro", "greta-solheim": "Greta Solheim"}


def test_an_editor_decides_words(index: Index) -> None:
    text = "Mr Carver met the ferryman."
    decided = {"Mr Carver": "hugo-carver", "the ferryman": "tom-okoro"}
    chosen = cast(text, index, decided=decided)
    assert [m.actor for m in chosen.mentions()] == ["hugo-carver", "tom-okoro"]
    assert chosen.source(Place(0, 14, 26)).slug == "tom-okoro"
    assert chosen.source(Place(0, 0, 9)).rule == "decided"


def test_an_editor_decides_for_nobody(index: Index) -> None:
    nobody = cast("Tom Okoro spoke.", index, decided={"Tom Okoro": ""})
    assert nobody.mentions() == []
    assert nobody.source(Place(0, 0, 9)).type == "unnamed"


def test_a_title_apart_from_the_text_names_people_too(index: Index) -> None:
    read = cast("He buried the bill. Mr Carver wept.", index, title="Tom Okoro and Rosa Carver")
    assert read.source(Place(0, 0, 2)).slug == "tom-okoro"
    assert read.mentions() == []


def test_words_inside_the_quotation_are_not_its_source(index: Index) -> None:
    inside = cast("“Tom Okoro lied.”", index).source(Place(0, 1, 10), near=Place(0, 1, 16))
    assert inside.type == "none"


def test_a_quotation_is_about_those_it_names(index: Index) -> None:
    text = "Ann Harrow said: “Tom Okoro and the HF lied. Okoro knew.” Ben Carver left."
    assert about(Place(0, 18, 56), cast(text, index)) == ("tom-okoro", "harbour-fund")


def everything(cases: Iterable[Any], index: Index) -> list[tuple[object, ...]]:
    """All that a cast says, case by case."""
    casts = [(case.cast(index), case.place) for case in cases]
    return [(cast.source(place), cast.mentions(), cast.names()) for cast, place in casts]


def shuffled(items: Iterable[Actor], seed: int) -> list[Actor]:
    mixed = list(items)
    random.Random(seed).shuffle(mixed)
    return mixed


@pytest.mark.parametrize("seed", range(3))
def test_resolving_does_not_depend_on_the_order_of_actors(
    cases: list[Any], actors: list[Actor], offices: dict[str, Office], index: Index, seed: int
) -> None:
    assert everything(cases, Index(shuffled(actors, seed), offices)) == everything(cases, index)


def test_an_unrelated_actor_changes_nothing(
    cases: list[Any], actors: list[Actor], offices: dict[str, Office], index: Index
) -> None:
    stranger = Actor("quirin-abelard", "person", "Quirin Abelard", "Abelard, Quirin", pronouns="he")
    assert everything(cases, Index([*actors, stranger], offices)) == everything(cases, index)


def test_a_sentence_after_an_article_changes_no_source(cases: list[Any], index: Index) -> None:
    for case in cases:
        longer = Cast([*case.paragraphs, Paragraph("It rained.")], case.day, index)
        assert longer.source(case.place) == case.source(index)


texts = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join))


@settings(max_examples=300, deadline=None)
@given(st.lists(texts, max_size=4), st.integers(-1, 5), st.integers(0, 80), st.integers(0, 20))
def test_no_input_raises_and_places_lie_in_their_paragraphs(
    index: Index, lines: list[str], paragraph: int, start: int, length: int
) -> None:
    read = Cast([Paragraph(line) for line in lines], DAY, index)
    place = Place(paragraph, start, start + length)
    found = read.source(place)
    assert 0.0 <= found.confidence <= 1.0
    assert not found.registered or found.slug in index.actors
    for mention in read.mentions():
        assert 0 <= mention.at.start < mention.at.end <= len(lines[mention.at.paragraph])
        assert mention.actor in index.actors
    assert set(about(place, read)) <= {mention.actor for mention in read.mentions()}


LONG = {
    "marks": "“" * 50_000,
    "names": "Tom Okoro and Ben Carver met Mr Carver. " * 2_000,
    "one sentence": "he said that Tom Okoro, the prime minister, told a source that " * 2_000,
    "descriptions": "A source said no. The source said that the Tory MP and the bank knew. She agreed. "
    * 1_500,
    "commas": "a, " * 20_000,
    "capitals": "Abc " * 20_000,
}


@pytest.mark.parametrize("kind", LONG)
def test_time_grows_with_length_only(index: Index, kind: str) -> None:
    def seconds(text: str) -> float:
        began = time.process_time()
        read = cast(text, index)
        for start in range(0, len(text), len(text) // 50):
            read.source(Place(0, start, start + 10))
        return time.process_time() - began

    whole = LONG[kind]
    part = seconds(whole[: len(whole) // 8])
    assert seconds(whole) < 8 * 10 * part + 0.2
