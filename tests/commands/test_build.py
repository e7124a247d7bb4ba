"""What a build does again and what it leaves alone, with the site half and without it."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from brexitsite.commands import build, site
from brexitsite.store.files import TICK
from brexitsite.store.project import Project

REPOSITORY = Path(__file__).parents[2]
RAW = "content/raw/harbour-gazette/late.txt"
TEXT = "A late report\n\n4 May 2024\n\nThe tide came in. “{},” said Nell Ormond, the mayor.\n"


@pytest.fixture
def digest(tmp_path: Path) -> Project:
    """A project with one raw article that is in quarantine, built long enough ago."""
    shutil.copytree(REPOSITORY / "tests/golden/content", tmp_path / "content")
    shutil.copytree(REPOSITORY / "theme", tmp_path / "theme")
    shutil.copy(REPOSITORY / "pelicanconf.py", tmp_path)
    (tmp_path / RAW).write_text(TEXT.format("We shall dredge by winter"), "utf-8")
    (tmp_path / "content/raw/empty.txt").write_text("", "utf-8")
    project = Project.at(tmp_path)
    settle()
    assert build.run(project, search=False) == site.SOME_QUARANTINED
    return project


def settle() -> None:
    """Wait until what was written just now cannot change again unseen."""
    time.sleep(2 * TICK / 10**9)


def page(project: Project) -> str:
    return (project.output / "2024/05/04/a-late-report/index.html").read_text("utf-8")


def test_what_the_site_half_did_not_clean_is_cleaned_by_the_next_build(digest: Project) -> None:
    (digest.root / RAW).write_text(TEXT.format("Nobody asked the boatmen"), "utf-8")
    settle()
    site.run(digest, search=False)
    assert "Nobody asked" not in page(digest)
    settle()
    build.run(digest, search=False)
    assert "Nobody asked" in page(digest)


def test_an_edited_stylesheet_leaves_the_articles_and_their_quarantine_alone(
    digest: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (digest.root / "theme/static/css/site.css").write_text("/* new */", "utf-8")
    settle()
    capsys.readouterr()
    monkeypatch.setattr("brexitsite.commands.clean.clean", None)
    assert build.run(digest, search=False) == site.SOME_QUARANTINED
    assert "quarantined: empty.txt" in capsys.readouterr().err
    assert (digest.output / "theme/css/site.css").read_text("utf-8") == "/* new */"


def test_an_article_edited_by_hand_is_made_anew(digest: Project) -> None:
    made = next(digest.articles.rglob("a-late-report.md"))
    made.write_text(made.read_text("utf-8").replace("The tide", "No tide"), "utf-8")
    settle()
    build.run(digest, search=False)
    assert "The tide came in" in made.read_text("utf-8")
    assert "No tide" not in page(digest)
