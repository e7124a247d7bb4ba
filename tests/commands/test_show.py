from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brexitsite.commands import show
from brexitsite.errors import BrexitsiteError

if TYPE_CHECKING:
    from conftest import Town

BELL = "The bell\n\n2 June 2024\n\n“It is flat,” said Ida Keswick.\n\nSign up to our newsletter\n"


def test_quotes_shows_speaker_rule_and_confidence(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    assert show.quotes(town.project, [town.write("bell.txt", BELL)]) == 0
    said = capsys.readouterr().out
    assert "The bell  (2024-06-02, stated)" in said
    assert "direct: Ida Keswick  [" in said


def test_a_file_that_cannot_be_published_is_named(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    assert show.quotes(town.project, [town.write("empty.txt", "")]) == 3
    assert "empty.txt: " in capsys.readouterr().out


def test_without_a_file_the_line_says_what_to_give(town: Town) -> None:
    with pytest.raises(BrexitsiteError, match="name one or more raw articles"):
        show.quotes(town.project, [])


def test_explain_shows_what_stays_and_what_goes(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    assert show.explain(town.project, town.write("bell.txt", BELL)) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "  “It is flat,” said Ida Keswick." in lines
    assert any(line.startswith("- Sign up to our newsletter   ← ") for line in lines)


def test_markup_of_a_terminal_in_an_article_is_shown_literally(
    town: Town, capsys: pytest.CaptureFixture[str]
) -> None:
    path = town.write("bell.txt", BELL.replace("flat", "[red]flat[/red]"))
    show.quotes(town.project, [path])
    assert "[red]flat[/red]" in capsys.readouterr().out
