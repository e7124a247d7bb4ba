"""Markdown that editors write (lives, notes, pages) as HTML that is safe to publish."""

from __future__ import annotations

import functools
import re

import markdown
import nh3
from markupsafe import Markup, escape

from brexitsite.errors import BuildError

_TAGS = {
    "a", "abbr", "blockquote", "br", "cite", "code", "dd", "dl", "dt", "em", "h2", "h3", "h4", "hr",
    "kbd", "li", "ol", "p", "pre", "q", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead",
    "tr", "ul",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href"}, "abbr": {"title"}, "th": {"scope"}}
_ANCHORS = {"h2": {"id"}, "h3": {"id"}, "h4": {"id"}}
_SCHEMES = {"http", "https", "mailto"}
_ADDRESS = re.compile(r"[#./\w][^\s<>]*")
"""What a link may look like: no-break and other odd spaces before a scheme hide it from nh3."""


@functools.cache
def _converter() -> markdown.Markdown:
    return markdown.Markdown(extensions=["tables", "def_list", "toc", "abbr", "smarty"], output_format="html")


def html(text: str, anchors: bool = False) -> Markup:
    """Convert Markdown; whatever is not plain structure and links is taken out.

    With `anchors`, where the text is a page of its own, its headings keep their ids. Raises
    BuildError where it nests too deeply.

    >>> html("*Yes* <script>alert(1)</script>")
    Markup('<p><em>Yes</em> </p>')
    """
    converter = _converter()
    converter.reset()
    try:
        written = converter.convert(text)
    except RecursionError:
        _converter.cache_clear()  # it stopped midway
        raise BuildError(
            f"the text that begins “{text[:40]!r}” nests lists or quotations too deeply; write it flatter"
        ) from None
    return Markup(  # noqa: S704 - made safe here
        nh3.clean(
            written,
            tags=_TAGS,
            attributes=_ATTRIBUTES | _ANCHORS if anchors else _ATTRIBUTES,
            attribute_filter=_allowed,
            url_schemes=_SCHEMES,
            link_rel=None,
        )
    )


def _allowed(_element: str, attribute: str, value: str) -> str | None:
    return value if attribute != "href" or _ADDRESS.fullmatch(value) else None


_SCRIPT = re.compile(
    r"\b((?:java|vb|live)\s*script|mocha|jar|view-source|feed|blob|filesystem|wyciwyg|mhtml|intent|data)\s*(?::|&colon;)",
    re.IGNORECASE,
)


def unlinked(text: str) -> str:
    """A text for the head of a page, of which other programs may take any address for a link.

    >>> unlinked("Tolls: see javascript:alert(1)")
    'Tolls: see javascript∶alert(1)'
    """
    return _SCRIPT.sub("\\1∶", text) if ":" in text or "&colon;" in text else text


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
