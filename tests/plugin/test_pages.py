"""What the pages of the second digest show, and that nothing of the first one's subject is built in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import html5lib
import pytest
from markupsafe import Markup

from brexitsite.plugin import generator
from brexitsite.plugin.addresses import Here
from brexitsite.plugin.cards import Cards
from brexitsite.plugin.edition import MANY
from brexitsite.plugin.unit import Page
from brexitsite.store import articles

from .conftest import REPOSITORY, THEME, Digest

FULL, EXTRACT, RETOLD = (
    "2031/05/02/bridge-stays-shut/",
    "2031/05/03/queue-at-the-landing-stage/",
    "2031/06/15/mayor-takes-the-ferry/",
)
SUBJECT = re.compile(r"brexit(?!site)|referendum|european union|westminster|downing", re.IGNORECASE)


def pages(built: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in built.items() if name.endswith(".html")}


def sources() -> Iterator[Path]:
    for folder in (THEME, REPOSITORY / "brexitsite" / "plugin"):
        yield from (
            path for path in folder.rglob("*") if path.suffix in {".py", ".html", ".css", ".js", ".toml"}
        )


def outputs(second: Digest) -> Iterator[object]:
    for unit in generator.units(second.edition()):
        yield from unit.make()


def page(second: Digest, address: str) -> Any:
    return second.page(address).view


def test_neither_theme_nor_plugin_knows_the_subject() -> None:
    assert not [path.name for path in sources() if SUBJECT.search(path.read_text("utf-8"))]


def test_every_page_is_made_by_a_template_of_our_own(second: Digest) -> None:
    used = {output.template for output in outputs(second) if isinstance(output, Page)}
    owned = {path.name for path in (THEME / "templates").glob("*.html")}
    assert used <= owned
    assert owned - used <= {"base.html", "index_page.html", "period.html", "subject.html", "person_part.html"}


def test_every_page_is_well_formed(built: dict[str, str]) -> None:
    for name, text in pages(built).items():
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(text)
        assert not parser.errors, f"{name}: {parser.errors[0]}"


def test_no_page_has_a_script_or_style_of_its_own(built: dict[str, str]) -> None:
    for name, text in pages(built).items():
        scripts = re.findall(r"<script(?![^>]*(?: src=| type=\"application/ld\+json\"))", text)
        assert not scripts, name
        assert not re.search(r"<style| style=| on[a-z]+=", text), name


def test_links_inside_the_site_are_relative(built: dict[str, str]) -> None:
    for name, text in pages(built).items():
        body = text.partition("<body")[2]
        rooted = re.findall(r'(?:href|src)="(/[^"]*|https://bridge\.example[^"]*)"', body)
        assert bool(rooted) == (name == "404.html"), (name, rooted[:3])


def test_text_that_looks_like_markup_is_shown_as_text(built: dict[str, str]) -> None:
    assert "not rise &lt;before&gt; June" in built[f"{EXTRACT}index.html"]


# --- articles and quotations --------------------------------------------------------------


def test_an_article_tells_where_it_comes_from_and_how_its_day_is_known(second: Digest) -> None:
    view = page(second, FULL)
    assert (view.day.text, view.outlet.text, view.authors) == (
        "2 May 2031",
        "The Harrow Mail",
        ("Iris Lowe",),
    )
    assert view.day_note == "The date is the one that the article states."
    assert view.original.href == "https://mail.example/2031/05/02/bridge"
    assert view.reading == "1 minute to read"
    assert [actor.name for actor in view.people] == ["Mara Quill", "Tobias Fenn"]
    assert view.next.title == "A queue at the landing stage"


def test_an_inferred_day_says_about_and_from_when_to_when(second: Digest) -> None:
    view = page(second, RETOLD)
    assert view.day.text == "about June 2031"
    assert "between 1 June 2031 and 30 June 2031" in view.day_note
    assert not view.day_evidence, "a retelling has none of the paper's words"


def test_a_quotation_carries_its_speaker_and_the_office_on_that_day(second: Digest) -> None:
    first = page(second, FULL).quotations[0]
    assert [(s.name, s.role) for s in first.speakers] == [("Mara Quill", "Mayor of Harrow")]
    assert first.known.source_words == "the mayor"
    assert first.known.certainty
    assert not first.known.checked


def test_a_retelling_never_shows_its_own_words_as_the_papers(second: Digest) -> None:
    view = page(second, RETOLD)
    assert view.notice.startswith("Retold in our own words")
    known = [quotation.known for quotation in view.quotations]
    assert {words for one in known for words in (one.source_words, one.cue)} == {None}
    rows = json.loads(second.clean()["data/quotations.json"])
    assert {row["said_by"] for row in rows if row["article"] == RETOLD} == {None}


def test_an_extract_shows_each_quotation_once_in_its_sentence(second: Digest) -> None:
    view = page(second, EXTRACT)
    assert view.form == "extract"
    html = "".join(paragraph.html for paragraph in view.paragraphs)
    anchors = re.findall(r'id="q-([a-z0-9]+)"', html)
    assert len(anchors) == len(set(anchors)) == 5
    shown = [card.id for paragraph in view.paragraphs for card in paragraph.quotations]
    assert shown == [card.id for card in view.quotations]


def test_words_that_go_on_beyond_the_opening_stand_below_it_alone(second: Digest) -> None:
    html = "".join(paragraph.html for paragraph in page(second, EXTRACT).paragraphs)
    assert html.count("Whoever closes a road must open another,") == 1


def test_an_extract_opens_with_whole_sentences(second: Digest) -> None:
    view = page(second, EXTRACT)
    opening = [Markup(p.html).striptags() for p in view.paragraphs[: view.excerpts_from]]
    assert sum(len(text.split()) for text in opening) <= 60
    assert all(re.search(r"[.!?]”?( …)?$", text) for text in opening), opening


def test_the_opening_of_one_endless_sentence_is_cut(second: Digest) -> None:
    raw = next(second.content.glob("articles/2031/05/03/queue*.md"))
    head, fence, _ = raw.read_text().rpartition("---\n")
    raw.write_text(f"{head}{fence}\n{'and so on ' * 50}\n")
    record = raw.with_suffix(".json")
    record.write_text('{"names": {},\n"mentions": [],\n"quotations": []}\n')
    (only,) = page(second, EXTRACT).paragraphs
    assert only.html.count("and so on") == 20
    assert only.html.endswith(" …</p>")


def test_a_heading_between_paragraphs_is_one(second: Digest) -> None:
    raw = next(second.content.glob("articles/2031/05/02/bridge*.md"))
    raw.write_text(f"{raw.read_text().rstrip()}\n\nNO WAY OVER\n\nThe ferry runs.\n")
    html = [paragraph.html for paragraph in page(second, FULL).paragraphs]
    assert html[-2:] == ['<h2 class="crosshead">NO WAY OVER</h2>', "<p>The ferry runs.</p>"]


def test_a_quotation_leads_to_the_same_words_elsewhere_and_not_twice(second: Digest) -> None:
    view = page(second, "quotes/br000001/")
    assert [copy.article.text for copy in view.elsewhere] == ["A queue at the landing stage"]
    assert not view.later


def test_a_quotation_can_be_cited_and_reported(second: Digest) -> None:
    view = page(second, "quotes/br000006/")
    assert "quotation br000006" in view.citation.plain
    assert view.raw_sha256 in view.citation.plain
    assert view.report.startswith("mailto:desk@bridge.example?subject=Quotation%20br000006")
    assert view.original.href.startswith("https://post.example/a?x=1&y=2#:~:text=Whoever")


def test_words_that_go_on_have_one_page(built: dict[str, str]) -> None:
    assert "data-moved" in built["quotes/br000007/index.html"]


# --- people -------------------------------------------------------------------------------


def test_a_profile_tells_who_somebody_was_and_what_they_said(second: Digest) -> None:
    view = page(second, "people/mara-quill/")
    assert [(t.office, t.span) for t in view.tenures] == [("Mayor of Harrow", "since 1 January 2030")]
    assert [party.party for party in view.parties] == ["River List"]
    assert view.aliases == ("Mara J. Quill",)
    assert [link.text for link in view.identifiers] == ["Wikidata"]
    assert [topic.text for topic in view.topics] == ["Floods", "Tolls & fares"]
    assert ("Side", "Open (The Harrow Mail)") in view.facts
    assert len(view.latest) == 3


def test_words_from_one_article_stand_together_in_its_order(second: Digest) -> None:
    first, *_ = reversed(page(second, "people/tobias-fenn/").latest)
    assert first.article.text == "Bridge stays shut, and the ferry is full"
    assert [card.id for card in first.quotations] == ["br000002", "br000003"]


def test_a_profile_tells_whom_somebody_speaks_about_and_who_of_them(second: Digest) -> None:
    fenn, quill = page(second, "people/tobias-fenn/"), page(second, "people/mara-quill/")
    assert [counted.text for counted in fenn.speaks_about] == ["Mara Quill"]
    assert [counted.text for counted in quill.said_about_by] == ["Tobias Fenn"]


def test_a_reply_stands_on_the_profile(built: dict[str, str]) -> None:
    text = built["people/tobias-fenn/index.html"]
    assert "What Tobias Fenn says to this" in text
    assert "never owned a boat" in text


def test_a_profile_without_words_says_so(second: Digest) -> None:
    actor = second.content / "actors" / "ann-silent.md"
    actor.write_text("---\nkind: person\nname: Ann Silent\nsort_name: Silent, Ann\n---\nA ferry hand.\n")
    view = page(second, "people/ann-silent/")
    assert view.empty == "The digest has no words of Ann Silent yet."
    assert view.search is None
    assert view.feeds == ()


def test_a_profile_leads_into_search_by_the_name_that_is_filtered_by(second: Digest) -> None:
    assert page(second, "people/mara-quill/").search.href == "../../search/?speaker=Mara%20Quill"
    facets = second.page("quotes/br000001/").frame.facets
    assert ("speaker", "Mara Quill") in [(facet.name, facet.value) for facet in facets]


def test_a_pronoun_is_nobody_to_search_for(second: Digest) -> None:
    for output in (out for out in outputs(second) if isinstance(out, Page)):
        speakers = [facet.value for facet in output.frame.facets if facet.name == "speaker"]
        assert not {"He", "She", "It", "They"} & set(speakers)


@pytest.mark.parametrize(
    ("address", "groups"),
    [
        ("people/", ["F", "H", "Q"]),
        ("people/by/party/", ["River List"]),
        ("people/by/side/", ["Open"]),
        ("people/by/quotations/", ["1 to 4"]),
        ("people/by/organisation/", ["H"]),
    ],
)
def test_the_index_of_people_is_sorted_in_several_ways(
    second: Digest, address: str, groups: list[str]
) -> None:
    assert [group.title for group in page(second, address).groups] == groups


def test_who_is_not_quoted_can_be_left_out_where_there_is_anybody(second: Digest) -> None:
    actor = second.content / "actors" / "ann-silent.md"
    actor.write_text("---\nkind: person\nname: Ann Silent\nsort_name: Silent, Ann\n---\nA ferry hand.\n")
    assert page(second, "people/").sieve
    assert not page(second, "people/by/quotations/").sieve


# --- days and the rest --------------------------------------------------------------------


def test_a_day_tells_what_happened_who_spoke_and_what_was_printed(second: Digest) -> None:
    view = page(second, "2031/05/02/")
    assert [event.title for event in view.events] == ["The council closes the bridge"]
    assert [voice.name for voice in view.voices] == ["Tobias Fenn", "Mara Quill"]
    assert [card.title for card in view.lead] == ["Bridge stays shut, and the ferry is full"]
    assert not view.groups, "the editor's choice is not listed twice"


def test_a_month_lists_articles_of_unknown_day_apart(second: Digest) -> None:
    view = page(second, "2031/06/")
    assert [card.title for card in view.undated] == ["Nobody had expected the mayor to take the ferry"]


def test_the_front_page_leads_with_a_whole_sentence(second: Digest) -> None:
    shown = [day.quotation for day in page(second, "").days if day.quotation]
    assert shown
    assert not any(quotation.partial for quotation in shown)


def test_the_latest_news_is_of_the_day_that_is_shown_first(second: Digest) -> None:
    view = page(second, "")
    assert view.latest.text == "3 May 2031"
    assert view.days[0].day.text.replace("\xa0", " ") == "Saturday, 3 May 2031"


def test_a_single_word_leads_nothing(second: Digest) -> None:
    for record in second.content.glob("articles/2031/05/02/*.json"):
        words = re.compile(r'"text": "[^"]*"')
        record.write_text(words.sub('"text": "Inconclusive"', record.read_text()))
    days = {day.href: day.quotation for day in page(second, "").days}
    assert days["2031/05/02/"] is None


def test_the_method_tells_how_many_quotations_lead_to_somebody(second: Digest) -> None:
    method = second.content / "pages" / "about" / "method.md"
    method.write_text(method.read_text().replace("title:", "shares: true\ntitle:", 1))
    view = page(second, "about/method/")
    assert view.shares_of == "9 quotations"
    assert [(share.number, share.percent) for share in view.shares] == [
        ("7", "78 %"), ("1", "11 %"), ("1", "11 %"), ("1", "11 %"),
    ]  # fmt: skip


def test_without_a_script_search_offers_people_topics_and_days(second: Digest) -> None:
    view = page(second, "search/")
    assert [link.text for link in view.instead][:2] == ["People", "Topics"]
    assert [link.text for link in view.days] == ["3 May 2031", "2 May 2031"]


def test_feeds_are_listed_by_the_name_that_they_are_sorted_by(second: Digest) -> None:
    people = next(group for group in page(second, "feeds/").groups if group.id == "people")
    titles = [row.title for row in people.rows]
    assert "Quill, Mara" in titles
    assert titles == sorted(titles, key=str.casefold)


def test_the_page_of_data_explains_every_column(second: Digest, built: dict[str, str]) -> None:
    view = page(second, "data/")
    columns = [column.name for column in view.tables[0].columns]
    assert built["data/quotations.csv"].splitlines()[0] == ",".join(columns)
    assert [file.link.text for file in view.files] == ["quotations.csv", "quotations.json", "digest.sqlite"]


def test_a_correction_names_both_speakers_and_the_reason(second: Digest) -> None:
    (shown,) = page(second, "corrections/").corrections
    assert (shown.was, [actor.name for actor in shown.now]) == ("Tobias Fenn", ["Mara Quill"])
    assert shown.because == "The paper corrected its report."


def copied(second: Digest, number: int) -> None:
    """The same words once more, in another article."""
    folder = second.content / "articles"
    article = articles.read(folder / f"{FULL[:-1]}.md")
    said = tuple(replace(q, id=f"copy{number}x{n}", continues=None) for n, q in enumerate(article.quotations))
    articles.write(replace(article, slug=f"copy-{number}", quotations=said), folder)


def test_one_more_article_with_the_words_of_very_many_changes_none_of_them(second: Digest) -> None:
    for number in range(MANY + 2):
        copied(second, number)
    before = second.edition()
    said = next(a for a in before.of_article(before.articles[0]) if a.id in before.same_words)
    card = Cards(before, Here.at(FULL, "https://site.example")).quotation(said)
    assert card.elsewhere == f"also in at least {MANY} other articles"
    copied(second, MANY + 2)
    after = second.edition()
    assert before.prints.items() < after.prints.items()
