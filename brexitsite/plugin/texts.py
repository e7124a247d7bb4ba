"""The pages that an editor writes: content/pages/**.md."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from brexitsite.store.front_matter import read_front_matter


@dataclass(frozen=True, slots=True)
class Text:
    """A page of running text; `body` is Markdown, `shares` adds the figures of who was found."""

    address: str
    title: str
    body: str
    shares: bool = False


def load(folder: Path) -> dict[str, Text]:
    """Every text by its address, which is its file's: about/method.md is /about/method/."""
    texts = (_read(path, folder) for path in sorted(folder.rglob("*.md")))
    return {text.address: text for text in texts}


def _read(path: Path, folder: Path) -> Text:
    fields, body = read_front_matter(path)
    address = path.relative_to(folder).with_suffix("").as_posix() + "/"
    text = Text(address, fields.required("title"), body, bool(fields.flag("shares")))
    fields.finish()
    return text
