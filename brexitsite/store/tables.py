"""CSV files that people and programs write: the columns they must have, and errors that name the line."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from brexitsite.errors import ContentError

T = TypeVar("T")
Row = dict[str, str]


def read_table(path: Path, columns: Sequence[str], make: Callable[[Row], T]) -> list[T]:
    """What `make` makes of every row; nothing where the file does not exist.

    Raises ContentError for a file that lacks a column, and for a row of which `make` raises ValueError.
    """
    if not path.exists():
        return []
    rows = csv.DictReader(io.StringIO(text(path)))
    lacking = [column for column in columns if column not in (rows.fieldnames or ())]
    if lacking:
        raise ContentError(path, f"its first line lacks {', '.join(lacking)}", f"write {','.join(columns)}")
    return [_made(path, rows.line_num, row, make) for row in rows]


def text(path: Path) -> str:
    """A file's text, a mark at its beginning left out; raises ContentError where it is not UTF-8."""
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ContentError(path, f"is no UTF-8 text (byte {error.start:,})", "save it as UTF-8") from None


def _made(path: Path, number: int, row: Row, make: Callable[[Row], T]) -> T:
    try:
        if None in row or None in row.values():
            raise ValueError("it has too many or too few cells")
        return make(row)
    except ValueError as error:
        raise ContentError(path, f"line {number} is damaged ({error})", "correct it") from None
