from __future__ import annotations

from collections.abc import Callable

from brexitsite.articles.copies import glued, repeated
from brexitsite.articles.layout import Line
from brexitsite.articles.view import View

Lines = Callable[[str], list[Line]]
PARAGRAPH = "The board met on Monday and heard the unions speak of pay."


def test_the_copy_that_ends_as_prose_stays(lines: Lines) -> None:
    assert list(repeated(View(lines(f"{PARAGRAPH[:-1]}\nIt rained.\n{PARAGRAPH}")), {})) == [0]


def test_short_lines_may_stand_twice(lines: Lines) -> None:
    assert list(repeated(View(lines("Order! Order!\nIt rained.\nOrder! Order!")), {})) == []


def test_what_follows_a_second_headline_with_its_date_is_another_article(lines: Lines) -> None:
    text = "\n".join([*(f"It rained on day {n}." for n in range(6)), "Rain stops at last in Northport",
                      "4 April 2019", "It is dry."])  # fmt: skip
    assert list(glued(View(lines(text)), {})) == [6, 7, 8]


def test_a_diary_with_many_dates_is_one_article(lines: Lines) -> None:
    day = "The board meets in the old town hall\n{} April 2019\nIt rained."
    text = "\n".join(["It rained again."] * 6 + [day.format(n) for n in (3, 4)])
    assert list(glued(View(lines(text)), {})) == []
