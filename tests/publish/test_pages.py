"""Searching a page finds what parsing it finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from brexitsite.publish.pages import Found, parsed, searched

PAGE = '<!doctype html>\n<html lang="en"><head><title>Bells</title></head><body>{}</body></html>\n'
WORDS = st.text("ab \"'=&<>#/é", max_size=8)
ELEMENTS = st.builds(
    lambda name, attribute, value, text: (
        f'<{name} class="c" {attribute}="{escape(value)}">{escape(text)}</{name}>'
    ),
    st.sampled_from(["p", "a", "span"]),
    st.sampled_from(["id", "href", "src", "data-id", "title"]),
    WORDS,
    WORDS | st.sampled_from([' id="x" ', ' href="y"']),
)


@given(st.lists(ELEMENTS, max_size=5))
def test_what_is_found_by_searching_is_what_a_parser_finds(elements: list[str]) -> None:
    page = PAGE.format("\n".join(elements)).encode()
    quick, thorough = searched(page), parsed(page)
    if quick is not None:
        assert (list(quick.ids), sorted(quick.links)) == (list(thorough.ids), sorted(thorough.links))


def test_a_page_of_ours_takes_no_parser() -> None:
    page = PAGE.format('<p id="a">Marks &amp; “Spencer”</p><a href="../?a=1&amp;b=2#a" data-x="y">here</a>')
    assert searched(page.encode()) == Found(["a"], ["../?a=1&b=2#a"], [])


@pytest.mark.parametrize(
    "odd",
    [
        "<a href='x'>y</a>",
        "<a href=x>y</a>",
        '<!-- <a href="x"> -->',
        '<script>document.write("<a href=\\"x\\">")</script>',
    ],
)
def test_a_page_that_is_written_otherwise_is_left_to_the_parser(odd: str) -> None:
    assert searched(PAGE.format(odd).encode()) is None


def test_linked_data_is_found() -> None:
    block = '<script type="application/ld+json">{"@type":"\\u003c"}</script>'
    page = PAGE.format(block).encode()
    quick = searched(page)
    assert quick is not None
    assert list(quick.blocks) == list(parsed(page).blocks) == ['{"@type":"\\u003c"}']
