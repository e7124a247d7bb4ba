from __future__ import annotations

from datetime import date

from brexitsite.articles.header import Header
from brexitsite.articles.layout import Line

LINE = Line(3, 0, 9, "## A title")


def test_what_was_stated_first_stays() -> None:
    first = Header().and_used(LINE, "date", day=date(2019, 4, 3))
    assert first.and_used(LINE, "date", day=date(2019, 4, 9)).day == date(2019, 4, 3)


def test_what_is_unknown_states_nothing() -> None:
    assert Header(source="Harbour News").and_used(LINE, "byline", source=None).source == "Harbour News"


def test_a_day_of_change_is_the_day_only_where_no_other_is_stated() -> None:
    assert Header(changed=date(2019, 4, 9)).stated_day == date(2019, 4, 9)
    assert Header(day=date(2019, 4, 3), changed=date(2019, 4, 9)).stated_day == date(2019, 4, 3)


def test_a_heading_mark_is_no_part_of_the_title() -> None:
    assert Header().titled(LINE).title_words == "A title"
    assert Header().titled(LINE, "label", "# A title").title_words == "# A title"
