"""Every way to be wrong is told in one line: file, fault, value, remedy."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

from brexitsite.cli import main

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[1]
CASES: dict[str, dict[str, Any]] = tomllib.loads((HERE / "cases.toml").read_text("utf-8"))
ARTICLE = "A day at the weir\n\n3 May 2031\n\nIt rained at the weir for most of the day, and nobody came.\n"


@pytest.fixture
def digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The content of a sound digest of one article; it is the current directory's."""
    second = REPOSITORY / "tests" / "second_digest" / "content"
    unwanted = shutil.ignore_patterns("articles", "raw", "ledger.csv")
    shutil.copytree(second, tmp_path / "content", ignore=unwanted)
    shutil.copytree(REPOSITORY / "theme", tmp_path / "theme")
    shutil.copy(REPOSITORY / "pelicanconf.py", tmp_path)
    (tmp_path / "content" / "raw").mkdir()
    (tmp_path / "content" / "raw" / "a.txt").write_text(ARTICLE)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "content"


def put(content: Path, case: dict[str, Any]) -> None:
    file = content / case["file"]
    file.parent.mkdir(parents=True, exist_ok=True)
    before = file.read_bytes() if case.get("append") else b""
    file.write_bytes(
        before + b"\n" + bytes(case["bytes"]) if "bytes" in case else before + case["text"].encode()
    )


@pytest.mark.parametrize("name", CASES)
def test_a_fault_is_one_line_with_file_value_and_remedy(
    name: str, digest: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = CASES[name]
    put(digest, case)
    status = main(["build", "--no-search"])
    said = capsys.readouterr().err.splitlines()
    if case.get("quarantined"):
        assert status == 3, said
        line = next(line for line in said if line.startswith("quarantined: ")).removeprefix("quarantined: ")
    else:
        assert status == 1, said
        assert len(said) == 1, said
        line = said[0].removeprefix("brexitsite: ").removeprefix("Pelican: ")
    assert case["says"] in line
    assert "; " in line
    assert ": " in line


def test_the_sound_digest_is_published(digest: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--no-search"]) == 0, capsys.readouterr().err


def test_a_folder_without_a_digest_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["build"]) == 1
    assert capsys.readouterr().err == (
        "brexitsite: .: there is no content/site.toml here; run brexitsite in the folder of a digest\n"
    )


@pytest.mark.parametrize(
    "arguments", [[], ["bulid"], ["build", "--workers", "0"], ["build", "--workers", "x"]]
)
def test_wrong_arguments_end_with_status_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
