"""Every payload in every slot: shown as words, and live nowhere."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlsplit

import html5lib
from lxml import etree

from brexitsite.store import articles
from brexitsite.store.signs import visible
from tests.hostile.slots import ARTICLES, SHOWN_WHOLE, canary

from .conftest import Built

LINKS = ("href", "src", "action", "formaction", "cite", "poster", "data", "srcset", "ping", "xlink:href")
SCHEMES = {"", "http", "https", "mailto"}
SHOWN = {"name", "property", "http-equiv", "rel", "type", "id", "class"}
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}
Shape = tuple[str, str]


def shapes(markup: bytes | str) -> Iterator[Shape]:
    """Every element with every attribute of it, as a browser builds them."""
    for element in html5lib.parse(markup, namespaceHTMLElements=False).iter():
        if isinstance(element.tag, str):
            yield element.tag, ""
            yield from ((element.tag, str(name)) for name in element.attrib)


def parsed(page: bytes) -> etree._Element:
    return etree.fromstring(page, etree.HTMLParser(encoding="utf-8"))


def quick_shapes(page: bytes) -> set[Shape]:
    """The same for many pages: what lxml builds, without its comments."""
    elements = [e for e in parsed(page).iter() if isinstance(e.tag, str)]
    return {(e.tag, str(name)) for e in elements for name in (*e.attrib, "")}


def feed_markup(feed: bytes) -> Iterator[str]:
    """Every text of a feed that some reader shows as HTML."""
    for element in etree.fromstring(feed).iter():
        name = etree.QName(element).localname
        if name in ("title", "subtitle", "summary", "content", "description", "encoded") and element.text:
            yield element.text


def words_on(page: bytes) -> str:
    """The visible words of a page."""
    return " ".join("".join(parsed(page).itertext()).split())


def as_read(payload: str) -> str:
    """A payload as one line of Unicode, without signs that nobody sees; 9B is a mark of Windows-1252."""
    shown = visible(re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", payload).replace("\x9b", "›"))
    return " ".join(unicodedata.normalize("NFC", shown).split())


def as_saved(payload: str) -> set[str]:
    """A payload as a page holds it: NUL is shown as �, no terminal listens; escaped once or twice."""
    shown = visible(payload.replace("\0", "\ufffd"))
    told = " ".join(unicodedata.normalize("NFC", shown).split())
    return {told, unescape(told)}


def allowed(peaceful: Built) -> set[Shape]:
    pages = peaceful.files(".html").values()
    of_browsers, of_long_quotations = ("tbody", ""), ("a", "data-moved")
    return {shape for page in pages for shape in quick_shapes(page)} | {of_browsers, of_long_quotations}


def test_every_article_is_published_or_named(attacked: Built, payloads: list[str]) -> None:
    assert attacked.status in (0, 3), attacked.said
    refused = re.findall(r"quarantined: ([\w-]+)/\d+\.", attacked.said)
    assert set(refused) <= {"page-body", "page-head"}, "only a page can hide its own text"
    pages = b"\n".join(attacked.files("index.html").values()).decode()
    shown = sum(f"{canary(slot, n)} " in pages for slot in ARTICLES for n in range(len(payloads)))
    stored = attacked.root / "content" / "articles"
    copies = sum(len(articles.read(path).also_in) for path in articles.scan(stored))
    withdrawn = len(payloads)
    assert shown + len(refused) + copies + withdrawn >= len(ARTICLES) * len(payloads)


def test_no_page_has_an_element_or_attribute_that_harmless_words_do_not_make(
    attacked: Built, peaceful: Built
) -> None:
    known = allowed(peaceful)
    strange = {
        (path, shape)
        for path, page in attacked.files(".html").items()
        for shape in quick_shapes(page) - known
    }
    assert not strange


def test_browsers_build_nothing_else_either(attacked: Built, peaceful: Built) -> None:
    known = allowed(peaceful)
    pages = attacked.files("index.html")
    some = [page for path, page in pages.items() if path.startswith("2031/05/0") or path.count("/") < 2]
    assert len(some) > 200
    assert {shape for page in some[::3] for shape in shapes(page)} <= known


def test_links_lead_to_pages_and_mail_alone(attacked: Built) -> None:
    for path, page in attacked.files(".html").items():
        for element in parsed(page).iter(etree.Element):
            for name in LINKS:
                address = element.get(name, "")
                assert urlsplit(address).scheme in SCHEMES, (path, address)
                assert not re.search(r"[\x00-\x20\x7f-\xa0]", address), (path, address)


def test_nothing_is_inline_and_nothing_is_loaded_from_elsewhere(attacked: Built) -> None:
    for path, page in attacked.files(".html").items():
        for element in parsed(page).iter("script", "img", "iframe", "link"):
            if element.tag == "script" and element.get("type") == "application/ld+json":
                json.loads(element.text)
            elif element.tag != "link" or element.get("rel") in ("stylesheet", "icon"):
                assert not urlsplit(element.get("src") or element.get("href")).netloc, path


def test_feeds_hold_plain_structure_alone(attacked: Built) -> None:
    known = {"html", "head", "body", "p", "a", "ul", "li", "blockquote"}
    for path, feed in attacked.files(".atom", ".rss").items():
        for text in feed_markup(feed):
            found = set(shapes(text))
            assert {element for element, _ in found} <= known, (path, text[:200])
            assert {name for _, name in found} <= {"", "href"}, (path, text[:200])


def test_what_is_text_stands_there_as_it_is(attacked: Built, payloads: list[str]) -> None:
    pages = [words_on(page) for path, page in attacked.files(".html").items() if path.startswith("2031/05/0")]
    for slot in SHOWN_WHOLE:
        for number, payload in enumerate(payloads):
            here = [page for page in pages if f"{canary(slot, number)} " in page]
            told = as_saved(payload) if slot == "escaped" else {as_read(payload)}
            assert not here or any(words in page for page in here for words in told), (slot, payload)


def test_nobody_sees_signs_that_nobody_sees(attacked: Built) -> None:
    for path, text in attacked.files(".html", ".atom", ".rss", ".json", ".csv", ".opml", ".xml").items():
        odd = {c for c in text.decode() if unicodedata.category(c) in UNSEEN} - set("\n\r\t")
        assert not odd, (path, odd)


def test_a_spreadsheet_is_given_no_formula(attacked: Built) -> None:
    rows = csv.DictReader(io.StringIO(attacked.files("quotations.csv")["data/quotations.csv"].decode()))
    cells = [cell for row in rows for cell in row.values()]
    assert len(cells) > 1000
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_the_data_files_agree(attacked: Built) -> None:
    rows = json.loads(attacked.files("quotations.json")["data/quotations.json"])
    with sqlite3.connect(attacked.site / "data" / "digest.sqlite") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        texts = [text for (text,) in database.execute("SELECT text FROM quotations")]
    database.close()
    assert texts == [row["text"] for row in rows]


def test_nothing_is_written_elsewhere(attacked: Built) -> None:
    made = {"raw", "articles", ".releases", ".cache"}
    assert not [path for path in attacked.root.rglob("kettle*") if made.isdisjoint(path.parts)]
    names = {path.name for path in attacked.root.iterdir()}
    assert names == {".cache", ".releases", "content", "output", "pelicanconf.py", "theme"}


def test_the_terminal_is_told_words_alone(attacked: Built) -> None:
    assert attacked.said.isprintable() or not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", attacked.said)
