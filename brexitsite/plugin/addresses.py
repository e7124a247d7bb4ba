"""Where every page of the site lives, and how one page links to another.

An address is relative to the site's root and ends in a slash where it is a page:
"people/ann-example/". The page of an address is the index.html in that folder.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from brexitsite.model import Slug

FRONT = ""
PEOPLE = "people/"
TOPICS = "topics/"
OUTLETS = "outlets/"
SEARCH = "search/"
FEEDS = "feeds/"
DATA = "data/"
CORRECTIONS = "corrections/"
MISSING = "404.html"
THEME = "theme/"
SEARCH_BUNDLE = "pagefind/"
OPML = "feeds/all.opml"


def actor(slug: Slug) -> str:
    return f"people/{slug}/"


def actor_year(slug: Slug, year: int) -> str:
    return f"people/{slug}/{year}/"


def sparkline(slug: Slug) -> str:
    return f"people/{slug}/activity.svg"


def quotation(id: str) -> str:
    return f"quotes/{id}/"


def anchor(id: str) -> str:
    return f"q-{id}"


def topic(slug: Slug) -> str:
    return f"topics/{slug}/"


def outlet(slug: Slug) -> str:
    return f"outlets/{slug}/"


def day(on: date) -> str:
    return f"{on.isoformat().replace('-', '/')}/"


def month(on: date) -> str:
    return f"{on.isoformat()[:7].replace('-', '/')}/"


def year(number: int) -> str:
    return f"{number}/"


def page_file(address: str) -> str:
    """The file that a server sends for an address.

    >>> page_file("people/"), page_file("404.html")
    ('people/index.html', '404.html')
    """
    return f"{address}index.html" if address.endswith("/") or not address else address


@dataclass(frozen=True, slots=True)
class Here:
    """A page's own place, from which it links to others.

    >>> Here.at("people/ann/", "https://site.example/sub").link("topics/")
    '../../topics/'
    """

    address: str
    site_url: str
    up: str

    @classmethod
    def at(cls, address: str, site_url: str) -> Here:
        return cls(address, site_url, "../" * address.count("/"))

    @classmethod
    def anywhere(cls, address: str, site_url: str) -> Here:
        """A page that a server may send at any address: its links start at the host's root."""
        return cls(address, site_url, urlsplit(site_url).path.rstrip("/") + "/")

    @classmethod
    def outside(cls, address: str, site_url: str) -> Here:
        """Text that is read away from the site, in a feed: its links are absolute."""
        return cls(address, site_url, f"{site_url}/")

    def link(self, address: str) -> str:
        return self.up + address or "./"

    def absolute(self, address: str) -> str:
        return f"{self.site_url}/{address}"

    @property
    def url(self) -> str:
        return self.absolute(self.address)
