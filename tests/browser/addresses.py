"""One address of every kind of page, found in the built site."""

from __future__ import annotations

from pathlib import Path

EXTRACT = "2019/04/05/council-puts-off-the-toll/"
FULL = "2019/04/06/sheep-falls-from-the-bridge-without-rails/"

KINDS = {
    "front": "index.html",
    "article in extract": f"{EXTRACT}index.html",
    "article in full": f"{FULL}index.html",
    "article retold": "2016/0[1-9]/*/*/index.html",
    "withdrawn": "2019/04/04/bridge-to-be-sold-for-firewood/index.html",
    "day": "2019/04/05/index.html",
    "month": "2019/04/index.html",
    "year": "2019/index.html",
    "people": "people/index.html",
    "people in another order": "people/by/*/index.html",
    "person": "people/theresa-may/index.html",
    "person with a note": "people/ann-example/index.html",
    "person without words": "people/guild-of-ferrymen/index.html",
    "person in a year": "people/*/2*/index.html",
    "person on a topic": "people/*/topic/*/index.html",
    "quotation": "quotes/*/index.html",
    "topics": "topics/index.html",
    "topic": "topics/*/index.html",
    "outlets": "outlets/index.html",
    "outlet": "outlets/plank/index.html",
    "search": "search/index.html",
    "feeds": "feeds/index.html",
    "data": "data/index.html",
    "corrections": "corrections/index.html",
    "text": "privacy/index.html",
    "missing": "404.html",
}
"""A kind of page and where to find one; the first match is taken."""


def of_kind(kind: str, site: Path) -> str:
    """The address of a page, relative to the site's own."""
    found = min(site.glob(KINDS[kind]), default=None)
    assert found, f"the site has no page {KINDS[kind]}"
    return found.relative_to(site).as_posix().removesuffix("index.html")
