"""A site built from this project's content, served below a sub-path, and a browser to look at it with.

The content gets some invented additions, so that every form of article is there: an extract, a full
text of another paper (with a correction), one that was withdrawn.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).parents[2]
CHROMIUM = Path("/usr/bin/chromium")
SUBPATH = "/digest/"
PUBLISHED = (0, 3)
"""Exit statuses of a build that readers see, 3 where some article was left out."""
IGNORED = shutil.ignore_patterns("__pycache__", "articles", "ledger.csv")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="package")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a whole site, search included."""
    project = tmp_path_factory.mktemp("browser")
    shutil.copytree(ROOT / "content", project / "content", ignore=IGNORED)
    shutil.copytree(Path(__file__).parent / "additions", project / "content", dirs_exist_ok=True)
    only_actors(project / "content" / "site.toml")
    shutil.copytree(ROOT / "theme", project / "theme")
    shutil.copy(ROOT / "pelicanconf.py", project)
    run = subprocess.run(
        [sys.executable, "-m", "brexitsite", "build", "--site-url", f"http://localhost{SUBPATH}"],
        cwd=project,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode not in PUBLISHED:
        pytest.fail(f"the site does not build: {run.stderr.strip()[-2000:]}", pytrace=False)
    return (project / "output").resolve()


def only_actors(site: Path) -> None:
    """Leave the pages of the register's rows out: there are hundreds, and all of one kind."""
    site.write_text(site.read_text().replace("actors and register", "actors"))


class Below(SimpleHTTPRequestHandler):
    """Serves a folder below SUBPATH, without a word."""

    def translate_path(self, path: str) -> str:
        below = urlsplit(path).path
        inside = below.removeprefix(SUBPATH) if below.startswith(SUBPATH) else "nothing-here"
        return super().translate_path("/" + inside)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="package")
def address(built_site: Path) -> Iterator[str]:
    """Where the site is served, with its slash."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Below, directory=str(built_site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{SUBPATH}"
        server.shutdown()


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.fail(f"there is no {CHROMIUM}; as root: apt-get install chromium", pytrace=False)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield chromium
        chromium.close()


@pytest.fixture
def context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    opened = browser.new_context(base_url=address)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()
