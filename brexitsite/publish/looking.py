"""Whether a build would make anything else than the last one did; known without Pelican."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from brexitsite.publish import inputs
from brexitsite.publish.plan import Plan
from brexitsite.publish.records import LastBuild


def sources(plan: Plan) -> str | None:
    """A digest of all that people write and install; None where it cannot be relied on."""
    made = (plan.articles, plan.ledger)
    return _joined(inputs.look(_roots(plan), without=made), *inputs.program(), *_choices(plan))


def _roots(plan: Plan) -> Iterator[Path]:
    yield plan.content
    if not plan.raw.is_relative_to(plan.content):
        yield plan.raw
    yield plan.project.root / "theme"
    yield from sorted(plan.project.root.glob("*.py"))
    yield Path(__file__).resolve().parents[1]


def _choices(plan: Plan) -> Iterator[str]:
    yield from map(str, (plan.content, plan.raw, plan.articles, plan.output, plan.site_url, plan.search))


def everything(sources: str | None, plan: Plan) -> str | None:
    """The digest of the sources together with articles and ledger, which only builds write."""
    return _joined(sources, inputs.look((plan.articles, plan.ledger), settled=True))


def _joined(*parts: str | None) -> str | None:
    if None in parts:
        return None
    return hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()


def last_if_same(plan: Plan, sources: str | None) -> LastBuild | None:
    """The last build, where everything looks as it did then and its release is what readers see."""
    last = plan.records.last_build()
    if last is None or last.look is None or last.release != plan.shelf.current():
        return None
    return last if last.look == everything(sources, plan) else None
