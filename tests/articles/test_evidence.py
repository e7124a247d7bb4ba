from __future__ import annotations

from datetime import date

import pytest

from brexitsite.articles.evidence import NO_EVIDENCE, Evidence


def named(evidence: Evidence, sentence: str) -> list[tuple[str, date, bool]]:
    return [(sentence[e.start : e.end], e.days[0], e.is_told_after) for e in evidence.named(sentence)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Dock Vote is near.", [("Dock Vote", date(2019, 4, 4), False)]),
        ("The fall of the old pier was loud.", [("fall of the old pier", date(2019, 3, 28), True)]),
        (
            "The union would after all agree to a second dock.",
            [("union would after all agree to a second dock", date(2019, 2, 20), False)],
        ),
        ("The dock voters came to the European Council.", [("European Council", date(2019, 4, 10), False)]),
    ],
)
def test_events_are_found_by_whole_names(evidence: Evidence, sentence: str, expected: object) -> None:
    assert named(evidence, sentence) == expected


def test_a_referendum_is_named_by_its_noun_alone(evidence: Evidence) -> None:
    assert named(evidence, "Thursday's referendum")[0][1] == date(2019, 4, 4)


def test_a_gap_is_bounded(evidence: Evidence) -> None:
    far = "The union would " + "very " * 9 + "second dock."
    assert named(evidence, far) == []


def test_holders_of_an_office_are_listed_once(evidence: Evidence) -> None:
    assert [t.name for t in evidence.holders("prime-minister")] == ["Ann Other", "Bo Lee"]


def test_nothing_is_known_without_a_digest() -> None:
    assert named(NO_EVIDENCE, "The dock vote.") == []
