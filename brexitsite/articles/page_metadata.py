"""What a saved page says about itself: JSON-LD, then OpenGraph and other meta elements, microdata,
address, <time>, at last htmldate. Years before 1990 are "unknown"."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal, TypeAlias

from bs4 import BeautifulSoup, Tag
from htmldate import find_date
from lxml.html import HtmlElement, tostring

from brexitsite.articles import bylines
from brexitsite.articles.decode import mended
from brexitsite.articles.outlets import web_host
from brexitsite.articles.printed_dates import EARLIEST, LATEST, possible, printed

Basis: TypeAlias = Literal["metadata", "url", "stated"]
Json: TypeAlias = Any

DEEPEST = 12
MOST_NODES = 2_000
"""Bounds of what is read of a page's JSON-LD."""
ARTICLE_TYPES = ("article", "newsarticle", "reportagenewsarticle", "blogposting", "opinionnewsarticle", "review",
                 "analysisnewsarticle", "liveblogposting", "socialmediaposting", "report", "techarticle")  # fmt: skip
PAGE_TYPES = ("webpage", "itempage")
STATING = (
    "//meta", "//title[1]", "//link[@rel='canonical']", "//h1[position() < 4]", "//time[position() < 9]",
    "//script[@type='application/ld+json']",
)  # fmt: skip
"""Where a page says something about itself: little is left to read, so that it is read fast."""
MOST_STATING = 400
DATE_NAMES = ("article:published_time", "og:article:published_time", "article.published", "datepublished", "date",
              "pubdate", "publishdate", "publish-date", "publication_date", "parsely-pub-date", "sailthru.date",
              "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "article_date_original",
              "originalpublicationdate", "cxenseparse:recs:publishtime", "og:pubdate", "date.created")  # fmt: skip
TITLE_NAMES = ("og:title", "parsely-title", "sailthru.title", "dc.title", "twitter:title")
AUTHOR_NAMES = (
    "author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "article:author",
    "article.author",
    "byl",
)
ADDRESS_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?!\d)|/((?:19|20)\d\d)(\d\d)(\d\d)(?=\d*[/-])",
    re.I,
)
STAMP_DAY = re.compile(r"\s*((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page states; an unknown is None or empty."""

    title: str | None = None
    titles: tuple[str, ...] = ()
    """Every wording of the title, by which its copies in the body are known."""
    day: date | None = None
    basis: Basis = "metadata"
    authors: tuple[str, ...] = ()
    site: str | None = None
    url: str | None = None
    lang: str = "en"


def read(tree: HtmlElement, url: str | None) -> Metadata:
    """Read the metadata of a parsed page."""
    soup = BeautifulSoup(_stating(tree), "lxml")
    meta = _meta(soup)
    nodes = sorted(_nodes(soup), key=_rank)
    url = url or _first(meta, "og:url") or _link(soup)
    site = _site(nodes, meta, url)
    title, titles = _title(nodes, meta, soup, site, url)
    day, basis = _day(nodes, meta, soup, url, tree)
    return Metadata(
        title=title,
        titles=titles,
        day=day,
        basis=basis,
        authors=_authors(nodes, meta, site),
        site=site,
        url=url if web_host(url) else None,
        lang=_lang(tree),
    )


# --- the parts of a page ----------------------------------------------------------------------


def _stating(tree: HtmlElement) -> str:
    found = [e for path in STATING for e in tree.xpath(path)[:MOST_STATING]]
    return "".join(tostring(e, encoding="unicode", with_tail=False) for e in found)


def _meta(soup: BeautifulSoup) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for tag in soup.find_all("meta"):
        content = str(tag.get("content") or "").strip()
        for key in ("property", "name", "itemprop"):
            if content and tag.get(key):
                found.setdefault(str(tag[key]).lower().strip(), []).append(content)
    return found


def _first(meta: dict[str, list[str]], *names: str) -> str | None:
    return next((meta[n][0] for n in names if n in meta), None)


def _link(soup: BeautifulSoup) -> str | None:
    found = soup.find("link", rel="canonical")
    return str(found.get("href") or "") or None if isinstance(found, Tag) else None


def _lang(tree: HtmlElement) -> str:
    found = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", tree.get("lang") or "")
    return found[0].lower() if found else "en"


def _nodes(soup: BeautifulSoup) -> Iterator[dict[str, Json]]:
    """Yield the JSON-LD nodes that are an article or a page."""
    seen = 0
    for script in soup.find_all("script", type="application/ld+json"):
        for node in _walk(_loaded(script.get_text()), 0):
            seen += 1
            if seen > MOST_NODES:
                return
            if _types(node) & {*ARTICLE_TYPES, *PAGE_TYPES}:
                yield node


def _loaded(text: str) -> Json:
    """Parse a script's JSON as browsers' readers do: comments around it and line breaks in strings forgiven."""
    text = re.sub(
        r"^\s*(?:<!--|/\*<!\[CDATA\[\*/|//<!\[CDATA\[)|(?:-->|/\*\]\]>\*/|//\]\]>)\s*;?\s*$", "", text
    )
    try:
        return json.loads(text.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _walk(value: Json, depth: int) -> Iterator[dict[str, Json]]:
    if depth > DEEPEST:
        return
    if isinstance(value, dict):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for part in inner:
        if isinstance(part, dict | list):
            yield from _walk(part, depth + 1)


def _types(node: dict[str, Json]) -> set[str]:
    types = node.get("@type")
    return {
        t.lower().rsplit("/", 1)[-1]
        for t in (types if isinstance(types, list) else [types])
        if isinstance(t, str)
    }


def _rank(node: dict[str, Json]) -> int:
    return 0 if _types(node) & set(ARTICLE_TYPES) else 1


def _texts(value: Json) -> Iterator[str]:
    """Yield the names in a JSON-LD value: words, a thing with a name, or a list of those."""
    for part in value if isinstance(value, list) else [value]:
        if isinstance(part, str):
            yield part
        elif isinstance(part, dict):
            yield from _texts(part.get("name"))


# --- site and title -----------------------------------------------------------------------------


def _site(nodes: list[dict[str, Json]], meta: dict[str, list[str]], url: str | None) -> str | None:
    named = _first(meta, "og:site_name", "application-name")
    publishers = (n for node in nodes if not _rank(node) for n in _texts(node.get("publisher")))
    return mended(named or next(publishers, "")) or None


def _title(
    nodes: list[dict[str, Json]],
    meta: dict[str, list[str]],
    soup: BeautifulSoup,
    site: str | None,
    url: str | None,
) -> tuple[str | None, tuple[str, ...]]:
    """Choose the page's heading where a stated title agrees with it, else the first title that is stated."""
    stated = [t for node in nodes if not _rank(node) for t in _texts(node.get("headline"))][:1]
    stated += [v for n in TITLE_NAMES for v in meta.get(n, ())[:1]]
    stated += [t.get_text() for t in soup.find_all("title")[:1]]
    candidates = [w for t in stated if (w := without_site(mended(t), site, url))]
    headings = [h for tag in soup.find_all("h1") if (h := mended(tag.get_text(" ")))]
    agreed = [h for h in headings if any(_agree(h, c) for c in candidates)]
    title = next(iter((*agreed, *candidates, *headings)), None)
    return title, tuple(dict.fromkeys((*agreed, *candidates)))


def _agree(heading: str, title: str) -> bool:
    """Are these one headline, but for punctuation and what one of them leaves out at the end?"""
    a, b = (re.sub(r"[\W_]+", "", t.lower()) for t in (heading, title))
    if not a or not b:
        return False
    parted = title.startswith(heading) and SEPARATOR.match(title, len(heading))
    return a == b or bool(parted) or (len(a) > 15 and b.startswith(a)) or (len(b) > 15 and a.startswith(b))


SEPARATOR = re.compile(r"\s+[|•·»«‹›:–—-]+\s+|\s*[|»]\s*|:\s+")


def without_site(title: str, site: str | None, url: str | None) -> str:
    """Take a site's name off a title's end or beginning, only if it is the site's name.

    >>> without_site("Talks - and more - The Daily Example", "Daily Example", None)
    'Talks - and more'
    >>> without_site("Brexit | A guide", None, "https://www.example.com/a")
    'Brexit | A guide'
    """
    for cut in list(SEPARATOR.finditer(title))[::-1][:6]:
        if _is_site(title[cut.end() :], site, url):
            return without_site(title[: cut.start()].strip(), site, url)
    first = SEPARATOR.search(title)
    return title[first.end() :] if first and _is_site(title[: first.start()], site, url) else title


def _is_site(words: str, site: str | None, url: str | None) -> bool:
    key = _key(words)
    host = (web_host(url) or "").removeprefix("www.")
    names = {_key(site or ""), _key(host), *(_key(part) for part in host.split(".")[:-1] if len(part) > 2)}
    return bool(key) and key in names - {""}


def _key(words: str) -> str:
    return re.sub(r"[\W_]+", "", re.sub(r"\.com?(\.uk)?$", "", words.lower().strip())).removeprefix("the")


# --- authors ------------------------------------------------------------------------------------


def _authors(nodes: list[dict[str, Json]], meta: dict[str, list[str]], site: str | None) -> tuple[str, ...]:
    for node in nodes:
        names = [n for text in _texts(node.get("author")) for n in bylines.people(mended(text))]
        if names:
            return _not_site(names, site)
    for key in AUTHOR_NAMES:
        names = [n for text in meta.get(key, ()) if "/" not in text for n in bylines.people(mended(text))]
        if names:
            return _not_site(names, site)
    return ()


def _not_site(names: list[str], site: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(n for n in names if not site or _key(n) != _key(site)))


# --- the day ------------------------------------------------------------------------------------


def _day(
    nodes: list[dict[str, Json]],
    meta: dict[str, list[str]],
    soup: BeautifulSoup,
    url: str | None,
    tree: HtmlElement,
) -> tuple[date | None, Basis]:
    addressed = address_day(url)
    stamps = [s for node in nodes for key in ("datePublished", "dateCreated") for s in _texts(node.get(key))]
    stamps += [v for n in DATE_NAMES for v in meta.get(n, ())]
    stated = next((d for s in stamps if (d := stamp_day(s))), None)
    if stated:
        return (addressed, "url") if addressed == stated - timedelta(days=1) else (stated, "metadata")
    if addressed:
        return addressed, "url"
    times = (stamp_day(str(t.get("datetime") or t.get_text())) for t in soup.find_all("time")[:20])
    return next((d for d in times if d), None) or _found(tree), "stated"


def _found(tree: HtmlElement) -> date | None:
    """Ask htmldate, for a page that no element dates."""
    try:
        text = find_date(
            tree,
            original_date=True,
            min_date=EARLIEST.isoformat(),
            max_date=LATEST.isoformat(),
        )
    except Exception:
        return None
    return stamp_day(text) if text else None


def stamp_day(text: str) -> date | None:
    """Return the local day of a time stamp, or of a date as printed.

    >>> stamp_day("2019-04-03T23:59:00+01:00").isoformat(), stamp_day("0001-01-01T00:00:00")
    ('2019-04-03', None)
    """
    found = STAMP_DAY.match(text)
    if found:
        return possible(int(found[1]), int(found[2]), int(found[3]))
    return next((p.day for p in printed(text[:100])), None)


SHORT_MONTHS = {m: n for n, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}


def address_day(url: str | None) -> date | None:
    """Return the day in an address such as /2019/04/03/, /2019-04-03- or /20190403-."""
    for found in ADDRESS_DAY.finditer(url or ""):
        year, month, day = found.groups()[:3] if found[1] else found.groups()[3:]
        number = SHORT_MONTHS.get(month.lower()) or (int(month) if month.isdigit() else 0)
        known = possible(int(year), number, int(day))
        if known:
            return known
    return None
