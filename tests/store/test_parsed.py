"""Articles come from the memory as they come from their files, and only where those are as they were."""

from __future__ import annotations

import os
import random
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from brexitsite.errors import ContentError
from brexitsite.model import AlsoIn, Article, Dated, Mention, Place, Quotation
from brexitsite.store import articles, parsed
from brexitsite.store.files import TICK

SAID = Quotation(
    id="abcd2345", at=Place(0, 3, 9), text="Never\nagain,\t", kind="direct", speaker_type="person",
    rule="after", confidence=0.987, speakers=("ann-moor", "bo-fenn"), said_by="Ann Moor",
    said_by_at=Place(0, 16, 24), cue="said", cue_at=Place(0, 11, 15), continues="abcd2344", role="mayor",
    about=("bo-fenn",), topics=("tolls",), said_on=date(2019, 4, 3), relayed=True, checked=True,
    corrected=date(2026, 11, 22), was="", because="misread",
)  # fmt: skip
FULL = Article(
    title="Toll: “never”", title_basis="derived",
    dated=Dated(date(2019, 4, 4), "inferred", (date(2019, 4, 1), date(2019, 4, 7)), ("“on Thursday”",)),
    added=date(2019, 4, 8), slug="toll-never", raw="bell/one.txt", raw_sha256="0" * 64,
    paragraphs=("1973. The ferry *sank*.", "“Never,” said Ann Moor & <b>others</b>."), summary="The ferry.",
    republish="full", retold=True, lang="en-GB", updated=date(2019, 4, 9), outlet="bell",
    source_url="https://bell.example/1", authors=("Bo Fenn",), topics=("tolls",), people=("ann-moor",),
    also_in=(AlsoIn("post/one.txt", "post", "https://post.example/1"),), lead=True, withdrawn="A reason",
    names={"ann-moor": "Ann Moor"}, mentions=(Mention("ann-moor", Place(1, 17, 25)),),
    quotations=(SAID, replace(SAID, id="abcd2346", said_by_at=None, cue_at=None, said_on=None)),
)  # fmt: skip
PLAIN = Article(
    title="Ferry", title_basis="stated", dated=Dated(date(2019, 4, 5), "stated"), added=date(2019, 4, 8),
    slug="ferry", raw="bell/two.txt", raw_sha256="1" * 64, paragraphs=(), summary="", republish="extract",
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for article in (FULL, PLAIN):
        articles.write(article, tmp_path / "articles")
    settle()
    return tmp_path / "articles"


def settle() -> None:
    time.sleep(2 * TICK / 10**9)


def read(folder: Path, program: str = "p", workers: int = 1) -> list[parsed.Parsed]:
    return parsed.read_all(folder, folder.parent / "memory", program, workers)


def whole(found: list[parsed.Parsed]) -> list[Article]:
    """The articles with their text in memory, so that they can be compared."""
    return [
        replace(one.article, paragraphs=tuple(one.article.paragraphs), mentions=tuple(one.article.mentions))
        for one in found
    ]


@pytest.fixture
def parsings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were parsed, as it happens."""
    seen: list[str] = []
    parse = articles.parsed
    monkeypatch.setattr(articles, "parsed", lambda path, *pair: seen.append(path.name) or parse(path, *pair))
    return seen


def test_an_article_is_the_same_from_its_files_and_from_the_memory(folder: Path, parsings: list[str]) -> None:
    first, second = read(folder), read(folder)
    assert whole(first) == whole(second) == [FULL, PLAIN]
    assert [one.digest for one in first] == [one.digest for one in second]
    assert parsings == ["toll-never.md", "ferry.md"]


def test_only_what_has_changed_is_parsed_again(folder: Path, parsings: list[str]) -> None:
    before = read(folder)
    articles.write(replace(PLAIN, title="Ferries"), folder)
    articles.write(replace(PLAIN, slug="new"), folder)
    articles.path_of(FULL, folder).unlink()
    settle()
    after = read(folder)
    assert [one.article.title for one in after] == ["Ferries", "Ferry"]
    assert after[0].digest != before[1].digest
    assert parsings[2:] == ["ferry.md", "new.md"]


def test_a_change_beside_the_text_is_noticed(folder: Path) -> None:
    before = read(folder)
    places = articles.path_of(FULL, folder).with_suffix(".json")
    places.write_bytes(places.read_bytes().replace(b"misread", b"misled!"))
    settle()
    assert read(folder)[0].article.quotations[0].because == "misled!"
    assert read(folder)[0].digest != before[0].digest


def test_a_file_that_may_still_change_is_not_relied_on(folder: Path) -> None:
    path = articles.path_of(PLAIN, folder)
    articles.write(replace(PLAIN, title="Terry"), folder)
    times = path.stat().st_atime_ns, path.stat().st_mtime_ns
    read(folder)
    path.write_bytes(path.read_bytes().replace(b"Terry", b"Kerry"))
    os.utime(path, ns=times)
    assert read(folder)[1].article.title == "Kerry"


def test_another_program_parses_everything_again(folder: Path, parsings: list[str]) -> None:
    read(folder, "p")
    read(folder, "q")
    assert len(parsings) == 4


@pytest.mark.parametrize("seed", range(20))
def test_a_changed_byte_means_parsing_again(folder: Path, seed: int, parsings: list[str]) -> None:
    read(folder)
    memory = folder.parent / "memory"
    data = bytearray(memory.read_bytes())
    data[random.Random(seed).randrange(len(data))] ^= 1
    memory.write_bytes(data)
    assert whole(read(folder)) == [FULL, PLAIN]
    assert len(parsings) == 4


def test_a_damaged_pair_is_named(folder: Path) -> None:
    read(folder)
    articles.path_of(PLAIN, folder).with_suffix(".json").unlink()
    with pytest.raises(ContentError, match=r"ferry\.json: is damaged .*; run brexitsite clean again"):
        read(folder)


def test_workers_parse_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = read(folder)
    monkeypatch.setattr(parsed, "WORTH_FORKING", 1)
    monkeypatch.setattr(parsed, "CHUNK", 1)
    assert whole(read(folder, "q", workers=2)) == whole(alone)
    articles.path_of(PLAIN, folder).with_suffix(".json").write_text("{")
    with pytest.raises(ContentError, match=r"ferry\.json: is damaged"):
        read(folder, "r", workers=2)
