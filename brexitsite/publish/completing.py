"""Make what Pelican wrote a complete release: put it to what was kept, check it, take stock."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from brexitsite.errors import BuildError
from brexitsite.publish import carrying, lost, manifest, verify
from brexitsite.publish.carrying import Carried
from brexitsite.publish.manifest import Manifest, Stored
from brexitsite.publish.render import PUBLIC, umask
from brexitsite.store import state
from brexitsite.store.state import State

FOLDER = 0o755
"""The release's own mode, which a temporary folder does not have."""
SHOWN = 3
"""Faults told in full; the others are counted."""


def complete(made: Path, new: Path, carried: Carried | None, site_url: str) -> tuple[Manifest, int]:
    """Complete the release by the state file `new`; returns its files and how many are new.

    `made` is the folder that Pelican wrote to. It is the release itself where nothing is `carried`
    over; else its files are moved to the others. Raises DamagedError where something of the
    previous release is not as published, BuildError where the site is faulty.
    """
    written = frozenset(manifest.paths_in(made))
    hashes = _hashes(made, _told(new), written)
    fresh = manifest.of(made, {path: hashes[path] for path in written})
    kept = _merged(made, carried, written, {p: s for p, s in hashes.items() if p not in written})
    folder = carried.folder if carried else made
    folder.chmod(FOLDER)
    site = verify.Site(folder, hashes.keys(), site_url, hashes)
    _check(verify.verify_files(site, sorted({*written, *_suspects(carried, hashes, written)})))
    return fresh.with_files(kept), len(written)


def _told(new: Path) -> State:
    """What the plugin says that it wrote."""
    made = state.read(new)
    if made is None:
        raise BuildError(f"{new}: the plugin left no record of what it wrote; nothing was published")
    return made


def _hashes(folder: Path, made: State, written: Collection[str]) -> dict[str, str]:
    """The SHA-256 of every file of the site; what Pelican wrote past the plugin is read for it."""
    told = made.files()
    return told | {p: manifest.sha256_of(folder / p) for p in written if p not in told}


def _merged(
    made: Path, carried: Carried | None, written: Collection[str], kept: Mapping[str, str]
) -> dict[str, Stored]:
    """Lay what was written over what was brought over; returns what was kept as it is stored."""
    if carried is None:
        if kept:
            raise BuildError(f"{min(kept)}: the plugin names it and did not write it; nothing was published")
        return {}
    carried.wait()
    left = carried.keep_only(kept)
    with umask(PUBLIC):
        carrying.lay_over(carried.folder, made, written)
    return left


def _suspects(carried: Carried | None, hashes: Mapping[str, str], written: Collection[str]) -> Iterator[str]:
    """Unchanged pages that may lead to what has gone."""
    if carried is not None:
        old = carried.previous
        removed = old.manifest.files.keys() - hashes.keys()
        kept = sorted(hashes.keys() - written)
        yield from lost.suspects(carried.folder, old.folder, sorted(written), sorted(removed), kept)


def _check(faults: list[verify.Fault]) -> None:
    if faults:
        told = "; ".join(map(str, faults[:SHOWN]))
        more = f"; and {len(faults) - SHOWN} more" if len(faults) > SHOWN else ""
        raise BuildError(f"the site has {len(faults)} faults and was not published: {told}{more}")
