from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from brexitsite.plugin import crosslinks
from brexitsite.plugin.crosslinks import Span


class Visible(HTMLParser):
    """Collects the text that a reader sees and checks that every element is closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.open, self.links = "", [], 0
        self.feed(str(html))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not (tag == "a" and "a" in self.open), "a link within a link"
        self.open.append(tag)
        self.links += tag == "a"

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def visible(html: str) -> str:
    seen = Visible(html)
    assert not seen.open
    return seen.text


PRINTED = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("<>&\"'“”‘’"), max_size=60)
PLACES = st.integers(-2, 62)
SPANS = st.builds(
    lambda a, b, tag, value: Span(min(a, b), max(a, b), tag, (("href", value),)),
    PLACES,
    PLACES,
    st.sampled_from(["q", "a", "mark"]),
    PRINTED,
)


@given(PRINTED, st.lists(SPANS, max_size=8))
def test_marking_changes_no_visible_text(text: str, spans: list[Span]) -> None:
    assert visible(crosslinks.marked(text, spans)) == text


@given(PRINTED, st.lists(SPANS, max_size=8))
def test_a_paragraph_shows_exactly_its_text(text: str, spans: list[Span]) -> None:
    assert visible(crosslinks.paragraph(text, spans)) == text


@given(PRINTED, st.data())
def test_the_sentence_around_a_quotation_holds_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = crosslinks.sentence_around(text, start, end)
    assert first <= start
    assert last >= len(text[:end].rstrip())


def test_a_quotation_that_is_the_whole_paragraph_is_a_block() -> None:
    html = crosslinks.paragraph("“We close.”", [crosslinks.quotation(1, 10, "q-1", None)])
    assert html == '<blockquote id="q-1" class="quotation"><p>“We close.”</p></blockquote>'


def test_a_mention_that_crosses_a_quotation_is_not_linked() -> None:
    html = crosslinks.marked("Ann Example", [Span(4, 11, "q"), crosslinks.link(0, 6, "../", "actor")])
    assert html.count("<") == 2


def test_a_link_may_stand_in_a_quotation() -> None:
    html = crosslinks.marked("I told Ann.", [Span(0, 11, "q"), crosslinks.link(7, 10, "../ann/", "actor")])
    assert html == '<q>I told <a class="actor" href="../ann/">Ann</a>.</q>'
