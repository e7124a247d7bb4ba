"""Pages hold together: on a small screen, with large letters, on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.addresses import KINDS, of_kind

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_wider_than_its_window(kind: str, page: Page, built_site: Path) -> None:
    """Neither on a small screen, nor with letters twice as large."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(of_kind(kind, built_site))
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert page.evaluate(OVERFLOW) <= 0
    page.set_viewport_size({"width": 1024, "height": 768})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate(OVERFLOW) <= 0


@pytest.mark.parametrize("kind", ["article in full", "person", "quotation"])
def test_paper_gets_the_text_and_not_the_menus(kind: str, page: Page, built_site: Path) -> None:
    page.goto(of_kind(kind, built_site))
    page.emulate_media(media="print")
    assert page.locator("main").inner_text().strip()
    assert not page.locator(".sections").is_visible()


def test_lines_of_an_article_are_neither_short_nor_long(page: Page, built_site: Path) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(of_kind("article in full", built_site))
    width = page.locator(".passage > p").first.evaluate(
        """p => {
          const ruler = document.createElement("span");
          ruler.textContent = "0";
          ruler.className = "ruler";
          p.append(ruler);
          return p.clientWidth / ruler.getBoundingClientRect().width;
        }"""
    )
    size = page.locator(".passage > p").first.evaluate("p => parseFloat(getComputedStyle(p).fontSize)")
    assert 60 <= width <= 75
    assert size >= 19
