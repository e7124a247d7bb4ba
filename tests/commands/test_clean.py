from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from brexitsite.commands import clean
from brexitsite.errors import BrexitsiteError, ContentError

if TYPE_CHECKING:
    from conftest import Town

BELL = "The bell rings again\n\n2 June 2024\n\n“It is flat by a semitone,” said Ida Keswick on Sunday.\n"
PUMP = """The pump is dry

4 June 2024

Nobody could say why the pump on the quay had run dry overnight, when the tide was high and the race full.

Boatmen who came for water before dawn found a queue of forty buckets,.
"""


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read, in order."""
    names: list[str] = []
    drafts = clean.drafts

    def watched(files, *rest):  # type: ignore[no-untyped-def]
        names.extend(file.name for file in files)
        return drafts(files, *rest)

    monkeypatch.setattr(clean, "drafts", watched)
    return names


def test_an_article_becomes_a_pair_of_files_at_its_address(town: Town) -> None:
    town.write("bell.txt", BELL)
    assert town.clean().published == 1
    assert set(town.files()) == {
        "articles/2024/06/02/the-bell-rings-again.md",
        "articles/2024/06/02/the-bell-rings-again.json",
        "ledger.csv",
    }


def test_running_again_changes_nothing_and_reads_nothing(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    town.write("bell.txt", BELL)
    town.clean()
    before = town.files()
    monkeypatch.setattr(clean, "drafts", lambda files, *_: iter(()) if not files else pytest.fail("it read"))
    town.clean()
    assert town.files() == before


def test_only_the_changed_file_is_read_again(town: Town, read: list[str]) -> None:
    town.write("bell.txt", BELL)
    town.write("pump.txt", PUMP)
    town.clean()
    read.clear()
    town.write("pump.txt", PUMP.replace("quay", "mole"))
    town.clean()
    assert read == ["pump.txt"]
    assert "mole" in town.articles()["pump.txt"].paragraphs[0]


def test_a_new_actor_reaches_articles_read_before(town: Town) -> None:
    town.write("bell.txt", BELL.replace("Ida Keswick", "Una Farrow"))
    town.clean()
    assert town.articles()["bell.txt"].people == ()
    life = "---\nkind: person\nname: Una Farrow\nsort_name: Farrow, Una\npronouns: she\n---\nA tuner.\n"
    (town.project.content / "actors/una-farrow.md").write_text(life)
    town.clean()
    assert town.articles()["bell.txt"].people == ("una-farrow",)


def test_only_the_first_sentence_of_a_life_is_read_with_articles(town: Town, read: list[str]) -> None:
    actor = town.project.content / "actors/ida-keswick.md"
    head = actor.read_text().rpartition("---\n")[0]
    town.write("bell.txt", BELL)
    for life, reads in (("A tuner. She sings.", 1), ("A tuner. She sings no more.", 1), ("A poet.", 2)):
        actor.write_text(f"{head}---\n\n{life}\n")
        town.clean()
        assert len(read) == reads


def test_a_deleted_raw_file_takes_its_article_along_and_leaves_its_address(town: Town) -> None:
    raw = town.write("2024/bell.txt", BELL)
    town.clean()
    raw.unlink()
    town.clean()
    assert set(town.files()) == {"ledger.csv"}
    assert b"2024/06/02/the-bell-rings-again/" in town.files()["ledger.csv"]


def test_a_renamed_file_does_not_take_the_address_of_the_first(town: Town) -> None:
    raw = town.write("bell.txt", BELL)
    town.clean()
    raw.rename(raw.with_name("gong.txt"))
    town.clean()
    assert town.articles()["gong.txt"].slug == "the-bell-rings-again-2"


def test_a_new_title_keeps_the_published_address(town: Town) -> None:
    town.write("bell.txt", BELL)
    town.clean()
    town.write("bell.txt", BELL.replace("The bell rings again", "A bell is mended"))
    town.clean()
    article = town.articles()["bell.txt"]
    assert (article.title, article.slug) == ("A bell is mended", "the-bell-rings-again")


def test_two_articles_of_one_day_and_title_get_two_addresses(town: Town) -> None:
    town.write("bell.txt", BELL)
    town.write(
        "other.txt", BELL.replace("It is flat by a semitone", "We shall hear it in Fenn on a clear night")
    )
    town.clean()
    assert {a.slug for a in town.articles().values()} == {"the-bell-rings-again", "the-bell-rings-again-2"}


def test_a_quotation_keeps_its_id_when_words_around_it_change(town: Town) -> None:
    town.write("bell.txt", BELL)
    town.clean()
    (before,) = town.articles()["bell.txt"].quotations
    town.write("bell.txt", BELL.replace("“It is", "Rain fell. “But it is"))
    town.clean()
    (after,) = town.articles()["bell.txt"].quotations
    assert (after.id, after.text) == (before.id, "But it is flat by a semitone,")


def test_one_faulty_file_stops_no_other(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    town.write("bell.txt", BELL)
    town.write("empty.txt", "")
    (town.project.raw / "link.txt").symlink_to("/etc/hostname")
    assert clean.run(town.project, workers=1) == 3
    said = capsys.readouterr()
    assert "1 article cleaned, 2 quarantined" in said.out
    assert len(said.err.splitlines()) == 2
    listed = json.loads((town.project.cache / "quarantine.json").read_text())
    assert {row["file"] for row in listed} == {"empty.txt", "link.txt"}
    assert all(row["fault"] and row["remedy"] for row in listed)


def test_all_well_is_exit_status_0(town: Town) -> None:
    town.write("bell.txt", BELL)
    assert clean.run(town.project, workers=1) == 0


def test_another_folder_leaves_the_projects_own_articles_alone(town: Town, tmp_path: Path) -> None:
    town.write("bell.txt", BELL)
    town.clean()
    before = town.files()
    other = tmp_path / "others"
    other.mkdir()
    (other / "pump.txt").write_text(PUMP)
    assert clean.run(town.project, other, tmp_path / "into", workers=1) == 0
    assert (tmp_path / "into/2024/06/04/the-pump-is-dry.md").exists()
    assert town.files() == before


def test_a_raw_folder_that_is_not_there_is_one_clear_line(town: Town) -> None:
    with pytest.raises(BrexitsiteError, match=r"--raw nowhere: there is no such folder"):
        clean.run(town.project, Path("nowhere"))


def test_a_fault_in_content_stops_the_run_before_anything_is_written(town: Town) -> None:
    town.write("bell.txt", BELL)
    (town.project.content / "actors/ida-keswick.md").write_text("---\nkind: fish\n---\n")
    with pytest.raises(ContentError, match="kind"):
        town.clean()
    assert town.files() == {}


def test_a_copy_is_published_once_with_its_other_paper(town: Town) -> None:
    town.write("evening-tide/pump.txt", PUMP)
    town.write("harbour-gazette/pump.txt", PUMP.replace("4 June", "5 June"))
    town.clean()
    (article,) = town.articles().values()
    assert (article.raw, [copy.outlet for copy in article.also_in]) == (
        "evening-tide/pump.txt",
        ["harbour-gazette"],
    )


def test_a_longer_version_replaces_the_first_and_keeps_its_address(town: Town) -> None:
    town.write("evening-tide/pump.txt", PUMP)
    town.clean()
    longer = (
        PUMP.replace("dry\n\n", "dry, say boatmen\n\n") + "\nThey carried water from the mill all morning.\n"
    )
    town.write("evening-tide/pump-late.txt", longer)
    town.clean()
    (article,) = town.articles().values()
    assert (article.raw, article.slug) == ("evening-tide/pump-late.txt", "the-pump-is-dry")


def test_workers_change_no_byte(town: Town) -> None:
    for number in range(12):
        town.write(
            f"{number}.txt",
            BELL.replace("semitone", f"{number}th of a tone").replace("2 June", f"{number + 1} June"),
        )
    town.clean(workers=1)
    alone = town.files()
    for made in (town.project.articles, town.project.cache):
        for path in sorted(made.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
    town.clean(workers=3)
    assert town.files() == alone
