"""Run Pelican on a project, into a fresh folder; any warning of its is an error here.

Pelican logs and skips a plugin that does not load or a page that it cannot read, and ends well.
A digest that lost a page without a word would be worse than none, so the first warning stops it.
"""

from __future__ import annotations

import locale
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from brexitsite.errors import BrexitsiteError, BuildError

PUBLIC = 0o022
"""What everybody may read and only the owner write: a web server reads the site, whatever the umask."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """What one run of Pelican reads and where it writes."""

    settings: Path
    content: Path
    articles: Path
    ledger: Path
    state: Path
    parsed: Path
    previous: Path | None
    workers: int | None = None
    site_url: str | None = None
    search: bool = True

    def overrides(self, folder: Path) -> dict[str, Any]:
        """The settings that this run adds to pelicanconf.py's."""
        settings: dict[str, Any] = {
            "PATH": str(self.content),
            "OUTPUT_PATH": str(folder),
            "DELETE_OUTPUT_DIRECTORY": False,
            "BREXITSITE_ARTICLES": str(self.articles),
            "BREXITSITE_LEDGER": str(self.ledger),
            "BREXITSITE_STATE": str(self.state),
            "BREXITSITE_PARSED": str(self.parsed),
            "BREXITSITE_PREVIOUS": str(self.previous) if self.previous else None,
            "BREXITSITE_SEARCH": self.search,
            "LOCALE": ["C.UTF-8", "en_US.UTF-8", "C"],
        }
        if self.workers:
            settings["BREXITSITE_WORKERS"] = self.workers
        if self.site_url:
            settings["SITEURL"] = self.site_url.rstrip("/")
        return settings


def render(rendering: Rendering, folder: Path) -> None:
    """Write the site's changed pages below `folder` and the new state; raises BuildError."""
    from pelican import Pelican, console
    from pelican.settings import read_settings

    console.quiet = True
    with _warnings_as_errors(), umask(PUBLIC), _locale_kept():
        Pelican(read_settings(str(rendering.settings), rendering.overrides(folder))).run()


class FirstWarning(logging.Handler):
    """Keeps the first thing that Pelican complains of, and stops it there."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: str | None = None
        self.error: BaseException | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self.said is None:
            self.said = " ".join(record.getMessage().split())
            self.error = record.exc_info[1] if record.exc_info else None
        raise ComplaintError(self.said) from self.error


class ComplaintError(Exception):
    """Pelican has warned of something."""


@contextmanager
def _warnings_as_errors() -> Iterator[None]:
    """Let Pelican's warnings, and what it logs and swallows, surface as the one error they are."""
    handler, root = FirstWarning(), logging.getLogger()
    handlers, root.handlers = root.handlers, [handler]
    try:
        yield
    except BrexitsiteError:
        raise
    except ComplaintError as complaint:
        raise _told(handler, complaint) from complaint
    finally:
        root.handlers = handlers
    if handler.said is not None:
        raise _told(handler, handler.error)


def _told(handler: FirstWarning, error: BaseException | None) -> BrexitsiteError:
    if isinstance(handler.error, BrexitsiteError):
        return handler.error
    failure = BuildError(f"Pelican: {handler.said}; nothing was published")
    failure.__cause__ = error
    return failure


@contextmanager
def _locale_kept() -> Iterator[None]:
    """Pelican sets its own for the whole process."""
    before = locale.setlocale(locale.LC_ALL)
    try:
        yield
    finally:
        locale.setlocale(locale.LC_ALL, before)


@contextmanager
def umask(mask: int) -> Iterator[None]:
    """What is made meanwhile is not open to these."""
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)
