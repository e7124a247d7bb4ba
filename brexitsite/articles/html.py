"""The article in a saved page: its body by trafilatura, its metadata by page_metadata.

No regular expression reads HTML here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from brexitsite.articles import page_metadata
from brexitsite.articles.decode import mended
from brexitsite.articles.layout import Line
from brexitsite.articles.page_metadata import Basis
from brexitsite.errors import Quarantined

DEEPEST = 250
"""Levels of nested elements beyond which a page is an attack or broken."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page's article: metadata, and its paragraphs (numbered; a page has no raw lines)."""

    title: str | None
    day: date | None
    basis: Basis
    authors: tuple[str, ...]
    site: str | None
    url: str | None
    lang: str
    lines: tuple[Line, ...]


def read(page: str, url: str | None = None) -> Page:
    """Read a decoded page; `url` is where it was, if known. Raises Quarantined for what is no page."""
    tree = _tree(page)
    about = page_metadata.read(page, tree, url)
    texts = [t for raw in _body(tree).split("\n") if (t := mended(raw))]
    lines = tuple(Line(n, 0, 0, text) for n, text in enumerate(texts))
    return Page(about.title, about.day, about.basis, about.authors, about.site, about.url, about.lang, lines)


def _tree(page: str) -> HtmlElement:
    try:
        tree = document_fromstring(page.encode("utf-8", "replace"), parser=HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError):
        raise Quarantined("the page has no content", "save the page again, or delete the file") from None
    return tree


def _body(tree: HtmlElement) -> str:
    try:
        return trafilatura.extract(tree, fast=True, include_comments=False) or ""
    except RecursionError:
        raise Quarantined("the page's elements are nested too deeply", "save the page again") from None
