"""Read content/timeline.toml: what happened on which day."""

from __future__ import annotations

from pathlib import Path

from brexitsite.model import Event
from brexitsite.store.fields import Fields, read_toml


def load(path: Path) -> tuple[Event, ...]:
    """Every event, oldest first."""
    if not path.exists():
        return ()
    fields = Fields(path, read_toml(path))
    events = [_event(row) for row in fields.tables("event")]
    fields.finish()
    return tuple(sorted(events, key=lambda event: event.day))


def _event(row: Fields) -> Event:
    event = Event(
        day=row.required_day("date"),
        title=row.required("title"),
        source=row.required("source"),
        names=row.texts("names"),
        about=row.text("about") or "",
        unforeseen=row.flag("unforeseen") or False,
        awaited=row.texts("awaited"),
        told=row.texts("told"),
    )
    row.finish()
    return event
