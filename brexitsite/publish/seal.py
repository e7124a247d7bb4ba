"""Files of the cache below the hash of what they hold, so that damage to one is noticed."""

from __future__ import annotations

import hashlib
from pathlib import Path

from brexitsite.store.files import write_atomically


def write(path: Path, data: bytes) -> None:
    """Write `data` in one step, sealed."""
    write_atomically(path, hashlib.sha256(data).hexdigest().encode() + b"\n" + data)


def read(path: Path) -> bytes | None:
    """What was written; None where there is nothing or a single byte of it has changed."""
    try:
        seal, _, data = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    return data if seal == hashlib.sha256(data).hexdigest().encode() else None
