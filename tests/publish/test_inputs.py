"""Whether anything looks changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from brexitsite.publish import inputs


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "raw").mkdir(parents=True)
    (folder / "raw" / "one.txt").write_text("one")
    (folder / "raw" / os.fsdecode(b"odd-\xff.txt")).write_text("two")
    return folder


def look(folder: Path) -> str | None:
    return inputs.look([folder], settled=True)


def test_the_same_files_look_the_same(content):
    assert look(content) == look(content)


def change_text(folder: Path) -> None:
    (folder / "raw" / "one.txt").write_text("won")


def restore_an_old_date(folder: Path) -> None:
    file = folder / "raw" / "one.txt"
    before = file.stat()
    file.write_text("won")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def replace_by_a_rename(folder: Path) -> None:
    (folder / "new").write_text("one")
    os.replace(folder / "new", folder / "raw" / "one.txt")


def delete(folder: Path) -> None:
    (folder / "raw" / "one.txt").unlink()


def rename(folder: Path) -> None:
    (folder / "raw" / "one.txt").rename(folder / "raw" / "other.txt")


def add_an_empty_folder(folder: Path) -> None:
    (folder / "raw" / "new").mkdir()


def remove_everything(folder: Path) -> None:
    folder.rename(folder.with_name("gone"))


@pytest.mark.parametrize(
    "edit",
    [
        change_text,
        restore_an_old_date,
        replace_by_a_rename,
        delete,
        rename,
        add_an_empty_folder,
        remove_everything,
    ],
)
def test_an_edit_shows(content, edit):
    before = look(content)
    edit(content)
    assert look(content) != before


def test_what_is_left_out_does_not_show(content):
    (content / "articles").mkdir()
    before = inputs.look([content], without=[content / "articles"], settled=True)
    (content / "articles" / "a.md").write_text("new")
    assert inputs.look([content], without=[content / "articles"], settled=True) == before


def test_a_file_changed_this_very_moment_is_not_relied_on(content):
    assert inputs.look([content]) is None


def test_a_clock_that_was_set_back_is_not_relied_on(content, monkeypatch):
    monkeypatch.setattr("time.time_ns", lambda: 1_000_000_000)
    assert inputs.look([content]) is None


def test_installed_libraries_are_told_with_their_versions():
    assert any(name.startswith("pelican-") for name in inputs.program())
