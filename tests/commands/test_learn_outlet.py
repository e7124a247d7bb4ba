from __future__ import annotations

from pathlib import Path
from typing import Protocol

import pytest

from brexitsite.commands import learn_outlet
from brexitsite.errors import BrexitsiteError
from brexitsite.model import Outlet
from brexitsite.store import outlets
from brexitsite.store.project import Project

WIDGET = "Ten pumps to see before you drown"


class Town(Protocol):
    project: Project

    def write(self, name: str, text: str) -> Path: ...


def article(number: int) -> str:
    own = [
        f"The pump number {number} was mended {how} on day {number}." for how in ("badly", "twice", "again")
    ]
    return f"Pump {number}\n\n2019-04-0{number}\n\n{own[0]}\n\n{own[1]}\n\n{WIDGET}\n\n{own[2]}\n"


def outlet(town: Town) -> Outlet:
    return next(iter(outlets.load(town.project.content / "outlets").values()))


def learn(town: Town) -> int:
    slug = outlet(town).slug
    for number in range(1, 5):
        town.write(f"{slug}/pump-{number}.txt", article(number))
    town.write(f"{slug}/broken.txt", "\0")
    return learn_outlet.run(town.project, slug, town.project.raw / slug)


def test_a_repeated_line_is_written_for_review(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    before = outlet(town)
    assert learn(town) == 0
    assert [f.line for f in outlet(town).furniture] == [*(f.line for f in before.furniture), WIDGET]
    assert outlet(town).name == before.name
    assert "lines added to" in capsys.readouterr().out


def test_learning_again_adds_nothing(town: Town) -> None:
    learn(town)
    path = town.project.content / "outlets" / f"{outlet(town).slug}.toml"
    before = path.read_bytes()
    assert learn(town) == 0
    assert path.read_bytes() == before


def test_an_unknown_outlet_or_folder_is_an_error(town: Town) -> None:
    with pytest.raises(BrexitsiteError, match=r"there is no .*nowhere\.toml"):
        learn_outlet.run(town.project, "nowhere", town.project.raw)
    with pytest.raises(BrexitsiteError, match="there is no folder"):
        learn_outlet.run(town.project, outlet(town).slug, town.project.raw / "nowhere")
