"""Publish the release before this one again."""

from __future__ import annotations

from pathlib import Path

from brexitsite.commands.site import say
from brexitsite.publish import disk
from brexitsite.publish.lock import locked
from brexitsite.publish.releases import Shelf
from brexitsite.store.project import Project


def run(project: Project, output: Path | None = None) -> int:
    """Let readers see the release before the current one; returns the exit status."""
    shelf = Shelf(output or project.output)
    with disk.refusals(), locked(project.cache, "a rollback", say):
        name = shelf.roll_back()
    say(f"{shelf.output}: readers see release {name} again; the next build publishes anew.")
    return 0
