"""Everybody can read every kind of page: axe-core's rules, in both colour schemes and at three widths."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Browser, Page

from tests.browser.addresses import KINDS, of_kind

WIDTHS = (320, 768, 1280)
VIOLATIONS = """async rules => {
  const more = rules ? { runOnly: rules } : { rules: { "target-size": { enabled: true } } };
  const found = await axe.run({ resultTypes: ["violations"], preload: false, ...more });
  return found.violations.map(one => [one.id, one.nodes[0].html]);
}"""
EVERY_RULE, OF_COLOUR = None, ["color-contrast", "link-in-text-block"]
VIEWS: tuple[tuple[Literal["light", "dark"], list[str] | None], ...] = (
    ("light", EVERY_RULE),
    ("dark", OF_COLOUR),
)
"""Which rules for which colour scheme: dark mode changes nothing but colours."""


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(kind: str, browser: Browser, built_site: Path, address: str) -> None:
    with browser.new_context(bypass_csp=True, reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(address + of_kind(kind, built_site))
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        page.add_script_tag(path=AXE_FILE_PATH)
        views = product(VIEWS, WIDTHS)
        assert not [
            found for (scheme, rules), width in views for found in violations(page, scheme, rules, width)
        ]


def violations(
    page: Page, scheme: Literal["light", "dark"], rules: list[str] | None, width: int
) -> list[list[str]]:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    return [[scheme, str(width), *found] for found in page.evaluate(VIOLATIONS, rules)]
