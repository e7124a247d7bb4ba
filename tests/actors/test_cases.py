"""Every phenomenon of cases.toml, one invented article each."""

from __future__ import annotations

from typing import Any

from brexitsite.actors.registry_index import Index

SURE = 0.75
"""A source less sure than this is nobody to the site, whatever name it carries."""


def test_source_words_mean(case: Any, index: Index) -> None:
    found = case.source(index)
    assert (found.name if found.confidence >= SURE else None) == case.means, found
    assert case.type in (None, found.type)
    assert case.slug in (None, found.slug)


def test_every_source_says_its_rule(cases: list[Any], index: Index) -> None:
    assert all(case.source(index).rule for case in cases)


def test_cases_have_names_of_their_own(cases: list[Any]) -> None:
    assert len({case.name for case in cases}) == len(cases)
