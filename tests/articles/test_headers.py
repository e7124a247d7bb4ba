from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brexitsite.articles import headers, layout
from brexitsite.articles.header import Header

EXPORTED = """Board meets again
The Harbour News (Northport)
April 3, 2019 Wednesday

Copyright 2019 Harbour Press

Section: NEWS
Length: 12 words
Byline: Ann Other

Body"""
BODY = "The harbour board met on Monday and decided nothing.\n\nIt will meet again, the chairman said."


def read(top: str, body: str = BODY) -> tuple[Header, list[str]]:
    lines = layout.read(f"{top}\n\n{body}")
    header = headers.read(lines)
    return header, [line.text for line in headers.body(header, lines)]


@pytest.mark.parametrize(
    "top",
    [
        "Board meets again\n\n2019-04-03",
        "Board meets again\n2019-4-3\n",
        "Board meets again\n\nBy Ann Other\n\n3 April 2019",
        "Title: Board meets again\nDate: 03/04/2019\nAuthor: Ann Other",
        "---\ntitle: Board meets again\ndate: 2019-04-03\n---",
        "# Board meets again\n\n*Ann Other* | Harbour News | Wednesday 3rd April, 2019",
        "Board meets again\nPUBLISHED: 12:01, 3 April 2019 | UPDATED: 18:33, 4 April 2019",
        "1 of 5 DOCUMENTS\n\nHarbour News\n\nApril 3, 2019\n\nBoard meets again\n\nBYLINE: Ann Other",
        "Board meets again\n\nAnna Other\n\nWed 3 Apr 2019 10.14 BST\nLast modified on Thu 4 Apr 2019",
        EXPORTED,
        "Copyright 2019 Harbour Co\nAll Rights Reserved\n\nHarbour News\n3 April 2019\n\nBoard meets again",
        "The Harbour News\n3 April 2019\n\nHEADLINE: Board meets again\nBYLINE: Ann Other",
        "Board meets again\n\nPublished\n3 April 2019",
        "Board meets again\nPosted on 03.04.2019 by Ann Other in Politics",
        "**Board meets again**\n\n**By Ann Other**, 3rd April 2019",
        "HEADLINE: Board meets again\nPUBDATE: 20190403\nBODY:",
    ],
)
def test_title_and_day_are_read_in_many_shapes(top: str) -> None:
    header, body = read(top)
    assert (header.title_words, header.stated_day) == ("Board meets again", date(2019, 4, 3))
    assert body == BODY.split("\n\n")


def test_a_text_without_a_headline_has_no_title() -> None:
    header, body = read("date 2019-04-03 caption The board source Reuters")
    assert header.title is None
    assert len(body) == 2


def test_a_dateline_opens_the_prose() -> None:
    lines = layout.read("NORTHPORT - The board met on Monday\n\nIt decided nothing, the chairman said.")
    assert headers.read(lines).title is None


def test_a_standfirst_between_headline_and_date_stays() -> None:
    header, body = read("Board meets again\n\nNobody knows why it does\n\n2019-04-03")
    assert header.title_words == "Board meets again"
    assert body[0] == "Nobody knows why it does"


def test_a_date_far_down_is_no_header() -> None:
    header, _ = read("Board meets again", BODY + "\n\nOne.\n\nTwo.\n\nThree.\n\nFour.\n\n3 April 2019")
    assert header.day is None


@given(st.text("aA1:|-. \n", max_size=300))
def test_every_line_is_the_headers_or_the_bodys(text: str) -> None:
    lines = layout.read(text)
    header = headers.read(lines)
    body = {line.number for line in headers.body(header, lines)}
    assert body | header.used.keys() | header.cut.keys() == {line.number for line in lines}
    assert not body & header.used.keys()


def test_a_name_above_a_labelled_headline_is_the_outlets() -> None:
    header, _ = read("The Harbour News\n3 April 2019\n\nHEADLINE: Board meets again\nBYLINE: Ann Other")
    assert (header.source, header.authors) == ("The Harbour News", ("Ann Other",))


def test_a_headline_about_copyright_is_a_headline() -> None:
    header, _ = read("Copyright law passes the House\n\n3 April 2019")
    assert header.title_words == "Copyright law passes the House"
