import re

import markdown
from bs4 import BeautifulSoup
from hypothesis import example, given
from hypothesis import strategies as st

from brexitsite.store.markdown import from_markdown, to_markdown

LINES = st.text(
    st.sampled_from("ab Z1.*_`[]()<>#+-=&;:~!|\\/“”'\"’{}$^%@\u00e9\u4e2d")
    | st.characters(exclude_categories=("C", "Z")),
    min_size=1,
    max_size=60,
)


def single_spaced(text: str) -> str:
    return " ".join(text.split())


@given(LINES)
@example("1973. A year")
@example("- not a list")
@example("# no heading")
@example("=====")
@example("&lt;b&gt; &amp; &#60;")
@example("[a]: http://example.org 'title'")
@example("![x](y)")
@example("a\\*b\\")
@example("<div markdown='1'>")
@example("*[HTML]: abbreviation")
def test_markdown_shows_exactly_the_text(line: str) -> None:
    text = single_spaced(line)
    shown = BeautifulSoup(markdown.markdown(to_markdown(text)), "html.parser")
    assert single_spaced(shown.get_text()) == text
    assert {tag.name for tag in shown.find_all(True)} <= {"p"}


@given(LINES)
def test_unescaping_undoes_escaping(line: str) -> None:
    assert from_markdown(to_markdown(line)) == line


@given(st.lists(LINES, min_size=1, max_size=5))
def test_paragraphs_stay_apart(lines: list[str]) -> None:
    texts = [text for line in lines if (text := single_spaced(line))]
    html = markdown.markdown("\n\n".join(map(to_markdown, texts)))
    shown = [single_spaced(p.get_text()) for p in BeautifulSoup(html, "html.parser").find_all("p")]
    assert shown == texts


def test_ordinary_prose_is_left_as_it_is() -> None:
    prose = "Mr Fenn - the mayor - said: “Marks & Spencer won’t pay £3 (or more)!”"
    assert to_markdown(prose) == prose
    assert not re.search(r"\\", to_markdown(prose))
