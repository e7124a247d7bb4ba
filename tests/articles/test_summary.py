from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from brexitsite.articles.summary import MAX_WORDS, summary


def test_whole_sentences_are_taken_while_they_fit() -> None:
    assert summary(["The board met. It voted. Nobody won."], 5) == "The board met. It voted."


def test_a_place_or_a_label_alone_is_passed_over() -> None:
    assert summary(["NORTHPORT", "The board met on Monday."]) == "The board met on Monday."


def test_quotation_marks_stay_with_their_sentence() -> None:
    assert summary(["“We met.” She left. Nobody else did."], 4) == "“We met.” She left."


@given(st.lists(st.text("ab .“”", max_size=200), max_size=4))
def test_a_summary_is_short_and_in_the_articles_words(paragraphs: list[str]) -> None:
    words = summary(paragraphs).split()
    assert len([w for w in words if w != "…"]) <= MAX_WORDS
    assert all(any(w in p for p in paragraphs) for w in words if w != "…")
