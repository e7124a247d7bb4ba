from __future__ import annotations

import re

import pytest

from brexitsite.knowledge.language import speech_verbs, verb_forms

SHORT = re.compile(r"[^aeiou]*[aeiou][bdfgklmnprtvz]")
"""One syllable that ends with one consonant: its past form doubles the consonant."""


def test_a_short_verb_states_its_past_form() -> None:
    bases = {base for base, _ in speech_verbs().values()}
    wrong = [base for base in bases if SHORT.fullmatch(base) and f"{base}ed" in speech_verbs()]
    assert wrong == []


@pytest.mark.parametrize(
    "form", ["admitted", "quipped", "begging", "signalled", "signaled", "summed", "denies"]
)
def test_forms_that_newspapers_print_are_known(form: str) -> None:
    assert form in speech_verbs()


def test_a_doubled_consonant_stays_in_the_ing_form() -> None:
    assert "admitting" in list(verb_forms("admit:admitted"))
