"""What machines read of a page: JSON-LD that parses and is honest, OpenGraph, canonical addresses."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

import pytest

SITE = "https://bridge.example/papers/"
FULL, EXTRACT, RETOLD = (
    "2031/05/02/bridge-stays-shut/",
    "2031/05/03/queue-at-the-landing-stage/",
    "2031/06/15/mayor-takes-the-ferry/",
)
QUOTATION = "quotes/br000006/"
PERSON, ORGANISATION = "people/mara-quill/", "people/harrow-ferry-company/"


@dataclass
class Head(HTMLParser):
    """Links, metas and structured data of a page."""

    html: str
    links: dict[str, str] = field(default_factory=dict)
    metas: dict[str, str] = field(default_factory=dict)
    data: Any = None
    _in_data: bool = False

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        if tag == "link":
            self.links[given["rel"]] = given["href"]
        if tag == "meta":
            self.metas[given.get("property") or given.get("name") or given.get("http-equiv", "")] = given.get(
                "content", ""
            )
        self._in_data = tag == "script" and given.get("type") == "application/ld+json"

    def handle_data(self, data: str) -> None:
        if self._in_data:
            self.data, self._in_data = json.loads(data), False


@pytest.fixture(scope="session")
def heads(built: dict[str, str]) -> dict[str, Head]:
    """By the address of a page."""
    pages = {name: text for name, text in built.items() if name.endswith(".html")}
    return {name.removesuffix("index.html"): Head(html) for name, html in pages.items()}


def nodes(value: Any) -> list[dict[str, Any]]:
    """Every object inside structured data."""
    if isinstance(value, list):
        return [node for part in value for node in nodes(part)]
    if isinstance(value, dict):
        return [value, *(node for part in value.values() for node in nodes(part))]
    return []


def test_structured_data_parses_and_every_node_has_a_type(heads: dict[str, Head]) -> None:
    described = [head.data for head in heads.values() if head.data]
    assert len(described) >= 15
    for data in described:
        assert data["@context"] == "https://schema.org"
        assert all("@type" in node for node in nodes(data))


def test_no_value_is_empty(heads: dict[str, Head]) -> None:
    for head in heads.values():
        values = [value for node in nodes(head.data) for value in node.values()]
        assert not any(value in (None, "", [], {}) for value in values)


def test_an_article_is_ours_and_based_on_the_papers(heads: dict[str, Head]) -> None:
    data = heads[FULL].data
    assert data["@type"] == "Article"
    assert data["publisher"]["name"] == "The Harrow Bridge Papers"
    assert data["isBasedOn"] == {
        "@type": "NewsArticle",
        "headline": "Bridge stays shut, and the ferry is full",
        "url": "https://mail.example/2031/05/02/bridge",
        "datePublished": "2031-05-02",
        "publisher": {"@type": "Organization", "name": "The Harrow Mail", "url": "https://mail.example/"},
        "author": [{"@type": "Person", "name": "Iris Lowe"}],
    }
    assert {node["@type"] for node in data["hasPart"]} == {"Quotation"}


def test_a_retelling_claims_neither_the_headline_nor_an_inferred_day(heads: dict[str, Head]) -> None:
    assert not {"headline", "datePublished"} & set(heads[RETOLD].data["isBasedOn"])


def test_the_creator_of_a_quotation_is_its_speaker(heads: dict[str, Head]) -> None:
    data = heads[QUOTATION].data
    assert data["@type"] == "Quotation"
    assert data["creator"] == {
        "@type": "Person",
        "@id": f"{SITE}people/tobias-fenn/#person",
        "name": "Tobias Fenn",
        "url": f"{SITE}people/tobias-fenn/",
    }
    assert data["text"].startswith("Whoever closes a road must open another,")
    assert data["isPartOf"]["@id"] == SITE + EXTRACT


def test_a_profile_is_about_a_person_or_an_organisation(heads: dict[str, Head]) -> None:
    person, body = heads[PERSON].data, heads[ORGANISATION].data
    assert person["@type"] == body["@type"] == "ProfilePage"
    assert person["mainEntity"]["@type"] == "Person"
    assert person["mainEntity"]["sameAs"] == ["https://www.wikidata.org/wiki/Q0"]
    assert person["mainEntity"]["alternateName"] == ["Mara J. Quill"]
    assert body["mainEntity"]["@type"] == "Organization"


def test_ids_inside_structured_data_are_pages_of_the_site(heads: dict[str, Head]) -> None:
    for head in heads.values():
        for node in nodes(head.data):
            if "@id" in node:
                assert node["@id"].removeprefix(SITE).split("#")[0] in heads


def test_text_cannot_end_the_script_that_it_stands_in(built: dict[str, str]) -> None:
    page = built[f"{EXTRACT}index.html"]
    block = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert len(block) == 1
    assert "<" not in block[0]
    assert "not rise <before> June" in [n.get("text") for n in nodes(json.loads(block[0]))]


def test_every_page_has_a_canonical_address_that_is_a_page(heads: dict[str, Head]) -> None:
    for address, head in heads.items():
        canonical = head.links["canonical"].removeprefix(SITE)
        assert canonical in heads
        assert canonical == address or "noindex" in head.metas["robots"]


def test_only_what_is_not_ours_to_be_found_says_noindex(heads: dict[str, Head]) -> None:
    """Another paper's full text, what moved or was withdrawn, the search page, what is missing."""
    hidden = {address for address, head in heads.items() if "noindex" in head.metas.get("robots", "")}
    assert hidden == {
        FULL, "2031/05/02/bridge-shut/", "2031/06/20/a-letter/",
        "quotes/br000004/", "quotes/br000007/", "search/", "404.html",
    }  # fmt: skip


def test_every_page_describes_itself_for_sharing(heads: dict[str, Head]) -> None:
    for address, head in heads.items():
        assert head.metas["og:title"], address
        assert head.metas["og:url"].startswith(SITE)
        assert head.metas["og:site_name"] == "The Harrow Bridge Papers"
        assert head.metas["description"] or "noindex" in head.metas["robots"], address


def test_no_page_may_load_anything_from_elsewhere(heads: dict[str, Head]) -> None:
    for address, head in heads.items():
        policy = head.metas["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'")
        assert "unsafe-inline" not in policy
        assert ("'wasm-unsafe-eval'" in policy) == (address == "search/")
