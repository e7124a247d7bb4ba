"""Odd files, all in one build: each is published or refused by name, and none harms another."""

from __future__ import annotations

import hashlib
import json
import os
import re
from pathlib import Path

import pytest
from lxml import etree

from tests.hostile.odd_files import PUBLISHED, REFUSED, Odd, odd_files, page, text
from tests.hostile.test_payloads import words_on

from .conftest import Built, built, project

ODD = tuple(odd_files())
GOOD = {
    f"good-{n}.txt": text(f"Good news {n}", f"The goodword{n} {w} {w}s well.") for n, w in enumerate("ab")
}


def digests(folder: Path) -> dict[str, str]:
    """The bytes of every regular file."""
    paths = (p for p in folder.rglob("*") if p.is_file() and not p.is_symlink() and p.stat().st_size < 1e8)
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


@pytest.fixture(scope="module")
def before_and_after(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], Built]:
    root = tmp_path_factory.mktemp("odd")
    raw = project(root) / "raw"
    (raw / "_defaults.toml").write_text('republish = "full"\n')
    (root / "secret.txt").write_text("TOPSECRET")
    for name, content in GOOD.items():
        (raw / name).write_bytes(content)
    for odd in ODD:
        odd.make(raw / os.fsdecode(odd.name))
    before = digests(raw)
    return before, built(root)


@pytest.fixture(scope="module")
def site(before_and_after: tuple[dict[str, str], Built]) -> Built:
    return before_and_after[1]


@pytest.fixture(scope="module")
def words(site: Built) -> str:
    """All visible words of the site."""
    return "\n".join(map(words_on, site.files(".html").values()))


def test_the_rest_is_published_and_the_status_says_that_something_was_not(site: Built, words: str) -> None:
    assert site.status == 3, site.said
    assert all(f"goodword{n}" in words for n in range(len(GOOD)))


@pytest.mark.parametrize("odd", [o for o in ODD if o.fate == PUBLISHED], ids=lambda o: o.told[:40])
def test_an_article_with_text_is_shown(odd: Odd, words: str, site: Built) -> None:
    assert odd.word in words, [line for line in site.said.splitlines() if odd.told in line]


@pytest.mark.parametrize("odd", [o for o in ODD if o.fate == REFUSED], ids=lambda o: o.told[:40])
def test_what_cannot_be_published_is_refused_by_name_with_a_remedy(odd: Odd, words: str, site: Built) -> None:
    assert odd.word not in words
    line = next(line for line in site.said.splitlines() if line.startswith(f"quarantined: {odd.told}: "))
    assert re.fullmatch(r"quarantined: .+: .+; .+", line)


def test_the_log_and_the_list_name_the_same_files(site: Built) -> None:
    listed = json.loads((site.root / ".cache" / "quarantine.json").read_text("utf-8"))
    told = [line for line in site.said.splitlines() if line.startswith("quarantined: ")]
    assert [f"quarantined: {row['file']}: {row['fault']}; {row['remedy']}" for row in listed] == told
    assert site.said.replace("\n", "").isprintable()


def test_raw_files_stay_as_they_are(before_and_after: tuple[dict[str, str], Built]) -> None:
    before, site = before_and_after
    assert digests(site.root / "content" / "raw") == before


def test_nothing_is_read_or_written_elsewhere(site: Built) -> None:
    made = {".releases", "articles", "raw"}
    assert not [path for path in site.root.rglob("*escaped*") if made.isdisjoint(path.parts)]
    hostname = Path("/etc/hostname").read_text().strip()
    for path, content in site.files(".html", ".json", ".txt", ".atom").items():
        assert b"TOPSECRET" not in content, path
        assert len(hostname) < 6 or hostname.encode() not in content, path


def test_feeds_are_well_formed(site: Built) -> None:
    for feed in site.files(".atom", ".rss", ".xml", ".opml", ".svg").values():
        etree.fromstring(feed)


def test_a_second_build_changes_nothing(site: Built) -> None:
    release = site.site
    again = site.again()
    assert (again.status, again.site) == (3, release)


def test_a_page_that_links_into_the_project_copies_nothing(digest: Path) -> None:
    links = "{attach}../../secret.txt {static}/secret.txt |attach|../secret.txt"
    anchors = "".join(f'<a href="{link}">tea</a>' for link in links.split())
    (digest / "secret.txt").write_text("TOPSECRET")
    raw = digest / "content" / "raw"
    (raw / "a.txt").write_bytes(text("Links", f"See {links} for more of it."))
    (raw / "b.html").write_bytes(page(f"<p>See these for more of it all: {anchors}</p>"))
    done = built(digest)
    assert done.status == 0, done.said
    assert not [path for path, content in done.files("").items() if b"TOPSECRET" in content]
