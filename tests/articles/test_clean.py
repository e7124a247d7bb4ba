from __future__ import annotations

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brexitsite.articles.clean import clean, clean_html, clean_text
from brexitsite.articles.evidence import Evidence
from brexitsite.articles.outlets import Outlets
from brexitsite.errors import Quarantined
from brexitsite.model import Furniture, Outlet, RawArticle, Sidecar

TEXT = (
    "Dock opens\n\n2019-04-03\n\nThe harbour board met on Monday.\n\nTen ports to see\n\nIt rained, she said."
)
OUTLETS = {
    "harbournews": Outlet("harbournews", "Harbour News", furniture=(Furniture("Ten ports to see", "x"),))
}
PAGE = """<html><head><title>Dock opens | Harbour News</title>
<meta property="og:site_name" content="Harbour News">
<meta property="article:published_time" content="2019-04-03"></head><body><article><h1>Dock opens</h1>
<p>The harbour board met for the first time on Monday, and the chairman said that nothing was decided.</p>
<p>Ten ports to see</p>
<p>It rained for the whole of the night, she said, and nobody knew why it did.</p></article>"""


def raw(path: str, text: str = TEXT, sidecar: Sidecar = Sidecar()) -> RawArticle:  # noqa: B008 - frozen
    return RawArticle(path, text.encode(), sidecar)


def test_a_folder_gives_the_outlet_and_the_outlet_its_furniture() -> None:
    found = clean(raw("harbournews/a.txt"), Outlets(OUTLETS))
    assert found.outlet == "harbournews"
    assert found.paragraphs == ("The harbour board met on Monday.", "It rained, she said.")
    assert found.dropped[-1].because == "furniture"


def test_without_an_outlet_the_source_is_not_stated() -> None:
    found = clean(raw("a.txt"), Outlets(OUTLETS))
    assert (found.outlet, found.source, len(found.paragraphs)) == (None, None, 3)


def test_a_header_names_the_outlet_and_a_picture_does_not() -> None:
    assert clean_text(f"Source: HARBOUR NEWS\n{TEXT}", Outlets(OUTLETS)).outlet == "harbournews"
    pictured = "date 2019-04-03 caption A dock source Harbour News\n\nThe board met on Monday. It left."
    assert clean_text(pictured, Outlets(OUTLETS)).outlet is None


def test_a_page_names_its_outlet_and_keeps_its_text() -> None:
    found = clean(raw("a.html", PAGE), Outlets(OUTLETS))
    assert (found.title, found.title_basis, found.outlet) == ("Dock opens", "stated", "harbournews")
    assert len(found.paragraphs) == 2
    assert {d.because for d in found.dropped} >= {"furniture"}
    assert all(d.line is None for d in found.dropped)


def test_a_sidecar_beats_what_the_article_states() -> None:
    sidecar = Sidecar(
        title="Docks", date=date(2018, 1, 2), outlet="x", authors=("Ann Other",), url="https://a.example/"
    )
    for path, text in (("a.txt", TEXT), ("a.html", PAGE)):
        found = clean(raw(path, text, sidecar), Outlets(OUTLETS))
        assert (found.title, found.outlet, found.authors) == ("Docks", "x", ("Ann Other",))
        assert found.source_url == "https://a.example/"
        assert found.dated is not None
        assert (found.dated.day, found.dated.basis) == (date(2018, 1, 2), "sidecar")


def test_a_title_that_is_missing_is_derived_and_says_so() -> None:
    found = clean_text("NORTHPORT - The board met. It left.\n\nIt rained.")
    assert (found.title, found.title_basis) == ("The board met", "derived")


def test_a_day_that_is_not_stated_is_inferred_or_none(evidence: Evidence) -> None:
    text = "Ports wait for Thursday's dock vote, they said.\n\nIt rained."
    assert clean_text(text).dated is None
    found = clean_text(text, evidence=evidence).dated
    assert found is not None
    assert found.basis == "inferred"


@pytest.mark.parametrize(
    "text", ["Dock opens\n\n2019-04-03", "GETTY\n\n* * *", "Gallery", "Pictures of the regatta"]
)
def test_an_article_without_text_is_refused_with_a_remedy(text: str) -> None:
    with pytest.raises(Quarantined, match="has no text, as of a gallery or a video; add its text"):
        clean_text(text)


def test_paragraphs_are_bounded() -> None:
    with pytest.raises(Quarantined, match="30,000 paragraphs"):
        clean_text("\n".join(f"It rained on day {n}." for n in range(30_000)))


@given(st.text("ab “”‘’.\n:-…A1", max_size=400))
def test_cleaning_twice_changes_no_word(text: str) -> None:
    try:
        once = clean_text(f"A title of the article\n\n2019-04-03\n\n{text}")
    except Quarantined:
        return
    second = clean_text("A title of the article\n\n2019-04-03\n\n" + "\n\n".join(once.paragraphs))
    assert " ".join(second.paragraphs) == " ".join(once.paragraphs)


@given(st.text(max_size=400))
def test_no_text_raises_anything_but_quarantine(text: str) -> None:
    with contextlib.suppress(Quarantined):
        assert all(p == " ".join(p.split()) for p in clean_text(text).paragraphs)


def test_an_address_that_nobody_should_follow_is_none() -> None:
    assert clean_html(PAGE, "javascript:alert(1)").source_url is None


def test_a_page_of_pictures_under_a_headline_has_no_text() -> None:
    page = (
        "<html><head><title>Pictures of the great regatta</title></head><body>"
        '<h1>Pictures of the great regatta</h1><img src="a.jpg"><img src="b.jpg"></body></html>'
    )
    with pytest.raises(Quarantined, match="no text"):
        clean_html(page)
