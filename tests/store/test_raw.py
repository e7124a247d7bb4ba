import os
from datetime import date
from pathlib import Path

import pytest

from brexitsite.errors import Quarantined
from brexitsite.model import Outlet
from brexitsite.store import raw

OUTLETS = {"bell": Outlet("bell", "The Bell"), "post": Outlet("post", "The Post")}


def put(folder: Path, name: str, text: str = "") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def read(folder: Path, name: str):  # type: ignore[no-untyped-def]
    return raw.Sidecars(folder, OUTLETS).article(raw.RawFile(name, folder / name))


def test_only_articles_are_found_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for name in ("b/two.html", "a/one.txt", "a/one.toml", "a/_defaults.toml", ".hidden/x.txt", "c.jpg"):
        put(tmp_path, name)
    assert [file.name for file in raw.scan(tmp_path)] == ["a/one.txt", "b/two.html"]


def test_names_that_begin_with_dots_are_articles_and_editors_leftovers_are_not(tmp_path: Path) -> None:
    for name in ("..odd..txt", "._one.txt", ".#one.txt", ".~one.html"):
        put(tmp_path, name)
    assert [file.name for file in raw.scan(tmp_path)] == ["..odd..txt"]


def test_links_to_folders_and_folders_named_as_articles_are_listed_and_not_entered(tmp_path: Path) -> None:
    put(tmp_path, "elsewhere.txt/one.txt")
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "loop").symlink_to(".")
    put(tmp_path / "raw", "folder.html/one.txt")
    assert [file.name for file in raw.scan(tmp_path / "raw")] == ["folder.html", "loop"]
    with pytest.raises(Quarantined, match="is no regular file"):
        read(tmp_path / "raw", "loop")


def test_a_sidecar_that_is_a_link_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "one.txt", "x")
    (tmp_path / "one.toml").symlink_to(put(tmp_path, "other.toml", "hide = true"))
    with pytest.raises(Quarantined, match=r"its sidecar is wrong: one\.toml: it is no regular file"):
        read(tmp_path, "one.txt")


def test_a_folder_named_as_an_outlet_gives_the_outlet(tmp_path: Path) -> None:
    put(tmp_path, "bell/2019/one.txt", "x")
    assert read(tmp_path, "bell/2019/one.txt").sidecar.outlet == "bell"


def test_the_nearest_word_holds(tmp_path: Path) -> None:
    put(tmp_path, "_defaults.toml", 'republish = "full"\nretold = true')
    put(tmp_path, "bell/_defaults.toml", 'republish = "extract"')
    put(tmp_path, "bell/one.toml", 'outlet = "post"\nretold = false')
    put(tmp_path, "bell/one.txt", "x")
    sidecar = read(tmp_path, "bell/one.txt").sidecar
    assert (sidecar.outlet, sidecar.republish, sidecar.retold) == ("post", "extract", False)


def test_decisions_are_read(tmp_path: Path) -> None:
    put(tmp_path, "one.txt", "x")
    put(
        tmp_path,
        "one.toml",
        'date = 2019-04-04\n[mentions]\n"the ferryman" = "bo-fenn"\n'
        '[[quotation]]\ntext = "no toll"\nspeaker = ""\nwas = "Ann Moor"\nbecause = "it was a heckler"\n'
        "corrected = 2026-11-22\n",
    )
    sidecar = read(tmp_path, "one.txt").sidecar
    assert sidecar.date == date(2019, 4, 4)
    assert sidecar.mentions == {"the ferryman": "bo-fenn"}
    assert sidecar.quotations[0].speaker == ""
    assert sidecar.quotations[0].corrected == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("sidecar", "message"),
    [
        ('outlet = "horn"', "the outlet 'horn' is unknown; add content/outlets/horn.toml"),
        ('url = "javascript:alert(1)"', "give an address that begins with https://"),
        ("date = 2019-04-04T10:00:00", "give a date such as 2019-04-04"),
        ('headline = "x"', "the key 'headline' is unknown"),
        ("date = ", "is no valid TOML"),
    ],
)
def test_a_wrong_sidecar_quarantines_its_article(tmp_path: Path, sidecar: str, message: str) -> None:
    put(tmp_path, "one.txt", "x")
    put(tmp_path, "one.toml", sidecar)
    with pytest.raises(Quarantined) as caught:
        read(tmp_path, "one.txt")
    assert message in str(caught.value)
    assert "one.toml" in str(caught.value)
    assert str(tmp_path) not in str(caught.value)


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    put(tmp_path, "secret", "secret")
    (tmp_path / "one.txt").symlink_to(tmp_path / "secret")
    with pytest.raises(Quarantined, match="no regular file"):
        raw.read_bytes(tmp_path / "one.txt")


def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "one.txt")
    with pytest.raises(Quarantined, match="no regular file"):
        raw.read_bytes(tmp_path / "one.txt")


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "one.txt").open("wb") as file:
        file.truncate(raw.MAX_BYTES + 1)
    with pytest.raises(Quarantined, match="at most 5,000,000 are read"):
        raw.read_bytes(tmp_path / "one.txt")


def test_any_name_can_be_printed() -> None:
    assert raw.printable(Path(os.fsdecode(b"a\xff\x1b[31m.txt"))) == "a\\xff\\x1b[31m.txt"
