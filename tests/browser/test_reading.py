"""Reading needs no script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.addresses import KINDS, of_kind


@pytest.fixture
def scriptless(browser: Browser, address: str) -> Iterator[Page]:
    with browser.new_context(java_script_enabled=False, base_url=address) as context:
        yield context.new_page()


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_reads_without_scripts(kind: str, scriptless: Page, built_site: Path) -> None:
    scriptless.goto(of_kind(kind, built_site))
    assert scriptless.locator("h1").is_visible()
    assert scriptless.locator("main").inner_text().strip()


def test_without_scripts_search_offers_other_ways(scriptless: Page) -> None:
    scriptless.goto("search/")
    assert not scriptless.locator("#q").is_visible()
    assert scriptless.locator(".instead a").count() >= 3


def test_without_scripts_the_people_who_are_quoted_can_be_picked_out(scriptless: Page) -> None:
    scriptless.goto("people/")
    everybody = scriptless.locator(".roll li:visible").count()
    scriptless.get_by_text("Only those who are quoted").click()
    quoted = scriptless.locator(".roll li:visible")
    assert 0 < quoted.count() < everybody
    assert quoted.count() == scriptless.locator(".roll li b").count()
