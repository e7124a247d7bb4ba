"""Cleaning on a cluster: the same bytes, whatever becomes of a worker."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

TOWN = Path(__file__).parents[1] / "golden" / "content"
ARTICLES = 320
CLUSTER = """
import json, sys, warnings
warnings.simplefilter("ignore")
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50) as cluster:
        workers = [worker.pid for worker in cluster.workers.values()]
        print(json.dumps([cluster.scheduler_address, workers]), flush=True)
        sys.stdin.read()
"""


@dataclass(frozen=True)
class Cluster:
    address: str
    workers: list[int]


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """A scheduler and two workers, each a process of this machine."""
    script = tmp_path / "cluster.py"
    script.write_text(CLUSTER)
    with subprocess.Popen(
        [sys.executable, script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    ) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        yield Cluster(*json.loads(process.stdout.readline()))
        process.stdin.close()


def project(folder: Path) -> Path:
    """The town's registry with many raw articles."""
    shutil.copytree(TOWN, folder / "content", ignore=shutil.ignore_patterns("raw", "articles", "ledger.csv"))
    raw = folder / "content" / "raw"
    raw.mkdir()
    dice = random.Random(1)
    words = "boat quay dredger silt channel winter bell rope ferry pilot harbour tide".split()
    for number in range(ARTICLES):
        text = " ".join(dice.choices(words, k=60))
        said = f"“{' '.join(dice.choices(words, k=6)).capitalize()},” said Ida Keswick."
        (raw / f"{number:03}.txt").write_text(
            f"Report {number}\n\n{number % 28 + 1} May 2024\n\n{text}.\n\n{said}\n"
        )
    return folder


def clean(folder: Path, *options: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "brexitsite", "clean", *options],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )


def finished(process: subprocess.Popen[str]) -> str:
    said, _ = process.communicate(timeout=120)
    assert process.returncode == 0, said
    return said


def made(folder: Path) -> dict[str, bytes]:
    content = folder / "content"
    files = [*(content / "articles").rglob("*.*"), content / "ledger.csv"]
    return {path.relative_to(content).as_posix(): path.read_bytes() for path in files}


@pytest.mark.slow
def test_a_cluster_that_loses_a_worker_makes_the_same_bytes(cluster: Cluster, tmp_path: Path) -> None:
    alone, together = project(tmp_path / "alone"), project(tmp_path / "together")
    assert f"{ARTICLES} articles cleaned" in finished(clean(alone, "--workers", "1"))
    process = clean(together, "--cluster", cluster.address)
    time.sleep(random.uniform(1.0, 4.0))
    os.kill(random.choice(cluster.workers), signal.SIGKILL)
    assert f"{ARTICLES} articles cleaned" in finished(process)
    assert made(together) == made(alone)
