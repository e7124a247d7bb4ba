"""Unchanged pages that lead to what has gone."""

from __future__ import annotations

from pathlib import Path

from brexitsite.publish.lost import suspects


def write(folder: Path, **pages: str) -> Path:
    for name, text in pages.items():
        path = folder / name.replace("__", "/") / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<html><body>{text}</body></html>")
    return folder


def test_pages_that_name_a_removed_one_are_suspect(tmp_path):
    new = write(tmp_path / "new", a='<a href="../gone/">x</a>', b="nothing", c="../begone/ too")
    kept = ["a/index.html", "b/index.html", "c/index.html"]
    found = suspects(new, tmp_path / "old", [], ["x/gone/index.html"], kept)
    assert list(found) == ["a/index.html", "c/index.html"]


def test_pages_below_a_removed_one_are_suspect(tmp_path):
    new = write(tmp_path / "new", gone__below='<a href="..">up</a>')
    found = suspects(new, tmp_path / "old", [], ["gone/index.html"], ["gone/below/index.html"])
    assert list(found) == ["gone/below/index.html"]


def test_pages_that_name_a_lost_anchor_are_suspect(tmp_path):
    new = write(tmp_path / "new", page="<p id='q-2'>", a="#q-1", b="#q-2")
    old = write(tmp_path / "old", page="<p id='q-1'><p id='q-2'>")
    found = suspects(new, old, ["page/index.html"], [], ["a/index.html", "b/index.html"])
    assert list(found) == ["a/index.html"]


def test_nothing_is_read_where_nothing_has_gone(tmp_path):
    assert list(suspects(tmp_path / "new", tmp_path / "old", [], [], ["not/there.html"])) == []
