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


def above_a_date(text: str, title: str | None = "Dock opens") -> Header | None:
    header = Header().titled(Line(0, 0, 0, title)) if title else Header()
    return stated(header, Line(1, 0, 0, text), [Line(2, 0, 0, "3 April 2019")])


@pytest.mark.parametrize("text", ["Anna Other", "ANN OTHER, Political Editor", "Ann Other Political editor"])
def test_a_name_between_headline_and_date_is_the_authors(text: str) -> None:
    found = above_a_date(text)
    assert found is not None
    assert found.authors in (("Anna Other",), ("Ann Other",))


@pytest.mark.parametrize("text", ["Northport Harbour", "Anna Other wins again", "Hard times for the dock"])
def test_a_subtitle_above_a_date_is_nobodys_name(text: str) -> None:
    assert above_a_date(text) is None


def test_the_headline_itself_is_no_author() -> None:
    assert above_a_date("Anna Other", title=None) is None


def test_an_outlet_may_stand_above_the_date_or_before_it() -> None:
    above = above_a_date("The Harbour News (Northport)")
    beside = mixed(Header(), Line(0, 0, 0, "The Harbour News, Wednesday 3 April 2019"))
    assert above is not None
    assert beside is not None
    assert (above.source, beside.source, beside.day) == (
        "The Harbour News",
        "The Harbour News",
        date(2019, 4, 3),
    )


def test_a_headline_beside_date_and_author_is_no_outlet() -> None:
    found = mixed(Header(), Line(0, 0, 0, "3 Apr 2019 | Ann Other | Dock opens after all"))
    assert found is not None
    assert (found.title_words, found.source, found.authors) == ("Dock opens after all", None, ("Ann Other",))


def test_an_address_on_a_line_of_its_own_is_the_articles() -> None:
    found = read("https://harbour.example/2019/apr/03/dock-opens")
    assert found is not None
    assert found.url == "https://harbour.example/2019/apr/03/dock-opens"


@pytest.mark.parametrize("day", ["2019-04-03", "3 April 2019", "3rd Apr 2019", "03/04/2019"])
def test_a_pictures_header_states_the_day_in_any_form(day: str) -> None:
    assert read(f"date {day} caption Boats at the pier source Reuters").day == date(2019, 4, 3)
