"""content/ledger.csv: which addresses were ever given out, and what became of them.

Rows are only ever appended or marked, never removed, so a published address stays taken. The
order of the rows is the order in which the digest added things. `added` is a logical clock, the
newest day that the digest knew when it added a thing, and never the wall clock's: the same input
gives the same bytes on any day.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from brexitsite.errors import ContentError
from brexitsite.store import tables
from brexitsite.store.files import write_atomically

COLUMNS = ("id", "address", "added", "moved_to", "withdrawn")


@dataclass(frozen=True, slots=True)
class Entry:
    """One address: `id` is the raw path of an article or `people/SLUG` of an actor."""

    id: str
    address: str
    added: date
    moved_to: str = ""
    withdrawn: str = ""


class Ledger:
    """The addresses given out so far, and the giving out of new ones."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._entries = list(entries)
        self._owner = {entry.address: entry.id for entry in self._entries}
        self._row = {(entry.id, entry.address): n for n, entry in enumerate(self._entries)}
        self._current = {e.id: n for n, e in enumerate(self._entries) if not e.moved_to}

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries)

    def entry(self, id: str) -> Entry | None:
        """The row in force for an id."""
        row = self._current.get(id)
        return None if row is None else self._entries[row]

    def first(self, ids: Iterable[str]) -> Entry | None:
        """The oldest row in force for any of some ids."""
        rows = [self._current[id] for id in ids if id in self._current]
        return self._entries[min(rows)] if rows else None

    def newest(self) -> date | None:
        return max((entry.added for entry in self._entries), default=None)

    def is_free(self, address: str, id: str) -> bool:
        return self._owner.get(address, id) == id

    def place(self, id: str, address: str, added: date) -> Entry:
        """Give `id` an address; the one it had before, if another, now leads to the new one."""
        old = self.entry(id)
        if old is not None and old.address == address:
            return old
        if old is not None:
            self._entries[self._current[id]] = replace(old, moved_to=address)
        back = self._row.get((id, address))
        if back is not None:
            self._entries[back] = replace(self._entries[back], moved_to="")
            self._current[id] = back
            return self._entries[back]
        entry = Entry(id, address, added)
        self._current[id] = self._row[id, address] = len(self._entries)
        self._owner[address] = id
        self._entries.append(entry)
        return entry

    def withdraw(self, id: str, because: str) -> None:
        """Mark, or with an empty reason unmark, an id as withdrawn."""
        row = self._current.get(id)
        if row is not None:
            self._entries[row] = replace(self._entries[row], withdrawn=" ".join(because.split()))


def load(path: Path) -> Ledger:
    """Read the ledger; an absent file is an empty one. Raises ContentError for a damaged row."""
    if not path.exists():
        return Ledger()
    rows = csv.DictReader(io.StringIO(tables.text(path)))
    if tuple(rows.fieldnames or ()) != COLUMNS:
        raise ContentError(path, f"its first line is {rows.fieldnames}", f"write {','.join(COLUMNS)}")
    return Ledger(_entry(path, number, row) for number, row in enumerate(rows, 2))


def _entry(path: Path, number: int, row: dict[str, str]) -> Entry:
    try:
        added = date.fromisoformat(row["added"])
        return Entry(row["id"], row["address"], added, row["moved_to"], row["withdrawn"])
    except (TypeError, ValueError):
        raise ContentError(path, f"line {number} is damaged", "restore it from the last good copy") from None


def save(ledger: Ledger, path: Path) -> bool:
    """Write the ledger in one step; say whether it changed."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for e in ledger:
        writer.writerow((e.id, e.address, e.added.isoformat(), e.moved_to, e.withdrawn))
    return write_atomically(path, out.getvalue())
