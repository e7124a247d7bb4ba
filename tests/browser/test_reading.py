"""Reading needs no script, no other host and little to load."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Response

from tests.browser.addresses import KINDS, of_kind

MOST_BYTES, MOST_STYLE, MOST_SCRIPT, MOST_REQUESTS = 60_000, 12_000, 3_000, 5
WEIGHED = ["article in full", "article in extract", "article retold", "person", "quotation"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_reads_without_scripts(kind: str, browser: Browser, built_site: Path, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address + of_kind(kind, built_site))
        assert page.locator("h1").is_visible()
        assert page.locator("main").inner_text().strip()


def test_without_scripts_search_offers_other_ways(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}search/")
        assert not page.locator("#q").is_visible()
        assert page.locator(".instead a").count() >= 3


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_asks_no_other_host(kind: str, page: Page, built_site: Path, address: str) -> None:
    answers = answers_while_loading(page, of_kind(kind, built_site))
    assert {urlsplit(one.url).netloc for one in answers} == {urlsplit(address).netloc}
    assert not [one.url for one in answers if one.status >= 400]


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_breaks_no_rule_of_its_own(kind: str, page: Page, built_site: Path) -> None:
    """The console tells of blocked styles and scripts, and of errors."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(of_kind(kind, built_site), wait_until="networkidle")
    assert not complaints


@pytest.mark.parametrize("kind", WEIGHED)
def test_a_page_is_light(kind: str, page: Page, built_site: Path) -> None:
    answers = answers_while_loading(page, of_kind(kind, built_site))
    assert len(answers) <= MOST_REQUESTS
    assert sum(len(gzip.compress(one.body())) for one in answers) <= MOST_BYTES


def test_style_and_scripts_are_small(built_site: Path) -> None:
    assert packed(built_site, "css") <= MOST_STYLE
    assert packed(built_site, "js") <= MOST_SCRIPT


def packed(site: Path, kind: str) -> int:
    return sum(len(gzip.compress(path.read_bytes())) for path in (site / "theme").rglob(f"*.{kind}"))


def answers_while_loading(page: Page, where: str) -> list[Response]:
    answers: list[Response] = []
    page.on("response", answers.append)
    page.goto(where, wait_until="networkidle")
    return answers
