"""What was taken down or made private is nowhere; two of one name stay two."""

from __future__ import annotations

from pathlib import Path

import pytest

from brexitsite.store import ledger

from .conftest import Built, built, project

WARDEN = """---
kind: person
name: Orla Quibb
sort_name: Quibb, Orla
aliases: [Orly Q]
pronouns: she
tenures:
- {office: warden-of-the-weir, start: 2030-01-01, source: Harrow council}
%s---
Orla Quibb once swam the weir.
"""
NAMES = (b"Quibb", b"quibb", b"Orly", b"Orla", b"swam the weir")
OFFICE = (
    '\n[warden-of-the-weir]\nname = "Warden of the Weir"\nprinted = ["warden of the weir"]\nholders = "one"\n'
)
SAID = "“The weir holds well tonight,” said the warden of the weir."
WORDS = (b"gumboots", b"Tarpaulin", b"tarpaulin", b"The weir holds")


def article(raw: Path, name: str, title: str, body: str) -> None:
    (raw / f"{name}.txt").write_text(f"{title}\n\n2031-05-03\n\n{body}\n")


@pytest.fixture(scope="module")
def weir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published digest in which the warden speaks by her office alone."""
    root = tmp_path_factory.mktemp("weir")
    content = project(root)
    (content / "actors" / "orla-quibb.md").write_text(WARDEN % "")
    with (content / "offices.toml").open("a") as file:
        file.write(OFFICE)
    article(content / "raw", "one", "Water at the weir", f"It rained at the weir all day.\n\n{SAID}")
    article(content / "raw", "two", "The Tarpaulin affair", f"Forty gumboots floated by.\n\n{SAID}")
    first = built(root)
    assert first.status == 0, first.said
    assert all(found(first, word) for word in (*NAMES[:2], *WORDS))
    return root


def found(site: Built, word: bytes) -> list[str]:
    """Every file that has a word, in its text or its name."""
    files = site.files("").items()
    return [path for path, content in files if word in content or word in path.encode()]


def test_a_private_actor_is_in_no_page_feed_or_file(weir: Path) -> None:
    file = weir / "content" / "actors" / "orla-quibb.md"
    file.write_text(WARDEN % "private: true\n")
    site = built(weir)
    assert site.status == 0, site.said
    assert [path for word in NAMES for path in found(site, word)] == []
    assert found(site, b"It rained at the weir")
    file.write_text(WARDEN % "")
    assert found(built(weir), b"Quibb")


def test_a_withdrawn_article_leaves_its_address_and_the_reason(weir: Path) -> None:
    sidecar = weir / "content" / "raw" / "two.toml"
    sidecar.write_text('withdrawn = "The writer asked for it."\n')
    site = built(weir)
    assert site.status == 0, site.said
    assert found(site, b"The writer asked for it.") == ["2031/05/03/the-tarpaulin-affair/index.html"]
    assert [path for word in WORDS[:2] for path in found(site, word)] == []
    assert found(site, b"The weir holds"), "the other article still says it"
    sidecar.unlink()
    assert found(built(weir), b"gumboots")


def test_what_moved_leads_to_nothing_that_was_withdrawn(weir: Path) -> None:
    raw = weir / "content" / "raw"
    article(raw, "two", "The Oilskin affair", f"Forty gumboots floated by.\n\n{SAID}")
    assert found(built(weir), b"The Oilskin affair")
    (raw / "two.toml").write_text('withdrawn = "The writer asked for it."\n')
    site = built(weir)
    assert site.status == 0, site.said
    assert found(site, b"gumboots") == found(site, b"Oilskin") == found(site, b"Tarpaulin") == []
    (raw / "two.txt").unlink()
    (raw / "two.toml").unlink()
    gone = built(weir)
    assert gone.status == 0, gone.said
    assert found(gone, b"affair") == []


def test_two_articles_of_one_slug_keep_two_addresses(weir: Path) -> None:
    raw = weir / "content" / "raw"
    for name, words in (("b", "Bream bit at noon in the pool."), ("a", "Ants sat still under the sluice.")):
        article(raw, name, "One title", words)
        assert built(weir).status == 0
    (raw / "c.txt").write_bytes((raw / "a.txt").read_bytes().replace(b"Ants", b"Asps"))
    site = built(weir)
    book = ledger.load(weir / "content" / "ledger.csv")
    assert {entry.id: entry.address for entry in book if entry.id in ("a.txt", "b.txt", "c.txt")} == {
        "b.txt": "2031/05/03/one-title/",
        "a.txt": "2031/05/03/one-title-2/",
        "c.txt": "2031/05/03/one-title-3/",
    }
    assert {path for path in found(site, b"One title") if path.startswith("2031/05/03/one-title")} == {
        f"2031/05/03/one-title{n}/index.html" for n in ("", "-2", "-3")
    }


def test_two_people_of_one_name_have_two_pages_and_a_doubtful_mention_none(weir: Path) -> None:
    actors = weir / "content" / "actors"
    for slug in ("pat-oster", "pat-oster-2"):
        head = f"kind: person\nname: Pat Öster\nsort_name: Öster, Pat\nnote: {slug} is not the other.\n"
        (actors / f"{slug}.md").write_text(f"---\n{head}---\nA life of {slug}.\n")
    article(weir / "content" / "raw", "pat", "Two of one name", "“We are two here,” said Pat Öster.")
    site = built(weir)
    assert site.status == 0, site.said
    assert found(site, b"A life of pat-oster.") == ["people/pat-oster/index.html"]
    assert found(site, b"A life of pat-oster-2.") == ["people/pat-oster-2/index.html"]
    page = site.files("index.html")["2031/05/03/two-of-one-name/index.html"]
    assert b"Pat \xc3\x96ster" in page
    assert b"people/pat-oster" not in page
