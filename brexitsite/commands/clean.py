"""Clean a folder of raw articles into article pairs, all cores at work.

An article depends on itself, its outlet and the registry alone: articles are read in partitions,
here or on a cluster, and what has not changed since the last run is not read again. What needs
all of them comes after, from a few facts of each: duplicates, addresses, the ledger.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

from brexitsite.articles.duplicates import Pair, Verdict, compared
from brexitsite.commands.placing import Placed, placed, unknown_copies
from brexitsite.commands.progress import progress
from brexitsite.commands.reading import Changes, Draft, drafts, knowledge_digest, look
from brexitsite.commands.spool import Spool
from brexitsite.errors import BrexitsiteError, ContentError
from brexitsite.model import Article
from brexitsite.quotes.identity import kept
from brexitsite.store import articles, ledger, raw, readings
from brexitsite.store.files import write_atomically
from brexitsite.store.forked import cores
from brexitsite.store.ledger import Ledger
from brexitsite.store.project import Project
from brexitsite.store.readings import Facts, Fault, Reading, Readings


@dataclass(frozen=True, slots=True)
class Places:
    """Where a run reads and writes; `trial` builds forget the addresses of earlier runs."""

    content: Path
    raw: Path
    articles: Path
    ledger: Path
    cache: Path
    trial: bool = False


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What a run did: how many articles are published, and every file refused."""

    published: int
    quarantined: tuple[Fault, ...]


def run(
    project: Project,
    folder: Path | None = None,
    into: Path | None = None,
    explained: Path | None = None,
    workers: int | None = None,
    cluster: str | None = None,
) -> int:
    """The command: clean, name what was refused, say how many; return the exit status."""
    if explained is not None:
        from brexitsite.commands import show

        return show.explain(project, explained)
    with progress("Reading raw articles") as done:
        cleaned = clean(places(project, folder, into), workers or cores(), cluster, done)
    for fault in cleaned.quarantined:
        print(f"quarantined: {fault}", file=sys.stderr)
    plural = "" if cleaned.published == 1 else "s"
    print(f"{cleaned.published:,} article{plural} cleaned, {len(cleaned.quarantined):,} quarantined")
    return 3 if cleaned.quarantined else 0


def places(project: Project, folder: Path | None = None, into: Path | None = None) -> Places:
    """The project's own folders; another raw folder's articles and ledger go to a work folder."""
    own = folder is None or folder.resolve() == project.raw.resolve()
    if own and into is None:
        book = project.content / "ledger.csv"
        return Places(project.content, project.raw, project.articles, book, project.cache)
    raw_folder = project.raw if folder is None else folder
    if not raw_folder.is_dir():
        raise BrexitsiteError(f"--raw {raw_folder}: there is no such folder; give a folder of raw articles")
    name = hashlib.sha256(f"{raw_folder.resolve()} {into}".encode(errors="backslashreplace")).hexdigest()
    work = project.cache / "raw-builds" / name[:16]
    target = into or work / "articles"
    return Places(project.content, raw_folder, target, work / "ledger.csv", work, trial=True)


def clean(
    where: Places,
    workers: int = 1,
    cluster: str | None = None,
    done: Callable[[int, int], None] = lambda _done, _all: None,
) -> Cleaned:
    """Bring articles, ledger and quarantine list up to date with the raw folder.

    `done` is told how many files are read, of how many. Raises ContentError where content/ itself
    is wrong; a faulty raw file only lands in the quarantine.
    """
    digest, memory = knowledge_digest(where.content), where.cache / "readings.json"
    with closing(Spool()) as spool:
        run = Run(where, digest, readings.load(memory, digest), workers, cluster, done, spool)
        before = run.readings.files, run.readings.compared
        cleaned = run.publish(run.read())
    if (run.readings.files, run.readings.compared) != before:
        readings.save(run.readings, memory, digest)
    _save_quarantine(cleaned.quarantined, where.cache)
    return cleaned


@dataclass(slots=True)
class Run:
    """One run over a raw folder: what is known from the last one, and what was read in this one."""

    where: Places
    digest: str
    readings: Readings
    workers: int
    cluster: str | None
    done: Callable[[int, int], None]
    spool: Spool
    files: dict[str, raw.RawFile] = field(default_factory=dict)
    as_before: bool = False
    """Whether there are the same raw files as in the last run, none of them changed."""

    def read(self) -> dict[str, Facts]:
        """Read what has changed; return the facts of every article there is."""
        self.files = {file.name: file for file in raw.scan(self.where.raw)}
        changes = Changes(self.where.raw, self.readings.files)
        found = {name: same for name, file in self.files.items() if (same := changes.unchanged(file))}
        changed = [file for name, file in self.files.items() if name not in found]
        self.as_before = not changed and found.keys() == self.readings.files.keys()
        looked = {file.name: (changes.look(file), changes.key(file)) for file in changed}
        for draft in self._drafts(changed):
            last = self.readings.files.get(draft.name)
            stored = last.stored if last else None
            found[draft.name] = Reading(*looked[draft.name], draft.facts, draft.fault, stored)
        self.readings.files = found
        return {name: reading.facts for name, reading in sorted(found.items()) if reading.facts}

    def _drafts(self, files: Sequence[raw.RawFile]) -> Iterator[Draft]:
        """Read some files; their articles go to the spool."""
        content, folder = self.where.content, self.where.raw
        for draft in drafts(files, content, self.digest, folder, self.workers, self.cluster, self.done):
            if draft.article is not None:
                self.spool.put(draft.name, draft.article)
            yield draft

    def publish(self, facts: Mapping[str, Facts]) -> Cleaned:
        """Place the articles among each other, and write what that changes."""
        faults = unknown_copies(facts)
        facts = {name: fact for name, fact in facts.items() if name not in faults}
        self._compare(facts)
        book = Ledger() if self.where.trial else ledger.load(self.where.ledger)
        decided = list(placed(facts, self.readings.compared, book))
        stored = {self._store(place) for place in decided}
        _remove_all_but(stored, self.where.articles)
        ledger.save(book, self.where.ledger)
        refused = {n: r.fault for n, r in self.readings.files.items() if r.fault} | faults
        return Cleaned(len(decided), tuple(fault for _, fault in sorted(refused.items())))

    def _compare(self, facts: Mapping[str, Facts]) -> None:
        """Find copies; pairs that were compared before, and did not change, are not compared again."""
        if self.as_before:
            return
        old = {p: v for p, v in self.readings.compared.items() if not any(name in self.spool for name in p)}
        sketches = {name: fact.sketch for name, fact in facts.items()}
        known = cast("dict[Pair, Verdict | None]", old)
        self.readings.compared = dict(compared(sketches, self._text, known))

    def _text(self, name: str) -> str:
        return "\n".join(self._article(name).paragraphs)

    def _article(self, name: str) -> Article:
        """The article of a raw file: as just read, else as stored; copies and edited ones are read."""
        reading = self.readings.files[name]
        if name not in self.spool and reading.stored and self._is_as_written(reading):
            known = _sound(self.where.articles / reading.stored)
            if known is not None:
                return known
        if name not in self.spool:
            list(self._drafts([self.files[name]]))
        return self.spool.article(name)

    def _store(self, place: Placed) -> str:
        """Write an article's pair where anything about it is new; return its slug.md's name."""
        reading = self.readings.files[place.name]
        if self._stands(place, reading) and reading.stored:
            return reading.stored
        article = place.applied(self._article(place.name))
        path = articles.path_of(article, self.where.articles)
        before = (
            [] if self.where.trial else [path, *(self.where.articles / n for n in (reading.stored,) if n)]
        )
        published = next(filter(None, map(_sound, before)), None)
        if published is not None:
            article = replace(article, quotations=kept(article.quotations, published.quotations))
        articles.write(article, self.where.articles)
        stored = path.relative_to(self.where.articles).as_posix()
        changed = replace(reading, stored=stored, placed=place.digest(), pair=_look(path))
        self.readings.files[place.name] = changed
        return stored

    def _stands(self, place: Placed, reading: Reading) -> bool:
        """Is the pair on disk what would be written?"""
        if place.name in self.spool or reading.placed != place.digest():
            return False
        return self._is_as_written(reading)

    def _is_as_written(self, reading: Reading) -> bool:
        stored = reading.stored
        return stored is not None and _look(self.where.articles / stored) == reading.pair


def _sound(path: Path) -> Article | None:
    """An article as stored; None where there is none, or a damaged one, which is made anew."""
    try:
        return articles.read(path) if path.exists() else None
    except ContentError:
        return None


def _look(path: Path) -> str:
    return f"{look(path)} {look(path.with_suffix('.json'))}"


def _remove_all_but(stored: set[str], folder: Path) -> None:
    for path in list(articles.scan(folder)):
        if path.relative_to(folder).as_posix() not in stored:
            path.unlink()
            path.with_suffix(".json").unlink(missing_ok=True)
            _remove_if_empty(path.parent, folder)


def _remove_if_empty(folder: Path, top: Path) -> None:
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _save_quarantine(faults: Sequence[Fault], cache: Path) -> None:
    rows = [{"file": f.name, "fault": f.fault, "remedy": f.remedy} for f in faults]
    write_atomically(cache / "quarantine.json", json.dumps(rows, indent=1, ensure_ascii=False) + "\n")
