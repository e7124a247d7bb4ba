"""Every phenomenon of cases.toml, one invented article each."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any, Literal

import pytest

from brexitsite.actors.registry_index import Index
from brexitsite.actors.resolve import Cast
from brexitsite.model import Paragraph, Place, Source

CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text("utf-8"))["case"]
DAY = "2016-06-01"
ZONES: dict[str, Literal["headline", "junk"]] = {"# ": "headline", "* ": "junk"}
SURE = 0.75
"""A source less sure than this is nobody to the site, whatever name it carries."""


def article(text: str) -> tuple[list[Paragraph], Place]:
    """Paragraphs of a case (# a headline, * a caption) and the place of the words in double brackets."""
    paragraphs, place = [], None
    for number, line in enumerate(text.strip().split("\n")):
        zone, words = ZONES.get(line[:2], "body"), line.removeprefix("# ").removeprefix("* ")
        if asked := re.search(r"\[\[(.+?)\]\]", words):
            place = Place(number, asked.start(), asked.end() - 4)
        paragraphs.append(Paragraph(re.sub(r"\[\[|\]\]", "", words), zone))
    assert place is not None
    return paragraphs, place


def source(case: dict[str, Any], index: Index) -> Source:
    paragraphs, place = article(case["text"])
    day = case.get("day", DAY)
    return Cast(paragraphs, date.fromisoformat(day) if day else None, index).source(place)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_source_words_mean(case: dict[str, Any], index: Index) -> None:
    found = source(case, index)
    assert (found.name if found.confidence >= SURE else None) == (case["means"] or None), found
    if "type" in case:
        assert found.type == case["type"]
    if "slug" in case:
        assert found.slug == case["slug"]


def test_every_source_says_its_rule(index: Index) -> None:
    assert all(source(case, index).rule for case in CASES)
