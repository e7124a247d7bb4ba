"""Addresses that no longer lead to what they did: moved (a redirect) or withdrawn (a page that says so)."""

from __future__ import annotations

from collections.abc import Iterator

from brexitsite.model import Article
from brexitsite.plugin import addresses, citations, frames, wording
from brexitsite.plugin.addresses import Here
from brexitsite.plugin.edition import Edition
from brexitsite.plugin.unit import Page, Unit
from brexitsite.plugin.views.article import RedirectPage, WithdrawnPage
from brexitsite.plugin.views.parts import Day
from brexitsite.store.ledger import Entry

TITLE = "This article was withdrawn"
MOVED = "This page has moved"


def units(edition: Edition) -> Iterator[Unit]:
    """A unit for every withdrawn article, and every address that moved to what still stands."""
    for article in edition.withdrawn:
        yield Unit(
            key=f"withdrawn {article.address}",
            reads=(article.withdrawn, article.day, article.raw),
            templates=("withdrawn.html",),
            make=lambda a=article: [_withdrawn(edition, a)],  # type: ignore[misc]
        )
    standing = {a.address for a in (*edition.articles, *edition.withdrawn)}
    standing |= {addresses.actor(slug) for slug in edition.people}
    for entry in edition.sources.ledger:
        target = _now(edition, entry)
        if target in standing and entry.address not in standing:
            yield Unit(
                key=f"moved {entry.address}",
                reads=(target,),
                templates=("redirect.html",),
                make=lambda e=entry, t=target: [_redirect(edition, e.address, t)],  # type: ignore[misc]
            )


def _now(edition: Edition, entry: Entry) -> str:
    """Where what moved is now, after any number of moves; "" for what did not move."""
    if not entry.moved_to:
        return ""
    current = edition.sources.ledger.entry(entry.id)
    return current.address if current else entry.moved_to


def _withdrawn(edition: Edition, article: Article) -> Page:
    here = Here.at(article.address, edition.site.url)
    view = WithdrawnPage(
        title=TITLE,
        reason=article.withdrawn or "",
        day=Day(article.day.isoformat(), wording.dated(article.dated)),
        report=citations.report_href(edition.site.report, f"Withdrawn: {here.url}"),
    )
    frame = frames.frame(edition, here, TITLE, TITLE, robots="noindex, follow")
    return Page(article.address, "withdrawn.html", view, frame)


def _redirect(edition: Edition, address: str, target: str) -> Page:
    here = Here.at(address, edition.site.url)
    frame = frames.frame(
        edition, here, MOVED, MOVED, canonical=here.absolute(target), robots="noindex, follow"
    )
    return Page(address, "redirect.html", RedirectPage(here.link(target), MOVED), frame)
