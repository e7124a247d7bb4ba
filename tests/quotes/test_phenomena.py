"""Every phenomenon of phenomena.toml: the words, what kind they are, and whose."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from brexitsite.model import Attribution, Paragraph
from brexitsite.quotes.attribution import attribute

PHENOMENA: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("phenomena.toml").read_text("utf-8")
)
KINDS = {"direct": {"direct"}, "mixed": {"mixed"}, "scare": {"scare"}, "said": {"direct", "mixed"}}


def cases() -> Iterator[Any]:
    for name, table in PHENOMENA.items():
        for number, (text, *expected) in enumerate(table["cases"], 1):
            yield pytest.param(text, expected, id=f"{name}-{number}")
        for number, (text, *expected) in enumerate(table.get("fails", ()), 1):
            mark = pytest.mark.xfail(strict=True, reason="a known failure, told in docs/attribution.md")
            yield pytest.param(text, expected, id=f"{name}-fails-{number}", marks=mark)


def words(found: Attribution, paragraphs: list[Paragraph], source: bool) -> str:
    place = found.said_by_at if source else found.at
    return paragraphs[place.paragraph].text[place.start : place.end] if place else ""


@pytest.mark.parametrize(("text", "expected"), list(cases()))
def test_a_quotation_has_its_words_its_kind_and_its_source(text: str, expected: list[list[str]]) -> None:
    paragraphs = [Paragraph(part) for part in text.split("\n\n")]
    found = attribute(paragraphs)
    assert [words(a, paragraphs, source=False) for a in found] == [quoted for quoted, _, _ in expected]
    for attribution, (_, kind, source) in zip(found, expected, strict=True):
        assert words(attribution, paragraphs, source=True) == source
        assert attribution.kind in KINDS[kind]


@pytest.mark.parametrize(
    "text", ["’", " ’", "’A", "“", "’’", "'", "’A.’", "“” ’", "said ’", "Asked", "“a”", "by “a”"]
)
def test_a_mark_without_words_costs_nothing(text: str) -> None:
    assert len(attribute([Paragraph(text), Paragraph(text)])) <= 4


def test_the_table_is_large() -> None:
    assert sum(len(table["cases"]) for table in PHENOMENA.values()) >= 150


@pytest.mark.parametrize("name", PHENOMENA)
def test_every_phenomenon_has_its_reason(name: str) -> None:
    assert PHENOMENA[name]["because"]
