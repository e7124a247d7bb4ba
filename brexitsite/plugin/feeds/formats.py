"""A feed as Atom 1.0 (RFC 4287), RSS 2.0 and JSON Feed 1.1."""

from __future__ import annotations

import json
from datetime import datetime
from email.utils import format_datetime
from html import unescape
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from brexitsite.plugin.feeds.model import Feed, Item, clean

DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'


def _xml(text: str) -> str:
    return escape(clean(text))


def _attribute(text: str) -> str:
    return quoteattr(clean(text))


def _element(name: str, text: str | None) -> str:
    return f"<{name}>{_xml(text)}</{name}>\n" if text else ""


def _shown(name: str, text: str, attributes: str = "") -> str:
    """An element whose text many readers show as HTML, whatever the format says: it is HTML.

    >>> _shown("title", "M&S"), _shown("title", "<b> &amp;")
    ('<title>M&amp;S</title>\\n', '<title>&amp;lt;b&gt; &amp;amp;amp;</title>\\n')
    """
    safe = text if unescape(text) == text else text.replace("&", "&amp;")
    return f"<{name}{attributes}>{_xml(safe.replace('<', '&lt;'))}</{name}>\n" if text else ""


_HTML = ' type="html"'


def _iso(when: datetime) -> str:
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")


# --- Atom ---------------------------------------------------------------------------------


def atom(feed: Feed) -> bytes:
    head = [
        f'{DECLARATION}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={_attribute(feed.language)}>\n',
        _element("id", feed.id),
        _shown("title", feed.title, _HTML),
        _shown("subtitle", feed.description, _HTML),
        _element("updated", _iso(feed.updated)),
        f"<author><name>{_xml(feed.publisher)}</name></author>\n",
        f'<link rel="self" type="application/atom+xml" href={_attribute(feed.address("atom"))}/>\n',
        f'<link rel="alternate" type="text/html" href={_attribute(feed.home)}/>\n',
    ]
    return "".join([*head, *map(_atom_entry, feed.items), "</feed>\n"]).encode()


def _atom_entry(item: Item) -> str:
    authors = "".join(f"<author><name>{_xml(name)}</name></author>\n" for name in item.authors)
    tags = "".join(f"<category term={_attribute(tag)}/>\n" for tag in item.tags)
    via = f'<link rel="via" href={_attribute(item.source_url)}/>\n' if item.source_url else ""
    return (
        f"<entry>\n{_element('id', item.id)}{_shown('title', item.title, _HTML)}"
        f'<link rel="alternate" type="text/html" href={_attribute(item.url)}/>\n{via}'
        f"{_element('published', _iso(item.published))}{_element('updated', _iso(item.updated))}"
        f"{authors}{tags}{_shown('summary', item.summary, _HTML)}"
        f'<content type="html">{_xml(item.html)}</content>\n</entry>\n'
    )


# --- RSS ----------------------------------------------------------------------------------


def rss(feed: Feed) -> bytes:
    spaces = (
        'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    )
    head = [
        f'{DECLARATION}<rss version="2.0" {spaces}>\n<channel>\n',
        _shown("title", feed.title),
        _element("link", feed.home),
        _shown("description", feed.description),
        _element("language", feed.language),
        _element("lastBuildDate", format_datetime(feed.updated)),
        f'<atom:link rel="self" type="application/rss+xml" href={_attribute(feed.address("rss"))}/>\n',
    ]
    return "".join([*head, *map(_rss_item, feed.items), "</channel>\n</rss>\n"]).encode()


def _rss_item(item: Item) -> str:
    creators = "".join(_element("dc:creator", name) for name in item.authors)
    tags = "".join(_element("category", tag) for tag in item.tags)
    return (
        f"<item>\n{_shown('title', item.title)}{_element('link', item.url)}"
        f'<guid isPermaLink="false">{_xml(item.id)}</guid>\n'
        f"{_element('pubDate', format_datetime(item.published))}{creators}{tags}"
        f"{_shown('description', item.summary)}{_element('content:encoded', item.html)}</item>\n"
    )


# --- JSON Feed ----------------------------------------------------------------------------


def json_feed(feed: Feed) -> bytes:
    whole = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.address("json"),
        "description": feed.description,
        "language": feed.language,
        "authors": [{"name": feed.publisher, "url": feed.site}],
        "items": [_json_item(item) for item in feed.items],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _json_item(item: Item) -> dict[str, Any]:
    entry = {
        "id": item.id,
        "url": item.url,
        "external_url": item.source_url,
        "title": clean(item.title),
        "summary": clean(item.summary),
        "content_html": clean(item.html),
        "date_published": _iso(item.published),
        "date_modified": _iso(item.updated),
        "authors": [{"name": clean(name)} for name in item.authors],
        "tags": [clean(tag) for tag in item.tags],
    }
    return {key: value for key, value in entry.items() if value}


FORMATS = {"atom": atom, "rss": rss, "json": json_feed}


# --- OPML ---------------------------------------------------------------------------------


def opml(title: str, groups: list[tuple[str, list[tuple[str, str, str]]]]) -> bytes:
    """A list of feeds: groups of (title, absolute address of the RSS feed, of its page)."""
    body = "".join(_opml_group(name, feeds) for name, feeds in groups if feeds)
    head = f"<head>{_element('title', title).strip()}</head>"
    return f'{DECLARATION}<opml version="2.0">\n{head}\n<body>\n{body}</body>\n</opml>\n'.encode()


def _opml_group(name: str, feeds: list[tuple[str, str, str]]) -> str:
    rows = "".join(
        f'<outline type="rss" text={_attribute(title)} title={_attribute(title)} '
        f"xmlUrl={_attribute(url)} htmlUrl={_attribute(page)}/>\n"
        for title, url, page in feeds
    )
    return f"<outline text={_attribute(name)} title={_attribute(name)}>\n{rows}</outline>\n"
