"""The JSON-LD of a saved page: its nodes that are an article or a page, articles first."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from bs4 import BeautifulSoup

Json: TypeAlias = Any
Node: TypeAlias = dict[str, Json]

DEEPEST = 12
MOST_NODES = 2_000
"""Bounds of what is read of a page's JSON-LD."""
ARTICLE_TYPES = frozenset(
    "article newsarticle reportagenewsarticle analysisnewsarticle opinionnewsarticle blogposting review "
    "report liveblogposting socialmediaposting techarticle".split()
)
PAGE_TYPES = frozenset(("webpage", "itempage"))
COMMENTS = re.compile(
    r"^\s*(?:<!--|/\*<!\[CDATA\[\*/|//<!\[CDATA\[)|(?:-->|/\*\]\]>\*/|//\]\]>)\s*;?\s*$",
)
"""What old pages put around a script, so that older browsers would not print it."""


def nodes(soup: BeautifulSoup) -> list[Node]:
    """Return the nodes that are an article, then those that are a page."""
    return sorted(_nodes(soup), key=lambda node: not is_article(node))


def _nodes(soup: BeautifulSoup) -> Iterator[Node]:
    seen = 0
    for script in soup.find_all("script", type="application/ld+json"):
        for node in _walk(_loaded(script.get_text()), 0):
            seen += 1
            if seen > MOST_NODES:
                return
            if types(node) & (ARTICLE_TYPES | PAGE_TYPES):
                yield node


def _loaded(text: str) -> Json:
    """Parse a script's JSON as search engines do: comments around it, line breaks in strings forgiven."""
    try:
        return json.loads(COMMENTS.sub("", text).strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _walk(value: Json, depth: int) -> Iterator[Node]:
    if depth > DEEPEST:
        return
    if isinstance(value, dict):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for part in inner:
        if isinstance(part, dict | list):
            yield from _walk(part, depth + 1)


def is_article(node: Node) -> bool:
    return not types(node).isdisjoint(ARTICLE_TYPES)


def types(node: Node) -> set[str]:
    """Return a node's types in lower case, without the vocabulary's address."""
    stated = node.get("@type")
    listed = stated if isinstance(stated, list) else [stated]
    return {t.lower().rsplit("/", 1)[-1] for t in listed if isinstance(t, str)}


def texts(value: Json) -> Iterator[str]:
    """Yield the names in a value: words, a thing with a name, or a list of those."""
    for part in value if isinstance(value, list) else [value]:
        if isinstance(part, str):
            yield part
        elif isinstance(part, dict):
            yield from texts(part.get("name"))


def organisations(value: Json) -> Iterator[str]:
    """Yield the names of the things in a value that say that they are organisations.

    >>> list(organisations([{"@type": "Organization", "name": "Harbour Union"}, {"name": "Ann Other"}]))
    ['Harbour Union']
    """
    for part in value if isinstance(value, list) else [value]:
        if isinstance(part, dict) and any(t.endswith("organization") for t in types(part)):
            yield from texts(part.get("name"))
