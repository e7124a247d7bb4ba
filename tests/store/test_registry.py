import time
from datetime import date
from pathlib import Path

import pytest

from brexitsite.errors import ContentError
from brexitsite.store import registry
from brexitsite.store.files import TICK

OFFICES = """[mayor]
name = "Mayor of Fennbridge"
printed = ["Mayor of Fennbridge", "the mayor"]
"""
MEMBERS = (
    "slug,name,party,constituency,gender,theyworkforyou,wikidata,sat_in_2015_2017,sat_in_2017_2019,party_history\n"
    "ann-moor,Ann Moor,Bridge Party,Fennbridge,female,7,Q7,yes,yes,"
    "Toll Party from 2001-01-01 to 2010-01-01; Bridge Party from 2010-01-01\n"
)


def actor(content: Path, slug: str, more: str = "", life: str = "Runs a ferry.") -> None:
    path = content / "actors" / f"{slug}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    name = slug.replace("-", " ").title()
    path.write_text(f"---\nkind: person\nname: {name}\nsort_name: {name}\n{more}---\n\n{life}\n")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "offices.toml").write_text(OFFICES)
    return tmp_path


def tenure(start: str, end: str) -> str:
    return f'tenures:\n- {{office: mayor, start: {start}, end: {end}, source: "Town record"}}\n'


def test_the_holder_of_a_day_has_the_role(content: Path) -> None:
    actor(content, "ann-moor", tenure("2001-01-01", "2005-01-01"))
    actor(content, "bo-fenn", tenure("2005-01-01", "2009-01-01"))
    known = registry.load(content)
    assert known.role_on("ann-moor", date(2004, 6, 1)) == "Mayor of Fennbridge"
    assert known.role_on("ann-moor", date(2006, 6, 1)) is None
    assert known.role_on("nobody", date(2006, 6, 1)) is None


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (tenure("2011-01-01", "2002-01-01"), "it ends on 2002-01-01 but starts on 2011-01-01"),
        (tenure("2001-01-01", "2005-01-01").replace("mayor", "king"), "the office 'king' is unknown"),
        ("hobby: sailing\n", "the key 'hobby' is unknown"),
        ("side: {side: leave}\n", "'leave' has no source"),
        ("member: jim-moor\n", "its member 'jim-moor' is not in the register"),
        ("pronouns: [\n", "its front matter is no valid YAML"),
    ],
)
def test_a_wrong_actor_is_named_with_the_remedy(content: Path, more: str, message: str) -> None:
    actor(content, "ann-moor", more)
    with pytest.raises(ContentError) as caught:
        registry.load(content)
    assert "actors/ann-moor.md: " in str(caught.value)
    assert message in str(caught.value)


def test_two_holders_of_one_office_at_once_are_an_error(content: Path) -> None:
    actor(content, "ann-moor", tenure("2001-01-01", "2005-01-02"))
    actor(content, "bo-fenn", tenure("2005-01-01", "2009-01-01"))
    with pytest.raises(ContentError, match="overlaps that of ann-moor until 2005-01-02"):
        registry.load(content)


def test_a_row_of_the_register_completes_its_actor(content: Path) -> None:
    (content / "register").mkdir()
    (content / "register" / "members.csv").write_text(MEMBERS)
    actor(content, "ann-moor")
    ann = registry.load(content).actors["ann-moor"]
    assert ann.life == "Runs a ferry."
    assert (ann.ids, ann.pronouns, ann.constituency) == (
        {"theyworkforyou": "7", "wikidata": "Q7"},
        "she",
        "Fennbridge",
    )
    assert ann.party_on(date(2009, 1, 1)) == "Toll Party"
    assert ann.party_on(date(2019, 1, 1)) == "Bridge Party"


def test_a_row_without_a_file_is_an_actor_too(content: Path) -> None:
    (content / "register").mkdir()
    (content / "register" / "members.csv").write_text(MEMBERS)
    assert registry.load(content).actors["ann-moor"].in_register_only


def test_what_has_changed_is_read_again(content: Path) -> None:
    actor(content, "ann-moor")
    time.sleep(2 * TICK / 10**9)
    first = registry.load(content)
    assert registry.load(content) is first
    path = content / "actors" / "ann-moor.md"
    path.write_text(path.read_text("utf-8").replace("name: ", "name: Old ", 1), "utf-8")
    assert registry.load(content).actors["ann-moor"].name.startswith("Old ")
    time.sleep(2 * TICK / 10**9)
    assert registry.load(content).actors["ann-moor"].name.startswith("Old ")
