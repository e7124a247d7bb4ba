"""Every article below a folder, of which only those are parsed that have changed since the last time.

All articles are made from lines: path, looks and digest of the pair of files, head, paragraphs and
mentions, the last three as JSON. The lines of the last time are remembered in a file of the cache;
others are written by parsing the pair, in forked workers where there are many. Paragraphs and
mentions stay in JSON until somebody reads them, which nobody does of most articles.
"""

from __future__ import annotations

import hashlib
import io
import json
import multiprocessing
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from functools import lru_cache
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, BinaryIO, TypeVar, overload

from brexitsite.model import AlsoIn, Article, Dated, Mention, Place, Quotation
from brexitsite.store import articles, forked
from brexitsite.store.files import TICK

CHUNK = 100
WORTH_FORKING = 4 * CHUNK
"""Fewer articles than this are parsed before workers have started."""

UNSETTLED = "-"
"""The look of a file that changed so lately that it may change again and look the same."""

T = TypeVar("T")

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
    known = _remembered(memory, program) if memory else Lines()
    looks = {os.fsencode(path): _look(path, time.time_ns()) for path in articles.scan(folder)}
    fresh = [(path, look) for path, look in looks.items() if not _is_as_before(known.line(path), look)]
    if fresh or len(known.places) != len(looks):
        known = _with(known, dict(zip(fresh, _parsed(fresh, workers), strict=True)), looks, memory, program)
    return [_taken_up(known.data, known.places[path]) for path in looks]


def _look(path: Path, now: int) -> str:
    """How a pair of files looks from outside: sizes, times and inodes."""
    name = str(path)
    try:
        pair = os.stat(name), os.stat(f"{name.removesuffix('.md')}.json")  # noqa: PTH116
    except OSError:
        return UNSETTLED
    if max(seen.st_ctime_ns for seen in pair) > now - TICK:
        return UNSETTLED
    return " ".join(f"{s.st_size} {s.st_mtime_ns} {s.st_ino} {s.st_ctime_ns}" for s in pair)


def _is_as_before(line: bytes | None, look: str) -> bool:
    return line is not None and look != UNSETTLED and line.split(b"\t", 2)[1] == look.encode()


# --- what is remembered ---------------------------------------------------------------------

Data = bytes | mmap
"""A file of lines: on the disk, so that texts take no memory, or in memory where none is kept."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines, and by path where each begins and ends."""

    data: Data = b""
    places: Mapping[bytes, tuple[int, int]] = field(default_factory=dict)

    def line(self, path: bytes) -> bytes | None:
        place = self.places.get(path)
        return self.data[place[0] : place[1]] if place else None


def _remembered(memory: Path, program: str) -> Lines:
    """The lines of the last time; none where a byte of the file is not as it was written."""
    places: dict[bytes, tuple[int, int]] = {}
    seal, start, last = hashlib.sha256(program.encode()), 0, b""
    try:
        with memory.open("rb") as file:
            for line in file:
                seal.update(last)
                if last:
                    places[last[: last.find(b"\t")]] = (start, start + len(last) - 1)
                start, last = start + len(last), line
            sound = last == seal.hexdigest().encode()
            return Lines(_mapped(file), places) if sound else Lines()
    except OSError:
        return Lines()


def _with(
    known: Lines, fresh: Mapping[Seen, bytes], paths: Iterable[bytes], memory: Path | None, program: str
) -> Lines:
    """The lines of all these paths, fresh ones instead of known ones, in the memory where there is one."""
    new = {path: line for (path, _), line in fresh.items()}
    lines = ((path, new.pop(path) if path in new else known.line(path) or b"") for path in paths)
    if memory is None:
        out = io.BytesIO()
        places = _written(out, lines, program)
        return Lines(out.getvalue(), places)
    scratch = memory.with_name(f".{memory.name}.new")
    memory.parent.mkdir(parents=True, exist_ok=True)
    with scratch.open("w+b") as file:
        places = _written(file, lines, program)
        file.flush()
        scratch.replace(memory)
        return Lines(_mapped(file), places)


def _written(
    file: BinaryIO, lines: Iterable[tuple[bytes, bytes]], program: str
) -> dict[bytes, tuple[int, int]]:
    """Write one line after the other, and last a hash of them all; returns the places of the lines."""
    seal, start, places = hashlib.sha256(program.encode()), 0, {}
    for path, line in lines:
        seal.update(line + b"\n")
        file.write(line + b"\n")
        places[path] = (start, start + len(line))
        start += len(line) + 1
    file.write(seal.hexdigest().encode())
    return places


def _mapped(file: BinaryIO) -> mmap:
    return mmap(file.fileno(), 0, access=ACCESS_READ)


# --- from files to lines --------------------------------------------------------------------


def _parsed(seen: Sequence[Seen], workers: int) -> Iterator[bytes]:
    if workers < 2 or len(seen) < WORTH_FORKING:
        yield from _lines(seen)
        return
    chunks = (seen[n : n + CHUNK] for n in range(0, len(seen), CHUNK))
    with multiprocessing.get_context("fork").Pool(workers, forked.begin) as pool:
        for lines in pool.imap(_lines, chunks):
            yield from lines


def _lines(seen: Iterable[Seen]) -> list[bytes]:
    return [_line(Path(os.fsdecode(path)), look) for path, look in seen]


def _line(path: Path, look: str) -> bytes:
    pair = articles.pair(path)
    article = articles.parsed(path, *pair)
    columns = (
        look,
        _digest(os.fsencode(path.name), *pair),
        _JSON([getattr(article, name) for name in HEAD]),
        _JSON(article.paragraphs),
        _JSON(article.mentions),
    )
    return b"\t".join([os.fsencode(path), *(column.encode() for column in columns)])


def _digest(*parts: bytes) -> str:
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


def _plain(value: Any) -> Any:
    """A value that JSON does not know: a day as text, anything with fields as a list of them."""
    if isinstance(value, date):
        return value.isoformat()
    return [getattr(value, name) for name in value.__slots__]


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_plain).encode


# --- from lines to articles -----------------------------------------------------------------

TEXT = ("paragraphs", "mentions")
HEAD = tuple(f.name for f in fields(Article) if f.init and f.name not in TEXT)


class Unread(Sequence[T]):
    """What stands in a line as JSON, and is taken out when somebody asks for it."""

    __slots__ = ("_data", "_end", "_start", "_take")

    def __init__(self, data: Data, start: int, end: int, take: Callable[[Any], T]) -> None:
        self._data, self._start, self._end, self._take = data, start, end, take

    def _read(self) -> Sequence[T]:
        return _taken_out(self._data, self._start, self._end, self._take)

    @overload
    def __getitem__(self, number: int) -> T: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[T]: ...
    def __getitem__(self, number: int | slice) -> T | Sequence[T]:
        return self._read()[number]

    def __len__(self) -> int:
        return len(self._read())

    def __iter__(self) -> Iterator[T]:
        return iter(self._read())


@lru_cache(maxsize=32)
def _taken_out(data: Data, start: int, end: int, take: Callable[[Any], Any]) -> tuple[Any, ...]:
    """Remembered for the few articles that somebody is at work on."""
    return tuple(map(take, json.loads(data[start:end])))


def _taken_up(data: Data, place: tuple[int, int]) -> Parsed:
    _path, _look, digest, head, paragraphs, mentions = data[slice(*place)].split(b"\t")
    after = place[1] - len(mentions)
    before = after - 1 - len(paragraphs)
    values = dict(zip(HEAD, json.loads(head), strict=True))
    values |= {
        "dated": _dated(*values["dated"]),
        "added": date.fromisoformat(values["added"]),
        "updated": _day(values["updated"]),
        "also_in": tuple(AlsoIn(*copy) for copy in values["also_in"]),
        "quotations": tuple([_quotation(*row) for row in values["quotations"]]),
    }
    values |= {key: tuple(values[key]) for key in ("authors", "topics", "people")}
    article = Article(
        **values,
        paragraphs=Unread(data, before, after - 1, str),
        mentions=Unread(data, after, place[1], _mention),
    )
    return Parsed(article, digest.decode())


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _dated(day: str, basis: Any, window: list[str] | None, evidence: list[str]) -> Dated:
    first, last = map(date.fromisoformat, window or (day, day))
    return Dated(date.fromisoformat(day), basis, (first, last) if window else None, tuple(evidence))


def _mention(row: list[Any]) -> Mention:
    actor, at = row
    return Mention(actor, Place(*at))


def _place(at: list[int] | None) -> Place | None:
    return Place(*at) if at else None


def _quotation(
    id: str, at: list[int], text: str, kind: Any, speaker_type: Any, rule: str, confidence: float,
    speakers: list[str], said_by: str | None, said_by_at: list[int] | None, cue: str | None,
    cue_at: list[int] | None, continues: str | None, role: str | None, about: list[str],
    topics: list[str], said_on: str | None, relayed: bool, checked: bool, corrected: str | None,
    was: str | None, because: str | None,
) -> Quotation:  # fmt: skip
    return Quotation(
        id, Place(*at), text, kind, speaker_type, rule, confidence, tuple(speakers), said_by,
        _place(said_by_at), cue, _place(cue_at), continues, role, tuple(about), tuple(topics),
        _day(said_on), relayed, checked, _day(corrected), was, because,
    )  # fmt: skip
