"""The long form of the tests against crashes and hostile input, with the packs beside the project.

    python -m tests.quality.soak --bench ../shared/bench [--kills 200] [--only payloads,files,…]

Prints one line for each measurement, and ends with status 1 where one is not as it must be.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.hostile.conftest import REPOSITORY, project
from tests.hostile.slots import text
from tests.quality import hostile

SEEDS = (1, 2, 3)
BUILD = f"env PYTHONPATH={REPOSITORY} {sys.executable} -m brexitsite build --no-search"
"""Files that are refused are no failure of a build."""
SOUND = f"{BUILD}; status=$?; [ $status = 3 ] || exit $status"
FAULTS = "kill,observe,two,cache,mtime,full,readonly"
CHANGE = """set -e
cd content/raw/many
rm 3.txt 17.txt
sed -i s/calm/rough/ 5.txt 6.txt 30.txt
sed -i 's/sail at/sail before/' 8.txt
sed s/30/31/g 30.txt > 31b.txt
printf '\\nShe rows.\\n' >> ../../actors/mara-quill.md
"""

Line = tuple[str, bool]
"""What was measured, and whether it is as it must be."""


def payloads(bench: Path, _kills: int) -> Iterator[Line]:
    live = hostile.live_payloads(bench / "security")
    yield f"payloads in every slot: {live} findings", live == 0


def files(bench: Path, _kills: int) -> Iterator[Line]:
    yield _told("bad files", hostile.bad_files(bench / "security"))


def big(bench: Path, _kills: int) -> Iterator[Line]:
    for seed in SEEDS:
        yield _told(f"big and odd files, seed {seed}", hostile.big_files(bench / "security", seed))


def _told(what: str, fared: hostile.Fared) -> Line:
    faults = "".join(f"\n    {fault}" for fault in fared.faults)
    return f"{what}: {fared.right} of {fared.files} as expected{faults}", fared.right == fared.files


def crashes(bench: Path, kills: int) -> Iterator[Line]:
    with tempfile.TemporaryDirectory() as folder:
        root = _weekly(Path(folder))
        script = [bench / "faults" / "crash_build.py", "--kills", kills, "--modes", FAULTS]
        places = ["--project", root, "--output", "output", "--cache", ".cache", "--cache", ".releases"]
        yield _last_line("crashes", [*script, *places, "--build", SOUND, "--change", "bash change.sh"])


def repeats(bench: Path, _kills: int) -> Iterator[Line]:
    with tempfile.TemporaryDirectory() as folder:
        root = _weekly(Path(folder))
        script = [bench / "faults" / "determinism.py", "--project", root, "--output", "output"]
        yield _last_line("repeated builds", [*script, "--build", SOUND])


def _weekly(folder: Path) -> Path:
    """A digest of forty articles, its articles and ledger committed, its site not yet built."""
    root = folder / "digest"
    many = project(root) / "raw" / "many"
    many.mkdir()
    for n in range(40):
        (many / f"{n}.txt").write_text(
            text("many", n, f"“We sail at {n} today,” said Mara Quill.\n\nIt was calm.")
        )
    (root / "change.sh").write_text(CHANGE)
    subprocess.run(["bash", "-c", SOUND], cwd=root, check=True, capture_output=True)
    for made in (".cache", ".releases"):
        shutil.rmtree(root / made)
    (root / "output").unlink()
    return root


def _last_line(what: str, command: Sequence[object]) -> Line:
    """Run a script that prints rows of JSON and, last, how many passed."""
    done = subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True, check=False)
    rows = [json.loads(line) for line in done.stdout.splitlines() if line.startswith('{"')]
    bad = "".join(f"\n    {json.dumps(row)[:300]}" for row in rows if row.get("pass") is False)
    last = (done.stdout or done.stderr).splitlines()[-1]
    return f"{what}: {last}{bad}", done.returncode == 0


MEASUREMENTS: dict[str, Callable[[Path, int], Iterator[Line]]] = {
    "payloads": payloads,
    "files": files,
    "big": big,
    "repeats": repeats,
    "crashes": crashes,
}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--bench", type=Path, default=REPOSITORY.parent / "shared" / "bench")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--only", default=",".join(MEASUREMENTS))
    options = parser.parse_args()
    if not options.bench.is_dir():
        print(f"soak: {options.bench} is not there; the packs' measurements are left out", file=sys.stderr)
        return 0
    failed = 0
    for name in options.only.split(","):
        for line, good in MEASUREMENTS[name](options.bench.resolve(), options.kills):
            print(line if good else f"{line}\n    NOT AS IT MUST BE", flush=True)
            failed += not good
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
