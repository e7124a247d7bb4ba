"""One lock for everything that writes."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from brexitsite.errors import BuildError
from brexitsite.publish.lock import locked

FORK = multiprocessing.get_context("fork")


def hold(cache: Path, told: Connection, end: Connection) -> None:
    with locked(cache, "a build", print):
        told.send("held")
        end.recv()


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[tuple[multiprocessing.process.BaseProcess, Connection]]:
    """A process that holds the lock of `tmp_path` until it is told to end."""
    told, telling = FORK.Pipe(duplex=False)
    ending, end = FORK.Pipe(duplex=False)
    process = FORK.Process(target=hold, args=(tmp_path, telling, ending), daemon=True)
    process.start()
    assert told.recv() == "held"
    yield process, end
    process.kill()
    process.join()


def test_the_second_waits_and_says_for_whom(tmp_path, holder):
    process, end = holder
    said: list[str] = []

    def say(line: str) -> None:
        said.append(line)
        end.send("end")

    with locked(tmp_path, "a build", say):
        process.join()
    assert said == [f"Waiting for a build, process {process.pid} to finish …"]


def test_waiting_in_vain_names_the_holder(tmp_path, holder):
    process, _end = holder
    with (
        pytest.raises(BuildError, match=f"still held by a build, process {process.pid} after 0.1 seconds"),
        locked(tmp_path, "a build", lambda line: None, wait=0.1),
    ):
        pass


def test_a_killed_holder_holds_nothing(tmp_path, holder):
    process, _end = holder
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    with locked(tmp_path, "a build", pytest.fail, wait=0):
        pass


def test_a_worker_that_outlives_its_build_keeps_the_next_one_out(tmp_path):
    ending, end = FORK.Pipe(duplex=False)
    with locked(tmp_path, "a build", pytest.fail):
        worker = FORK.Process(target=ending.recv, daemon=True)
        worker.start()
    with (
        pytest.raises(BuildError, match="still held"),
        locked(tmp_path, "a build", lambda line: None, wait=0),
    ):
        pass
    end.send("end")
    worker.join()
    with locked(tmp_path, "a build", pytest.fail):
        pass


def test_a_link_in_the_lock_s_place_is_not_followed(tmp_path):
    precious = tmp_path / "precious"
    precious.write_text("old")
    cache = tmp_path / ".cache"
    cache.mkdir()
    (cache / "lock").symlink_to(precious)
    with (
        pytest.raises(BuildError, match="is no regular file; remove it"),
        locked(cache, "a build", pytest.fail),
    ):
        pass
    assert precious.read_text() == "old"
