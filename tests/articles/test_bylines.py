from __future__ import annotations

import pytest

from brexitsite.articles.bylines import agency_desks, byline, people, person, recased


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Ann Other", (("Ann Other",), None)),
        ("by Ann Other, Political Editor", (("Ann Other",), None)),
        ("By ANN OTHER and BO LEE FOR HARBOUR NEWS", (("Ann Other", "Bo Lee"), "Harbour News")),
        ("Exclusive by Jean-Luc de la Rue in Northport", (("Jean-Luc de la Rue",), None)),
        ("By Press Association", ((), None)),
        ("By Harbour News Reporters", ((), None)),
    ],
)
def test_a_byline_names_people_and_their_outlet(line: str, expected: object) -> None:
    assert byline(line) == expected


@pytest.mark.parametrize(
    "line", ["By Friday the dock was closed", "By the way", "By Ann Other.", "Ann Other", "By"]
)
def test_a_sentence_that_begins_with_by_is_none(line: str) -> None:
    assert byline(line) is None


@pytest.mark.parametrize(
    "text", ["Harbour News", "The Harbour", "Reuters", "Staff Reporter", "admin", "Editorial", "ann other"]
)
def test_a_desk_or_an_outlet_is_no_person(text: str) -> None:
    assert person(text) is None


def test_jobs_and_places_are_cut_from_names() -> None:
    assert people("Ann Other Political Editor; Bo Lee, Harbour Correspondent & Cy Day in Northport") == (
        "Ann Other",
        "Bo Lee",
        "Cy Day",
    )


def test_an_agencys_desk_signs_beside_a_name() -> None:
    assert agency_desks("By ANN OTHER, AP Harbour Writer") == ["AP Harbour Writer"]
    assert agency_desks("By ANN OTHER, Harbour Writer") == []


@pytest.mark.parametrize(
    ("name", "expected"), [("SIOBHAN MCKAY", "Siobhan McKay"), ("BBC", "BBC"), ("Ann OTHER", "Ann OTHER")]
)
def test_capitals_are_undone_only_where_all_are(name: str, expected: str) -> None:
    assert recased(name) == expected


def test_an_outlet_of_three_words_is_no_person_with_a_job() -> None:
    assert people("Northport Harbour News") == ()
