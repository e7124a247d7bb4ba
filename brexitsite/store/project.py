"""Where the parts of a project lie."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from brexitsite.errors import BrexitsiteError


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with content/site.toml in it; everything else has its place below."""

    root: Path

    @classmethod
    def at(cls, root: Path) -> Project:
        if not (root / "content" / "site.toml").is_file():
            raise BrexitsiteError(
                f"{root}: there is no content/site.toml here; run brexitsite in the folder of a digest"
            )
        return cls(root)

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def raw(self) -> Path:
        return self.content / "raw"

    @property
    def articles(self) -> Path:
        return self.content / "articles"

    @property
    def cache(self) -> Path:
        return self.root / ".cache"

    @property
    def output(self) -> Path:
        return self.root / "output"
