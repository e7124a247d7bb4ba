import os
import signal
from collections.abc import Sequence
from pathlib import Path

import pytest

from brexitsite.commands.workers import PARTITION, in_partitions
from brexitsite.errors import BrexitsiteError

ITEMS = [str(n) for n in range(5 * PARTITION + 7)]
SQUARES = [n * n for n in range(len(ITEMS))]


def squared(items: Sequence[str]) -> list[int]:
    return [int(item) ** 2 for item in items]


def killed_by(item: str, items: Sequence[str]) -> list[int]:
    if item in items:
        os.kill(os.getpid(), signal.SIGKILL)
    return squared(items)


def dies_on_one_item(items: Sequence[str]) -> list[int]:
    return killed_by("100", items)


def dies_once(items: Sequence[str]) -> list[int]:
    """Die at one item, but only the first time: the file says whether that has been."""
    marker = Path(os.environ["DIES_ONCE_MARKER"])
    if "100" in items and not marker.exists():
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return squared(items)


def lost(item: str) -> int:
    return -int(item)


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_results_come_in_the_order_of_the_items(workers: int) -> None:
    assert list(in_partitions(squared, ITEMS, lost, workers)) == SQUARES


def test_a_killed_worker_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIES_ONCE_MARKER", str(tmp_path / "died"))
    assert list(in_partitions(dies_once, ITEMS, lost, 2)) == SQUARES


def test_an_item_that_kills_workers_stands_alone_in_the_end() -> None:
    expected = [*SQUARES[:100], -100, *SQUARES[101:]]
    assert list(in_partitions(dies_on_one_item, ITEMS, lost, 2)) == expected


def test_an_absent_cluster_is_one_clear_line() -> None:
    with pytest.raises(BrexitsiteError, match=r"--cluster tcp://127.0.0.1:9: no scheduler"):
        list(in_partitions(squared, ITEMS, lost, 1, "tcp://127.0.0.1:9"))
