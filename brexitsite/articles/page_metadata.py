"""What a saved page says about itself: JSON-LD, then OpenGraph and other meta elements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bs4 import BeautifulSoup, Tag
from lxml.html import HtmlElement, tostring

from brexitsite.articles import bylines, linked_data, page_dates, page_titles
from brexitsite.articles.decode import mended
from brexitsite.articles.linked_data import Node
from brexitsite.articles.outlets import web_host
from brexitsite.articles.page_dates import Basis

DATE_NAMES = (
    "article:published_time og:article:published_time article.published datepublished date pubdate "
    "publishdate publish-date publication_date parsely-pub-date sailthru.date dc.date.issued "
    "dcterms.created dc.date dcterms.date article_date_original originalpublicationdate "
    "cxenseparse:recs:publishtime og:pubdate date.created"
).split()
"""Names of meta elements, in the order in which they are believed; so below."""
TITLE_NAMES = ("og:title", "parsely-title", "sailthru.title", "dc.title", "twitter:title")
AUTHOR_NAMES = ("author parsely-author sailthru.author dc.creator article:author article.author byl").split()
SITE_NAMES = ("og:site_name", "application-name")
ADDRESS_NAME = "og:url"
NAMES = frozenset((*DATE_NAMES, *TITLE_NAMES, *AUTHOR_NAMES, *SITE_NAMES, ADDRESS_NAME))
NAMING = ("property", "name", "itemprop")
STATING = (
    "//title[1]", "//link[@rel='canonical']", "//h1[position() < 4]", "//time[position() < 9]",
    "//script[@type='application/ld+json']", "//*[@itemprop='author'][not(self::meta)]",
)  # fmt: skip
"""Where else a page says something about itself: little is left to read, so that it is read fast."""
MOST_STATING, MOST_TIMES = 400, 20
LONGEST_CREDIT = 60


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
    """Read the metadata of a parsed page; `url` is where it was, if known."""
    soup = BeautifulSoup(_stating(tree), "lxml")
    meta, nodes = _meta(soup), linked_data.nodes(soup)
    url = url or next(_values(meta, (ADDRESS_NAME,)), None) or _link(soup)
    site = _site(nodes, meta)
    titles, headings = _titles(nodes, meta, soup, site, url), _headings(soup)
    agreed = page_titles.agreed(headings, titles)
    day, basis = page_dates.day(_stamps(nodes, meta), url, _times(soup), tree)
    return Metadata(
        title=next(iter((*agreed, *titles, *headings)), None),
        titles=tuple(dict.fromkeys((*agreed, *titles))),
        day=day,
        basis=basis,
        authors=_authors(nodes, meta, site) or tuple(_people(_marked_authors(soup), site)),
        site=site,
        url=url if web_host(url) else None,
        lang=_lang(tree),
    )


# --- the parts of a page ----------------------------------------------------------------------


def _stating(tree: HtmlElement) -> str:
    metas = [e for e in tree.iter("meta") if any((e.get(n) or "").strip().lower() in NAMES for n in NAMING)]
    found = metas[:MOST_STATING] + [e for path in STATING for e in tree.xpath(path)[:MOST_STATING]]
    return "".join(tostring(e, encoding="unicode", with_tail=False) for e in found)


def _meta(soup: BeautifulSoup) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for tag in soup.find_all("meta"):
        content = str(tag.get("content") or "").strip()
        for naming in NAMING:
            if content and tag.get(naming):
                found.setdefault(str(tag[naming]).lower().strip(), []).append(content)
    return found


def _values(meta: dict[str, list[str]], names: Iterable[str]) -> Iterator[str]:
    """Yield the first value of each name."""
    return (meta[name][0] for name in names if name in meta)


def _link(soup: BeautifulSoup) -> str | None:
    found = soup.find("link", rel="canonical")
    return str(found.get("href") or "") or None if isinstance(found, Tag) else None


def _lang(tree: HtmlElement) -> str:
    found = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", tree.get("lang") or "")
    return found[0].lower() if found else "en"


# --- site, title, time ------------------------------------------------------------------------


def _site(nodes: list[Node], meta: dict[str, list[str]]) -> str | None:
    named = next(_values(meta, SITE_NAMES), None)
    publishers = (n for node in nodes if linked_data.is_article(node) for n in _named(node, "publisher"))
    return mended(named or next(publishers, "")) or None


def _named(node: Node, key: str) -> Iterator[str]:
    return linked_data.texts(node.get(key))


def _titles(
    nodes: list[Node], meta: dict[str, list[str]], soup: BeautifulSoup, site: str | None, url: str | None
) -> list[str]:
    """Return the titles that a page states, without its site's name."""
    stated = [t for node in nodes if linked_data.is_article(node) for t in _named(node, "headline")][:1]
    stated += _values(meta, TITLE_NAMES)
    stated += [tag.get_text() for tag in soup.find_all("title")[:1]]
    return [words for t in stated if (words := page_titles.without_site(mended(t), site, url))]


def _headings(soup: BeautifulSoup) -> list[str]:
    return [words for tag in soup.find_all("h1") if (words := mended(tag.get_text(" ")))]


def _stamps(nodes: list[Node], meta: dict[str, list[str]]) -> Iterator[str]:
    for node in nodes:
        for name in ("datePublished", "dateCreated"):
            yield from _named(node, name)
    for name in DATE_NAMES:
        yield from meta.get(name, ())


def _times(soup: BeautifulSoup) -> Iterator[str]:
    return (str(t.get("datetime") or t.get_text()) for t in soup.find_all("time")[:MOST_TIMES])


# --- authors ------------------------------------------------------------------------------------


def _authors(nodes: list[Node], meta: dict[str, list[str]], site: str | None) -> tuple[str, ...]:
    """Return those whom the page's JSON-LD credits, else the people whom its meta elements name."""
    credited = ([*_people(_named(node, "author"), site), *_signing(node)] for node in nodes)
    named = (_people((t for t in meta.get(name, ()) if "/" not in t), site) for name in AUTHOR_NAMES)
    return tuple(dict.fromkeys(next(filter(None, (*credited, *named)), [])))


def _marked_authors(soup: BeautifulSoup) -> Iterator[str]:
    """Yield what microdata marks as the author: its name, if that is marked, too."""
    for tag in soup.find_all(itemprop="author")[:MOST_TIMES]:
        name = tag.find(itemprop="name")
        yield (name if isinstance(name, Tag) else tag).get_text(" ")


def _people(texts: Iterable[str], site: str | None) -> list[str]:
    names = (name for text in texts for name in bylines.people(mended(text)))
    return [n for n in names if not site or page_titles.key(n) != page_titles.key(site)]


def _signing(node: Node) -> Iterator[str]:
    """Yield who else signs an article in its JSON-LD: an organisation that it calls one, an agency's desk."""
    author = node.get("author")
    yield from (name for n in linked_data.organisations(author) if len(name := mended(n)) <= LONGEST_CREDIT)
    yield from (desk for text in linked_data.texts(author) for desk in bylines.agency_desks(mended(text)))
