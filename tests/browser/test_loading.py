"""Every kind of page loads from its own site alone, without complaint, and stays where it is."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.addresses import KINDS, of_kind

MOST_BYTES, MOST_STYLE, MOST_SCRIPT, MOST_REQUESTS = 60_000, 12_000, 3_000, 5
WEIGHED = ["article in full", "article in extract", "article retold", "person", "quotation"]
SHIFTED = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(one => { sum += one.value }))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 100);
})"""


@dataclass
class Visit:
    """What was seen while one page loaded."""

    page: Page
    answers: set[str] = field(default_factory=set)
    refused: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    shifted: float = 0

    def to(self, address: str) -> None:
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("requestfinished", lambda request: self.answers.add(request.url))
        self.page.on("requestfailed", lambda request: self.refused.append(request.url))
        self.page.goto(address)
        self.shifted = self.page.evaluate(SHIFTED)


@pytest.fixture(params=KINDS, scope="module")
def visit(
    request: pytest.FixtureRequest, browser: Browser, address: str, built_site: Path
) -> Iterator[Visit]:
    with browser.new_context() as context:
        made = Visit(context.new_page())
        made.to(address + of_kind(request.param, built_site))
        yield made


def test_nothing_is_asked_of_another_host(visit: Visit, address: str) -> None:
    assert {urlsplit(url).netloc for url in visit.answers} == {urlsplit(address).netloc}
    assert not visit.refused


def test_the_browser_complains_of_nothing(visit: Visit) -> None:
    """It tells of blocked styles and scripts, of files that are not there, and of errors."""
    assert not visit.complaints


def test_nothing_moves(visit: Visit) -> None:
    assert visit.shifted == 0


def test_there_is_one_first_heading_and_the_landmarks(visit: Visit) -> None:
    assert visit.page.locator("h1").count() == 1
    assert visit.page.locator("body > header, body > main, body > footer").count() == 3


@pytest.mark.parametrize("kind", WEIGHED)
def test_what_is_read_is_light(kind: str, page: Page, built_site: Path, address: str) -> None:
    visit = Visit(page)
    visit.to(of_kind(kind, built_site))
    assert len(visit.answers) <= MOST_REQUESTS
    assert sum(packed(served(built_site, url, address)) for url in visit.answers) <= MOST_BYTES


def served(site: Path, url: str, address: str) -> Path:
    path = site / url.removeprefix(address)
    return path / "index.html" if path.is_dir() else path


def packed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes()))


def test_style_and_scripts_are_small(built_site: Path) -> None:
    assert sum(map(packed, (built_site / "theme").rglob("*.css"))) <= MOST_STYLE
    assert sum(map(packed, (built_site / "theme").rglob("*.js"))) <= MOST_SCRIPT
