"""Hold every Atom and RSS feed of a built site to the rules of the W3C feed validator.

    python feed_rules.py VALIDATOR/src SITE

Its code is public (w3c/feedvalidator on GitHub) and stays outside the project; it needs lxml,
html5lib and rdflib. Everything that it says at its usual level "AA", warnings too, is a fault.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

SUFFIXES = {".atom", ".rss"}


def faults(site: Path, feed: Path) -> Iterator[str]:
    """What the validator finds in one feed."""
    import feedvalidator  # type: ignore[import-not-found]
    from feedvalidator import compatibility
    from feedvalidator.formatter.text_plain import Formatter  # type: ignore[import-not-found]

    address = f"{address_of(site)}/{feed.relative_to(site).as_posix()}"
    with feed.open("rb") as stream:
        found = feedvalidator.validateStream(stream, firstOccurrenceOnly=1, base=address)
    for line in Formatter(compatibility.AA(found["loggedEvents"])):
        yield f"{feed.relative_to(site)}: {line}"


def address_of(site: Path) -> str:
    """Where the site says that it stands, by its robots.txt."""
    lines = (site / "robots.txt").read_text("utf-8").splitlines()
    named = next(line for line in lines if line.startswith("Sitemap: "))
    return named.removeprefix("Sitemap: ").removesuffix("/sitemap.xml")


def main(validator: str, site: str) -> int:
    sys.path.insert(0, validator)
    feeds = sorted(path for path in Path(site).rglob("feeds/**/*") if path.suffix in SUFFIXES)
    found = [fault for feed in feeds for fault in faults(Path(site), feed)]
    print(*found, sep="\n", end="\n" if found else "")
    print(f"{len(feeds)} feeds, {len(found)} faults")
    return 1 if found or not feeds else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
