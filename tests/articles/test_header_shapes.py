from __future__ import annotations

from datetime import date

from brexitsite.articles import layout
from brexitsite.articles.header import Header
from brexitsite.articles.header_shapes import one_line, trailer

PROSE = "The board met for three hours and decided nothing at all. " * 4


def test_a_text_on_one_line_is_parted_by_its_date() -> None:
    header = one_line(layout.read(f"Dock opens 3 April 2019 {PROSE}"))
    assert header is not None
    assert (header.title_words, header.day, header.cut) == ("Dock opens", date(2019, 4, 3), {0: 24})


def test_a_date_in_a_sentence_parts_nothing() -> None:
    assert one_line(layout.read(f"The dock opened on 3 April 2019 and nobody came. {PROSE}")) is None


def test_a_trailer_is_read_from_the_end_up_to_the_first_line_of_prose() -> None:
    lines = layout.read(f"Title\n{PROSE}\nLoad-Date: April 4, 2019\nLanguage: English\nAll rights reserved")
    header = trailer(Header(), lines)
    assert header.changed == date(2019, 4, 4)
    assert sorted(header.used) == [2, 3, 4]


def test_a_link_at_the_end_is_the_articles_address() -> None:
    lines = layout.read(f"Title\n{PROSE}\n[Read it there](https://news.example/dock)")
    assert trailer(Header(), lines).url == "https://news.example/dock"


def test_what_an_archive_files_a_text_under_goes_with_its_end() -> None:
    top, end = f"Title\n{PROSE}", "Classification\nSubject: Harbours (90%)\nLoad-Date: April 4, 2019"
    header = trailer(Header(), layout.read(f"{top}\n{end}\nEnd of Document"))
    assert (header.changed, sorted(header.used)) == (date(2019, 4, 4), [2, 3, 4, 5])


def test_a_crosshead_of_that_name_is_prose() -> None:
    assert not trailer(Header(), layout.read(f"Title\n{PROSE}\nClassification\n{PROSE}")).used
