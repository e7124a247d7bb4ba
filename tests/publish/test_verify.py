"""What is found wrong with a built site, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from brexitsite.publish import verify as checks
from brexitsite.publish.verify import Site, verify, verify_files

PAGE = '<!DOCTYPE html>\n<html lang="en"><head><title>Bells</title></head><body>{}</body></html>\n'
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom">{}</feed>'
HEAD = "<id>urn:a</id><title>A</title><updated>2019-01-01T00:00:00Z</updated>"
RSS = '<rss version="2.0"><channel>{}</channel></rss>'
SITEMAP = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>{}</loc></url></urlset>'
LINKED = '<script type="application/ld+json">{}</script>'
URL = "https://bells.example/news"


def site(folder: Path, **files: str) -> Path:
    """A site of a home page, a page with an anchor, and these files ("__" is "/", "_" is ".")."""
    told = {"index_html": PAGE.format('<a href="a/#ring">ring</a>')} | files
    told.setdefault("a__index_html", PAGE.format('<p id="ring">ding</p>'))
    for name, text in told.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def told(folder: Path) -> list[str]:
    return list(map(str, verify(folder, URL)))


def test_a_sound_site_has_no_faults(tmp_path):
    feed = ATOM.format(HEAD + f"<entry>{HEAD}</entry>")
    data = '{"@context": "https://schema.org", "@type": "NewsArticle"}'
    b = PAGE.format('<a href="..">up</a><a href="../search/">search</a>' + LINKED.format(data))
    search = PAGE.format('<script src="../pagefind/pagefind.js"></script>')
    built = site(
        tmp_path,
        b__index_html=b,
        search__index_html=search,
        feeds__all_xml=feed,
        sitemap_xml=SITEMAP.format(f"{URL}/a/"),
        data_json="[]",
    )
    assert told(built) == []


@pytest.mark.parametrize(
    ("files", "fault"),
    [
        (
            {"b_html": PAGE.format('<a href="nowhere/">x</a>')},
            "b.html: links to 'nowhere/', which is no page of the site",
        ),
        (
            {"b_html": PAGE.format('<img src="lost.svg">')},
            "b.html: links to 'lost.svg', which is no page of the site",
        ),
        ({"b_html": PAGE.format('<a href="../x">x</a>')}, "b.html: links to '../x', above the site"),
        (
            {"b_html": PAGE.format('<a href="a/#gong">x</a>')},
            "b.html: links to 'a/#gong', a place that the page does not have",
        ),
        (
            {"b_html": PAGE.format('<a href="#gong">x</a>')},
            "b.html: links to '#gong', a place that the page does not have",
        ),
        ({"b_html": PAGE.format('<p id="x"><p id="x">')}, "b.html: has the id 'x' 2 times"),
        ({"b_html": PAGE.format("torn")[:-9]}, "b.html: does not end with </html>"),
        ({"b_html": ""}, "b.html: is empty"),
        ({"b_css": ""}, "b.css: is empty"),
        (
            {"b_html": PAGE.format(LINKED.format('{"@type": "X"}'))},
            "b.html: a block of JSON-LD has no '@context'",
        ),
        (
            {"b_html": PAGE.format(LINKED.format('{"@context": "X"}'))},
            "b.html: a block of JSON-LD has no '@type'",
        ),
        ({"b_xml": ATOM.format("<id>a</id><title>A</title>")}, "b.xml: its root 1 has no <updated>"),
        (
            {"b_xml": ATOM.format(HEAD + "<entry><id>a</id><title>b</title></entry>")},
            "b.xml: its entry 1 has no <updated>",
        ),
        (
            {"b_xml": RSS.format("<title>a</title><link>b</link>")},
            "b.xml: its channel 1 has no <description>",
        ),
        (
            {"b_json": '{"version": "https://jsonfeed.org/version/1.1", "title": "a"}'},
            "b.json: the feed has no 'items'",
        ),
        (
            {"sitemap_xml": SITEMAP.format(f"{URL}/gone/")},
            f"sitemap.xml: lists '{URL}/gone/', which is no page of the site",
        ),
        (
            {"sitemap_xml": SITEMAP.format("https://other.example/")},
            "sitemap.xml: lists 'https://other.example/', which is no page of the site",
        ),
    ],
)
def test_a_fault_is_told_with_its_file(tmp_path, files, fault):
    assert told(site(tmp_path, **files)) == [fault]


@pytest.mark.parametrize(
    ("files", "start"),
    [
        ({"b_xml": "<feed>"}, "b.xml: is no well-formed XML ("),
        ({"b_svg": "<svg>&nbsp;</svg>"}, "b.svg: is no well-formed XML ("),
        ({"b_json": "{"}, "b.json: is no valid JSON ("),
        ({"b_html": PAGE.format(LINKED.format("{"))}, "b.html: a block of JSON-LD is no valid JSON ("),
    ],
)
def test_what_does_not_parse_is_told(tmp_path, files, start):
    (fault,) = told(site(tmp_path, **files))
    assert fault.startswith(start)


def test_links_in_text_are_no_links(tmp_path):
    assert told(site(tmp_path, b_html=PAGE.format("&lt;a href=&#34;gone/&#34;&gt;"))) == []


def test_a_file_that_is_not_what_was_written_is_told(tmp_path):
    built = site(tmp_path)
    seen = Site(built, {"index.html", "a/index.html"}, URL, {"a/index.html": "0" * 64})
    assert list(map(str, verify_files(seen, ["a/index.html"]))) == ["a/index.html: is not what was written"]


def test_anchors_of_pages_that_are_not_checked_count(tmp_path):
    built = site(tmp_path, b_html=PAGE.format('<a href="a/#ring">x</a><a href="a/#gong">x</a>'))
    seen = Site(built, {"index.html", "a/index.html", "b.html"}, URL)
    (fault,) = verify_files(seen, ["b.html"])
    assert "a/#gong" in fault.what


def test_many_pages_on_all_cores_show_the_same_faults(tmp_path, monkeypatch):
    pages = {f"p{n}_html": PAGE.format(f'<a href="p{n + 1}.html#x">x</a>') for n in range(50)}
    built = site(tmp_path, **pages)
    alone = told(built)
    monkeypatch.setattr(checks, "CHUNK", 7)
    monkeypatch.setattr(checks, "PARALLEL_FROM", 10)
    monkeypatch.setattr("os.sched_getaffinity", lambda _process: {0, 1})
    assert told(built) == alone
    assert len(alone) == 50
