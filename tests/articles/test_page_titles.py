from __future__ import annotations

import pytest

from brexitsite.articles.page_titles import agreed, key, without_site


@pytest.mark.parametrize(
    ("title", "site", "url", "expected"),
    [
        ("Dock opens | Harbour News", "Harbour News", None, "Dock opens"),
        ("Dock opens – The Harbour News", "Harbour News", None, "Dock opens"),
        ("Harbour News: Dock opens", "Harbour News", None, "Dock opens"),
        ("Dock opens - News - Harbour.com", None, "https://www.harbour.com/a", "Dock opens - News"),
        ("Dock opens | Ports | Harbour", None, "https://harbour.example/a", "Dock opens | Ports"),
        ("Dock - or no dock", "Harbour News", None, "Dock - or no dock"),
        ("Harbour News", "Harbour News", None, "Harbour News"),
    ],
)
def test_only_the_sites_name_goes_from_a_title(
    title: str, site: str | None, url: str | None, expected: str
) -> None:
    assert without_site(title, site, url) == expected


def test_a_heading_agrees_with_a_title_that_goes_on_or_stops_early() -> None:
    headings = ["Ports", "Dock opens after two long years"]
    assert agreed(headings, ["Dock opens after two long years, says board"]) == headings[1:]
    assert agreed(headings, ["Dock opens after two"]) == headings[1:]
    assert agreed(headings, ["Something else"]) == []
    assert agreed(["?"], ["!"]) == []


def test_names_of_sites_are_compared_by_their_letters() -> None:
    assert key("The Harbour-News.co.uk") == key("harbour news")
