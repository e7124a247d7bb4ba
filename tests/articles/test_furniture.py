from __future__ import annotations

from brexitsite.articles.furniture import learnt
from brexitsite.articles.layout import Line
from brexitsite.model import Furniture

WIDGET = "Ten ports to see before you drown"


def article(name: str, *extra: str) -> list[Line]:
    own = [" ".join(f"{name}{n}{k}" for k in range(12)) + "." for n in range(4)]
    return [Line(n, 0, 0, text) for n, text in enumerate([*own[:2], *extra, *own[2:]])]


def test_a_line_under_three_articles_is_furniture_with_its_count() -> None:
    found = learnt({name: article(name, WIDGET) for name in "abc"})
    assert found == [Furniture(WIDGET, "It stands in 3 of 3 articles.", 3)]


def test_two_articles_are_too_few() -> None:
    assert learnt({name: article(name, WIDGET) for name in "ab"}) == []


def test_copies_of_one_article_count_once() -> None:
    assert learnt(dict.fromkeys("abcd", article("a", WIDGET))) == []


def test_sentences_and_quotations_that_many_articles_tell_again_stay() -> None:
    told = "The pier fell on Thursday night and nobody was hurt by it."
    assert learnt({name: article(name, told, "“Open the dock”") for name in "abcd"}) == []


def test_reprinted_lines_keep_their_neighbours_and_stay() -> None:
    found = learnt({name: article(name, "One of them", "Two of them", "Three of them") for name in "abcde"})
    assert "Two of them" not in [f.line for f in found]


def test_what_is_known_is_not_learnt_again() -> None:
    known = [Furniture(WIDGET.upper(), "x")]
    assert learnt({name: article(name, WIDGET) for name in "abc"}, known) == []
