"""YAML front matter above a text, through python-frontmatter and the safe C loader and dumper.

Nearly all that we write ourselves is one plain key and value a line; a reader for just that takes a
tenth of YAML's time, and leaves everything else to YAML.
"""

from __future__ import annotations

import re
from datetime import date
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
    return parsed(path, path.read_bytes())


def parsed(path: Path, data: bytes) -> tuple[Fields, str]:
    """As `read_front_matter`, of bytes that were read already."""
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        metadata, body = plain(text) or frontmatter.parse(text, handler=FrontMatter())
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        fault = " ".join(str(error).split())[:200]
        raise ContentError(path, f"its front matter is no valid YAML ({fault})", "correct it") from None
    if not isinstance(metadata, dict) or not metadata:
        raise ContentError(path, "it has no front matter", "begin it with a line --- and its keys")
    return Fields(path, metadata), body.strip()


# --- the plain case -------------------------------------------------------------------------

_LINE = re.compile(r"([a-z][a-z0-9_]*): (.+)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_HASH = re.compile(r"(?!0b)(?=\d*[a-f])[0-9a-f]{64}")
_LIST = re.compile(r"\[([a-z][a-z0-9-]*(?:, [a-z][a-z0-9-]*)*)\]")
_QUOTED = re.compile(r"'((?:[^']|'')*)'")
_MARKUP = re.compile(r": | #|:$")
_WORDS_OF_YAML = frozenset({"true", "false", "yes", "no", "on", "off", "null"})
"""What YAML takes for something else than a text, in any case of letters."""


def plain(text: str) -> tuple[dict[str, Any], str] | None:
    """Front matter and text of a file whose front matter is as plain as ours; None for any other.

    >>> plain("---\\ntitle: It’s off\\ndate: 2019-04-04\\n---\\n\\nText")
    ({'title': 'It’s off', 'date': datetime.date(2019, 4, 4)}, '\\nText')
    """
    end = text.find("\n---\n", 3)
    if end < 0 or not text.startswith("---\n"):
        return None
    keys: dict[str, Any] = {}
    for line in text[4:end].split("\n"):
        found = _LINE.fullmatch(line)
        value = _value(found[2]) if found else None
        if found is None or value is None or found[1] in keys:
            return None
        keys[found[1]] = value
    return keys, text[end + 5 :]


def _value(written: str) -> Any:
    """What YAML makes of a scalar or list on one line; None where that takes YAML to tell."""
    first = written[0]
    if first.isdigit():
        if _DAY.fullmatch(written):
            return _day(written)
        return written if _HASH.fullmatch(written) else None
    if first == "[":
        return _list(written)
    if first == "'":
        quoted = _QUOTED.fullmatch(written)
        return quoted[1].replace("''", "'") if quoted and written.isprintable() else None
    return _text(written) if first.isalpha() or first in "“‘£" else None


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _list(written: str) -> list[str] | None:
    found = _LIST.fullmatch(written)
    words = found[1].split(", ") if found else ["null"]
    return words if _WORDS_OF_YAML.isdisjoint(words) else None


def _text(written: str) -> Any:
    folded = written.lower()
    if folded in _WORDS_OF_YAML:
        return {"true": True, "false": False}.get(folded)
    sure = written.isprintable() and not _MARKUP.search(written) and written[-1] != " "
    return written if sure else None
