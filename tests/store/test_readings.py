"""What was read is remembered, and nothing else: a damaged memory is none."""

from __future__ import annotations

from array import array
from datetime import date
from pathlib import Path

import pytest

from brexitsite.store.readings import Facts, Fault, Reading, Readings, load, save

FACTS = Facts(
    date(2024, 6, 2), "the-bell", 40, outlet="tide", same_as=("b.txt",), sketch=array("I", [1, 2**32 - 1])
)
READINGS = Readings(
    {
        "a.txt": Reading("look", "key", FACTS, stored="2024/06/02/the-bell.md", placed="p", pair="q"),
        "b.txt": Reading("look", "key", fault=Fault("b.txt", "is empty", "delete it")),
        "c.txt": Reading("look", "key"),
    },
    {("a.txt", "b.txt"): "same", ("a.txt", "c.txt"): None},
)


def test_readings_come_back_as_they_were(tmp_path: Path) -> None:
    save(READINGS, tmp_path / "cache" / "readings.json", "k")
    assert load(tmp_path / "cache" / "readings.json", "k") == READINGS


def test_other_knowledge_means_reading_again(tmp_path: Path) -> None:
    save(READINGS, tmp_path / "readings.json", "k")
    assert load(tmp_path / "readings.json", "l") == Readings()


@pytest.mark.parametrize("at", [0.0, 0.3, 0.7, 0.99])
def test_a_changed_byte_means_reading_again(tmp_path: Path, at: float) -> None:
    path = tmp_path / "readings.json"
    save(READINGS, path, "k")
    data = bytearray(path.read_bytes())
    data[int(at * len(data))] ^= 1
    path.write_bytes(data)
    assert load(path, "k") == Readings()


def test_half_a_file_means_reading_again(tmp_path: Path) -> None:
    path = tmp_path / "readings.json"
    save(READINGS, path, "k")
    path.write_bytes(path.read_bytes()[:150])
    assert load(path, "k") == Readings()
