"""Whether a build would make anything else than the last one did; known without Pelican."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from brexitsite.publish import inputs
from brexitsite.publish.plan import Plan
from brexitsite.publish.records import LastBuild


@dataclass(frozen=True, slots=True)
class Seen:
    """How all that a build reads looks from outside, as digests; None where that cannot be relied on."""

    texts: str | None
    """What articles are made from: content, raw files and the program."""
    pages: str | None
    """What the site is made from besides: theme and settings."""
    made: str | None
    """Articles and ledger, which only builds write."""

    @property
    def cleaned(self) -> str | None:
        """What cleaning reads and writes."""
        return _joined(self.texts, self.made)

    @property
    def everything(self) -> str | None:
        return _joined(self.texts, self.pages, self.made)

    def after(self, plan: Plan) -> Seen:
        """The same once articles are made."""
        return replace(self, made=_made(plan))


def seen(plan: Plan) -> Seen:
    """Look at everything."""
    made = (plan.articles, plan.ledger)
    choices = map(str, (plan.content, plan.raw, plan.articles))
    texts = _joined(inputs.look(_texts(plan), without=made), *inputs.program(), *choices)
    pages = _joined(inputs.look(_pages(plan)), *map(str, (plan.output, plan.site_url, plan.search)))
    return Seen(texts, pages, _made(plan))


def _texts(plan: Plan) -> Iterator[Path]:
    yield plan.content
    if not plan.raw.is_relative_to(plan.content):
        yield plan.raw
    yield Path(__file__).resolve().parents[1]


def _pages(plan: Plan) -> Iterator[Path]:
    yield plan.project.root / "theme"
    yield from sorted(plan.project.root.glob("*.py"))


def _made(plan: Plan) -> str | None:
    return inputs.look((plan.articles, plan.ledger), settled=True)


def _joined(*parts: str | None) -> str | None:
    if None in parts:
        return None
    return hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()


def is_clean(last: LastBuild | None, seen: Seen) -> bool:
    """Whether the articles are those that cleaning would make."""
    return last is not None and last.cleaned is not None and last.cleaned == seen.cleaned


def is_built(last: LastBuild, seen: Seen, plan: Plan) -> bool:
    """Whether readers see what a build would make."""
    same = last.look is not None and last.look == seen.everything
    return same and last.release == plan.shelf.current()
