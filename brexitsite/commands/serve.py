"""Build, show the site on this machine, and build again whenever something is edited."""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
from collections.abc import Generator, Iterator
from multiprocessing.process import BaseProcess
from pathlib import Path

import watchfiles

from brexitsite.commands import build, site
from brexitsite.commands.site import say
from brexitsite.errors import BrexitsiteError
from brexitsite.publish.plan import Plan
from brexitsite.publish.preview import HERE, server
from brexitsite.store.project import Project

PRELOADED = [
    "brexitsite.commands.build",
    "brexitsite.commands.clean",
    "brexitsite.plugin.generator",
    "brexitsite.publish.publishing",
    "brexitsite.publish.search",
]
QUIET = 30
"""Milliseconds without a further change after which a build starts: an editor saves in several steps."""


def run(project: Project, port: int = 8000) -> int:
    """Serve until the person at the terminal has seen enough; returns the exit status."""
    plan = build.plan(project)
    web = server(plan.output, port)
    threading.Thread(target=web.serve_forever, daemon=True).start()
    builder = Builder(plan)
    say(f"http://{HERE}:{port}/ shows the site and follows every edit; Ctrl+C ends it.")
    for _changes in changes(plan):
        builder.start()
    return 0


def changes(plan: Plan, stop: threading.Event | None = None) -> Iterator[object]:
    """Something at once, from when on no edit is missed, and then whenever a build has more to read.

    What builds write does not count.
    """
    while (yield from _until_replaced(plan, stop)):
        pass


def _until_replaced(plan: Plan, stop: threading.Event | None) -> Generator[object, None, bool]:
    """The same, until a root is another file or folder, since the kernel still watches the old one."""
    roots = [str(path.absolute()) for path in _roots(plan) if path.exists()]
    watch = watchfiles.watch(
        *roots,
        watch_filter=Matters(plan),
        step=QUIET,
        debounce=QUIET * 10,
        rust_timeout=QUIET,
        yield_on_timeout=True,
        stop_event=stop,
        raise_interrupt=False,
    )
    yield next(watch, None)
    for changed in filter(None, watch):
        yield changed
        if any(path in roots for _, path in changed):
            return True
    return False


def _roots(plan: Plan) -> tuple[Path, ...]:
    return plan.content, plan.project.root / "theme", plan.project.root / "pelicanconf.py"


class Matters(watchfiles.DefaultFilter):
    """Leaves out what builds write, and what editors leave beside the files that they save."""

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._made = (plan.articles.absolute(), plan.ledger.absolute())

    def __call__(self, change: watchfiles.Change, path: str) -> bool:
        made = any(Path(path).is_relative_to(place) for place in self._made)
        return super().__call__(change, path) and not made and not Path(path).name.startswith(".")


class Builder:
    """Runs one build at a time, each forked from a process that has everything imported."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._processes = multiprocessing.get_context("forkserver")
        self._processes.set_forkserver_preload(PRELOADED)
        self._running: BaseProcess | None = None
        self._shown: str | None = None

    def start(self) -> None:
        """Build once more; a build that is only indexing, its site already shown, is cut short."""
        if self._running is not None:
            if self._plan.shelf.current() != self._shown:
                self._running.terminate()
            self._running.join()
        self._shown = self._plan.shelf.current()
        self._running = self._processes.Process(target=build_once, args=(self._plan,))
        self._running.start()

    def wait(self) -> None:
        """Return when the build that is running has ended."""
        if self._running is not None:
            self._running.join()


def build_once(plan: Plan) -> None:
    """Build in a process of its own; errors are told and not raised."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    try:
        site.build(plan, build.clean)
    except BrexitsiteError as error:
        say(f"brexitsite: {error}")
    except KeyboardInterrupt:
        sys.exit(1)
