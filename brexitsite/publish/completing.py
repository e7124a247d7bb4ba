"""Make what Pelican wrote a complete release: bring over what was kept, check it, take stock."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from brexitsite.errors import BuildError
from brexitsite.publish import lost, manifest, verify
from brexitsite.publish.manifest import Manifest, Stored
from brexitsite.publish.render import PUBLIC, umask
from brexitsite.publish.search import link
from brexitsite.store import state
from brexitsite.store.state import State

FILE, FOLDER = 0o644, 0o755
"""Modes of what is published, whatever the umask: a web server can read it."""
SHOWN = 3
"""Faults told in full; the others are counted."""


class DamagedError(Exception):
    """The release before is no longer as it was published: nothing of it may be kept."""


@dataclass(frozen=True, slots=True)
class Previous:
    """The release before, whose unchanged files are kept."""

    folder: Path
    manifest: Manifest


def complete(folder: Path, new: Path, previous: Previous | None, site_url: str) -> tuple[Manifest, int]:
    """Complete the release in `folder` by the state file `new`; returns its files and how many are new.

    Raises DamagedError where something of the previous release is not as published, BuildError
    where the site is faulty.
    """
    made = state.read(new)
    if made is None:
        raise BuildError(f"{new}: the plugin left no record of what it wrote; nothing was published")
    written = frozenset(manifest.paths_in(folder))
    hashes = _hashes(folder, made, written)
    folder.chmod(FOLDER)
    with umask(PUBLIC):
        kept = _brought_over(folder, previous, {p: s for p, s in hashes.items() if p not in written})
    _set_modes(folder, written)
    site = verify.Site(folder, hashes.keys(), site_url, hashes)
    _check(verify.verify_files(site, sorted({*written, *_suspects(folder, previous, hashes, written)})))
    return manifest.of(folder, {path: hashes[path] for path in written}).with_files(kept), len(written)


def _hashes(folder: Path, made: State, written: Collection[str]) -> dict[str, str]:
    """The SHA-256 of every file of the site; what Pelican wrote past the plugin is read for it."""
    told = made.files()
    return told | {p: manifest.sha256_of(folder / p) for p in written if p not in told}


def _brought_over(folder: Path, previous: Previous | None, kept: Mapping[str, str]) -> dict[str, Stored]:
    """Link what was not written again from the release before; returns it as it is stored there."""
    if kept and previous is None:
        raise BuildError(f"{min(kept)}: the plugin names it and did not write it; nothing was published")
    brought, folders = {}, {str(folder)}
    for path, sha256 in kept.items():
        assert previous is not None
        stored, old = previous.manifest.files.get(path), f"{previous.folder}/{path}"
        if stored is None or stored.sha256 != sha256 or not stored.still(old):
            raise DamagedError(path)
        new = f"{folder}/{path}"
        _make_folder(new.rpartition("/")[0], folders)
        link(old, new)
        brought[path] = stored
    return brought


def _make_folder(folder: str, made: set[str]) -> None:
    """Make a folder and those above it, once; most pages have one of their own."""
    if folder not in made:
        _make_folder(folder.rpartition("/")[0], made)
        with suppress(FileExistsError):
            os.mkdir(folder)  # noqa: PTH102 - faster than a Path
        made.add(folder)


def _set_modes(folder: Path, written: Collection[str]) -> None:
    """Give new files their mode, whatever wrote them; kept files have theirs."""
    for path in written:
        file = f"{folder}/{path}"
        if stat.S_IMODE(os.lstat(file).st_mode) != FILE:
            os.chmod(file, FILE)  # noqa: PTH101 - a Path for each of many files is slow


def _suspects(
    folder: Path, previous: Previous | None, hashes: Mapping[str, str], written: Collection[str]
) -> Iterator[str]:
    """Unchanged pages that may lead to what has gone."""
    if previous is not None:
        removed = previous.manifest.files.keys() - hashes.keys()
        kept = sorted(hashes.keys() - written)
        yield from lost.suspects(folder, previous.folder, sorted(written), sorted(removed), kept)


def _check(faults: list[verify.Fault]) -> None:
    if faults:
        told = "; ".join(map(str, faults[:SHOWN]))
        more = f"; and {len(faults) - SHOWN} more" if len(faults) > SHOWN else ""
        raise BuildError(f"the site has {len(faults)} faults and was not published: {told}{more}")
