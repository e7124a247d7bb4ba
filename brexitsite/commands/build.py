"""Clean a raw folder, then build the site, published in one step."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from brexitsite.commands import site
from brexitsite.commands.site import Complaints
from brexitsite.publish.plan import Plan
from brexitsite.store.project import Project


def run(
    project: Project,
    raw: Path | None = None,
    content: Path | None = None,
    output: Path | None = None,
    site_url: str | None = None,
    search: bool = True,
    workers: int | None = None,
) -> int:
    """Build everything; returns the exit status.

    With `raw`, another folder is built with the content's actors, outlets and topics: its articles
    and ledger go to a work folder, and content/articles stays as it is.
    """
    return site.build(plan(project, raw, content, output, site_url, search, workers), clean)


def plan(
    project: Project,
    raw: Path | None = None,
    content: Path | None = None,
    output: Path | None = None,
    site_url: str | None = None,
    search: bool = True,
    workers: int | None = None,
) -> Plan:
    """The build of a raw folder."""
    own = site.plan(project, content, output, site_url, search, workers)
    if raw is None:
        return own
    work = project.cache / "raw-builds" / _name_of(raw, own.content)
    return replace(own, raw=raw, articles=work / "articles", ledger=work / "ledger.csv")


def _name_of(raw: Path, content: Path) -> str:
    places = f"{raw.resolve()}\n{content.resolve()}"
    return hashlib.sha256(places.encode(errors="surrogateescape")).hexdigest()[:16]


def clean(plan: Plan) -> Complaints:
    """Bring the articles up to date with the raw folder; returns a line for each that is not published."""
    from brexitsite.commands import clean as cleaning
    from brexitsite.store.forked import cores

    places = cleaning.Places(
        content=plan.content,
        raw=plan.raw,
        articles=plan.articles,
        ledger=plan.ledger,
        cache=plan.project.cache,
        trial=not plan.raw.is_relative_to(plan.content),
    )
    return tuple(map(str, cleaning.clean(places, plan.workers or cores()).quarantined))
