from __future__ import annotations

from collections.abc import Callable

import pytest

from brexitsite.articles.layout import Line
from brexitsite.articles.pull_quotes import named_below, names_below, pull_quotes
from brexitsite.articles.view import View

Lines = Callable[[str], list[Line]]
SAID = "Ann Other told the board: “We must open the second dock, or ships will go elsewhere,” and left."


@pytest.mark.parametrize(
    "line",
    [
        "“We must open the second dock, or ships will go elsewhere”",
        "We must open the second dock, or ships will go elsewhere",
        "'We must open the second dock'",
    ],
)
def test_words_set_large_go_and_those_in_the_sentence_stay(lines: Lines, line: str) -> None:
    assert list(pull_quotes(View(lines(f"{SAID}\n{line}\nIt rained.")), {})) == [1]


@pytest.mark.parametrize(
    "line",
    [
        "“We must open the second dock, or ships will go elsewhere,” she said",
        "We must open the second dock, or ships will go elsewhere.",
        "Ann Other: We must open the second dock, or ships will go elsewhere",
        "• We must open the second dock, or ships will go elsewhere",
        "Nobody must open a third dock, because no ships would come to it",
    ],
)
def test_sentences_lists_and_new_words_stay(lines: Lines, line: str) -> None:
    assert list(pull_quotes(View(lines(f"{SAID}\n{line}\nIt rained.")), {})) == []


def test_a_shortened_quotation_goes_where_a_name_stands_under_it(lines: Lines) -> None:
    view = View(
        lines(f"{SAID}\nOpen the second dock, ships go elsewhere\nAnn Other, union leader\nIt rained.")
    )
    found = dict.fromkeys(pull_quotes(view, {}), "pull quote")
    assert list(found) == [1]
    assert list(names_below(view, found)) == [2]


def test_a_sentence_above_a_heading_stays(lines: Lines) -> None:
    text = f"{SAID}\nWe must not open the dock, or else she will be angry with us, said Bo Lee.\nAnn Other"
    assert list(pull_quotes(View(lines(text)), {})) == []


def test_a_name_that_the_article_does_not_know_is_no_speakers(lines: Lines) -> None:
    assert not named_below(View(lines(f"{SAID}\nOpen the dock\nZed Quill")), 1)
    assert not named_below(View(lines(f"{SAID}\nOpen the dock\nANN OTHER SPEAKS")), 1)
