"""Which combinations are weighed of every candidate, and which only of those left."""

from __future__ import annotations

import json
import tomllib
from importlib.resources import files

from brexitsite.quotes.ranking import FIRST

KNOWLEDGE = files("brexitsite.knowledge")


def test_the_first_group_is_weighed_first() -> None:
    groups = tomllib.loads(KNOWLEDGE.joinpath("ranker_features.toml").read_text("utf-8"))["source"]
    stored = json.loads(KNOWLEDGE.joinpath("ranker.json").read_text("utf-8"))["source"]
    assert list(stored)[:FIRST] == groups[0]["weighed"].strip().split("\n")
