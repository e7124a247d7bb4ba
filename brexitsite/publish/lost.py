"""What a new release no longer has, and which unchanged pages still lead there.

Only changed pages are verified in an incremental build. A page that stays as it was can still be
wrong now: what it links to has gone. That is rare, so nothing is kept about it; when it happens,
the unchanged pages are searched for the words of the lost address, and those that have them are
verified too.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from brexitsite.publish.verify import ids_of


def suspects(
    new: Path, old: Path, changed: Collection[str], removed: Collection[str], kept: Collection[str]
) -> Iterator[str]:
    """The kept pages that may link to a removed file or a lost anchor.

    Where few are kept, that is all of them: to verify them is quicker than to find out what is lost.
    """
    pages = [path for path in kept if path.endswith(".html")]
    if len(pages) < len(changed):
        yield from pages
        return
    words = {*map(_last_step, removed), *(f"#{id}" for id in _lost_ids(new, old, changed))}
    below = tuple(f"{path.rpartition('/')[0]}/" for path in removed if path.endswith("/index.html"))
    if not words:
        return
    mention = re.compile(b"|".join(re.escape(word.encode()) for word in sorted(words)))
    for path in pages:
        if path.startswith(below) or mention.search((new / path).read_bytes()):
            yield path


def _last_step(path: str) -> str:
    """What every link to a file from outside its folder ends with.

    >>> _last_step("2019/04/index.html"), _last_step("feeds/all.xml")
    ('04/', 'all.xml')
    """
    parts = path.split("/")
    return f"{parts[-2]}/" if parts[-1] == "index.html" and len(parts) > 1 else parts[-1]


def _lost_ids(new: Path, old: Path, changed: Collection[str]) -> Iterator[str]:
    """The ids that changed pages have lost."""
    for path in changed:
        if path.endswith(".html") and (old / path).is_file():
            yield from ids_of((old / path).read_bytes()) - ids_of((new / path).read_bytes())
