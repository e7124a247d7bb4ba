"""Check a built site and name every fault."""

from __future__ import annotations

from pathlib import Path

from brexitsite.errors import BrexitsiteError


def run(folder: Path, site_url: str = "") -> int:
    """Check every link, anchor, id, feed and JSON-LD block below a folder; 1 where one is wrong."""
    from brexitsite.publish.verify import verify

    if not folder.is_dir():
        raise BrexitsiteError(f"{folder}: there is no built site; run brexitsite build")
    faults = verify(folder, site_url)
    for fault in faults:
        print(fault)
    print(f"{folder}: {len(faults)} faults" if faults else f"{folder}: no faults")
    return 1 if faults else 0
