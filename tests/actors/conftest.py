"""What every test of the actors shares: the invented registry and the table of cases."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

import pytest

from brexitsite.actors.figures import slug_of
from brexitsite.actors.registry_index import Index
from brexitsite.actors.resolve import Cast
from brexitsite.model import Actor, Membership, Office, Paragraph, Place, Side, Source, Tenure

TABLES = tomllib.loads(Path(__file__).with_name("registry.toml").read_text("utf-8"))
DAY = "2016-06-01"
ZONES: dict[str, Literal["headline", "junk"]] = {"# ": "headline", "* ": "junk"}


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
        side=Side(fields["side"], "invented") if "side" in fields else None,
        life=fields.get("life", ""),
    )


@pytest.fixture(scope="session")
def actors() -> list[Actor]:
    return [actor(fields) for fields in TABLES["actor"]]


@pytest.fixture(scope="session")
def offices() -> dict[str, Office]:
    return {
        fields["slug"]: Office(
            fields["slug"],
            fields["slug"].replace("-", " "),
            tuple(fields["printed"]),
            fields.get("holders", "one"),
            fields.get("of"),
        )
        for fields in TABLES["office"]
    }


@pytest.fixture(scope="session")
def index(actors: list[Actor], offices: dict[str, Office]) -> Index:
    return Index(actors, offices)


# --- cases.toml -----------------------------------------------------------------------------


@dataclass(frozen=True)
class Case:
    """An invented article, the place of the words asked about, and what they mean."""

    name: str
    paragraphs: list[Paragraph]
    place: Place
    day: date | None
    means: str | None
    type: str | None
    slug: str | None

    def cast(self, index: Index) -> Cast:
        return Cast(self.paragraphs, self.day, index)

    def source(self, index: Index) -> Source:
        return self.cast(index).source(self.place)


def case(fields: dict[str, Any]) -> Case:
    paragraphs, place = article(fields["text"])
    return Case(
        name=fields["name"],
        paragraphs=paragraphs,
        place=place,
        day=day(fields.get("day", DAY)),
        means=fields["means"] or None,
        type=fields.get("type"),
        slug=fields.get("slug"),
    )


def article(text: str) -> tuple[list[Paragraph], Place]:
    """Paragraphs of a case (# a headline, * a caption) and the place of the words in double brackets."""
    paragraphs, place = [], None
    for number, line in enumerate(text.strip().split("\n")):
        zone, words = ZONES.get(line[:2]), line.removeprefix("# ").removeprefix("* ")
        if asked := re.search(r"\[\[(.+?)\]\]", words):
            place = Place(number, asked.start(), asked.end() - 4)
        paragraphs.append(Paragraph(re.sub(r"\[\[|\]\]", "", words), zone or "body"))
    assert place is not None
    return paragraphs, place


CASES = [
    case(fields)
    for fields in tomllib.loads(Path(__file__).with_name("cases.toml").read_text("utf-8"))["case"]
]


@pytest.fixture(scope="session")
def cases() -> list[Case]:
    return CASES


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for `case` once for each of them."""
    if "case" in metafunc.fixturenames:
        metafunc.parametrize("case", CASES, ids=[case.name for case in CASES])
