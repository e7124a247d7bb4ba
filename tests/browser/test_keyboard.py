"""The keyboard alone is enough."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.addresses import KINDS, of_kind

FOCUSED = """() => {
  const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
  return {
    tag: one.localName,
    text: one.outerHTML.slice(0, 80),
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    inside: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
  };
}"""
STOPS = 40


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_stop_skips_to_the_content(kind: str, page: Page, built_site: Path) -> None:
    page.goto(of_kind(kind, built_site))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["y"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


@pytest.mark.parametrize("kind", KINDS)
def test_every_stop_can_be_seen(kind: str, page: Page, built_site: Path) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(of_kind(kind, built_site))
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop["tag"] == "body":
            return
        assert stop["outlined"], stop
        assert stop["inside"], stop


@pytest.mark.parametrize("kind", KINDS)
def test_no_stop_is_a_trap(kind: str, page: Page, built_site: Path) -> None:
    """Backwards from the beginning, the first stop is the last of the page."""
    page.goto(of_kind(kind, built_site))
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.closest('.colophon') !== null")


def test_how_we_know_opens_and_closes(page: Page, built_site: Path) -> None:
    page.goto(of_kind("article in full", built_site))
    summary = page.locator(".how-known summary").first
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator(".how-known dl").first.is_visible()
    page.keyboard.press("Space")
    assert not page.locator(".how-known dl").first.is_visible()


def test_the_lens_shows_the_words_that_name_speakers(page: Page, built_site: Path) -> None:
    page.goto(of_kind("article in full", built_site))
    source = page.locator(".source").first
    before = source.evaluate("one => getComputedStyle(one).backgroundColor")
    page.locator("#lens summary").focus()
    page.keyboard.press("Space")
    assert source.evaluate("one => getComputedStyle(one).backgroundColor") != before


def test_a_slash_leads_to_search_and_into_its_box(page: Page) -> None:
    page.goto("")
    page.keyboard.press("/")
    page.wait_for_url("**/search/")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
