"""Have outside tools look at the sample site: python -m tests.quality.audit.run

The Nu HTML checker on every page, stylelint on the style sheet, Lighthouse on one page of each
kind that is read, the W3C feed validator on every feed. The tools are fetched into build/audit
once (Node and Java must be there) and are no part of the project; one that cannot be fetched is
named at the end, and what it would have looked at is not passed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).parents[3]
TOOLS = ROOT / "build" / "audit"
SITE = TOOLS / "site"
FEED_VALIDATOR = "https://github.com/w3c/feedvalidator"
ENVIRONMENT = {**os.environ, "CHROME_PATH": "/usr/bin/chromium", "PUPPETEER_SKIP_DOWNLOAD": "1"}

READ = {
    "front": "index.html",
    "article": "2016/06/2*/*/index.html",
    "person": "people/theresa-may/index.html",
    "quotation": "quotes/*/index.html",
    "day": "2016/06/24/index.html",
    "month": "2016/06/index.html",
    "topic": "topics/economy/index.html",
    "people": "people/index.html",
    "method": "about/method/index.html",
    "feeds": "feeds/index.html",
    "search": "search/index.html",
}
"""A page of each kind, the first that is found."""

NOT_INDEXED = {"search"}
FASTEST = {"article": 99, "person": 99}
"""Least performance, where it is promised."""


def main() -> int:
    address = "http://127.0.0.1"
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(SITE))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address += f":{server.server_port}"
        tools()
        build(address)
        found = [*pages(), *style(), *scores(address), *feeds()]
        server.shutdown()
    print(*found, sep="\n", end="\n" if found else "")
    print(f"{len(found)} faults")
    return 1 if found else 0


class Quiet(SimpleHTTPRequestHandler):
    """Serves without a word."""

    def log_message(self, format: str, *args: object) -> None:
        pass


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """Run one of the tools where they were fetched to."""
    return subprocess.run(command, cwd=TOOLS, capture_output=True, text=True, check=False, env=ENVIRONMENT)


def tools() -> None:
    """Fetch what is missing."""
    TOOLS.mkdir(parents=True, exist_ok=True)
    wanted = (ROOT / "tests/quality/audit/package.json").read_text("utf-8")
    here = TOOLS / "package.json"
    if not here.exists() or here.read_text("utf-8") != wanted:
        here.write_text(wanted, "utf-8")
        run("npm", "install", "--no-audit", "--no-fund", "--no-package-lock")
    if not (TOOLS / "feedvalidator").exists():
        run("git", "clone", "--quiet", "--depth", "1", FEED_VALIDATOR, "feedvalidator")


def build(address: str) -> None:
    """The sample site, as it would stand at an address."""
    command = [sys.executable, "-m", "brexitsite", "build", "--output", str(SITE), "--site-url", address]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 3):
        sys.exit(f"the site does not build: {done.stderr.strip()}")


# --- the tools ----------------------------------------------------------------------------


def pages() -> Iterator[str]:
    """What the Nu HTML checker calls an error.

    Its warnings of the content security policy are left out: it reads files, where 'self' is nothing.
    """
    checker = next(iter(TOOLS.glob("node_modules/vnu-jar/build/dist/*.jar")), None)
    if checker is None:
        yield "the Nu HTML checker could not be fetched"
        return
    told = run(
        "java", "-Xss4m", "-jar", str(checker), "--skip-non-html", "--format", "json", str(SITE.resolve())
    )
    messages = json.loads(told.stderr)["messages"]
    errors = [m for m in messages if m["type"] != "info"]
    print(f"HTML: {sum(1 for _ in SITE.resolve().rglob('*.html'))} pages, {len(errors)} errors")
    for error in errors:
        yield f"HTML: {error['url'].partition('/.releases/')[2]}:{error.get('lastLine')}: {error['message']}"


def style() -> Iterator[str]:
    """What stylelint says."""
    if not (TOOLS / "node_modules/.bin/stylelint").exists():
        yield "stylelint could not be fetched"
        return
    sheet = TOOLS / "site.css"
    sheet.write_bytes((ROOT / "theme/static/css/site.css").read_bytes())
    told = run("npx", "stylelint", "--formatter", "unix", sheet.name)
    faults = [line for line in (told.stdout + told.stderr).splitlines() if ".css:" in line]
    print(f"CSS: {len(faults)} faults")
    yield from faults


def scores(address: str) -> Iterator[str]:
    """Where a page falls below what Lighthouse should give it."""
    if not (TOOLS / "node_modules/.bin/lighthouse").exists():
        yield "Lighthouse could not be fetched"
        return
    for kind, pattern in READ.items():
        page = min(SITE.resolve().glob(pattern)).relative_to(SITE.resolve()).parent.as_posix()
        given = score(f"{address}/{page}/".replace("/./", "/"))
        print(f"Lighthouse, {kind}: {', '.join(f'{name} {points}' for name, points in given.items())}")
        yield from (
            f"Lighthouse, {kind}: {name} is {given.get(name, 0)}, below {least}"
            for name, least in least_scores(kind).items()
            if given.get(name, 0) < least
        )


def least_scores(kind: str) -> dict[str, int]:
    wanted = {"accessibility": 100, "best-practices": 100, "performance": FASTEST.get(kind, 90)}
    return wanted if kind in NOT_INDEXED else wanted | {"seo": 100}


def score(address: str) -> dict[str, int]:
    flags = "--chrome-flags=--headless=new --no-sandbox --disable-gpu"
    report = TOOLS / "lighthouse.json"
    report.unlink(missing_ok=True)
    run("npx", "lighthouse", address, "--quiet", "--output", "json", "--output-path", report.name, flags)
    if not report.exists():
        return {}
    categories = json.loads(report.read_text("utf-8"))["categories"]
    return {name: round(100 * (category["score"] or 0)) for name, category in categories.items()}


def feeds() -> Iterator[str]:
    """What the W3C feed validator says, warnings too."""
    source = TOOLS / "feedvalidator" / "src"
    if not source.exists():
        yield f"the feed validator could not be fetched; put {FEED_VALIDATOR} into {source.parent}"
        return
    told = run(
        sys.executable, str(Path(__file__).with_name("feed_rules.py")), str(source), str(SITE.resolve())
    )
    *faults, summary = told.stdout.splitlines() or [told.stderr]
    print(f"feeds: {summary}")
    yield from faults


if __name__ == "__main__":
    sys.exit(main())
