from __future__ import annotations

import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brexitsite.articles import layout

PROSE = (
    """The harbour board met on Monday and heard from the unions, from the shippers and from the mayor,
    who all wanted something else from the second dock and said so at great length until midnight.""",
    """Nobody voted. The chairman said that they would meet again when everybody had slept, and that the
    cross-party group of the town council would have to say what it wanted before that.""",
    """A well-known shipper left before the end of the meeting and told the newspapers that it had been a
    waste of time for everybody who was there, and of a good dinner for those who had left early.""",
)
PARAGRAPHS = [" ".join(p.split()) for p in PROSE]


def texts(text: str) -> list[str]:
    return [line.text for line in layout.read(text)]


@pytest.mark.parametrize("width", [50, 65, 80])
def test_wrapped_paragraphs_are_joined(width: int) -> None:
    assert texts("\n\n".join(textwrap.fill(p, width) for p in PARAGRAPHS)) == PARAGRAPHS


def test_one_line_that_is_too_wide_does_not_hide_the_column() -> None:
    wrapped = "\n\n".join(textwrap.fill(p, 60) for p in PARAGRAPHS).split("\n")
    wrapped[1] += " mended"
    assert len(texts("\n".join(wrapped))) == 3


def test_words_broken_at_a_column_are_whole_again() -> None:
    text = (
        "The harbour board met the govern-\nment on Monday to speak of a cross-\nparty group that should "
        "find out\nwhy the second dock was so very\nexpensive and why the first dock\nhad been cheap."
    )
    assert "government" in texts(text)[0]
    assert "cross-party" in texts(text)[0]


def test_a_list_is_no_column() -> None:
    ports = (
        "Northport: 4am\nSouthport: 3.30am\nEastport and Little Eastport: 5am\nWestport: 1am\nMidport: 2am"
    )
    assert len(texts(ports)) == 5


def test_lines_know_their_place_in_the_text_as_given() -> None:
    text = "  Title \r\n\r\n“Yes,” she said.\rNo.\n"
    assert [(line.number, text[line.start : line.end]) for line in layout.read(text)] == [
        (0, "Title"),
        (2, "“Yes,” she said."),
        (3, "No."),
    ]


@given(st.text("ab -.\n\r\t“’", max_size=400))
def test_no_word_is_lost_in_any_layout(text: str) -> None:
    kept = "".join(texts(text)).replace(" ", "").replace("-", "")
    assert kept == "".join(text.split()).replace("-", "")


@given(st.text(max_size=300))
def test_lines_come_in_order_and_do_not_meet(text: str) -> None:
    lines = layout.read(text)
    assert all(line.start <= line.end <= len(text) for line in lines)
    assert all(a.end <= b.start and a.number < b.number for a, b in pairwise(lines))
