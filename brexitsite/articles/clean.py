"""A raw article in, what it says out: the one module of this folder that others call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

from brexitsite.articles import bounds, dates, html, junk, lines, titles
from brexitsite.articles.dates import NO_EVIDENCE, Evidence
from brexitsite.articles.decode import decoded, mended
from brexitsite.articles.header import Header
from brexitsite.articles.outlets import Outlets
from brexitsite.articles.page_dates import address_day
from brexitsite.articles.view import ENDED
from brexitsite.errors import Quarantined
from brexitsite.model import CleanText, Dated, RawArticle, Sidecar, Slug

SHORTEST_BODY = 3
"""Words below which a body is empty: a gallery, a cartoon, a podcast."""
LONGEST_HEADLINE = 15
"""Words of a text that is nothing but a headline."""
HTML_SUFFIXES = (".html", ".htm", ".xhtml")


def clean(raw: RawArticle, outlets: Outlets, evidence: Evidence = NO_EVIDENCE) -> CleanText:
    """Read one raw article: body, title, date, authors, outlet; what was dropped, and why.

    Raises Quarantined for what is no article: unreadable, too large, without a body. `dated` is
    None where the article states no date and none can be inferred.
    """
    folder = outlets.of_folder(raw.path)
    sidecar = raw.sidecar if raw.sidecar.outlet or not folder else replace(raw.sidecar, outlet=folder)
    if PurePosixPath(raw.path.lower()).suffix in HTML_SUFFIXES:
        return clean_html(decoded(raw.data, html=True), None, outlets, evidence, sidecar)
    return clean_text(decoded(raw.data), outlets, evidence, sidecar)


def clean_text(
    text: str,
    outlets: Outlets | None = None,
    evidence: Evidence = NO_EVIDENCE,
    sidecar: Sidecar = Sidecar(),  # noqa: B008 - frozen
) -> CleanText:
    """Clean a raw text, decoded; as `clean`, for one who has no file."""
    bounds.check_text(text)
    outlets = outlets or Outlets({})
    parts = lines.sift(text, lambda header: _decisions(outlets, _outlet(outlets, sidecar, header), sidecar))
    outlet = _outlet(outlets, sidecar, parts.header)
    paragraphs = tuple(line.text for line in parts.prose)
    stated = sidecar.title or parts.header.title_words
    _require_body(() if not stated and _is_headline(paragraphs) else paragraphs)
    return CleanText(
        title=titles.tidied(stated) if stated else titles.derived(paragraphs),
        title_basis="stated" if stated else "derived",
        dated=_dated(sidecar, *_day(parts.header, sidecar.url), (stated or "", *paragraphs), evidence),
        paragraphs=paragraphs,
        authors=sidecar.authors if sidecar.authors is not None else parts.header.authors,
        source=outlets.printed(parts.header.source),
        outlet=outlet,
        source_url=sidecar.url or outlets.web_address(parts.header.url),
        dropped=parts.dropped,
    )


def clean_html(
    page: str,
    url: str | None = None,
    outlets: Outlets | None = None,
    evidence: Evidence = NO_EVIDENCE,
    sidecar: Sidecar = Sidecar(),  # noqa: B008 - frozen
) -> CleanText:
    """Clean a saved page, decoded; `url` is where it was, if that is known."""
    bounds.check_page(page)
    outlets = outlets or Outlets({})
    found = html.read(page, sidecar.url or url)
    about = found.about
    outlet = sidecar.outlet or outlets.at(about.url) or outlets.named(about.site)
    prose, dropped = junk.sift_page(found.lines, about.titles, _decisions(outlets, outlet, sidecar))
    paragraphs = tuple(line.text for line in prose)
    _require_body(() if {*map(mended, about.titles)}.issuperset(paragraphs) else paragraphs)
    stated = mended(sidecar.title or about.title or "")
    return CleanText(
        title=titles.tidied(stated) if stated else titles.derived(paragraphs),
        title_basis="stated" if stated else "derived",
        dated=_dated(sidecar, about.day, about.basis, (stated, *paragraphs), evidence),
        paragraphs=paragraphs,
        authors=sidecar.authors if sidecar.authors is not None else about.authors,
        source=outlets.printed(about.site),
        outlet=outlet,
        source_url=outlets.web_address(about.url),
        lang=about.lang,
        dropped=tuple(replace(d, line=None) for d in dropped),
    )


def _day(header: Header, url: str | None) -> tuple[date | None, str]:
    """The day that a text states, else that of its address."""
    addressed = None if header.stated_day else address_day(url or header.url)
    return (addressed, "url") if addressed else (header.stated_day, "stated")


def _outlet(outlets: Outlets, sidecar: Sidecar, header: Header) -> Slug | None:
    return sidecar.outlet or outlets.named(header.source) or outlets.at(sidecar.url or header.url)


def _decisions(outlets: Outlets, outlet: Slug | None, sidecar: Sidecar) -> junk.Decisions:
    return junk.Decisions(outlets.furniture(outlet), sidecar.keep_lines, sidecar.drop_lines)


def _is_headline(paragraphs: Sequence[str]) -> bool:
    """Is the whole text one short line without a stop, "Pictures of the regatta"?"""
    return [len(p.split()) <= LONGEST_HEADLINE and not ENDED.search(p) for p in paragraphs] == [True]


def _require_body(paragraphs: Sequence[str]) -> None:
    if sum(len(p.split()) for p in paragraphs) < SHORTEST_BODY:
        raise Quarantined(
            "the article has no text, as of a gallery or a video", "add its text, or delete the file"
        )
    bounds.check_paragraphs(paragraphs)


def _dated(
    sidecar: Sidecar, day: date | None, basis: str, paragraphs: Sequence[str], evidence: Evidence
) -> Dated | None:
    if sidecar.date:
        return Dated(sidecar.date, "sidecar")
    if day:
        return Dated(day, basis)  # type: ignore[arg-type]
    return dates.infer(paragraphs, evidence)
