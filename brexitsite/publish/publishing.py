"""From content/articles to the site that readers see: the one page of this package to read first.

    look      has anything changed since the last build?   no → done, without Pelican
    carry     meanwhile the release before is hard-linked into another folder
    render    Pelican writes what has changed into a third one
    complete  that is laid over the rest, and what is gone taken away; all of it is verified:
              changed pages, and the others that lead to what has gone
    show      it is on the disk, gets a name after its content, and is by one rename what readers see
    search    its index follows

Whatever stops a build, and wherever: readers have the old release or the new one, whole, and the
next build starts from there.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from brexitsite.publish import disk
from brexitsite.publish.carrying import Carried, DamagedError, Previous, carried
from brexitsite.publish.completing import complete
from brexitsite.publish.manifest import Manifest
from brexitsite.publish.plan import Plan
from brexitsite.publish.render import Rendering, render
from brexitsite.publish.search import Index
from brexitsite.store import site
from brexitsite.store.memory import no_collection


@dataclass(frozen=True, slots=True)
class Published:
    """What a build did: the release that readers see now, its files, and how many of them are new."""

    release: str
    manifest: Manifest
    written: int


@no_collection()
def publish(plan: Plan) -> Published:
    """Build the site and let readers see it; raises BuildError, and the old one stays."""
    plan.shelf.check()
    plan.shelf.sweep()
    try:
        done = _publish(plan, _previous(plan))
    except DamagedError:
        done = _publish(plan, None)
    plan.shelf.sweep()
    plan.records.keep_only(plan.shelf.names())
    return done


def _previous(plan: Plan) -> Previous | None:
    """The release whose unchanged files can be kept; None means that everything is made again."""
    name = plan.shelf.current()
    files = plan.records.manifest(name) if name else None
    if name is None or files is None or not plan.records.take_out_state(name):
        return None
    return Previous(plan.shelf.release(name), files)


def _publish(plan: Plan, previous: Previous | None) -> Published:
    if previous is None:
        plan.records.take_out_nothing()
        with plan.shelf.fresh() as folder:
            return _completed(plan, folder, None)
    with (
        plan.shelf.fresh(or_spare=True) as folder,
        plan.shelf.fresh() as made,
        carried(previous, folder) as before,
    ):
        return _completed(plan, made, before)


def _completed(plan: Plan, made: Path, before: Carried | None) -> Published:
    """Let Pelican write to `made`, and publish it with what is kept of the release before."""
    previous = before.previous.folder if before else None
    render(_rendering(plan, previous), made)
    files, written = complete(made, plan.records.state, before, _address(plan))
    folder = before.folder if before else made
    if plan.search and previous is not None:
        Index(plan.shelf, plan.records).carry(previous.name, folder)
    return Published(_show(plan, folder, files), files, written)


def _rendering(plan: Plan, previous: Path | None) -> Rendering:
    return Rendering(
        settings=plan.project.root / "pelicanconf.py",
        content=plan.content,
        articles=plan.articles,
        ledger=plan.ledger,
        state=plan.records.state,
        parsed=plan.records.parsed,
        previous=previous,
        site_url=plan.site_url,
        workers=plan.workers,
        search=plan.search,
    )


def _address(plan: Plan) -> str:
    return plan.site_url or site.load(plan.content / "site.toml").url


def _show(plan: Plan, folder: Path, files: Manifest) -> str:
    """Let readers see a finished release; returns its name."""
    digest = files.name()
    name = _same(plan, digest)
    if name is None:
        name = plan.shelf.free_name(digest)
        plan.records.put(name, files)
        disk.settle(folder)
        plan.shelf.put(folder, name)
    if name != plan.shelf.current():
        plan.shelf.show(name)
    return name


def _same(plan: Plan, digest: str) -> str | None:
    """A release with the same files that stands there undamaged: the site as it is, or was lately."""
    for name in plan.shelf.names():
        stored = plan.records.manifest(name) if name.startswith(digest) else None
        if stored and stored.name() == digest and not any(stored.damaged(plan.shelf.release(name))):
            plan.records.put(name, stored)
            return name
    return None
