"""What the cache remembers of the releases of one output: manifests, states, the last build.

Everything is sealed. What is missing or damaged is None, and the next build is a full one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from brexitsite.publish import manifest, seal
from brexitsite.publish.manifest import Manifest


@dataclass(frozen=True, slots=True)
class LastBuild:
    """What the last build read and made; a look is None where it cannot be compared."""

    release: str
    look: str | None
    cleaned: str | None = None
    """The look of what articles are made from, and of them; None also where they were not made from it."""
    complaints: tuple[str, ...] = ()
    """The lines about quarantined files."""


@dataclass(frozen=True, slots=True)
class Records:
    """The records of one output."""

    folder: Path

    @classmethod
    def of(cls, cache: Path, output: Path) -> Records:
        place = hashlib.sha256(str(output.absolute()).encode()).hexdigest()[:8]
        return cls(cache / "releases" / f"{output.name}-{place}")

    @property
    def state(self) -> Path:
        """Where the plugin reads the state of the release before and writes the new one."""
        return self.folder / "now.state"

    @property
    def parsed(self) -> Path:
        """Where the plugin keeps what it has parsed."""
        return self.folder / "articles.parsed"

    def manifest(self, name: str) -> Manifest | None:
        return manifest.read(self.folder / f"{name}.manifest")

    def take_out_state(self, name: str) -> bool:
        """Lay the state of a release where the plugin reads it; False where it is lost."""
        state = seal.read(self.folder / f"{name}.state")
        if state is not None:
            self.state.write_bytes(state)
        return state is not None

    def take_out_nothing(self) -> None:
        """Let the plugin find no state, and make every page."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.state.unlink(missing_ok=True)

    def put(self, name: str, files: Manifest) -> None:
        """Remember a release and the state that the plugin wrote for it."""
        seal.write(self.folder / f"{name}.state", self.state.read_bytes())
        manifest.write(files, self.folder / f"{name}.manifest")

    def keep_only(self, names: Collection[str]) -> None:
        """Forget the releases that are gone."""
        for path in sorted(self.folder.glob("*.*")):
            if path.suffix in (".manifest", ".state", ".search") and path.stem not in names:
                path.unlink()

    # --- the last build -------------------------------------------------------------------

    def last_build(self) -> LastBuild | None:
        text = seal.read(self.folder / "last.json")
        if text is None:
            return None
        kept = json.loads(text)
        if len(kept) != len(fields(LastBuild)):  # an older program's
            return None
        release, look, cleaned, complaints = kept
        return LastBuild(release, look, cleaned, tuple(complaints))

    def remember(self, build: LastBuild) -> None:
        seal.write(self.folder / "last.json", json.dumps(astuple(build)).encode())

    # --- the search index -----------------------------------------------------------------

    def index(self, name: str) -> list[str] | None:
        """The files of the search index made from a release's pages; None where there is none."""
        text = seal.read(self.folder / f"{name}.search")
        return None if text is None else text.decode().split("\n")

    def put_index(self, name: str, files: list[str]) -> None:
        seal.write(self.folder / f"{name}.search", "\n".join(files).encode())
