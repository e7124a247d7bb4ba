"""Clean a folder of raw articles into article pairs, all cores at work.

An article depends on itself, its outlet and the registry alone: articles are read in partitions,
here or on a cluster, and what has not changed since the last run is not read again. What needs
all of them comes after: duplicates, addresses, the ledger.
"""

from __future__ import annotations

import functools
import hashlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from brexitsite.articles import duplicates
from brexitsite.commands.progress import progress
from brexitsite.commands.workers import cores, in_partitions
from brexitsite.errors import BrexitsiteError, Quarantined
from brexitsite.model import AlsoIn, Article
from brexitsite.pipeline import Knowledge, article
from brexitsite.quotes.identity import kept
from brexitsite.store import articles, ledger, raw
from brexitsite.store.files import write_atomically
from brexitsite.store.ledger import Ledger
from brexitsite.store.project import Project


@dataclass(frozen=True, slots=True)
class Fault:
    """A raw file that was not published, with the reason and what to do about it."""

    name: str
    fault: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.name}: {self.fault}; {self.remedy}"


@dataclass(frozen=True, slots=True)
class Hidden:
    """A raw file that an editor does not want published."""

    name: str


Draft = Article | Fault | Hidden


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What a run did: every article published, every file refused."""

    published: tuple[Article, ...]
    quarantined: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """Where a run reads and writes; `trial` builds forget the addresses of earlier runs."""

    content: Path
    raw: Path
    articles: Path
    ledger: Path
    cache: Path
    trial: bool = False


def clean(
    places: Places,
    workers: int = 1,
    cluster: str | None = None,
    done: Callable[[int, int], None] = lambda _done, _all: None,
) -> Cleaned:
    """Bring content/articles, the ledger and the quarantine list up to date with the raw folder.

    `done` is told how many files are read, of how many. Raises ContentError where content/ itself
    is wrong; a faulty raw file only lands in the quarantine.
    """
    drafts = list(_drafts(places, workers, cluster, done))
    found = [draft for draft in drafts if isinstance(draft, Article)]
    faults = sorted((d for d in drafts if isinstance(d, Fault)), key=lambda fault: fault.name)
    known = Ledger() if places.trial else ledger.load(places.ledger)
    published = list(_placed(_without_duplicates(found, known), known))
    published = [_with_kept_ids(a, places.articles) for a in published]
    written = {articles.write(a, places.articles) for a in published}
    _remove_all_but(written, places.articles)
    ledger.save(known, places.ledger)
    _save_quarantine(faults, places.cache)
    return Cleaned(tuple(published), tuple(faults))


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
    cleaned = clean_with_progress(places(project, folder, into), workers, cluster)
    report(cleaned.quarantined)
    count = len(cleaned.published)
    print(f"{count} article{'' if count == 1 else 's'} cleaned, {len(cleaned.quarantined)} quarantined")
    return 3 if cleaned.quarantined else 0


def clean_with_progress(where: Places, workers: int | None, cluster: str | None = None) -> Cleaned:
    """`clean` on all cores unless told otherwise, with a bar for whoever looks on."""
    with progress("Reading raw articles") as done:
        return clean(where, workers or cores(), cluster, done)


def places(project: Project, folder: Path | None = None, into: Path | None = None) -> Places:
    """The project's own folders; another raw folder's articles and ledger go to a work folder."""
    own = folder is None or folder.resolve() == project.raw.resolve()
    if own and into is None:
        return Places(
            project.content, project.raw, project.articles, project.content / "ledger.csv", project.cache
        )
    raw_folder = project.raw if folder is None else folder
    if not raw_folder.is_dir():
        raise BrexitsiteError(f"--raw {raw_folder}: there is no such folder; give a folder of raw articles")
    name = hashlib.sha256(str(raw_folder.resolve()).encode()).hexdigest()[:12]
    work = project.cache / "raw-builds" / name
    return Places(project.content, raw_folder, into or work / "articles", work / "ledger.csv", work, trial=True)


def report(faults: Iterable[Fault]) -> None:
    """Name each quarantined file on one line of standard error."""
    for fault in faults:
        print(f"quarantined: {fault}", file=sys.stderr)


# --- reading --------------------------------------------------------------------------------


def _drafts(
    places: Places, workers: int, cluster: str | None, done: Callable[[int, int], None]
) -> Iterator[Draft]:
    paths = [str(file.path.relative_to(places.raw)) for file in raw.scan(places.raw)]
    _knowledge(places.content)
    work = functools.partial(read_partition, places.content, places.raw)
    for number, draft in enumerate(in_partitions(work, paths, _lost, workers, cluster), 1):
        done(number, len(paths))
        yield draft


def read_partition(content: Path, folder: Path, paths: Sequence[str]) -> list[Draft]:
    """Clean some files of a raw folder; the unit of work of a process or a cluster's worker."""
    known = _knowledge(content)
    sidecars = raw.Sidecars(folder, known.outlets)
    return [_draft(raw.RawFile(raw.printable(Path(p)), folder / p), sidecars, known) for p in paths]


@functools.lru_cache(maxsize=2)
def _knowledge(content: Path) -> Knowledge:
    return Knowledge.load(content)


def _draft(file: raw.RawFile, sidecars: raw.Sidecars, known: Knowledge) -> Draft:
    try:
        found = sidecars.article(file)
        return Hidden(file.name) if found.sidecar.hide else article(found, known)
    except Quarantined as error:
        return Fault(file.name, error.fault, error.remedy)


def _lost(path: str) -> Draft:
    return Fault(raw.printable(Path(path)), "it made the program stop (out of memory?)", "cut it into smaller articles")


# --- what needs all of them -----------------------------------------------------------------


def _without_duplicates(found: Sequence[Article], known: Ledger) -> Iterator[Article]:
    """One article for each group of copies, the earliest and longest, told where the others are."""
    alone = {a.raw: a for a in found}
    for group in duplicates.groups((a.raw, "\n".join(a.paragraphs)) for a in found):
        copies = sorted((alone.pop(name) for name in group), key=lambda a: (a.day, -len(a.paragraphs), a.raw))
        first = next((a for a in copies if known.entry(a.raw)), copies[0])
        others = (AlsoIn(a.raw, a.outlet, a.source_url) for a in copies if a is not first)
        alone[first.raw] = replace(first, also_in=tuple(others))
    yield from alone.values()


def _placed(found: Iterable[Article], known: Ledger) -> Iterator[Article]:
    """Give each article its address and the day on which the digest added it."""
    clock = known.newest()
    for draft in sorted(found, key=lambda a: (a.day, a.slug, a.raw)):
        slug = _free_slug(draft, known)
        added = max(draft.day, clock or draft.day)
        entry = known.place(draft.raw, replace(draft, slug=slug).address, added)
        known.withdraw(draft.raw, draft.withdrawn or "")
        yield replace(draft, slug=slug, added=entry.added)


def _free_slug(draft: Article, known: Ledger) -> str:
    """The slug it has, as long as its day is the same; else its title's, numbered where taken."""
    entry = known.entry(draft.raw)
    if entry is not None and entry.address.startswith(f"{draft.day:%Y/%m/%d}/"):
        return entry.address.strip("/").rpartition("/")[2]
    number, slug = 1, draft.slug
    while not known.is_free(replace(draft, slug=slug).address, draft.raw):
        number += 1
        slug = f"{draft.slug}-{number}"
    return slug


def _with_kept_ids(article: Article, folder: Path) -> Article:
    path = articles.path_of(article, folder)
    if not path.exists():
        return article
    old = articles.read(path)
    return replace(article, quotations=kept(article.quotations, old.quotations))


def _remove_all_but(written: set[Path], folder: Path) -> None:
    for path in list(articles.scan(folder)):
        if path not in written:
            path.unlink()
            path.with_suffix(".json").unlink(missing_ok=True)
    for parent in sorted((p for p in folder.glob("**/") if p != folder), reverse=True):
        if not any(parent.iterdir()):
            parent.rmdir()


def _save_quarantine(faults: Sequence[Fault], cache: Path) -> None:
    rows = [{"file": f.name, "fault": f.fault, "remedy": f.remedy} for f in faults]
    write_atomically(cache / "quarantine.json", json.dumps(rows, indent=1, ensure_ascii=False) + "\n")
