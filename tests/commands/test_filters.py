from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from brexitsite.commands import filters

if TYPE_CHECKING:
    from conftest import Town

TEXT = """The bell

“It is flat,” said Ida Keswick.

A boatman laughed: “It always was.”

The “singing” bell hung still."""


def asked(command: Any, town: Town, *entries: object) -> tuple[int, list[dict[str, Any]]]:
    lines = io.StringIO("".join(f"{e if isinstance(e, str) else json.dumps(e)}\n" for e in entries))
    out = io.StringIO()
    status = command(town.project, lines, out)
    return status, [json.loads(line) for line in out.getvalue().splitlines()]


def test_offsets_are_code_points_of_the_text_as_given(town: Town) -> None:
    shifted = "\U0001f514 " + TEXT.replace("\n\n", "\r\n\r\n")
    _, (row,) = asked(filters.quotes, town, {"id": 1, "text": shifted})
    words = [shifted[q["start"] : q["end"]] for q in row["quotes"]]
    assert words == ["It is flat,", "It always was.", "singing"]
    assert shifted[row["quotes"][0]["speaker_start"] : row["quotes"][0]["speaker_end"]] == "Ida Keswick"


def test_a_registered_person_is_named_with_the_slug(town: Town) -> None:
    _, (row,) = asked(filters.quotes, town, {"id": 1, "text": TEXT})
    first, second, third = row["quotes"]
    assert (first["speaker"], first["actor"], first["kind"]) == ("Ida Keswick", "ida-keswick", "direct")
    assert (second["speaker"], second["actor"], second["said_by"]) == (None, None, "A boatman")
    assert (third["kind"], third["speaker"], third["said_by"]) == ("scare", None, None)


def test_an_office_means_its_holder_on_the_day_given(town: Town) -> None:
    text = "The dues\n\n“No,” said the mayor. “Not while I am mayor.”"
    days = ("2019-05-01", "2024-05-01", None)
    _, rows = asked(filters.quotes, town, *({"id": day, "text": text, "date": day} for day in days))
    assert [row["quotes"][0]["actor"] for row in rows] == ["ralph-tindall", "nell-ormond", None]


def test_a_day_stated_in_the_text_counts(town: Town) -> None:
    text = "The dues\n\n3 May 2019\n\n“No,” said the mayor. “Not while I am mayor.”"
    _, (row,) = asked(filters.quotes, town, {"id": 1, "text": text})
    assert row["quotes"][0]["actor"] == "ralph-tindall"


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("{", "Expecting property name"),
        ("[1]", "the line is no object"),
        ({"id": 7}, "the key 'text' is None; give a text"),
        ({"id": 7, "text": "A", "date": "yesterday"}, "Invalid isoformat string"),
    ],
)
def test_a_line_that_fails_says_why_and_the_rest_goes_on(town: Town, line: object, error: str) -> None:
    status, (bad, good) = asked(filters.quotes, town, line, {"id": 8, "text": TEXT})
    assert status == 3
    assert error in bad["error"]
    assert len(good["quotes"]) == 3


def test_all_well_is_exit_status_0(town: Town) -> None:
    assert asked(filters.quotes, town, {"id": 1, "text": ""}) == (0, [{"id": 1, "quotes": []}])


def test_clean_takes_text_a_page_or_a_path(town: Town) -> None:
    path = town.write("pump.txt", "The pump\n\n4 June 2024\n\nThe pump on the quay is dry.\n")
    page = (
        "<html><head><title>The pump</title><meta property='article:published_time' content='2024-06-04'>"
        "</head><body><article><h1>The pump</h1><p>The pump on the quay is dry, and nobody could say why it "
        "should have been so in the wettest June for years.</p></article></body></html>"
    )
    entries = {"id": 1, "text": path.read_text()}, {"id": 2, "html": page}, {"id": 3, "path": str(path)}
    status, rows = asked(filters.clean, town, *entries)
    assert status == 0
    assert [row["title"] for row in rows] == ["The pump"] * 3
    assert [(row["date"], row["date_basis"]) for row in rows] == [
        ("2024-06-04", "stated"),
        ("2024-06-04", "metadata"),
        ("2024-06-04", "stated"),
    ]
    assert rows[0]["body"] == rows[2]["body"] == "The pump on the quay is dry."
    assert rows[1]["body"].startswith("The pump on the quay is dry, and nobody")


def test_what_is_dropped_is_given_with_its_line(town: Town) -> None:
    text = "The pump\n\n4 June 2024\n\nThe pump on the quay is dry.\n\nSign up to our newsletter\n"
    _, (row,) = asked(filters.clean, town, {"id": 1, "text": text})
    assert 6 in [d["line"] for d in row["dropped"]]


def test_a_path_that_is_no_file_is_an_error_of_that_line(town: Town) -> None:
    status, (row,) = asked(filters.clean, town, {"id": 1, "path": str(town.project.raw / "absent.txt")})
    assert status == 3
    assert "absent.txt" in row["error"] or "no" in row["error"]
