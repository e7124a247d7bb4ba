"""Build the site from content/articles, published in one step."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from brexitsite.errors import BrexitsiteError, BuildError
from brexitsite.publish import disk, looking
from brexitsite.publish.lock import locked
from brexitsite.publish.looking import Seen
from brexitsite.publish.plan import Plan
from brexitsite.publish.records import LastBuild
from brexitsite.store.project import Project

ALL_WELL, SOME_QUARANTINED = 0, 3

Complaints = tuple[str, ...]
"""A line for each raw file that was not published."""


def run(
    project: Project,
    content: Path | None = None,
    output: Path | None = None,
    site_url: str | None = None,
    search: bool = True,
    workers: int | None = None,
) -> int:
    """Build the site half alone; returns the exit status."""
    return build(plan(project, content, output, site_url, search, workers))


def plan(
    project: Project,
    content: Path | None = None,
    output: Path | None = None,
    site_url: str | None = None,
    search: bool = True,
    workers: int | None = None,
) -> Plan:
    """The build of a content folder with the articles in it."""
    content = content or project.content
    return Plan(
        project=project,
        content=content,
        raw=content / "raw",
        articles=content / "articles",
        ledger=content / "ledger.csv",
        output=output or project.output,
        site_url=site_url,
        search=search,
        workers=workers,
    )


def build(plan: Plan, clean: Callable[[Plan], Complaints] | None = None) -> int:
    """Clean, if that is wanted, publish and index, under the lock; nothing of it without need."""
    with disk.refusals(), _own_faults(plan.project.cache), locked(plan.project.cache, "a build", say):
        seen, last = looking.seen(plan), plan.records.last_build()
        is_clean = looking.is_clean(last, seen)
        complaints = last.complaints if last and is_clean else ()
        if clean and not is_clean:
            complaints, is_clean, last = clean(plan), True, None
        if last and looking.is_built(last, seen, plan):
            say(f"{plan.output}: nothing has changed.")
        else:
            last = _build(plan, seen, complaints, is_clean)
        _index(plan, last)
        return _told(complaints if clean else ())


def _build(plan: Plan, seen: Seen, complaints: Complaints, is_clean: bool) -> LastBuild:
    from brexitsite.publish.publishing import publish

    done = publish(plan)
    after = seen.after(plan)
    last = LastBuild(done.release, after.everything, after.cleaned if is_clean else None, complaints)
    plan.records.remember(last)
    files = len(done.manifest.files)
    say(f"{plan.output}: published; {done.written:,} of its {files:,} files were made anew.")
    return last


def _index(plan: Plan, last: LastBuild) -> None:
    from brexitsite.publish.search import Index

    index = Index(plan.shelf, plan.records)
    if plan.search and not index.is_fresh(last.release):
        say("Making the search index …")
        index.make(last.release)


def _told(complaints: Complaints) -> int:
    for line in complaints:
        print(f"quarantined: {_printable(line)}", file=sys.stderr)
    return SOME_QUARANTINED if complaints else ALL_WELL


def _printable(line: str) -> str:
    """One line that no terminal obeys: controls, and marks that turn text round, are escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in line)


def say(line: str) -> None:
    """Tell the person at the terminal, or the log, what is going on."""
    print(line, file=sys.stderr)


@contextmanager
def _own_faults(cache: Path) -> Iterator[None]:
    """A fault of the program is one line too; what its authors need to mend it lies in the cache."""
    account = cache / "fault.txt"
    account.unlink(missing_ok=True)
    try:
        yield
    except BrexitsiteError:
        raise
    except Exception as error:
        if disk.refusal(error):
            raise
        account.write_text(traceback.format_exc(), encoding="utf-8", errors="backslashreplace")
        raise BuildError(
            f"{type(error).__name__}: {_printable(' '.join(str(error).split()))[:300]}; this is a fault of "
            f"the program and nothing was published; please report it with {account}"
        ) from error
