from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from brexitsite.commands import review
from brexitsite.commands.review import Doubt
from brexitsite.model import Article, Dated, Place, Quotation
from brexitsite.store import registry

if TYPE_CHECKING:
    from conftest import Town

DAY = date(2024, 6, 2)
SURE = Quotation(
    "sure",
    Place(0, 1, 11),
    "It is flat",
    "direct",
    "person",
    "name",
    0.99,
    speakers=("ida-keswick",),
    said_by="Ida Keswick",
)
DOUBTFUL = Quotation(
    "doubt", Place(0, 20, 32), 'It "is" flat', "direct", "person", "pronoun", 0.6, said_by="she"
)


def article(
    *quotations: Quotation, dated: Dated | None = None, names: dict[str, str] | None = None
) -> Article:
    return Article(
        title="The bell",
        title_basis="stated",
        dated=dated or Dated(DAY, "stated"),
        added=DAY,
        slug="the-bell",
        raw="bell.txt",
        raw_sha256="0" * 64,
        paragraphs=('“It is flat”, and “It "is" flat” too.',),
        summary="",
        republish="full",
        names=names or {"ida-keswick": "Ida Keswick"},
        quotations=quotations,
    )


def doubts(town: Town, *articles: Article) -> list[Doubt]:
    return list(review.all_doubts(articles, registry.load(town.project.content).actors))


def test_a_sure_link_is_no_doubt(town: Town) -> None:
    assert doubts(town, article(SURE)) == []


def test_a_doubtful_link_comes_with_lines_that_decide_it(town: Town) -> None:
    (doubt,) = doubts(town, article(DOUBTFUL))
    assert doubt.paste_into == "content/raw/bell.toml"
    assert tomllib.loads(doubt.paste) == {
        "quotation": [{"text": 'It "is" flat', "speaker": "", "checked": True}]
    }


def test_pasted_lines_settle_the_doubt(town: Town) -> None:
    town.write(
        "bell.txt",
        "The bell\n\n2 June 2024\n\nNell Ormond met Piers Ormond. “It is flat,” Ormond said.\n",
    )
    town.clean()
    found = town.articles()["bell.txt"]
    (doubt,) = doubts(town, found)
    town.write("bell.toml", doubt.paste)
    town.clean()
    settled = town.articles()["bell.txt"]
    assert settled.quotations[0].checked
    assert doubts(town, settled) == []


def test_a_wide_window_is_a_doubt_and_a_narrow_one_is_none(town: Town) -> None:
    wide = Dated(DAY, "inferred", (date(2024, 5, 28), date(2024, 6, 7)), ("the vote was near",))
    narrow = Dated(DAY, "inferred", (date(2024, 6, 1), date(2024, 6, 3)))
    (doubt,) = doubts(town, article(dated=wide))
    assert (doubt.what, doubt.detail) == ("the date is inferred, within 10 days", "the vote was near")
    assert tomllib.loads(doubt.paste) == {"date": DAY}
    assert doubts(town, article(dated=narrow)) == []


def test_somebody_quoted_often_without_a_page_is_proposed(town: Town) -> None:
    said = [
        Quotation(
            str(n), Place(0, 1, 11), "It is flat", "direct", "person", "name", 0.99, speakers=("una-farrow",)
        )
        for n in range(3)
    ]
    (doubt,) = doubts(town, article(*said, names={"una-farrow": "Una Farrow"}))
    assert doubt.paste_into == "content/actors/una-farrow.md"
    assert "sort_name: Farrow, Una" in doubt.paste


def test_the_page_stands_alone_and_shows_words_literally(town: Town, tmp_path: Path) -> None:
    town.write(
        "bell.txt", "The bell\n\n2 June 2024\n\nShe “<b>sang</b> all night”, somebody said. “No,” he said.\n"
    )
    town.clean()
    assert review.run(town.project, tmp_path / "review.html", 50) == 0
    page = (tmp_path / "review.html").read_text()
    assert "<b>sang" not in page
    assert "http" not in page


def test_most_doubtful_comes_first(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    town.write(
        "bell.txt",
        "The bell\n\n2 June 2024\n\nMr Tindall met Mr Ormond. “It is flat,” he said.\n\n“No,” she said.\n",
    )
    town.clean()
    review.run(town.project, None, 1)
    said = capsys.readouterr().out
    assert said.startswith("1. ")
    assert "1 of " in said
