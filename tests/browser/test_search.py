"""Search finds quotations and says whose they are."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect


@pytest.fixture
def found(page: Page) -> Page:
    """The search page after looking for a word that two invented speakers use."""
    page.goto("search/?q=rail")
    page.locator(".hits > li").first.wait_for()
    return page


def test_hits_lead_to_their_pages(found: Page) -> None:
    found.locator(".hits a", has_text="Sheep falls").click()
    assert "sheep-falls" in found.url


def test_speakers_are_counted_and_narrow_the_hits(found: Page) -> None:
    found.locator(".who button", has_text="Robert Sample").click()
    expect(found.locator(".status")).to_have_text("1 found")
    assert "speaker=Robert+Sample" in found.url


def test_hits_are_grouped_by_speaker(found: Page) -> None:
    found.select_option("select[name=sort]", "speaker")
    expect(found.locator(".hits > li > h2", has_text="Ann Example")).to_have_count(1)


def test_the_newest_come_first_where_asked(found: Page) -> None:
    found.select_option("select[name=sort]", "desc")
    expect(found.locator(".hits > li").first).to_contain_text("2019")


def test_words_typed_are_searched_and_kept_in_the_address(found: Page) -> None:
    found.keyboard.press("/")
    found.locator("#q").fill("diving")
    expect(found.locator(".hits > li").first).to_contain_text("diving")
    expect(found).to_have_url(re.compile(r"\?q=diving$"))


def test_a_profile_leads_to_what_that_person_said(page: Page) -> None:
    page.goto("people/ann-example/")
    page.get_by_role("link", name="Search").last.click()
    expect(page.locator(".hits > li").first).to_contain_text("Ann Example")
