from __future__ import annotations

from datetime import date

import pytest

from brexitsite.articles.header import Header
from brexitsite.articles.header_labels import first_day, labelled, unquoted
from brexitsite.articles.layout import Line


def read(text: str, header: Header = Header()) -> Header | None:  # noqa: B008 - frozen
    return labelled(header, Line(1, 0, 0, text))


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("Headline: Dock opens", "title_words", "Dock opens"),
        ("Published: 03/04/2019 10:12", "day", date(2019, 4, 3)),
        ("Last updated: 2019-04-03T10:12:00Z", "changed", date(2019, 4, 3)),
        ("Author: ANN OTHER and Bo Lee", "authors", ("Ann Other", "Bo Lee")),
        ("Source: HARBOUR NEWS", "source", "Harbour News"),
        ("URL: https://news.example/a", "url", "https://news.example/a"),
        ("title: \"Dock 'opens'\"", "title_words", "Dock 'opens'"),
    ],
)
def test_a_label_says_what_its_line_states(text: str, key: str, value: object) -> None:
    found = read(text)
    assert found is not None
    assert getattr(found, key) == value


def test_an_unknown_label_is_prose_unless_it_stands_among_labels() -> None:
    assert read("Remember: nothing is decided") is None
    assert read("Section: Home", Header(used={0: "label"})) is not None


def test_a_sentence_with_a_colon_is_no_label() -> None:
    assert read("The minister said: I will not go, and nobody can make me") is None


def test_quotes_around_a_value_go_and_those_within_stay() -> None:
    assert unquoted("'It''s over'") == "It's over"
    assert unquoted('"') == '"'
    assert unquoted("“Yes”") == "“Yes”"


def test_no_date_in_a_value_is_no_day() -> None:
    assert first_day("some time in May") is None
