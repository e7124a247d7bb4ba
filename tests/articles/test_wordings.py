from __future__ import annotations

from datetime import date

import pytest

from brexitsite.articles.wordings import NO_WORDINGS, Wordings

DAY = date(2019, 4, 4)
WORDINGS = Wordings.of({"(city|old town) … votes": (DAY,), "dock (no. 2) opens": (DAY,)})


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("If the Old Town at last votes, it rains.", ["Old Town at last votes"]),
        ("The city votes and the city votes.", ["city votes", "city votes"]),
        ("The Dock (No. 2) opens.", ["Dock (No. 2) opens"]),
        ("The port votes.", []),
        ("The city voted.", []),
        ("The city " + "very " * 9 + "votes.", []),
    ],
)
def test_wordings_are_found_with_their_gaps_and_choices(sentence: str, found: list[str]) -> None:
    assert [sentence[f.start : f.end] for f in WORDINGS.find(sentence)] == found


def test_what_is_found_has_the_days_of_its_event() -> None:
    assert [f.days for f in WORDINGS.find("The city votes.")] == [(DAY,)]


def test_no_wordings_find_nothing() -> None:
    assert list(NO_WORDINGS.find("The city votes.")) == []
