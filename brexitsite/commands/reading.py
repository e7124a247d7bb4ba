"""Read raw files into drafts, only those that have changed, in partitions that workers take."""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
import os
import re
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from brexitsite.articles import duplicates
from brexitsite.commands.workers import in_partitions
from brexitsite.errors import Quarantined
from brexitsite.model import Article, RawArticle
from brexitsite.pipeline import Knowledge, article
from brexitsite.store import raw
from brexitsite.store.memory import collect_seldom
from brexitsite.store.readings import Facts, Fault, Reading

PACKAGE = Path(__file__).parents[1]
_FENCE = re.compile(rb"^-{3,}\s*$", re.MULTILINE)
READ_WITH = ("trafilatura", "htmldate", "ftfy", "beautifulsoup4", "lxml", "unidecode")
"""Libraries whose versions can change what a raw file is read as."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One raw file as just read: an article, a fault, or neither where an editor hides it."""

    name: str
    facts: Facts | None = None
    article: Article | None = None
    fault: Fault | None = None


@functools.lru_cache(maxsize=1)
def knowledge(content: Path, _digest: str) -> Knowledge:
    """What articles are read with, loaded once in each process for each state of content/."""
    collect_seldom()
    return Knowledge.load(content)


def knowledge_digest(content: Path) -> str:
    """Digest of all that a reading depends on besides the raw file: data, program, libraries."""
    total = hashlib.sha256()
    data = [
        p for p in content.rglob("*") if p.relative_to(content).parts[0] not in ("raw", "articles", "pages")
    ]
    for path in sorted([*data, *PACKAGE.rglob("*")]):
        if path.suffix in (".md", ".toml", ".csv", ".py", ".json") and path.name != "ledger.csv":
            total.update(f"{path.name}\n".encode() + hashlib.sha256(_what_counts(path)).digest())
    for library in READ_WITH:
        total.update(f"{library} {importlib.metadata.version(library)}\n".encode())
    return total.hexdigest()


def _what_counts(path: Path) -> bytes:
    """What a reading can depend on: an actor's front matter and the first sentence of the life below it."""
    data = path.read_bytes()
    if path.suffix != ".md":
        return data
    *head, below = _FENCE.split(data, 2)
    return b"---".join((*head, below.strip().partition(b". ")[0]))


# --- what has changed -----------------------------------------------------------------------


class Changes:
    """Tells which raw files are as they were when they were last read.

    The look from outside (size, times, inode) decides where it is the same; where it differs, the
    bytes do, so that a copy or a checkout of the folder is not read again.
    """

    def __init__(self, folder: Path, known: Mapping[str, Reading]) -> None:
        self._folder, self._known = folder, known

    def unchanged(self, file: raw.RawFile) -> Reading | None:
        """The last reading of a file, with its present look; None where it must be read again."""
        last = self._known.get(file.name)
        if last is None:
            return None
        look = self.look(file)
        if look == last.look:
            return last
        return replace(last, look=look) if self.key(file) == last.key else None

    def look(self, file: raw.RawFile) -> str:
        said = [file.path, file.path.with_suffix(".toml"), *self._defaults(file.path.parent)]
        return hashlib.sha256("\n".join(map(look, said)).encode()).hexdigest()[:16]

    def key(self, file: raw.RawFile) -> str:
        said = [file.path, file.path.with_suffix(".toml"), *self._defaults(file.path.parent)]
        return hashlib.sha256(b"".join(map(_digest, said))).hexdigest()

    def _defaults(self, folder: Path) -> Iterator[Path]:
        """The folder's own defaults and those of the folders above, up to the raw folder."""
        while True:
            yield folder / raw.DEFAULTS
            if folder == self._folder:
                return
            folder = folder.parent


def look(path: Path) -> str:
    """Size, times and inode of a file as one line."""
    try:
        seen = os.lstat(path)
    except OSError:
        return "none"
    return f"{seen.st_mode} {seen.st_size} {seen.st_mtime_ns} {seen.st_ctime_ns} {seen.st_ino}"


def _digest(path: Path) -> bytes:
    try:
        return hashlib.sha256(raw.read_bytes(path)).digest()
    except Quarantined as error:
        return hashlib.sha256(str(error).encode()).digest()


# --- reading --------------------------------------------------------------------------------


def drafts(
    files: Sequence[raw.RawFile],
    content: Path,
    digest: str,
    folder: Path,
    workers: int,
    cluster: str | None,
    done: Callable[[int, int], None],
) -> Iterator[Draft]:
    """Read some files of a raw folder, in their order, with content/ as its digest says that it is."""
    paths = [str(file.path.relative_to(folder)) for file in files]
    if paths and not cluster:
        knowledge(content.resolve(), digest)  # before workers are forked, so that they share it
    work = functools.partial(read_partition, content.resolve(), digest, folder.resolve())
    for number, draft in enumerate(in_partitions(work, paths, _lost, workers, cluster), 1):
        done(number, len(paths))
        yield draft


def read_partition(content: Path, digest: str, folder: Path, paths: Sequence[str]) -> list[Draft]:
    """Clean some files of a raw folder; the unit of work of a process or a cluster's worker."""
    known = knowledge(content, digest)
    sidecars = raw.Sidecars(folder, known.outlets.by_slug)
    return [_draft(raw.RawFile(raw.printable(Path(p)), folder / p), sidecars, known) for p in paths]


def _draft(file: raw.RawFile, sidecars: raw.Sidecars, known: Knowledge) -> Draft:
    try:
        found = sidecars.article(file)
        if found.sidecar.hide:
            return Draft(file.name)
        read = article(found, known)
        return Draft(file.name, _facts(found, read), read)
    except Quarantined as error:
        return Draft(file.name, fault=Fault(file.name, error.fault, error.remedy))


def _facts(found: RawArticle, read: Article) -> Facts:
    text = "\n".join(read.paragraphs)
    return Facts(
        day=read.day,
        slug=read.slug,
        words=len(text.split()),
        outlet=read.outlet,
        source_url=read.source_url,
        withdrawn=read.withdrawn,
        same_as=found.sidecar.same_as,
        not_same_as=found.sidecar.not_same_as,
        sketch=array("I", duplicates.sketch(text)),
    )


def _lost(path: str) -> Draft:
    name = raw.printable(Path(path))
    fault = Fault(name, "it made the program stop (out of memory?)", "cut it into smaller articles")
    return Draft(name, fault=fault)
