"""Every article below a folder, of which only those are parsed that have changed since the last time.

All articles are made from lines: path, look and digest of the pair of files, and the article in
columns. The lines of the last time are remembered in a file of the cache; others are written by
parsing the pair, in forked workers where there are many.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from brexitsite.model import Article
from brexitsite.store import articles, columns, files, forked, lines
from brexitsite.store.files import digest
from brexitsite.store.lines import Lines

CHUNK = 100
WORTH_FORKING = 4 * CHUNK
"""Fewer articles than this are parsed before workers have started."""

UNSETTLED = "-"
"""The look of a file that changed so lately that it may change again and look the same."""

Seen = tuple[bytes, str]
"""The path of a slug.md, and how the pair looks."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """An article with the digest of its two files."""

    article: Article
    digest: str


def read_all(folder: Path, memory: Path | None, program: str, workers: int) -> list[Parsed]:
    """Read every article, by path; raises ContentError for a damaged one.

    `memory` is where their lines are kept, `program` a digest of what parses them.
    """
    known = lines.read(memory, program) if memory else Lines()
    looks = {os.fsencode(path): _look(path) for path in articles.scan(folder)}
    changed = [(path, look) for path, look in looks.items() if not _is_as_before(known.line(path), look)]
    if changed or len(known.places) != len(looks):
        fresh = dict(zip([path for path, _ in changed], _parsed(changed, workers), strict=True))
        every = ((path, fresh.pop(path, b"") or known.line(path) or b"") for path in looks)
        known = lines.write(every, memory, program)
    return [_taken_up(known, path) for path in looks]


def _taken_up(known: Lines, path: bytes) -> Parsed:
    place = known.places[path]
    _, _, total, head, paragraphs, mentions = known.data[place.start : place.stop].split(b"\t")
    last = range(place.stop - len(mentions), place.stop)
    before = range(last.start - 1 - len(paragraphs), last.start - 1)
    return Parsed(columns.read(known.data, head, before, last), total.decode())


def _look(path: Path) -> str:
    """How a pair of files looks from outside."""
    name = str(path)
    return files.look((name, f"{name.removesuffix('.md')}.json")) or UNSETTLED


def _is_as_before(line: bytes | None, look: str) -> bool:
    return line is not None and look != UNSETTLED and line.split(b"\t", 2)[1] == look.encode()


# --- from files to lines --------------------------------------------------------------------


def _parsed(seen: Sequence[Seen], workers: int) -> Iterator[bytes]:
    chunks = [seen[n : n + CHUNK] for n in range(0, len(seen), CHUNK)]
    for made in forked.each(_lines, chunks, 1 if len(seen) < WORTH_FORKING else workers):
        yield from made


def _lines(seen: Iterable[Seen]) -> list[bytes]:
    return [_line(Path(os.fsdecode(path)), look) for path, look in seen]


def _line(path: Path, look: str) -> bytes:
    pair = articles.pair(path)
    article = columns.written(articles.parsed(path, *pair))
    total = digest(os.fsencode(path.name), *pair)
    return b"\t".join((os.fsencode(path), look.encode(), total.encode(), *article))
