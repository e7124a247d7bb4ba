"""No parser falls over, and none goes back and forth for ever, whatever it is given."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.hostile.parsers import PARSERS, PIECES, knowledge, parse

FINDS = Path(__file__).with_name("finds")
SECONDS = 2.0
"""Of processor time for 20,000 characters; the slowest parser takes a tenth."""

pieces = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=40).map("".join)


@pytest.fixture(scope="module", autouse=True)
def _known() -> None:
    knowledge()


@pytest.mark.parametrize("name", PARSERS)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=pieces, odd=st.binary(max_size=8))
def test_a_parser_understands_or_tells_what_is_wrong(name: str, text: str, odd: bytes) -> None:
    parse(name, text.encode("utf-8", "replace") + odd)


@pytest.mark.parametrize("name", PARSERS)
def test_runs_of_anything_take_linear_time(name: str) -> None:
    chance = random.Random(name)
    for _ in range(6):
        run = "".join(chance.choices(PIECES, k=chance.randrange(1, 4)))
        data = (run * 20_000)[:20_000].encode("utf-8", "replace") + b"x"
        start = time.process_time()
        parse(name, data)
        assert time.process_time() - start < SECONDS, repr(run)


@pytest.mark.parametrize("find", sorted(FINDS.glob("*.bin")), ids=lambda path: path.stem)
def test_what_was_found_once_stays_mended(find: Path) -> None:
    start = time.process_time()
    parse(find.stem.rpartition("-")[0], find.read_bytes())
    assert time.process_time() - start < SECONDS
