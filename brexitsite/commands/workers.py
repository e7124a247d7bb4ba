"""Spread work over processes of this machine or of a cluster, one code path for all.

Work is sent in partitions of many items, since the cost of sending hardly depends on the size,
and only a few partitions are under way at once, so memory stays flat. A worker that dies loses
nothing: its partition is given out again, and one that kills workers by itself is cut in two
until the item at fault stands alone.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from typing import Any, TypeVar

from brexitsite.errors import BrexitsiteError
from brexitsite.store import forked

Result = TypeVar("Result")
Work = Callable[[Sequence[str]], list[Result]]

PARTITION = 64
"""Items sent at once: a second of work or less, so that progress moves and no core idles at the end."""


def in_partitions(
    work: Work[Result],
    items: Sequence[str],
    lost: Callable[[str], Result],
    workers: int = 1,
    cluster: str | None = None,
) -> Iterator[Result]:
    """Do `work` on all items, results in the items' order; `lost` stands in for an item that kills.

    With `cluster`, the address of a dask scheduler, the same partitions go there.
    """
    partitions = deque(items[n : n + PARTITION] for n in range(0, len(items), PARTITION))
    if cluster:
        yield from _on_cluster(work, partitions, lost, cluster)
    elif workers <= 1 or len(partitions) <= 1:
        for partition in partitions:
            yield from work(partition)
    else:
        yield from _in_processes(work, partitions, lost, workers)


def _in_processes(
    work: Work[Result], partitions: deque[Sequence[str]], lost: Callable[[str], Result], workers: int
) -> Iterator[Result]:
    while partitions:
        with _pool(workers) as pool:
            try:
                for results in _streamed(pool, work, partitions, workers * 2):
                    yield from results
            except BrokenProcessPool:
                pass
        if partitions:
            yield from _carefully(work, partitions.popleft(), lost)


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, multiprocessing.get_context("fork"), forked.begin)


def _streamed(
    pool: Executor, work: Work[Result], partitions: deque[Sequence[str]], ahead: int
) -> Iterator[list[Result]]:
    """Results in order; a partition leaves the queue only when its result is there."""
    under_way: deque[Future[list[Result]]] = deque()
    sent = 0
    while partitions:
        while len(under_way) < ahead and sent < len(partitions):
            under_way.append(pool.submit(work, partitions[sent]))
            sent += 1
        results = under_way.popleft().result()
        partitions.popleft()
        sent -= 1
        yield results


def _carefully(
    work: Work[Result], partition: Sequence[str], lost: Callable[[str], Result]
) -> Iterator[Result]:
    """Do a partition over which a worker died, alone in a process, and in halves if it dies again."""
    try:
        with _pool(1) as pool:
            results = pool.submit(work, partition).result()
    except BrokenProcessPool:
        if len(partition) == 1:
            yield lost(partition[0])
            return
        middle = len(partition) // 2
        yield from _carefully(work, partition[:middle], lost)
        yield from _carefully(work, partition[middle:], lost)
    else:
        yield from results


def _on_cluster(
    work: Work[Result], partitions: deque[Sequence[str]], lost: Callable[[str], Result], address: str
) -> Iterator[Result]:
    """The same on a cluster; the scheduler gives a dead worker's partition to another one."""
    with closing(_client(address)) as client:
        ahead = max(2, 2 * sum(client.nthreads().values()))
        under_way: deque[tuple[Sequence[str], Any]] = deque()
        while partitions or under_way:
            while partitions and len(under_way) < ahead:
                under_way.append((partitions[0], _sent(client, work, partitions.popleft())))
            yield from _received(client, work, *under_way.popleft(), lost)


def _sent(client: Any, work: Work[Result], partition: Sequence[str]) -> Any:
    return client.submit(work, partition, pure=False)


def _received(
    client: Any, work: Work[Result], partition: Sequence[str], sent: Any, lost: Callable[[str], Result]
) -> Iterator[Result]:
    """The results of a partition; one over which several workers died is cut in two and sent again."""
    from distributed import KilledWorker

    try:
        yield from sent.result()
    except KilledWorker:
        if len(partition) == 1:
            yield lost(partition[0])
            return
        middle = len(partition) // 2
        for half in (partition[:middle], partition[middle:]):
            yield from _received(client, work, half, _sent(client, work, half), lost)


def _client(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError:
        raise BrexitsiteError(
            "--cluster: dask.distributed is not installed; run pip install 'brexitsite[cluster]'"
        ) from None
    try:
        return Client(address, timeout="3s")  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        fault = f"--cluster {address}: no scheduler answers ({error})"
        raise BrexitsiteError(f"{fault}; start one there") from None
