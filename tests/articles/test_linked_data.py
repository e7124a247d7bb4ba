from __future__ import annotations

import json

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from brexitsite.articles.linked_data import DEEPEST, MOST_NODES, nodes, texts


def read(*scripts: str) -> list[dict[str, object]]:
    page = "".join(f'<script type="application/ld+json">{script}</script>' for script in scripts)
    return nodes(BeautifulSoup(page, "lxml"))


def test_articles_come_before_pages_wherever_they_stand() -> None:
    graph = {"@graph": [{"@type": "WebPage"}, {"x": [{"@type": ["Thing", "http://schema.org/NewsArticle"]}]}]}
    assert [n["@type"] for n in read(json.dumps(graph))][1] == "WebPage"


def test_comments_and_line_breaks_are_forgiven() -> None:
    assert read('<!-- {"@type": "Article", "headline": "a\nb"}; -->')[0]["headline"] == "a\nb"


def test_what_is_no_json_is_passed_over() -> None:
    assert len(read("{", '{"@type": "Article"}', "[" * 5000)) == 1


def test_depth_and_number_of_nodes_are_bounded() -> None:
    deep = json.dumps({"@type": "Article"})
    for _ in range(DEEPEST + 2):
        deep = f'{{"x": {deep}}}'
    assert read(deep) == []
    assert len(read(json.dumps([{"@type": "Article"}] * (MOST_NODES + 10)))) == MOST_NODES


def test_names_are_words_things_or_lists_of_those() -> None:
    assert list(texts(["Ann", {"name": ["Bo", {"name": "Cy"}]}, 3, None])) == ["Ann", "Bo", "Cy"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just("Article"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["@type", "name", "author"]), inner, max_size=3)
    ),
    max_leaves=20,
)


@given(JSON)
def test_no_json_raises(value: object) -> None:
    assert all(isinstance(node, dict) for node in read(json.dumps(value)))
