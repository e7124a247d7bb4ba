from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from brexitsite.articles import junk
from brexitsite.articles.header import Header
from brexitsite.articles.junk import Decisions
from brexitsite.articles.layout import read
from brexitsite.articles.lines import sift, zoned
from brexitsite.model import Furniture

TEXT = """Board meets again

2019-04-03

The harbour board met on Monday and decided nothing.

GETTY

It will meet again, the chairman said."""

PIECES = (
    "Board meets again", "2019-04-03", "By Ann Other", "The harbour board met on Monday and decided nothing.",
    "GETTY", "Read more", "“We must open the dock”", "Ann Other", "---", "title: x",
    "Ann (pictured) met the board",
    "Ann Other told them: “We must open the dock.”", "* * *", "All rights reserved", "3 min read",
)  # fmt: skip


def test_every_dropped_line_has_its_number_and_reason() -> None:
    parts = sift(TEXT)
    assert [(d.line, d.because) for d in parts.dropped] == [(0, "title"), (2, "date"), (6, "picture credit")]
    assert [line.number for line in parts.prose] == [4, 8]


def test_what_is_decided_may_depend_on_the_header() -> None:
    def decide(header: Header) -> Decisions:
        assert header.title_words == "Board meets again"
        return Decisions(drop=("GETTY",))

    assert sift(TEXT, decide).dropped[-1].because == "an editor's decision"


def test_zones_are_places_in_the_text_as_given() -> None:
    zones = [(TEXT[start:end], zone) for start, end, zone in zoned(TEXT)]
    assert zones[0] == ("Board meets again", "headline")
    assert zones[2] == ("GETTY", "junk")
    assert [zone for _, zone in zones] == ["headline", "body", "junk", "body"]


def test_an_outlets_furniture_is_junk_in_its_zones() -> None:
    furniture = [Furniture("It will meet again, the chairman said.", "x")]
    assert [zone for _, _, zone in zoned(TEXT, furniture)][-1] == "junk"


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("\n".join))
def test_every_line_is_kept_or_dropped_with_a_reason(text: str) -> None:
    parts = sift(text)
    kept = [line.number for line in parts.prose]
    dropped = [d.line for d in parts.dropped]
    numbers = {line.number for line in read(text)}
    assert sorted(set(kept) | set(dropped)) == sorted(numbers)
    assert kept == sorted(kept)
    assert all(d.because for d in parts.dropped)


@given(st.text(max_size=300))
def test_no_text_raises(text: str) -> None:
    parts = sift(text, lambda _: junk.NONE)
    words = {word for line in read(text) for word in line.text.split()}
    assert all(word in words for line in parts.prose for word in line.text.split())
