"""YAML front matter above a text, through python-frontmatter and the safe C loader and dumper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler

from brexitsite.errors import ContentError
from brexitsite.store.fields import Fields

SAFE_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Writes equal values twice: front matter is for people, who know no anchors."""

    def ignore_aliases(self, _data: object) -> bool:
        return True


class FrontMatter(YAMLHandler):
    """Front matter by the C loader, keys written in the order given."""

    def load(self, fm: str, **_options: object) -> dict[str, Any]:
        loaded: dict[str, Any] = yaml.load(fm, Loader=SAFE_LOADER)  # noqa: S506 - it is the safe one
        return loaded

    def export(self, metadata: dict[str, object], **_options: object) -> str:
        return yaml.dump(
            metadata,
            Dumper=Dumper,
            sort_keys=False,
            allow_unicode=True,
            default_flow_style=None,
            width=2**16,
        ).strip()


def read_front_matter(path: Path) -> tuple[Fields, str]:
    """The front matter's fields and the text below it; raises ContentError where it is no YAML."""
    try:
        metadata, body = frontmatter.parse(path.read_text("utf-8-sig"), handler=FrontMatter())
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        fault = " ".join(str(error).split())[:200]
        raise ContentError(path, f"its front matter is no valid YAML ({fault})", "correct it") from None
    if not isinstance(metadata, dict) or not metadata:
        raise ContentError(path, "it has no front matter", "begin it with a line --- and its keys")
    return Fields(path, metadata), body.strip()
