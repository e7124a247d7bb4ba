"""README, CONTRIBUTING and --help are held to the code."""

import argparse
import re
import subprocess
import sys
from pathlib import Path

import pytest

from brexitsite.cli import parser

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])


def commands() -> dict[str, argparse.ArgumentParser]:
    (found,) = (a for a in parser()._actions if isinstance(a, argparse._SubParsersAction))
    return dict(found.choices)


def options(command: argparse.ArgumentParser) -> set[str]:
    return {name for action in command._actions for name in action.option_strings}


def test_the_table_of_the_readme_lists_every_command_and_no_other() -> None:
    listed = re.findall(r"^\| `brexitsite ([a-z-]+)", (ROOT / "README.md").read_text(), re.M)
    assert sorted(listed) == sorted(commands())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_named_in_a_page_exist_with_their_options(page: Path) -> None:
    for name, rest in re.findall(r"\bbrexitsite ([a-z][a-z-]+)\b([^\n`|]*)", page.read_text()):
        if name in commands():
            assert set(re.findall(r"(?<!\S)--[a-z-]+", rest)) <= options(commands()[name]), (name, rest)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_targets_named_in_a_page_exist(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.M))
    assert set(re.findall(r"\bmake ([a-z]+)`", page.read_text())) <= targets
    assert set(re.findall(r"^    make ([a-z]+)", page.read_text(), re.M)) <= targets


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_that_a_page_leads_to_exist(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", page.read_text()):
        assert (page.parent / target).exists(), target


def test_every_command_has_a_help_text() -> None:
    for name, command in commands().items():
        assert command.description, name
        assert all(a.help or a.dest in ("help", "files", "folder") for a in command._actions), name


def test_the_first_two_commands_of_the_readme_are_those_of_a_newcomer() -> None:
    assert re.findall(r"^    (make \w+)", (ROOT / "README.md").read_text(), re.M)[:2] == [
        "make site",
        "make test",
    ]


def test_bare_make_lists_every_target() -> None:
    listed = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    documented = re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(), re.M)
    assert re.findall(r"^make ([a-z]+)", listed, re.M) == documented


def test_a_wrong_argument_is_exit_status_two() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "brexitsite", "publish"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 2


def test_outside_a_project_one_line_says_so(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "brexitsite", "build"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert run.stderr.count("\n") == 1
    assert "there is no content/site.toml here" in run.stderr
