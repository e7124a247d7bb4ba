"""Markdown that editors write (lives, notes, pages) as HTML that is safe to publish."""

from __future__ import annotations

import functools

import markdown
import nh3
from markupsafe import Markup, escape

_TAGS = {
    "a", "abbr", "blockquote", "br", "cite", "code", "dd", "dl", "dt", "em", "h2", "h3", "h4", "hr",
    "kbd", "li", "ol", "p", "pre", "q", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead",
    "tr", "ul",
}  # fmt: skip
_ATTRIBUTES = {
    "a": {"href", "id"}, "abbr": {"title"}, "h2": {"id"}, "h3": {"id"}, "h4": {"id"}, "th": {"scope"},
    "dt": {"id"}, "li": {"id"},
}  # fmt: skip
_SCHEMES = {"http", "https", "mailto"}


@functools.cache
def _converter() -> markdown.Markdown:
    return markdown.Markdown(extensions=["tables", "def_list", "toc", "abbr", "smarty"], output_format="html")


def html(text: str) -> Markup:
    """Convert Markdown; whatever is not plain structure and links is taken out.

    >>> html("*Yes* <script>alert(1)</script>")
    Markup('<p><em>Yes</em> </p>')
    """
    converter = _converter()
    converter.reset()
    written = converter.convert(text)
    return Markup(nh3.clean(written, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None))  # noqa: S704 - made safe here


@functools.lru_cache(maxsize=64)
def line(text: str) -> Markup:
    """One line of plain text, with its web and mail addresses as links.

    >>> line("Write to editor@site.example.")
    Markup('Write to <a href="mailto:editor@site.example">editor@site.example</a>.')
    """
    return Markup(" ").join(_linked(word) for word in text.split())


def _linked(word: str) -> Markup:
    bare = word.rstrip(".,;:)")
    href = address_href(bare)
    if href is None:
        return escape(word)
    return Markup('<a href="{}">{}</a>{}').format(href, bare, word[len(bare) :])


def address_href(words: str) -> str | None:
    """What a mail or web address leads to; None where the words are neither."""
    if words.startswith(("https://", "http://", "mailto:")):
        return words
    name, at, host = words.partition("@")
    return f"mailto:{words}" if name and at and "." in host and " " not in words else None
