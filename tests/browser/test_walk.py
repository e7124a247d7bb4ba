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
    words = page.locator("figure.quotation", has_text="diving board")
    words.get_by_role("link", name="In the article").click()
    assert FULL in page.url
    anchor = page.url.partition("#")[2]
    assert "diving board" in page.locator(f"[id='{anchor}']").inner_text()


def test_from_the_front_page_to_a_day_to_its_month_to_its_year(page: Page) -> None:
    page.goto("")
    page.locator(".digest h2 a").first.click()
    page.locator(".crumbs a").last.click()
    page.locator(".crumbs a").last.click()
    assert page.locator("h1").inner_text() == "2019"


def test_what_somebody_said_on_a_topic_before_a_day_takes_three_clicks(page: Page) -> None:
    """From any page: people, the person, the topic; there it stands by day, the newest first."""
    page.goto(EXTRACT)
    page.get_by_role("navigation", name="Sections").get_by_role("link", name="People").click()
    page.locator(".roll").get_by_role("link", name="Cameron, David").click()
    page.locator("[aria-labelledby=topics]").get_by_role("link").first.click()
    assert page.locator("h1").inner_text().startswith("David Cameron: ")
    days = [one.get_attribute("datetime") or "" for one in page.locator(".provenance time").all()]
    assert days == sorted(days, reverse=True)
    assert [day for day in days if day < "2016-06-23"]


def test_a_quotation_leads_into_the_very_words_of_its_source(page: Page) -> None:
    page.goto(EXTRACT)
    page.locator(".notes").get_by_role("link", name="This quotation").first.click()
    href = page.locator(".onward a[rel=external]").get_attribute("href") or ""
    assert "#:~:text=" in href


def test_a_citation_can_be_copied_with_its_id_and_the_hash_of_the_raw_file(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(EXTRACT)
    page.locator(".notes").get_by_role("link", name="This quotation").first.click()
    page.locator(".citation summary").click()
    page.locator(".citation .copy").nth(1).click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert f"quotation {page.url.rstrip('/').rpartition('/')[2]}" in copied
    assert "SHA-256" in copied


def test_an_unknown_address_leads_on(page: Page) -> None:
    page.goto("404.html")
    assert page.locator("main a").count() >= 3
