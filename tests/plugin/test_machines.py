"""Sitemap, robots.txt and the header files of common hosts."""

from __future__ import annotations

import re

from brexitsite.plugin import frames

from .conftest import REPOSITORY

SITE = "https://bridge.example/papers/"


def listed(built: dict[str, str]) -> set[str]:
    return {url.removeprefix(SITE) for url in re.findall(r"<loc>(.*?)</loc>", built["sitemap.xml"])}


def test_the_sitemap_lists_every_page_that_may_be_found_and_no_other(built: dict[str, str]) -> None:
    pages = {n.removesuffix("index.html"): text for n, text in built.items() if n.endswith(".html")}
    findable = {address for address, text in pages.items() if 'content="noindex' not in text}
    assert listed(built) - findable == set()
    missed = {address for address in findable - listed(built) if not re.search(r"/(by|topic)/", address)}
    assert missed == set()


def test_the_sitemap_tells_no_time_of_building(built: dict[str, str]) -> None:
    assert "<lastmod>" not in built["sitemap.xml"]


def test_robots_may_read_all_and_find_the_sitemap(built: dict[str, str]) -> None:
    assert "Allow: /" in built["robots.txt"]
    assert f"Sitemap: {SITE}sitemap.xml" in built["robots.txt"]


def test_the_headers_file_has_the_policy_of_the_pages(built: dict[str, str]) -> None:
    assert built["_headers"].count("Content-Security-Policy") == 1
    assert frames.policy(search=True) in built["_headers"]
    assert "X-Content-Type-Options: nosniff" in built["_headers"]


def test_the_guide_for_hosts_has_the_policy_of_the_pages() -> None:
    guide = (REPOSITORY / "docs" / "deploy.md").read_text("utf-8")
    assert frames.policy(search=False) in guide
    assert frames.policy(search=True) in guide
