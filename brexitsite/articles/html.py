"""The article in a saved page: its body by trafilatura, its metadata by page_metadata.

No regular expression reads HTML here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import trafilatura
from lxml import etree
from lxml.html import HtmlComment, HtmlElement, HtmlProcessingInstruction, document_fromstring

from brexitsite.articles import page_metadata
from brexitsite.articles.decode import mended
from brexitsite.articles.layout import Line
from brexitsite.articles.page_metadata import Metadata
from brexitsite.errors import Quarantined

MARKED = etree.XPath("descendant::*[@class or @hidden]")
NOT_ARTICLE = re.compile(
    "ewsletter|sign-?up|(?:print|article|share)-tools|latest-news|related-|recirc|rollover|tooltip|popover|hovercard"
)
"""In an element's class, marks what no article's text is: requests to subscribe, tools, other articles,
what shows only under a mouse."""
LIST_OF_LINKS = etree.XPath(
    "descendant::ul[count(li) > 1 and not(li[not(a) or text()[normalize-space()]]) and not(.//p)]"
)
LOOKUP = etree.ElementDefaultClassLookup(
    element=HtmlElement, comment=HtmlComment, pi=HtmlProcessingInstruction
)
"""Makes every element of the one class that is needed, several times faster than asking for each name."""
MOST_PRUNED = 0.2
"""Share of a page's text in <p> beyond which an element of a suspect class is the article after all."""
LEAST_FOUND = 0.3
"""Share of a page's text in <p> below which the body was missed for what was taken out."""
MANY_LINES, FEW_WORDS = 40, 3
"""A body of more lines, half of them this short, holds the page's menus too."""
PROSE_LINE = 8
"""Words that a line of prose has more than, and a menu's line less."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page's article: what the page states, and the body's paragraphs (numbered; no raw lines)."""

    about: Metadata
    lines: tuple[Line, ...]


_FORBIDDEN = bytes(c for c in range(1, 32) if c not in b"\t\n\r")
_FORBIDDEN_NUMBER = re.compile(
    r"&#(?:0*(?:[1-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d)|[xX]0*(?i:[1-8bcef]|1[0-9a-f]|fff[ef])(?![0-9a-fA-F]));?"
)
"""What XML forbids, as itself or by its number: trafilatura gives a page's whole text up for one."""


def read(page: str, url: str | None = None) -> Page:
    """Read a decoded page; `url` is where it was, if known. Raises Quarantined for what is no page."""
    tree = _tree(page)
    about = page_metadata.read(tree, url)
    _prune(tree)
    body = _body(tree)
    if len(body) < LEAST_FOUND * _prose(tree):
        body = max(body, _body(_tree(page)), key=len)
    texts = _densest([t for raw in body.split("\n") if (t := mended(raw))])
    lines = tuple(Line(n, 0, 0, text) for n, text in enumerate(texts))
    return Page(about, lines)


def _tree(page: str) -> HtmlElement:
    parser = etree.HTMLParser(encoding="utf-8")
    parser.set_element_class_lookup(LOOKUP)
    try:
        return document_fromstring(_allowed(page), parser=parser)
    except (etree.ParserError, ValueError):
        raise Quarantined("the page has no content", "save the page again, or delete the file") from None


def _allowed(page: str) -> bytes:
    text = page.replace("\f", " ").replace("\ufffe", "").replace("\uffff", "")
    return _FORBIDDEN_NUMBER.sub("", text).encode("utf-8", "replace").translate(None, _FORBIDDEN)


def _prune(tree: HtmlElement) -> None:
    """Take out what no article's text is, unless it holds too much of the page."""
    most = MOST_PRUNED * _prose(tree)
    marked = [e for e in MARKED(tree) if "hidden" in e.attrib or NOT_ARTICLE.search(e.get("class"))]
    for element in (*marked, *LIST_OF_LINKS(tree)):
        if element.getparent() is not None and _prose(element) <= most:
            element.drop_tree()


def _prose(element: HtmlElement) -> int:
    return sum(len(p.text_content()) for p in element.iter("p"))


def _body(tree: HtmlElement) -> str:
    try:
        return trafilatura.extract(tree, fast=True, include_comments=False) or ""
    except RecursionError:
        raise Quarantined("the page's elements are nested too deeply", "save the page again") from None


def _densest(lines: list[str]) -> list[str]:
    """Where the menus came along, return the stretch that has most words and fewest lines."""
    gains = [len(line.split()) - PROSE_LINE for line in lines]
    if len(lines) <= MANY_LINES or sorted(gains)[len(gains) // 2] > FEW_WORDS - PROSE_LINE:
        return lines
    best, total, start, stretch = 0, 0, 0, (0, len(lines))
    for end, gain in enumerate(gains, 1):
        if total <= 0:
            total, start = 0, end - 1
        total += gain
        if total > best:
            best, stretch = total, (start, end)
    return lines[slice(*stretch)]
