"""Where a link of a built site leads."""

from __future__ import annotations

import pytest

from brexitsite.publish.links import Addresses, OutsideError, Target

FILES = {"index.html", "2019/04/index.html", "people/ann/index.html", "feeds/all.xml", "a b.html"}
SITE = "https://bells.example/news"


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("", Target("2019/04/index.html")),
        ("#q-1", Target("2019/04/index.html", "q-1")),
        ("../../", Target("index.html")),
        ("../../index.html", Target("index.html")),
        ("../../people/ann/#said", Target("people/ann/index.html", "said")),
        ("../../people/ann?page=2#said", Target("people/ann/index.html", "said")),
        ("../../people/bob/", Target("people/bob/index.html")),
        ("../../feeds/all.xml", Target("feeds/all.xml")),
        ("../../a%20b.html", Target("a b.html")),
        ("#caf%C3%A9", Target("2019/04/index.html", "café")),
        ("../../#:~:text=bells", Target("index.html")),
        ("/news/feeds/all.xml", Target("feeds/all.xml")),
        ("/news/", Target("index.html")),
        ("https://bells.example/news/people/ann/", Target("people/ann/index.html")),
        ("https://bells.example/news", Target("index.html")),
        ("https://bells.example/newspaper/", None),
        ("https://other.example/", None),
        ("//other.example/", None),
        ("mailto:editor@bells.example", None),
    ],
)
def test_a_link_leads_where_a_browser_goes(link, target):
    assert Addresses(FILES, SITE).target("2019/04/index.html", link) == target


@pytest.mark.parametrize("link", ["../../../", "/", "/feeds/all.xml", "../../../../etc/passwd"])
def test_a_link_above_the_site_is_an_error(link):
    with pytest.raises(OutsideError):
        Addresses(FILES, SITE).target("2019/04/index.html", link)
