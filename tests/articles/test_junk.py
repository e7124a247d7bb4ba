from __future__ import annotations

from collections.abc import Callable

import pytest

from brexitsite.articles import junk
from brexitsite.articles.forms import FORMS
from brexitsite.articles.junk import Decisions
from brexitsite.articles.layout import Line
from brexitsite.errors import Quarantined
from brexitsite.knowledge.junk import Case, FormRule, LineRule, form_rules, line_rules
from brexitsite.model import Furniture

Lines = Callable[[str], list[Line]]
DROPS = [(rule, line) for rule in line_rules() for line in rule.drops]
KEEPS = [(rule, line) for rule in line_rules() for line in rule.keeps]
CASES = [(rule, case) for rule in form_rules().values() for case in rule.cases]


@pytest.mark.parametrize(("rule", "line"), DROPS, ids=lambda value: str(value)[:40])
def test_every_rule_drops_its_examples(rule: LineRule, line: str) -> None:
    assert any(r.takes(line, line.lower()) for r in line_rules() if r.name == rule.name)


@pytest.mark.parametrize(("rule", "line"), KEEPS, ids=lambda value: str(value)[:40])
def test_every_rule_keeps_what_only_looks_like_it(rule: LineRule, line: str) -> None:
    assert not rule.takes(line, line.lower())


@pytest.mark.parametrize(("rule", "case"), CASES, ids=lambda value: getattr(value, "name", "case"))
def test_every_rule_of_form_takes_the_lines_of_its_examples(rule: FormRule, case: Case, lines: Lines) -> None:
    title, *rest = lines(case.text)
    _, dropped = junk.sift(rest, title.text)
    assert tuple(d.text for d in dropped if d.because == rule.name) == case.drops


def test_every_rule_has_a_reason_and_a_method_or_a_line() -> None:
    assert all(rule.because.endswith(".") for rule in (*line_rules(), *form_rules().values()))
    assert set(FORMS) | {"furniture", "title repeated"} == set(form_rules())


def test_furniture_goes_whatever_its_case_and_stops(lines: Lines) -> None:
    known = Decisions(furniture=(Furniture("Ten ports to see before you drown", "x"),))
    prose, dropped = junk.sift(lines("It rained.\nTEN PORTS to see before you drown!"), None, known)
    assert [line.text for line in prose] == ["It rained."]
    assert dropped[0].because == "furniture"


def test_an_editor_keeps_and_drops_what_no_rule_would(lines: Lines) -> None:
    decided = Decisions(keep=("Read more:",), drop=("It rained.",))
    prose, dropped = junk.sift(lines("It rained.\nRead more:\nIt stopped."), None, decided)
    assert [line.text for line in prose] == ["Read more:", "It stopped."]
    assert [(d.text, d.because) for d in dropped] == [("It rained.", "an editor's decision")]


def test_a_decision_on_a_line_that_is_not_there_is_an_error(lines: Lines) -> None:
    with pytest.raises(Quarantined, match=r"'It snowed\.', which the article lacks"):
        junk.sift(lines("It rained."), None, Decisions(drop=("It snowed.",)))


def test_a_decision_may_name_a_line_that_the_header_used(lines: Lines) -> None:
    prose, _ = junk.sift(lines("It rained."), None, Decisions(drop=("Rain!",), gone=("Rain!",)))
    assert len(prose) == 1


def test_pages_are_not_searched_for_captions(lines: Lines) -> None:
    text = "The board met.\nAnn Other (pictured left) speaks to the board about the dock"
    assert len(junk.sift_page(lines(text), [])[0]) == 2


def test_a_headline_of_many_wordings_goes_from_a_page(lines: Lines) -> None:
    prose, _ = junk.sift_page(
        lines("Dock opens\nThe dock opens\nIt rained."), ["Dock opens", "The dock opens"]
    )
    assert [line.text for line in prose] == ["It rained."]
