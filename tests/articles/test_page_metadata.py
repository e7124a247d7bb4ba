from __future__ import annotations

import json
from datetime import date

import pytest
from lxml.html import document_fromstring

from brexitsite.articles.page_metadata import Metadata, read

ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Dock opens",
    "datePublished": "2019-04-03T10:00:00Z",
    "author": {"@type": "Person", "name": "By ANN OTHER and Bo Lee, Harbour News"},
    "publisher": {"name": "Harbour News"},
}


def page(head: str = "", body: str = "", article: dict[str, object] | None = None) -> Metadata:
    script = f'<script type="application/ld+json">{json.dumps(article)}</script>' if article else ""
    return read(
        document_fromstring(f'<html lang="en-GB"><head>{head}{script}</head><body>{body}</body></html>'), None
    )


def test_linked_data_states_everything() -> None:
    found = page(article=ARTICLE)
    assert (found.title, found.day, found.basis) == ("Dock opens", date(2019, 4, 3), "metadata")
    assert (found.authors, found.site, found.lang) == (("Ann Other", "Bo Lee"), "Harbour News", "en")


def test_meta_elements_state_it_where_linked_data_does_not() -> None:
    found = page(
        '<meta property="og:title" content="Dock opens | Harbour News">'
        '<meta name="author" content="Ann Other">'
        '<meta property="og:site_name" content="Harbour News">'
        '<meta itemprop="datePublished" content="2019-04-03">'
        '<meta property="og:url" content="https://harbour.example/a">'
    )
    assert (found.title, found.authors, found.day) == ("Dock opens", ("Ann Other",), date(2019, 4, 3))
    assert found.url == "https://harbour.example/a"


def test_a_heading_that_agrees_is_the_title_as_readers_see_it() -> None:
    found = page('<meta property="og:title" content="Dock opens after long years, board says">',
                 "<h1>Ports</h1><h1>Dock opens after long years</h1>")  # fmt: skip
    assert found.title == "Dock opens after long years"
    assert len(found.titles) == 2


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Reuters", ()),
        ({"@type": "Person", "name": "admin"}, ()),
        ({"@type": "Person", "name": "Harbour News"}, ()),
        ({"@type": "Organization", "name": "Harbour Union"}, ("Harbour Union",)),
        ([{"name": "Ann Other"}, {"name": "Ann Other"}], ("Ann Other",)),
        ({"name": "By ANN OTHER, AP Harbour Writer"}, ("Ann Other", "AP Harbour Writer")),
    ],
)
def test_authors_are_people_or_who_signs_for_them(author: object, expected: tuple[str, ...]) -> None:
    assert page(article=ARTICLE | {"author": author}).authors == expected


def test_an_address_is_no_authors_name() -> None:
    assert page('<meta property="article:author" content="https://social.example/Ann Other">').authors == ()


@pytest.mark.parametrize(
    "body",
    [
        '<p itemprop="author">By Ann Other</p>',
        '<p itemprop="author" itemscope><a itemprop="name">Ann Other</a> <i>Sails at night</i></p>',
    ],
)
def test_microdata_marks_the_author(body: str) -> None:
    assert page(body=body).authors == ("Ann Other",)


def test_an_empty_author_is_nobody() -> None:
    assert page(body='<p itemprop="author"></p>').authors == ()


def test_a_script_is_no_address() -> None:
    assert page('<link rel="canonical" href="javascript:alert(1)">').url is None


def test_an_empty_page_states_nothing() -> None:
    assert page(body="<p>x</p>") == Metadata(lang="en", basis="stated")
