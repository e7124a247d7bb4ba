"""Writing files so that a reader sees the old or the new one, never half of it."""

from __future__ import annotations

import os
from pathlib import Path

TICK = 50_000_000
"""Nanoseconds: two changes within one tick of the kernel's clock (1–10 ms) carry one time, so a
file changed this shortly before it was looked at may change again and look the same."""


def write_atomically(path: Path, data: str | bytes) -> bool:
    """Replace `path` by one rename; leave it alone, and say False, where it holds `data` already."""
    new = data.encode("utf-8") if isinstance(data, str) else data
    if path.is_file() and path.read_bytes() == new:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    scratch = path.with_name(f".{path.name}.new")
    scratch.write_bytes(new)
    os.replace(scratch, path)
    return True
