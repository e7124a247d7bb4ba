"""Throw made-up input at every parser for a while, and keep what one of them cannot bear.

    python -m tests.quality.fuzz --minutes 10 [--only text,page] [--seed 1]

A find (an error that is no message for a user, or more processor time than the input is worth) is kept in
tests/hostile/finds/, where the tests give it to its parser for ever after.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import time
import traceback

from tests.hostile.parsers import PARSERS, knowledge, made_up, parse
from tests.hostile.test_parsers import FINDS

LONGEST = 20_000
"""Bytes of one input."""
SECONDS = 2.0


def trial(name: str, data: bytes) -> str | None:
    """What is wrong with what a parser does with an input."""
    start = time.process_time()
    try:
        parse(name, data)
    except (Exception, RecursionError):
        return traceback.format_exc(limit=-3)
    seconds = time.process_time() - start
    return f"{seconds:.1f} seconds for {len(data):,} bytes" if seconds > SECONDS else None


def keep(name: str, data: bytes) -> str:
    FINDS.mkdir(exist_ok=True)
    path = FINDS / f"{name}-{hashlib.sha256(data).hexdigest()[:8]}.bin"
    path.write_bytes(data)
    return str(path)


def fuzz(name: str, seconds: float, seed: int) -> tuple[int, dict[str, str]]:
    """Run one parser for so long; returns how many inputs it had, and a find for each kind of fault."""
    chance, finds, count = random.Random(f"{name} {seed}"), dict[str, str](), 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        data, count = made_up(chance, LONGEST), count + 1
        fault = trial(name, data)
        if fault and fault.splitlines()[-1][:60] not in finds:
            finds[fault.splitlines()[-1][:60]] = keep(name, data)
            print(fault, file=sys.stderr)
    return count, finds


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=10.0, help="for each parser")
    parser.add_argument("--only", default=",".join(PARSERS), help="some of the parsers, by commas")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    knowledge()
    failed = 0
    for name in options.only.split(","):
        count, finds = fuzz(name, options.minutes * 60, options.seed)
        print(f"{name}: {count:,} inputs, {len(finds)} finds {' '.join(finds.values())}".rstrip(), flush=True)
        failed += len(finds)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
