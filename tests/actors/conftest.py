"""The invented registry that every test of the actors reads its articles against."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from brexitsite.actors.figures import slug_of
from brexitsite.actors.registry_index import Index
from brexitsite.model import Actor, Membership, Office, Tenure

TABLES = tomllib.loads(Path(__file__).with_name("registry.toml").read_text("utf-8"))


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def actor(fields: dict[str, Any]) -> Actor:
    given, _, surname = fields["name"].rpartition(" ")
    return Actor(
        slug=slug_of(fields["name"]),
        kind=fields.get("kind", "person"),
        name=fields["name"],
        sort_name=fields.get("sort_name", f"{surname}, {given}"),
        aliases=tuple(fields.get("aliases", ())),
        pronouns=fields.get("pronouns"),
        parties=(Membership(fields["party"], None, None),) if "party" in fields else (),
        tenures=tuple(Tenure(o, day(a), day(b), "invented") for o, a, b in fields.get("tenures", ())),
        constituency=fields.get("constituency"),
        in_register_only=fields.get("in_register_only", False),
    )


@pytest.fixture(scope="session")
def actors() -> list[Actor]:
    return [actor(fields) for fields in TABLES["actor"]]


@pytest.fixture(scope="session")
def offices() -> dict[str, Office]:
    return {
        fields["slug"]: Office(
            fields["slug"], fields["slug"].replace("-", " "), tuple(fields["printed"]), of=fields.get("of")
        )
        for fields in TABLES["office"]
    }


@pytest.fixture(scope="session")
def index(actors: list[Actor], offices: dict[str, Office]) -> Index:
    return Index(actors, offices)
