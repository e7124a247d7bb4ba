from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brexitsite.articles import html
from brexitsite.errors import Quarantined

PARAGRAPHS = [
    f"The harbour board met for the {time} time, and the chairman said that nothing was decided."
    for time in ("first", "second", "third", "fourth")
]
BODY = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)


def texts(page: str) -> list[str]:
    return [line.text for line in html.read(page).lines]


def test_the_body_is_read_in_order_and_numbered() -> None:
    lines = html.read(
        f"<html><body><nav><a href=/>Home</a></nav><article>{BODY}</article></body></html>"
    ).lines
    assert [line.text for line in lines] == PARAGRAPHS
    assert [line.number for line in lines] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    "junk",
    [
        '<div class="newsletter-signup"><p>Our letters are the best.</p></div>',
        '<div class="c-related-links"><p>Another article here.</p></div>',
        "<div hidden><p>Nobody sees this.</p></div>",
        "<ul><li><a href=/a>One port</a></li><li><a href=/b>Two ports</a></li></ul>",
    ],
)
def test_requests_links_and_what_is_hidden_are_no_text(junk: str) -> None:
    assert texts(f"<article>{BODY[: len(BODY) // 2]}{junk}{BODY[len(BODY) // 2 :]}</article>") == PARAGRAPHS


def test_an_element_that_holds_the_article_stays_whatever_its_class() -> None:
    assert texts(f'<div class="related-content"><article>{BODY}</article></div>') == PARAGRAPHS


def test_menus_that_came_along_are_cut_off() -> None:
    menu = [f"Item {n}" for n in range(30)]
    assert html._densest([*menu, *PARAGRAPHS, *menu]) == PARAGRAPHS
    assert html._densest([*menu[:3], *PARAGRAPHS]) == [*menu[:3], *PARAGRAPHS]


@pytest.mark.parametrize("page", ["", "   ", "<!-- -->"])
def test_a_page_without_content_is_refused(page: str) -> None:
    with pytest.raises(Quarantined, match="no content"):
        html.read(page)


@given(
    st.lists(
        st.sampled_from(["<p>", "</div>", "<div class=x>", "a & b", "<script>", "<!--", "<li>", '"', "é"])
    )
)
def test_no_markup_raises_anything_else(pieces: list[str]) -> None:
    with contextlib.suppress(Quarantined):
        assert isinstance(html.read("".join(pieces)).lines, tuple)


@pytest.mark.parametrize("sign", ["\x07", "\x0b", "\uffff", "&#7;", "&#x1B", "&#65535;", "&#x0000b;"])
def test_a_sign_that_xml_forbids_costs_no_text(sign: str) -> None:
    prose = f"<p>The ferry ran on ti{sign}me all day, and nobody waited.</p>"
    found = html.read(f"<html><body><article><h1>Ferry</h1>{prose * 3}</article></body></html>")
    assert "The ferry ran on time all day, and nobody waited." in [line.text for line in found.lines]
