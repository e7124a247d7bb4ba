"""Feeds hold to what their formats and their readers expect, and no subscriber misses anything."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import feedparser
import pytest
from lxml import etree

from brexitsite.model import Article, Dated
from brexitsite.plugin.feeds import catalogue
from brexitsite.store import articles, ledger

from .conftest import Digest

EXPECTED = {
    "site", "days", "corrections",
    "topics/floods", "topics/tolls",
    "outlets/ferry-post", "outlets/harrow-mail",
    "people/mara-quill", "people/tobias-fenn", "people/harrow-ferry-company",
}  # fmt: skip
HOST = "https://bridge.example/papers/"


@pytest.fixture(scope="session")
def feeds(built: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in built.items() if re.search(r"^feeds/.*\.(atom|rss|json)$", name)}


class Addresses(HTMLParser):
    """Every address in some HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attributes if name in ("href", "src", "cite")]


def articles_of(digest: Digest) -> list[Article]:
    return [articles.read(path) for path in articles.scan(digest.content / "articles")]


def silent(digest: Digest) -> Article:
    """An article to make others from: quotations could not have their ids twice."""
    return replace(articles_of(digest)[0], quotations=(), mentions=())


def add(digest: Digest, article: Article) -> None:
    articles.write(article, digest.content / "articles")
    book = ledger.load(digest.content / "ledger.csv")
    book.place(article.raw, article.address, article.added)
    ledger.save(book, digest.content / "ledger.csv")


def texts(feed: bytes, path: str) -> list[str | None]:
    return [element.text for element in etree.fromstring(feed).findall(path)]


def ids(feed: str) -> list[str]:
    return [str(entry.id) for entry in feedparser.parse(feed).entries]


def items(feed: str) -> list[dict[str, object]]:
    return list(json.loads(feed)["items"])


def test_every_feed_is_there_in_three_formats(feeds: dict[str, str]) -> None:
    assert set(feeds) == {f"feeds/{stem}.{end}" for stem in EXPECTED for end in ("atom", "rss", "json")}


def test_atom_and_rss_are_read_without_complaint(feeds: dict[str, str]) -> None:
    for name, text in feeds.items():
        if not name.endswith(".json"):
            parsed = feedparser.parse(text)
            assert not parsed.bozo, name
            assert parsed.version == ("atom10" if name.endswith(".atom") else "rss20")


def test_json_feeds_have_what_version_1_1_requires(feeds: dict[str, str]) -> None:
    for name, text in feeds.items():
        if name.endswith(".json"):
            feed = json.loads(text)
            assert feed["version"] == "https://jsonfeed.org/version/1.1"
            assert feed["title"]
            assert feed["feed_url"] == HOST + name
            for item in feed["items"]:
                assert item["id"]
                assert item["content_html"]
                assert item["url"].startswith(HOST)


def test_the_three_formats_have_the_same_items(feeds: dict[str, str]) -> None:
    for stem in EXPECTED:
        atom, rss = ids(feeds[f"feeds/{stem}.atom"]), ids(feeds[f"feeds/{stem}.rss"])
        assert atom == rss == [item["id"] for item in items(feeds[f"feeds/{stem}.json"])]


def test_ids_are_unique_and_no_addresses(feeds: dict[str, str]) -> None:
    for stem in EXPECTED:
        found = ids(feeds[f"feeds/{stem}.atom"])
        assert len(set(found)) == len(found)
        assert all(id.startswith("urn:uuid:") for id in found)
        assert feeds[f"feeds/{stem}.rss"].count("<guid") == len(found)
        assert feeds[f"feeds/{stem}.rss"].count('isPermaLink="false"') == len(found)


def test_every_link_is_absolute(feeds: dict[str, str]) -> None:
    for name, text in feeds.items():
        if name.endswith(".json"):
            for item in items(text):
                found = Addresses(str(item["content_html"])).found
                assert found or "corrections" in name
                assert all(address.startswith("https://") for address in found), name


def test_each_feed_tells_its_own_address_and_its_page(feeds: dict[str, str]) -> None:
    for name, text in feeds.items():
        if name.endswith(".json"):
            continue
        links = {link["rel"]: link["href"] for link in feedparser.parse(text).feed.links}
        assert links["self"] == HOST + name
        assert links["alternate"].startswith(HOST)


def test_titles_are_escaped_as_each_format_demands(second: Digest) -> None:
    title = "Tea & toast <b>at</b> “the Ferry”"
    add(second, replace(silent(second), title=title, slug="tea", raw="tea.txt"))
    built = {name: data for name, data in second.clean().items() if name.startswith("feeds/site.")}
    assert title in [item["title"] for item in items(built["feeds/site.json"].decode())]
    as_html = title.replace("<", "&lt;")
    assert as_html in texts(built["feeds/site.atom"], ".//{*}entry/{*}title[@type='html']")
    assert as_html in texts(built["feeds/site.rss"], ".//item/title"), "readers take RSS titles for HTML"


def test_a_batch_of_old_articles_comes_out_whole_and_first(second: Digest) -> None:
    last = max(article.added for article in articles_of(second))
    old = replace(silent(second), dated=Dated(date(2029, 1, 1), "stated"), added=last)
    batch = [replace(old, slug=f"old-{n}", raw=f"old/{n}.txt") for n in range(catalogue.LEAST * 2)]
    known = set(ids(second.clean()["feeds/site.atom"].decode()))
    for article in batch:
        add(second, article)
    found = ids(second.clean()["feeds/site.atom"].decode())
    assert len(found) == len(set(found))
    assert len(set(found) - known) == len(batch)
    assert known.isdisjoint(found[: len(batch)])


def test_items_keep_their_ids_when_the_site_and_its_articles_move(second: Digest) -> None:
    before = second.clean()["feeds/site.atom"].decode()
    site = second.content / "site.toml"
    site.write_text(site.read_text().replace("bridge.example/papers", "elsewhere.example"))
    article = next(a for a in articles_of(second) if a.slug == "queue-at-the-landing-stage")
    old = articles.path_of(article, second.content / "articles")
    old.unlink()
    old.with_suffix(".json").unlink()
    add(second, replace(article, slug="queue"))
    after = second.clean()["feeds/site.atom"].decode()
    assert "elsewhere.example/2031/05/03/queue/" in after
    assert sorted(ids(before)) == sorted(ids(after))


def test_several_quotations_from_one_article_are_one_item(feeds: dict[str, str]) -> None:
    said = items(feeds["feeds/people/tobias-fenn.json"])
    assert len(said) == 2
    assert all(str(item["content_html"]).count("<blockquote>") == 2 for item in said[1:])


def test_the_same_words_from_several_papers_come_once(feeds: dict[str, str]) -> None:
    said = "".join(str(item["content_html"]) for item in items(feeds["feeds/people/mara-quill.json"]))
    assert said.count("The piers are sound") == 1


def test_the_digest_of_days_has_one_item_a_day(feeds: dict[str, str]) -> None:
    titles = [str(item["title"]) for item in items(feeds["feeds/days.json"])]
    assert len(titles) == len(set(titles))
    assert "Friday, 2 May 2031: 1 article" in titles


def test_a_correction_updates_its_item_and_names_both_speakers(second: Digest) -> None:
    stem = "feeds/people/tobias-fenn.json"
    before = {item["id"]: item for item in items(second.clean()[stem].decode())}
    article = next(a for a in articles_of(second) if a.slug == "queue-at-the-landing-stage")
    corrected = tuple(
        replace(q, corrected=date(2031, 7, 1), was="Odo Brand", because="Misread.")
        if q.id == "br000006"
        else q
        for q in article.quotations
    )
    add(second, replace(article, quotations=corrected))
    built = second.clean()
    changed = [i for i in items(built[stem].decode()) if before[i["id"]] != i]
    assert [item["date_modified"] for item in changed] == ["2031-07-01T00:00:00Z"]
    assert "from Odo Brand to Tobias Fenn" in str(changed[0]["content_html"])
    listed = [str(item["summary"]) for item in items(built["feeds/corrections.json"].decode())]
    assert any("from Odo Brand to Tobias Fenn: Misread" in told for told in listed)


def test_the_opml_lists_every_feed_once(built: dict[str, str]) -> None:
    outlines = etree.fromstring(built["feeds/all.opml"].encode()).findall(".//outline[@xmlUrl]")
    assert sorted(o.get("xmlUrl") for o in outlines) == sorted(f"{HOST}feeds/{stem}.rss" for stem in EXPECTED)


def test_every_page_names_its_own_feed(built: dict[str, str]) -> None:
    own = {"people/mara-quill/": "people/mara-quill", "topics/tolls/": "topics/tolls", "": "site"}
    for address, stem in own.items():
        page = built[f"{address}index.html"]
        assert f'type="application/atom+xml" href="{"../" * address.count("/")}feeds/{stem}.atom"' in page


def test_the_page_of_feeds_leads_to_all_of_them(built: dict[str, str]) -> None:
    found = set(Addresses(built["feeds/index.html"]).found)
    assert {f"../feeds/{stem}.{end}" for stem in EXPECTED for end in ("atom", "rss", "json")} <= found
    assert "../feeds/all.opml" in found


def test_nothing_asks_for_a_stylesheet_that_browsers_drop(feeds: dict[str, str]) -> None:
    assert not any("xml-stylesheet" in text for text in feeds.values())
