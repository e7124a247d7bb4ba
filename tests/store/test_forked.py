import os
import signal
import time

import pytest

from brexitsite.errors import BuildError
from brexitsite.store import forked


def pause(number):
    """Long enough that every process gets some of the work."""
    time.sleep(0.02)
    return number, os.getpid()


def test_pieces_come_back_in_order_from_this_process_and_others():
    made = forked.each(pause, range(20), workers=3)
    assert [number for number, _ in made] == list(range(20))
    others = {process for _, process in made}
    assert os.getpid() in others
    assert 2 <= len(others) <= 3


def test_one_worker_is_this_process():
    assert {process for _, process in forked.each(pause, range(3), workers=1)} == {os.getpid()}


def test_a_closure_does_the_work():
    factor = 3
    assert forked.each(lambda n: n * factor, [1, 2, 3, 4], workers=2) == [3, 6, 9, 12]


def test_nothing_to_do_is_done():
    assert forked.each(pause, [], workers=2) == []


@pytest.mark.parametrize("here", [True, False], ids=["in this process", "in another"])
def test_what_the_work_raises_is_raised(here):
    home = os.getpid()

    def fail(number):
        if (os.getpid() == home) is here:
            raise BuildError(f"piece {number} is broken")
        return pause(number)

    with pytest.raises(BuildError, match=r"piece \d+ is broken"):
        forked.each(fail, range(10), workers=2)


def test_a_killed_process_loses_nothing():
    home = os.getpid()

    def die(number):
        if os.getpid() != home:
            os.kill(os.getpid(), signal.SIGKILL)
        return pause(number)

    assert forked.each(die, range(10), workers=3) == [(number, home) for number in range(10)]


def test_work_within_work_finds_its_way_back():
    assert forked.each(lambda n: sum(forked.each(lambda m: n * m, [1, 2, 3], 2)), [1, 2], 2) == [6, 12]
