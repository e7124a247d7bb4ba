"""Whatever happens to a build, readers have the old site or the new one, and the next build heals."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.publish.sites import SITE, built_clean, edit, published, tree

KILLS = 25
SPACE = 3_000_000
"""Bytes of a disk that holds the tiny digest, its cache and three releases."""


@pytest.fixture
def old_and_new(digest, run) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The digest is published, then edited; both sites as clean builds make them."""
    assert run(*SITE).returncode == 0
    old = published(digest)
    edit(digest)
    return old, built_clean(digest, run)


def seconds_of_a_build(digest: Path, command: list[str]) -> float:
    other = digest.with_name("timed")
    shutil.copytree(digest, other, symlinks=True)
    start = time.monotonic()
    subprocess.run([*command, *SITE], cwd=other, check=True, capture_output=True)
    return time.monotonic() - start


@pytest.mark.slow
def test_a_kill_at_any_moment_leaves_the_old_or_the_new_site(digest, run, command, old_and_new):
    old, new = old_and_new
    length, chance = seconds_of_a_build(digest, command), random.Random(1)
    before = digest.with_name("before")
    shutil.copytree(digest, before, symlinks=True)
    for number in range(KILLS):
        shutil.rmtree(digest)
        shutil.copytree(before, digest, symlinks=True)
        os.chdir(digest)
        killed_after(chance.uniform(0, length), [*command, *SITE])
        assert published(digest) in (old, new), number
        done = run(*SITE)
        assert (done.returncode, published(digest) == new) == (0, True), (number, done.stderr)
        assert not list((digest / ".releases").glob(".new-*"))


def killed_after(seconds: float, command: list[str]) -> None:
    process = subprocess.Popen(command, start_new_session=True, stderr=subprocess.DEVNULL)
    time.sleep(seconds)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@pytest.mark.slow
def test_a_first_build_that_is_killed_publishes_nothing_or_everything(digest, run, command):
    new, chance = built_clean(digest, run), random.Random(2)
    for _ in range(5):
        killed_after(chance.uniform(0, 0.8), [*command, *SITE])
        assert published(digest) in ({}, new)
        assert run(*SITE).returncode == 0
        assert published(digest) == new
        for trace in (".cache", ".releases"):
            shutil.rmtree(digest / trace)
        (digest / "output").unlink()


def test_a_reader_during_a_build_sees_one_site_whole(digest, command, old_and_new):
    seen = []
    with subprocess.Popen([*command, *SITE], stderr=subprocess.DEVNULL) as build:
        while build.poll() is None:
            seen.append(published(digest))
    assert len(seen) > 20
    assert all(site in old_and_new for site in seen)
    assert published(digest) == old_and_new[1]


# --- damaged caches -------------------------------------------------------------------------


def truncate(data: bytes) -> bytes:
    return data[: len(data) // 2]


def empty(_data: bytes) -> bytes:
    return b""


def flip_bits(data: bytes) -> bytes:
    chance, damaged = random.Random(3), bytearray(data)
    for _ in range(max(1, len(data) // 200) if data else 0):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def garbage(_data: bytes) -> bytes:
    return random.Random(4).randbytes(512)


@pytest.mark.parametrize("damage", [truncate, empty, flip_bits, garbage])
def test_a_damaged_cache_means_a_full_build_and_never_a_wrong_page(
    digest, run, old_and_new, damage: Callable[[bytes], bytes]
):
    for path in (p for p in (digest / ".cache").rglob("*") if p.is_file()):
        path.write_bytes(damage(path.read_bytes()))
    assert run(*SITE).returncode == 0
    assert published(digest) == old_and_new[1]


def test_a_lost_cache_means_a_full_build(digest, run, old_and_new):
    shutil.rmtree(digest / ".cache")
    assert run(*SITE).stderr == "output: published; 5 of its 5 files were made anew.\n"
    assert published(digest) == old_and_new[1]


@pytest.mark.parametrize("shift", [7_200, -315_360_000])
def test_clocks_that_jump_deceive_nobody(digest, run, old_and_new, shift):
    for path in (p for p in digest.rglob("*") if not p.is_symlink()):
        seen = path.lstat()
        os.utime(path, (seen.st_atime + shift, seen.st_mtime + shift))
    assert run(*SITE).returncode == 0
    assert published(digest) == old_and_new[1]


# --- disks ----------------------------------------------------------------------------------


@pytest.fixture
def small_disk(digest, old_and_new) -> Iterator[Path]:
    """The digest on a disk of its own, as its current directory."""
    disk = digest.with_name("disk")
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SPACE}", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("only root may mount a disk")
    try:
        shutil.copytree(digest, disk / "digest", symlinks=True)
        os.chdir(disk / "digest")
        yield disk / "digest"
    finally:
        os.chdir(digest)
        subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_full_disk_is_told_in_one_line_and_leaves_the_old_site(small_disk, run, old_and_new):
    filler = small_disk / "filler"
    with pytest.raises(OSError, match="No space"):
        filler.write_bytes(bytes(SPACE * 2))
    done = run(*SITE)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "no space left on device; the site as it was still stands; free some space" in done.stderr
    assert published(small_disk) == old_and_new[0]
    assert not list((small_disk / ".releases").glob(".new-*"))
    filler.unlink()
    assert run(*SITE).returncode == 0
    assert published(small_disk) == old_and_new[1]


def test_a_disk_that_may_not_be_written_is_told_in_one_line(small_disk, run, old_and_new):
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk.parent)], check=True)
    done = run(*SITE)
    subprocess.run(["mount", "-o", "remount,rw", str(small_disk.parent)], check=True)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "read-only file system; the site as it was still stands; make it writable" in done.stderr
    assert tree(small_disk / "output") == old_and_new[0]
    assert run(*SITE).returncode == 0
    assert published(small_disk) == old_and_new[1]
