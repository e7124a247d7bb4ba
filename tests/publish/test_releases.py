"""Releases side by side, and the link to one of them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from brexitsite.errors import BuildError
from brexitsite.publish.releases import Shelf

A, B, C, D, E = (letter * 16 for letter in "abcde")


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "output")


def publish(shelf: Shelf, *names: str) -> None:
    for name in names:
        with shelf.fresh() as folder:
            (folder / "index.html").write_text(name)
            shelf.put(folder, name)
        shelf.show(name)
        shelf.sweep()


def test_readers_see_the_release_shown_last(shelf):
    publish(shelf, A, B)
    assert (shelf.output / "index.html").read_text() == B
    assert str(shelf.output.readlink()) == f".releases/{B}"


def test_nothing_is_current_before_the_first_release(shelf):
    assert shelf.current() is None


def test_three_releases_are_kept(shelf):
    publish(shelf, A, B, C, D)
    assert shelf.names() == [B, C, D]
    assert not shelf.release(A).exists()


def test_rolling_back_goes_one_release_at_a_time(shelf):
    publish(shelf, A, B, C)
    assert (shelf.roll_back(), shelf.roll_back()) == (B, A)
    with pytest.raises(BuildError, match="no release before this one"):
        shelf.roll_back()
    assert shelf.current() == A


def test_a_release_that_was_rolled_back_goes_with_the_next_one(shelf):
    publish(shelf, A, B, C)
    shelf.roll_back()
    publish(shelf, D)
    assert shelf.names() == [A, B, D]
    assert shelf.roll_back() == B


def test_showing_an_old_release_again_keeps_the_order(shelf):
    publish(shelf, A, B, C)
    shelf.roll_back()
    shelf.show(C)
    assert shelf.names() == [A, B, C]


def test_a_failed_build_leaves_nothing(shelf):
    with shelf.fresh() as folder:
        (folder / "index.html").write_text("half")
    assert list(shelf.folder.iterdir()) == []


def test_the_next_build_gets_a_release_that_is_no_longer_kept(shelf):
    publish(shelf, A, B, C, D, E)
    with shelf.fresh(or_spare=True) as folder:
        assert (folder / "index.html").read_text() == A
        (folder / "index.html").write_text(A * 2)
        with shelf.fresh(or_spare=True) as another:
            assert list(another.iterdir()) == []
    assert sorted(path.name for path in shelf.folder.iterdir()) == [C, D, E, "output.list"]


def test_what_a_killed_build_left_is_swept_away(shelf):
    publish(shelf, A)
    (shelf.folder / ".new-dead").mkdir()
    (shelf.folder / ".new-dead" / "page.html").write_text("half")
    shelf.sweep()
    assert sorted(path.name for path in shelf.folder.iterdir()) == [A, "output.list"]


def test_a_build_at_work_is_not_swept_away(shelf):
    with shelf.fresh() as folder:
        shelf.sweep()
        assert folder.is_dir()


def test_outputs_side_by_side_keep_their_releases(shelf):
    publish(shelf, A)
    other = Shelf(shelf.output.with_name("preview"))
    publish(other, B, C, D, E)
    assert (shelf.current(), shelf.names(), other.names()) == (A, [A], [C, D, E])


def test_a_lost_list_loses_no_release_that_readers_see(shelf):
    publish(shelf, A, B)
    (shelf.folder / "output.list").write_bytes(b"\xff\x00nonsense")
    shelf.sweep()
    assert shelf.current() == B
    publish(shelf, C)
    assert shelf.names() == [B, C]


def test_an_ordinary_folder_in_the_way_is_named_with_a_remedy(shelf):
    shelf.output.mkdir()
    (shelf.output / "index.html").write_text("from plain pelican")
    with pytest.raises(BuildError, match=r"is in the way of a link to the release; move it aside \(mv "):
        shelf.check()
    assert (shelf.output / "index.html").exists()


def test_an_empty_folder_is_no_obstacle(shelf):
    shelf.output.mkdir()
    shelf.check()
    publish(shelf, A)


def test_a_link_to_elsewhere_is_left_alone(shelf, tmp_path):
    shelf.output.symlink_to("/var/www")
    with pytest.raises(BuildError, match="leads to /var/www, which is no release"):
        shelf.check()


def test_a_damaged_release_does_not_stand_in_the_way_of_a_good_one(shelf):
    publish(shelf, A)
    assert shelf.free_name(A) == f"{A}-1"
    publish(shelf, f"{A}-1")
    assert shelf.free_name(A) == f"{A}-2"


def test_a_reader_never_meets_a_gap(shelf):
    """A process that reads the site all the time, while releases change under it."""
    publish(shelf, A)
    reader = "import sys\nwhile not sys.stdin.closed and open(sys.argv[1]).read(): pass"
    page = str(shelf.output / "index.html")
    with subprocess.Popen([sys.executable, "-c", reader, page], stderr=subprocess.PIPE) as process:
        for name in (B, C, D, E) * 25:
            publish(shelf, name) if not shelf.release(name).exists() else shelf.show(name)
        assert process.poll() is None, process.stderr and process.stderr.read()
        process.kill()
