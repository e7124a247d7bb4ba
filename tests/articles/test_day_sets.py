from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from brexitsite.articles.day_sets import Days, any_of, between, both, month, size, span

SETS = st.lists(st.tuples(st.integers(1, 60), st.integers(0, 9)), max_size=5).map(
    lambda pairs: any_of(between(a, a + n) for a, n in pairs)
)


def days(found: Days) -> set[int]:
    return {n for first, last in found for n in range(first, last + 1)}


@given(SETS, SETS)
def test_sets_of_days_behave_as_sets(a: Days, b: Days) -> None:
    assert days(both(a, b)) == days(a) & days(b)
    assert days(any_of([a, b])) == days(a) | days(b)
    assert size(a) == len(days(a))


def test_no_day_lies_between_days_the_wrong_way_round() -> None:
    assert between(date(2019, 4, 4), date(2019, 4, 3)) == ()


def test_months_are_counted_over_the_years_end() -> None:
    assert month(date(2018, 12, 30), 2) == between(date(2019, 2, 1), date(2019, 2, 28))
    assert month(date(2019, 1, 1), -1) == between(date(2018, 12, 1), date(2018, 12, 31))


def test_a_span_counts_the_days_between_parts() -> None:
    assert span(((1, 2), (9, 10))) == 9
