"""A page's title without the name of its site, which many pages put before or after it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brexitsite.articles.outlets import web_host

SEPARATOR = re.compile(r"\s+[|•·»«‹›:–—-]+\s+|\s*[|»]\s*|:\s+")
MOST_PARTS = 6
LONG_ENOUGH = 15
"""Letters from which a heading that begins a title is that title, cut."""


def agreed(headings: Sequence[str], stated: Sequence[str]) -> list[str]:
    """Return the page's headings that one of its stated titles agrees with."""
    return [h for h in headings if any(_agree(h, title) for title in stated)]


def _agree(heading: str, title: str) -> bool:
    """Are these one headline, but for punctuation and what one of them leaves out at the end?"""
    a, b = (re.sub(r"[\W_]+", "", t.lower()) for t in (heading, title))
    if not a or not b:
        return False
    parted = title.startswith(heading) and SEPARATOR.match(title, len(heading))
    return a == b or bool(parted) or _begins(a, b) or _begins(b, a)


def _begins(a: str, b: str) -> bool:
    return len(a) > LONG_ENOUGH and b.startswith(a)


def without_site(title: str, site: str | None, url: str | None) -> str:
    """Take a site's name off a title's end or beginning, only if it is the site's name.

    >>> without_site("Talks - and more - The Daily Example", "Daily Example", None)
    'Talks - and more'
    >>> without_site("Brexit | A guide", None, "https://www.example.com/a")
    'Brexit | A guide'
    """
    for cut in list(SEPARATOR.finditer(title))[::-1][:MOST_PARTS]:
        if _is_site(title[cut.end() :], site, url):
            return without_site(title[: cut.start()].strip(), site, url)
    first = SEPARATOR.search(title)
    return title[first.end() :] if first and _is_site(title[: first.start()], site, url) else title


def _is_site(words: str, site: str | None, url: str | None) -> bool:
    host = (web_host(url) or "").removeprefix("www.")
    names = {key(site or ""), key(host), *(key(part) for part in host.split(".")[:-1] if len(part) > 2)}
    return key(words) in names - {""}


def key(words: str) -> str:
    """Return a site's name as it can be compared: letters alone, without "The" and ".com"."""
    return re.sub(r"[\W_]+", "", re.sub(r"\.com?(\.uk)?$", "", words.lower().strip())).removeprefix("the")
