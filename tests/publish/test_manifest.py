"""The record of a release."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from brexitsite.publish import manifest
from brexitsite.publish.manifest import Manifest


@pytest.fixture
def release(tmp_path: Path) -> Path:
    folder = tmp_path / "release"
    for path, text in {"index.html": "home", "a b/ü.html": "page"}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    return folder


def taken(folder: Path) -> Manifest:
    return manifest.of(folder, {p: manifest.sha256_of(folder / p) for p in manifest.paths_in(folder)})


def test_it_comes_back_as_written(tmp_path, release):
    manifest.write(taken(release), tmp_path / "record")
    assert manifest.read(tmp_path / "record") == taken(release)


def test_its_name_depends_on_paths_and_bytes_alone(release):
    name = taken(release).name()
    os.utime(release / "index.html", (1, 1))
    assert taken(release).name() == name
    (release / "index.html").write_text("Home")
    assert taken(release).name() != name


@pytest.mark.parametrize("place", [0, 40, 70, 90, -1])
def test_a_single_changed_byte_makes_it_worthless(tmp_path, release, place):
    record = tmp_path / "record"
    manifest.write(taken(release), record)
    data = bytearray(record.read_bytes())
    data[place] ^= 1
    record.write_bytes(data)
    assert manifest.read(record) is None


@pytest.mark.parametrize("data", [b"", b"\n", b"\xff\xfe\x00"])
def test_no_record_is_none(tmp_path, data):
    assert manifest.read(tmp_path / "record") is None
    (tmp_path / "record").write_bytes(data)
    assert manifest.read(tmp_path / "record") is None


def test_a_file_edited_in_place_is_damage(release):
    before = taken(release)
    (release / "index.html").write_text("hack")
    assert list(before.damaged(release)) == ["index.html"]


def test_a_copy_with_other_times_is_no_damage(release):
    before = taken(release)
    os.utime(release / "index.html", (1, 1))
    assert list(before.damaged(release)) == []


def test_a_missing_file_is_damage(release):
    before = taken(release)
    (release / "index.html").unlink()
    assert list(before.damaged(release)) == ["index.html"]
