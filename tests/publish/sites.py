"""What the tests of publishing do with a tiny digest."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

SITE = ("site", "--no-search")


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def published(digest: Path) -> dict[str, bytes]:
    return tree((digest / "output").resolve())


def append(file: Path, text: str) -> None:
    file.write_text(file.read_text() + text)


def edit(digest: Path) -> None:
    """Change one article, add one, delete one."""
    articles = digest / "content" / "articles"
    (articles / "one.md").write_text("bim bam")
    (articles / "four.md").write_text("ding dong four")
    (articles / "two.md").unlink()


def built_clean(digest: Path, run) -> dict[str, bytes]:
    """The site that a build from nothing makes of the digest as it is now."""
    other = digest.with_name("clean")
    shutil.rmtree(other, ignore_errors=True)
    shutil.copytree(
        digest, other, ignore=shutil.ignore_patterns(".cache", ".releases", "output"), symlinks=True
    )
    before = Path.cwd()
    os.chdir(other)
    try:
        done = run(*SITE)
        assert done.returncode == 0, done.stderr
        return published(other)
    finally:
        os.chdir(before)
