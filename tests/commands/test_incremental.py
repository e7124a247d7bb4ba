"""Whatever is edited, and whenever a build is killed: what is published is what a clean build makes."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from brexitsite.commands import build, site
from brexitsite.errors import BrexitsiteError
from brexitsite.store.project import Project

REPOSITORY = Path(__file__).parents[2]
ROUNDS = 5
SEEDS = 10 if os.environ.get("SOAK") else 2
KILLED = 0.4
"""Share of the rounds in which a first build is killed."""
LONGEST = 1.5
"""Seconds after which a build is killed at the latest."""

SPEAKERS = ("Nell Ormond, the mayor", "Ralph Tindall", "Ida Keswick", "the harbour master", "Mr Tindall")
SAID = (
    "We shall dredge by winter",
    "Nobody asked the boatmen",
    "The dues are too high",
    "Silt does not wait",
)
PLACES = ("harbour-gazette", "evening-tide", "unsorted", "unsorted/late")


@dataclass(frozen=True)
class Digest:
    """A digest of the golden articles, and the dice that say what becomes of it."""

    root: Path
    dice: random.Random

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def raw(self) -> Path:
        return self.content / "raw"

    def some(self, pattern: str, below: str = "content/raw") -> Path | None:
        found = sorted(path for path in (self.root / below).rglob(pattern) if path.is_file())
        return self.dice.choice(found) if found else None

    def change(self, path: Path | None, old: str, new: str) -> None:
        if path is not None:
            text = (
                path.read_bytes().decode("cp1252", "replace") if path.suffix == ".txt" else path.read_text()
            )
            path.write_text(text.replace(old, new, 1), "utf-8")


# --- edits ----------------------------------------------------------------------------------


def add(digest: Digest) -> None:
    dice, number = digest.dice, digest.dice.randrange(10**6)
    day = date(2024, 3, 1) + timedelta(days=dice.randrange(90))
    text = (
        f"Report {dice.randrange(4)} from the quay\n\n{day.day} {day:%B %Y}\n\n"
        f"The boats lay in the mud again on Monday, and report {number} of the year was read.\n\n"
        f"“{dice.choice(SAID)},” said {dice.choice(SPEAKERS)}. “{dice.choice(SAID)}.”\n"
    )
    path = digest.raw / dice.choice(PLACES) / f"{number}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def delete(digest: Digest) -> None:
    path = digest.some("*.txt")
    if path is not None:
        path.unlink()


def rename(digest: Digest) -> None:
    path = digest.some("*.txt")
    if path is not None:
        folder = digest.raw / digest.dice.choice(PLACES)
        folder.mkdir(parents=True, exist_ok=True)
        path.rename(folder / f"renamed-{digest.dice.randrange(10**6)}.txt")


def say_otherwise(digest: Digest) -> None:
    old, new = digest.dice.sample(SAID, 2)
    digest.change(digest.some("*.txt"), old, f"{new}, and {old.lower()}")


def retell(digest: Digest) -> None:
    digest.change(digest.some("*.txt"), "Monday", "Friday, in the rain,")


def redate(digest: Digest) -> None:
    digest.change(digest.some("*.txt"), " 2024", digest.dice.choice([" 2023", " 2025"]))


def retitle(digest: Digest) -> None:
    digest.change(digest.some("*.txt"), "Report", "Late report")


def copy(digest: Digest) -> None:
    path = digest.some("*.txt")
    if path is not None:
        shutil.copy(path, path.with_name(f"copy-{digest.dice.randrange(10**6)}.txt"))


def decide(digest: Digest) -> None:
    path = digest.some("*.txt")
    decisions = [
        'title = "By hand"',
        "date = 2024-01-02",
        "hide = true",
        'withdrawn = "By mistake."',
        "lead = true",
    ]
    if path is not None:
        path.with_suffix(".toml").write_text(digest.dice.choice(decisions) + "\n")


def undecide(digest: Digest) -> None:
    path = digest.some("*.toml")
    if path is not None:
        path.unlink()


def retag(digest: Digest) -> None:
    words = digest.dice.choice(['"boats", "mud"', '"quay"', '"dredge", "silt"'])
    topic = f'\n[boats-{digest.dice.randrange(3)}]\nname = "Boats"\nwords = [{words}]\n'
    path = digest.content / "topics.toml"
    path.write_text(path.read_text().partition("\n[boats-")[0] + topic)


def rewrite_life(digest: Digest) -> None:
    path = digest.some("*.md", "content/actors")
    assert path is not None
    path.write_text(path.read_text() + f"\nMore of it, part {digest.dice.randrange(100)}.\n")


def hide_somebody(digest: Digest) -> None:
    path = digest.some("*.md", "content/actors")
    assert path is not None
    text = path.read_text()
    shown = "private: true\n" in text
    path.write_text(
        text.replace("private: true\n" if shown else "kind:", "" if shown else "private: true\nkind:", 1)
    )


def resettle(digest: Digest) -> None:
    lines = [
        ("republish", "full"),
        ("republish", "extract"),
        ("tagline", "A new line"),
        ("url", "https://b.example"),
    ]
    key, value = digest.dice.choice(lines)
    path = digest.content / "site.toml"
    kept = [line for line in path.read_text().splitlines() if not line.startswith(f"{key} =")]
    path.write_text("\n".join([*kept, f'{key} = "{value}"']) + "\n")


def restyle(digest: Digest) -> None:
    path = digest.some("*.css", "theme/static")
    assert path is not None
    path.write_text(f"{path.read_text()}\n/* {digest.dice.randrange(100)} */\n")


def reframe(digest: Digest) -> None:
    path = digest.dice.choice(["article.html", "person.html", "day.html", "macros/quotations.html"])
    page = digest.root / "theme" / "templates" / path
    page.write_text(page.read_text().replace("<p", f'<p data-edit="{digest.dice.randrange(100)}"', 1))


EDITS: tuple[Callable[[Digest], None], ...] = (
    add, add, add, delete, rename, say_otherwise, say_otherwise, retell, redate, retitle, copy, decide,
    undecide, retag, rewrite_life, hide_somebody, resettle, restyle, reframe,
)  # fmt: skip


# --- builds ---------------------------------------------------------------------------------


def start(root: Path) -> int:
    """Begin a build in a process of its own; returns its id."""
    process = os.fork()
    if process == 0:
        try:
            sys.stdout = sys.stderr = (root / "build.log").open("w")
            code = site.build(build.plan(Project.at(root), search=False), build.clean)
            sys.stderr.flush()
            os._exit(code)
        except BrexitsiteError as error:
            print(error, file=sys.stderr, flush=True)
        finally:
            os._exit(1)
    return process


def built(root: Path) -> None:
    _, status = os.waitpid(start(root), 0)
    assert os.waitstatus_to_exitcode(status) in (0, 3), (root / "build.log").read_text()


def killed(root: Path, after: float) -> None:
    """Begin a build and kill it; what it forked must not live on."""
    process = start(root)
    time.sleep(after)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)


def everything(root: Path) -> dict[str, bytes]:
    """Every file of the site, of content/articles and the ledger."""
    folders = {"output": (root / "output").resolve(), "articles": root / "content" / "articles"}
    found = {
        f"{name}/{path.relative_to(folder)}": path.read_bytes()
        for name, folder in folders.items()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    return found | {"ledger": (root / "content" / "ledger.csv").read_bytes()}


def from_nothing(root: Path, place: Path) -> dict[str, bytes]:
    """What a clean build makes of the same content and ledger."""
    shutil.copytree(root, place, ignore=shutil.ignore_patterns("output", ".releases", ".cache"))
    built(place)
    return everything(place)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(SEEDS))
def test_any_edits_and_kills_end_as_a_clean_build(tmp_path: Path, seed: int) -> None:
    digest = Digest(tmp_path / "digest", random.Random(seed))
    shutil.copytree(REPOSITORY / "tests/golden/content", digest.content)
    shutil.copytree(REPOSITORY / "theme", digest.root / "theme")
    shutil.copy(REPOSITORY / "pelicanconf.py", digest.root)
    built(digest.root)
    for number in range(ROUNDS):
        edits = [digest.dice.choice(EDITS) for _ in range(digest.dice.randrange(1, 5))]
        for edit in edits:
            edit(digest)
        if digest.dice.random() < KILLED:
            killed(digest.root, digest.dice.uniform(0, LONGEST))
        built(digest.root)
        expected = from_nothing(digest.root, tmp_path / f"clean-{number}")
        assert everything(digest.root) == expected, [edit.__name__ for edit in edits]
