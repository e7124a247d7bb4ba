from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from brexitsite.errors import ContentError
from brexitsite.model import AlsoIn, Article, Dated, Mention, Place, Quotation
from brexitsite.store import articles

ARTICLE = Article(
    title="Toll: \"never\", says 'mayor' # no: - comment",
    title_basis="stated",
    dated=Dated(date(2019, 4, 4), "inferred", (date(2019, 4, 1), date(2019, 4, 7)), ("“on Thursday”",)),
    added=date(2019, 4, 8),
    slug="toll-never",
    raw="bell/one.txt",
    raw_sha256="0" * 64,
    paragraphs=("1973. The ferry *sank*.", "- “Never,” said Ann Moor & <b>others</b>."),
    summary="1973. The ferry *sank*.",
    republish="full",
    outlet="bell",
    authors=("Bo Fenn",),
    people=("ann-moor",),
    also_in=(AlsoIn("post/one.txt", "post"),),
    names={"ann-moor": "Ann Moor"},
    mentions=(Mention("ann-moor", Place(1, 17, 25)),),
    quotations=(
        Quotation(
            id="abcd2345",
            at=Place(1, 3, 9),
            text="Never,",
            kind="direct",
            speaker_type="person",
            rule="after",
            confidence=0.987,
            speakers=("ann-moor",),
            said_by="Ann Moor",
            said_by_at=Place(1, 16, 24),
            cue="said",
            cue_at=Place(1, 11, 15),
            corrected=date(2026, 11, 22),
            was="",
            because="misread",
        ),
    ),
)


def test_an_article_comes_back_as_it_was_written(tmp_path: Path) -> None:
    path = articles.write(ARTICLE, tmp_path)
    assert path == tmp_path / "2019/04/04/toll-never.md"
    assert articles.read(path) == ARTICLE


def test_writing_again_touches_nothing(tmp_path: Path) -> None:
    path = articles.write(ARTICLE, tmp_path)
    before = path.stat().st_mtime_ns
    articles.write(ARTICLE, tmp_path)
    assert path.stat().st_mtime_ns == before


def test_each_quotation_is_one_line(tmp_path: Path) -> None:
    two = replace(ARTICLE, quotations=ARTICLE.quotations * 2)
    assert sum('"kind"' in line for line in articles.places(two).splitlines()) == 2


@pytest.mark.parametrize("damage", ['{"names": ', '{"names": {}}', "[" * 5000, "null"])
def test_a_damaged_pair_is_named(tmp_path: Path, damage: str) -> None:
    path = articles.write(ARTICLE, tmp_path)
    path.with_suffix(".json").write_text(damage)
    with pytest.raises(ContentError, match="run brexitsite clean again"):
        articles.read(path)
