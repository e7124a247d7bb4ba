"""A release is brought over whole, and only what is kept of it stays."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from brexitsite.publish import carrying, manifest
from brexitsite.publish.carrying import DamagedError, Previous, carried

FILES = ("index.html", "2019/04/index.html", "2019/04/04/a/index.html", "2019/05/index.html")


@pytest.fixture
def previous(tmp_path: Path) -> Previous:
    folder = tmp_path / "old"
    for path in FILES:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(path)
    return Previous(folder, manifest.of(folder, {path: manifest.sha256_of(folder / path) for path in FILES}))


@pytest.fixture
def new(tmp_path: Path) -> Path:
    (tmp_path / "new").mkdir()
    return tmp_path / "new"


def kept(previous: Previous, *paths: str) -> dict[str, str]:
    return {path: previous.manifest.files[path].sha256 for path in paths}


def below(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_every_file_is_the_same_one(previous: Previous, new: Path) -> None:
    with carried(previous, new) as before:
        before.wait()
        before.keep_only(kept(previous, *FILES))
    assert all((new / path).samefile(previous.folder / path) for path in FILES)


def test_of_an_older_release_only_the_very_same_files_stay(previous: Previous, new: Path) -> None:
    (new / "2019/04/04/a").mkdir(parents=True)
    os.link(previous.folder / "index.html", new / "index.html")
    (new / "2019/04/index.html").write_text("2019/04/index.html")
    (new / "2019/04/04/a/gone.html").write_text("gone")
    (new / "2019/05").write_text("a file where a folder is now")
    (new / "2018/index.html").mkdir(parents=True)
    (new / "leads away").symlink_to(previous.folder)
    (new / "2019/04/04/a/index.html").symlink_to(previous.folder / "index.html")
    with carried(previous, new) as before:
        before.wait()
    assert below(new) == below(previous.folder)
    assert all((new / path).samefile(previous.folder / path) for path in FILES)
    assert not any(path.is_symlink() for path in new.rglob("*"))


def test_a_file_shared_with_an_older_release_may_be_damaged_too(previous: Previous, new: Path) -> None:
    os.link(previous.folder / "index.html", new / "index.html")
    (previous.folder / "index.html").write_text("defaced")
    with carried(previous, new) as before, pytest.raises(DamagedError, match="index"):
        before.wait()


def test_what_is_not_kept_goes_with_the_folders_that_it_leaves_empty(previous: Previous, new: Path) -> None:
    with carried(previous, new) as before:
        before.wait()
        before.keep_only(kept(previous, "index.html", "2019/04/index.html"))
    assert below(new) == ["2019", "2019/04", "2019/04/index.html", "index.html"]
    assert len(below(previous.folder)) == len(FILES) + 5


def test_a_file_is_laid_over_an_old_one_without_touching_the_release_before(
    previous: Previous, new: Path, tmp_path: Path
) -> None:
    (tmp_path / "made" / "2020").mkdir(parents=True)
    for path in ("index.html", "2020/index.html"):
        (tmp_path / "made" / path).write_text("new")
    with carried(previous, new) as before:
        before.wait()
        before.keep_only(kept(previous, *FILES[1:]))
        carrying.lay_over(new, tmp_path / "made", ["index.html", "2020/index.html"])
    assert (new / "index.html").read_text() == (new / "2020" / "index.html").read_text() == "new"
    assert (previous.folder / "index.html").read_text() == "index.html"


def test_nothing_of_a_damaged_release_is_kept(previous: Previous, new: Path) -> None:
    (previous.folder / "2019/05/index.html").write_text("defaced")
    with carried(previous, new) as before, pytest.raises(DamagedError, match="2019/05"):
        before.wait()


@pytest.mark.parametrize("wanted", [{"lost.html": "0"}, {"index.html": "another hash"}])
def test_a_file_that_the_release_before_does_not_have_so_means_damage(
    previous: Previous, new: Path, wanted: dict[str, str]
) -> None:
    with carried(previous, new) as before:
        before.wait()
        with pytest.raises(DamagedError):
            before.keep_only(wanted)


def test_what_the_disk_refuses_is_told(previous: Previous, new: Path) -> None:
    new.rmdir()
    new.write_text("in the way")
    with carried(previous, new) as before, pytest.raises(NotADirectoryError):
        before.wait()


def test_a_stopped_process_means_that_nothing_is_kept(
    previous: Previous, new: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carrying, "link", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    with carried(previous, new) as before, pytest.raises(DamagedError):
        before.wait()
