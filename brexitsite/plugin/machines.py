"""Files for search engines and web servers: sitemap, robots.txt, headers."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from brexitsite.plugin import addresses, frames
from brexitsite.plugin.edition import Edition
from brexitsite.plugin.pages import period, subject
from brexitsite.plugin.pages.article import form
from brexitsite.plugin.unit import File, Unit

SITEMAP_SIZE = 40_000
"""Addresses in one file; the protocol allows 50,000."""

HEADERS = """\
/*
  Content-Security-Policy: {policy}; frame-ancestors 'none'
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=(), interest-cohort=()
  Cross-Origin-Opener-Policy: same-origin
/feeds/*.atom
  Content-Type: application/atom+xml; charset=utf-8
/feeds/*.rss
  Content-Type: application/rss+xml; charset=utf-8
/feeds/*.json
  Content-Type: application/feed+json; charset=utf-8
/feeds/*.opml
  Content-Type: text/x-opml; charset=utf-8
/data/*
  Access-Control-Allow-Origin: *
"""
"""_headers as Netlify and Cloudflare Pages read it; docs/deploy.md has the same for nginx.

Hosts differ where two rules give one header, so its policy is that of the search page for all; the
policy in every other page takes WebAssembly back.
"""


def units(edition: Edition) -> Iterator[Unit]:
    """Sitemap, robots.txt and headers."""
    listed = sorted(_addresses(edition))
    yield Unit("sitemap", (listed,), (), lambda: list(_sitemaps(edition, listed)))
    yield Unit("robots", (), (), lambda: [_robots(edition)])
    yield Unit("headers", (), (), lambda: [_headers()])


def _addresses(edition: Edition) -> Iterator[str]:
    """Every page that is ours to be found: no full texts of other outlets."""
    yield from (addresses.FRONT, addresses.PEOPLE, addresses.TOPICS, addresses.OUTLETS)
    yield from (addresses.DATA, addresses.FEEDS, addresses.CORRECTIONS)
    yield from (text for text in edition.sources.texts if text != addresses.CORRECTIONS)
    yield from (addresses.actor(slug) for slug in edition.people)
    yield from (s.address for s in (*subject.topics(edition), *subject.outlets(edition)))
    calendar = period.calendar_of(edition)
    yield from (p.address for p in (*calendar.days, *calendar.months, *calendar.years))
    for article in edition.articles:
        if form(article) != "full":
            yield article.address
        yield from (addresses.quotation(a.id) for a in edition.of_article(article))


def _sitemaps(edition: Edition, listed: list[str]) -> Iterator[File]:
    """One sitemap, or an index of several, without any time of building."""
    chunks = [listed[n : n + SITEMAP_SIZE] for n in range(0, len(listed), SITEMAP_SIZE)]
    if len(chunks) == 1:
        yield File("sitemap.xml", _urls(edition, "urlset", "url", listed))
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(chunks) + 1)]
    yield File("sitemap.xml", _urls(edition, "sitemapindex", "sitemap", names))
    for name, chunk in zip(names, chunks, strict=True):
        yield File(name, _urls(edition, "urlset", "url", chunk))


def _urls(edition: Edition, root: str, element: str, listed: list[str]) -> bytes:
    site = edition.site.url
    entries = "".join(f"<{element}><loc>{escape(f'{site}/{at}')}</loc></{element}>\n" for at in listed)
    namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<{root} xmlns="{namespace}">\n{entries}</{root}>\n'.encode()
    )


def _robots(edition: Edition) -> File:
    return File(
        "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {edition.site.url}/sitemap.xml\n".encode()
    )


def _headers() -> File:
    text = HEADERS.format(policy=frames.policy(search=True))
    return File("_headers", text.encode())
