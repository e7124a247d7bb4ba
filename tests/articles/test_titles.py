from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from brexitsite.articles.titles import LONGEST_DERIVED, LONGEST_STATED, derived, tidied


def test_a_derived_title_is_the_first_sentence_without_its_place() -> None:
    assert derived(["NORTHPORT (Example) - The board met. It left."]) == "The board met"


def test_an_opening_in_capitals_gets_the_letters_that_the_article_has() -> None:
    assert (
        derived(["THE NHS will see Ann Other, it said.", "The NHS is ill."])
        == "The NHS will see Ann Other, it said"
    )


def test_a_given_name_or_a_small_word_in_capitals_needs_no_second_place() -> None:
    assert derived(["ALICE Other left the board."]) == "Alice Other left the board"
    assert derived(["WHEN the dock opens, it rains."]) == "When the dock opens, it rains"
    assert derived(["UKPB leader Ann Other left."]) == "UKPB leader Ann Other left"


def test_a_picture_credit_or_a_place_is_no_title() -> None:
    assert derived(["LBC", "The board met on Monday. It left."]) == "The board met on Monday"


def test_a_long_sentence_is_cut_at_a_clauses_end() -> None:
    sentence = "The harbour board will not open the second dock in June, although every shipper wants it to."
    assert (
        derived([f"{sentence} Nobody knows why."])
        == "The harbour board will not open the second dock in June…"
    )


def test_no_paragraphs_give_no_title() -> None:
    assert derived([]) == ""


@given(st.text(max_size=800))
def test_titles_are_bounded_and_of_one_line(text: str) -> None:
    assert len(tidied(text)) <= LONGEST_STATED + 1
    assert len(derived([" ".join(text.split())])) <= LONGEST_DERIVED + 1
    assert "\n" not in tidied(text)
