from __future__ import annotations

from datetime import date

import pytest

from brexitsite.articles.header import Header
from brexitsite.articles.header_lines import is_certain, mixed, stated
from brexitsite.articles.layout import Line


def read(text: str, header: Header = Header()) -> Header | None:  # noqa: B008 - frozen
    return stated(header, Line(1, 0, 0, text), [])


def test_a_pictures_source_is_not_the_articles() -> None:
    found = read("date 2019-4-3 caption Ann Other at the dock source Reuters")
    assert found is not None
    assert (found.day, found.source) == (date(2019, 4, 3), None)


@pytest.mark.parametrize("text", ["3 min read", "Reading time: 4 minutes", "By Ann Other", "3 April 2019"])
def test_some_lines_are_header_wherever_they_stand(text: str) -> None:
    assert is_certain(Line(0, 0, 0, text))


@pytest.mark.parametrize(
    "text", ["By Thursday it was over", "In 3 minutes it was read", "On 3 April 2019 it fell"]
)
def test_sentences_are_no_header(text: str) -> None:
    assert not is_certain(Line(0, 0, 0, text))


def test_an_export_names_its_publication_under_its_counter() -> None:
    header = read("1 of 12 DOCUMENTS")
    assert header is not None
    assert header.exported
    named = read("Harbour News (Northport)", header)
    assert named is not None
    assert named.source == "Harbour News"


def test_a_date_line_may_name_author_and_outlet() -> None:
    found = mixed(Header(), Line(0, 0, 0, "*Ann Other* | Harbour News | 3 April 2019 | 4 min read"))
    assert found is not None
    assert (found.authors, found.source, found.day) == (("Ann Other",), "Harbour News", date(2019, 4, 3))


def test_prose_with_bars_and_a_date_is_no_header() -> None:
    assert mixed(Header(), Line(0, 0, 0, "It fell. | It rose. | 3 April 2019")) is None


def test_a_separator_is_header_only_among_other_lines() -> None:
    assert read("***") is None
    assert stated(Header(), Line(0, 0, 0, "***"), [Line(1, 0, 0, "x")]) is not None


def test_a_line_beyond_the_limit_states_nothing() -> None:
    assert read("Title: " + "a" * 500) is None
