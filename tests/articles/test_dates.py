from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brexitsite.articles.dates import WIDEST, infer
from brexitsite.articles.evidence import NO_EVIDENCE, Evidence
from brexitsite.model import Event


def test_clues_together_leave_a_window_with_its_evidence(evidence: Evidence) -> None:
    found = infer(
        ["Port Secretary Cy Day spoke.", "Ports get ready ahead of Thursday's dock vote.", "It rained."],
        evidence,
    )
    assert found is not None
    assert found.window == (date(2019, 3, 28), date(2019, 4, 4))
    assert (found.day, found.basis) == (date(2019, 3, 31), "inferred")
    assert found.evidence == (
        "Ports get ready ahead of Thursday's dock vote.",
        "Port Secretary Cy Day spoke.",
    )


@pytest.mark.parametrize(
    "paragraphs",
    [
        [],
        ["May spoke on Thursday. It may rain in a second."],
        ["They will vote on 4 April."],
        ["Prime Minister Ann Other spoke."],
        ["Port Secretary Cy Day spoke.", "The dock vote last month was close."],
    ],
)
def test_no_window_is_given_where_clues_tell_too_little_or_contradict(
    evidence: Evidence, paragraphs: list[str]
) -> None:
    assert infer(paragraphs, evidence) is None


def test_prose_alone_is_no_evidence() -> None:
    assert infer(["She will return on Wednesday, ahead of the vote next week."], NO_EVIDENCE) is None


@given(
    st.lists(
        st.sampled_from(
            [
                "Port Secretary Cy Day",
                "on Thursday",
                "Thursday's dock vote",
                "4 April",
                "in May",
                "next week",
                ".",
            ]
        ),
        max_size=12,
    )
)
def test_a_window_is_never_wider_than_a_month(words: list[str]) -> None:
    found = infer([" ".join(words)], _EVIDENCE)
    if found and found.window:
        first, last = found.window
        assert first <= found.day <= last
        assert (last - first).days < WIDEST


_EVIDENCE = Evidence.of((), {}, ())


def test_waiting_for_a_vote_and_its_countdown_leave_a_window() -> None:
    vote = Event(
        date(2019, 4, 4), "The town votes", "x", ("dock referendum",), awaited=("if the town votes",)
    )
    found = infer(
        ["Harbour News", "If the town votes for it, ships will come. Seven days to go."],
        Evidence.of((), {}, (vote,)),
    )
    assert found is not None
    assert found.window == (date(2019, 3, 27), date(2019, 3, 29))
    assert found.evidence[0] == "Seven days to go."
