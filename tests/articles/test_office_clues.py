from __future__ import annotations

from datetime import date

import pytest

from brexitsite.articles.day_sets import between
from brexitsite.articles.evidence import Evidence
from brexitsite.articles.office_clues import held, sole, titled

DAYS = between(date(2019, 3, 20), date(2019, 4, 20))


@pytest.mark.parametrize(
    "sentence",
    [
        "Ports Secretary Cy Day left.",
        "Cy Day, the Port Secretary, left.",
        "It was said by Cy Day, the Port Secretary.",
    ],
)
def test_an_office_beside_a_full_name_tells_its_tenure(evidence: Evidence, sentence: str) -> None:
    assert DAYS in list(held(sentence, evidence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The former Port Secretary Cy Day left.",
        "Former Labour Port Secretary Cy Day left.",
        "The ex-Port Secretary Cy Day left.",
        "Cy Day met the Port Secretary.",
        "Port Secretary Zed Quill left.",
    ],
)
def test_what_is_not_held_tells_nothing(evidence: Evidence, sentence: str) -> None:
    assert not any(held(sentence, evidence))


def test_the_prime_minister_is_the_only_holder_that_is_named(evidence: Evidence) -> None:
    sentences = ["Ann Other spoke.", "The prime minister was calm."]
    assert list(sole(sentences, evidence)) == [(sentences[1], between(date(2018, 1, 1), date(2019, 6, 30)))]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Ann Other met Bo Lee.", "The prime minister was calm."],
        ["Ann Other met Mr Lee.", "The prime minister was calm."],
        ["Bo Lee spoke.", "The prime minister was calm."],
        ["Ann Other spoke.", "A prime minister was calm."],
        ["Ann Other spoke.", "The prime minister of France was calm."],
    ],
)
def test_two_holders_or_an_unknown_next_one_tell_nothing(evidence: Evidence, sentences: list[str]) -> None:
    assert list(sole(sentences, evidence)) == []


def test_an_office_beside_a_surname_tells_its_tenure(evidence: Evidence) -> None:
    assert list(titled("They met Port Secretary Day, who left.", evidence)) == [DAYS]


@pytest.mark.parametrize(
    "sentence", ["The former Port Secretary Day left.", "Port Secretary Quill left.", "They met on Port Day."]
)
def test_a_surname_of_no_holder_tells_nothing(evidence: Evidence, sentence: str) -> None:
    assert not any(titled(sentence, evidence))
