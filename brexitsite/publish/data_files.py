"""What must hold for the files of a site that programs read: feeds, sitemaps, JSON, linked data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
JSON_FEED = "https://jsonfeed.org/version/"

REQUIRED = {
    f"{ATOM}feed": ((".", ("id", "title", "updated")), ("entry", ("id", "title", "updated"))),
    "rss": (("channel", ("title", "link", "description")), ("channel/item", ("title", "guid"))),
    "opml": ((".", ("head", "body")),),
    f"{SITEMAP}urlset": (("url", ("loc",)),),
    f"{SITEMAP}sitemapindex": (("sitemap", ("loc",)),),
}
"""Root element → which elements must have which children (names in the root's namespace)."""


def xml_faults(data: bytes) -> Iterator[str]:
    """What is wrong with an XML file: it does not parse, or a feed lacks what its format requires."""
    try:
        root = parsed(data)
    except etree.XMLSyntaxError as error:
        yield f"is no well-formed XML ({error.msg})"
        return
    space = root.tag[: root.tag.find("}") + 1]
    for where, children in REQUIRED.get(root.tag, ()):
        path = where if where == "." else "/".join(space + step for step in where.split("/"))
        for number, element in enumerate(root.findall(path), 1):
            for child in children:
                if element.find(space + child) is None:
                    yield f"its {where if where != '.' else 'root'} {number} has no <{child}>"


def parsed(data: bytes) -> Any:
    """The root of an XML file; entities are not expanded and nothing is fetched."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    return etree.fromstring(data, parser)


def locations(data: bytes) -> list[str]:
    """The addresses that a sitemap lists."""
    try:
        return [element.text or "" for element in parsed(data).iter(f"{SITEMAP}loc")]
    except etree.XMLSyntaxError:
        return []


def json_faults(data: bytes) -> Iterator[str]:
    """What is wrong with a JSON file: it does not parse, or a JSON Feed lacks what it must have."""
    try:
        value = json.loads(data, object_hook=_of_a_feed)
    except (ValueError, RecursionError) as error:
        yield f"is no valid JSON ({error})"
        return
    if isinstance(value, dict) and str(value.get("version", "")).startswith(JSON_FEED):
        yield from _feed_faults(value)


def _of_a_feed(value: dict[str, Any]) -> dict[str, Any]:
    """What of an object is looked at; all of a large file would take several times its size."""
    return {key: value[key] for key in _LOOKED_AT if key in value}


_LOOKED_AT = ("version", "title", "items", "id", "content_html", "content_text")


def _feed_faults(feed: dict[str, Any]) -> Iterator[str]:
    yield from (f"the feed has no '{key}'" for key in ("title", "items") if key not in feed)
    for number, item in enumerate(feed.get("items", ()), 1):
        if not item.get("id"):
            yield f"its item {number} has no 'id'"
        if "content_html" not in item and "content_text" not in item:
            yield f"its item {number} has neither 'content_html' nor 'content_text'"


def linked_data_faults(block: str) -> Iterator[str]:
    """What is wrong with a page's block of JSON-LD."""
    try:
        value = json.loads(block)
    except (ValueError, RecursionError) as error:
        yield f"a block of JSON-LD is no valid JSON ({error})"
        return
    for thing in value if isinstance(value, list) else [value]:
        if not isinstance(thing, dict) or "@context" not in thing:
            yield "a block of JSON-LD has no '@context'"
        elif "@type" not in thing and "@graph" not in thing:
            yield "a block of JSON-LD has no '@type'"
