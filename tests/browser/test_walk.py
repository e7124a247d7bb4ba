"""A reader's way by links alone."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.addresses import EXTRACT, FULL


def test_from_an_article_by_a_quotation_and_its_speaker_to_another_article(page: Page) -> None:
    page.goto(EXTRACT)
    page.locator(".notes", has_text="Ann Example").get_by_role("link", name="This quotation").first.click()
    assert "/quotes/" in page.url
    page.locator(".hero").get_by_role("link", name="Ann Example").click()
    assert page.url.endswith("/people/ann-example/")
    page.locator("#articles ~ * h3 a", has_text="Sheep falls").click()
    assert page.url.endswith(FULL)


def test_from_a_person_back_to_the_words_in_their_article(page: Page) -> None:
    page.goto("people/ann-example/")
    page.locator("figure.quotation", has_text="diving board").locator(".provenance a").last.click()
    assert FULL in page.url
    anchor = page.url.partition("#")[2]
    assert "diving board" in page.locator(f"[id='{anchor}']").inner_text()


def test_from_the_front_page_to_a_day_to_its_month_to_its_year(page: Page) -> None:
    page.goto("")
    page.locator(".digest h2 a").first.click()
    page.locator(".crumbs a").last.click()
    page.locator(".crumbs a").last.click()
    assert page.locator("h1").inner_text() == "2019"


def test_an_unknown_address_leads_on(page: Page) -> None:
    page.goto("404.html")
    assert page.locator("main a").count() >= 3
