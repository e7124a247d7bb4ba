from __future__ import annotations

from datetime import date

import pytest

from brexitsite.articles import headers, layout
from brexitsite.articles.header import Header
from brexitsite.articles.header_blocks import archive, block, front_matter, message

PROSE = "The board met for three hours and decided nothing at all."


def stated(header: Header) -> tuple[str | None, date | None, tuple[str, ...], str | None]:
    return header.title_words, header.stated_day, header.authors, header.source


def test_front_matter_is_text_and_never_yaml() -> None:
    found = front_matter(
        layout.read("---\ntitle: !!python/object {a: b}\ndate: 2019-04-03\nodd\n---\nProse.")
    )
    assert found is not None
    header, end = found
    assert (header.title_words, header.day, end) == ("!!python/object {a: b}", date(2019, 4, 3), 5)


@pytest.mark.parametrize(
    "authors",
    ["authors:\n  - Ann Other\n  - Bo Lee", "authors: [Ann Other, Bo Lee]", "author: Ann Other and Bo Lee"],
)
def test_front_matter_may_list_its_authors(authors: str) -> None:
    found = front_matter(layout.read(f"---\ntitle: Dock opens\n{authors}\ndate: 3 April 2019\n---\n{PROSE}"))
    assert found is not None
    assert stated(found[0]) == ("Dock opens", date(2019, 4, 3), ("Ann Other", "Bo Lee"), None)


def test_front_matter_may_be_written_with_equals_signs() -> None:
    found = front_matter(layout.read(f'+++\ntitle = "Dock opens"\ndate = 2019-04-03\n+++\n{PROSE}'))
    assert found is not None
    assert stated(found[0]) == ("Dock opens", date(2019, 4, 3), (), None)


@pytest.mark.parametrize("text", ["---\ntitle: a\nProse.", "+++\ntitle: a\n---\nProse.", ""])
def test_front_matter_that_never_ends_is_prose(text: str) -> None:
    assert block(layout.read(text)) is None


def test_a_saved_message_states_its_subject_day_and_sender() -> None:
    head = "From: Ann Other <ann@harbour.example>\nTo: desk\nDate: Wed, 3 Apr 2019 10:00:00 +0100"
    found = message(layout.read(f"{head}\nSubject: Dock opens\n\n{PROSE}"))
    assert found is not None
    assert stated(found[0]) == ("Dock opens", date(2019, 4, 3), ("Ann Other",), None)
    assert found[1] == 4


def test_a_sender_that_is_no_person_is_no_author() -> None:
    found = message(layout.read(f"From: Harbour News <desk@harbour.example>\nSubject: Dock opens\n\n{PROSE}"))
    assert found is not None
    assert found[0].authors == ()


def test_a_script_with_two_speakers_is_no_message() -> None:
    assert message(layout.read(f"From: a\nSubject: b\nFrom: c\n{PROSE}")) is None


ARCHIVED = f"""HD      Dock opens
BY      By Ann Other
WC      12 words
PD      3 April 2019
SN      The Harbour News
LA      English

LP
{PROSE}

TD
“It opens,” said Bo Lee.

AN      Document HN000020190403
"""


@pytest.mark.parametrize("text", [ARCHIVED, ARCHIVED.replace("LP\n", "LP ").replace("TD\n", "TD ")])
def test_an_archives_fields_state_and_its_prose_stays(text: str) -> None:
    lines = layout.read(text)
    header = headers.read(lines)
    assert stated(header) == ("Dock opens", date(2019, 4, 3), ("Ann Other",), "The Harbour News")
    assert [line.text for line in headers.body(header, lines)] == [PROSE, "“It opens,” said Bo Lee."]


def test_capitals_that_open_a_line_are_no_fields() -> None:
    assert archive(layout.read(f"HD sets are dear\n{PROSE}\nPD James wrote.")) is None
