"""Hostile input from the packs beside the project: payloads in every slot, bad files, big and odd ones.

Whether a page is harmless is judged by the packs' own checkers, which know nothing of ours.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.hostile.conftest import Built, built, project
from tests.hostile.odd_files import text
from tests.hostile.slots import fill

SITE_URL = "https://bridge.example/papers"
NOTHING_BUILT = 1_000_000


@dataclass(frozen=True, slots=True)
class Fared:
    """How many of some files fared as they must, and what the others did."""

    files: int
    right: int
    faults: tuple[str, ...]


def live_payloads(pack: Path) -> int:
    """How much active content the pack's payloads, in every slot, leave in pages and feeds."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "digest")
        rows = map(json.loads, (pack / "xss-dev.jsonl").read_text("utf-8").splitlines())
        fill(project(root), [row["payload"] for row in rows])
        return findings(pack, built(root))


def findings(pack: Path, site: Built) -> int:
    """How much active content the pack's checker finds in a site."""
    checker = [sys.executable, str(pack / "check_html.py"), str(site.site), "--site-url", SITE_URL]
    done = subprocess.run([*checker, "--json"], capture_output=True, text=True, check=False)
    if done.returncode > 1:
        return NOTHING_BUILT
    return len(json.loads(done.stdout[: done.stdout.rindex("]") + 1]))


def bad_files(pack: Path) -> Fared:
    """The pack's stored files, all in one build."""

    def put(raw: Path) -> Path:
        shutil.copytree(pack / "hostile-dev", raw, dirs_exist_ok=True)
        for path in raw.glob("title-attr-*"):  # shows a word that begins with another's forbidden one
            path.chmod(0o644)
            path.write_bytes(path.read_bytes().replace(b"XSSDEV13", b"XSSDEV-13"))
        return (raw / "MANIFEST.jsonl").rename(raw.parent / "manifest.jsonl")

    return _fared(pack, put)


def big_files(pack: Path, seed: int) -> Fared:
    """The files that the pack makes anew for each seed, all in one build."""

    def put(raw: Path) -> Path:
        make = [sys.executable, str(pack / "make_big.py"), str(raw), "--seed", str(seed), "--mb", "20"]
        subprocess.run(make, check=True, capture_output=True)
        return (raw / "MANIFEST.jsonl").rename(raw.parent / "manifest.jsonl")

    return _fared(pack, put)


def _fared(pack: Path, put: Callable[[Path], Path]) -> Fared:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "digest")
        raw = project(root) / "raw"
        manifest = put(raw)
        (raw / "_defaults.toml").write_text('republish = "full"\n')
        (raw / "good.txt").write_bytes(text("Good news", "The goodword was heard at the ferry all day."))
        (root / "secret.txt").write_text("TOPSECRET")
        return _judged(pack, manifest, built(root))


def _judged(pack: Path, manifest: Path, site: Built) -> Fared:
    log = site.root / "log"
    log.write_text(site.said)
    checker = [sys.executable, str(pack / "check_hostile.py"), "--manifest", str(manifest)]
    places = ["--output", str(site.site), "--root", str(site.root), "--log", str(log)]
    more = ["--exit", str(site.status), "--good", "goodword"]
    done = subprocess.run([*checker, *places, *more], capture_output=True, text=True, check=False)
    *faults, last = done.stdout.splitlines()
    files, right = int(last.split()[0]), int(last.split()[3])
    return Fared(files, right, tuple(faults))
