"""Strict reading of what people edit: typed keys, and an error for every unknown one."""

from __future__ import annotations

import datetime
import difflib
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from brexitsite.errors import ContentError
from brexitsite.store.signs import visible

T = TypeVar("T")


class Fields:
    """The keys of one table; each is taken once, and `finish` complains of what is left."""

    def __init__(self, path: object, table: Mapping[str, Any], where: str = "") -> None:
        self.path, self.where = path, where
        self._left = dict(table)
        self._asked: list[str] = []

    def _take(self, key: str, kind: type[T] | tuple[type[T], ...], wanted: str) -> T | None:
        self._asked.append(key)
        value = self._left.pop(key, None)
        if value is None or type(value) is kind:
            return value
        if isinstance(value, kind) and not self._confused(value, kind):
            return value
        raise self.error(f"the key '{key}' is {value!r}", f"give {wanted}")

    @staticmethod
    def _confused(value: object, kind: object) -> bool:
        """A bool is an int and a datetime a date to Python, not to an editor."""
        return (kind is int and isinstance(value, bool)) or (
            kind is datetime.date and isinstance(value, datetime.datetime)
        )

    def text(self, key: str) -> str | None:
        value = self._take(key, str, "a text in quotation marks")
        return visible(value).strip() if value is not None else None

    def required(self, key: str) -> str:
        value = self.text(key)
        if not value:
            raise self.error(f"the key '{key}' is missing", f'add {key} = "…"')
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        values = self._take(key, list, "a list of texts") or []
        if not all(isinstance(v, str) for v in values):
            raise self.error(f"the key '{key}' is {values!r}", "give a list of texts")
        return tuple(map(visible, values))

    def day(self, key: str) -> datetime.date | None:
        return self._take(key, datetime.date, "a date such as 2019-04-04, without quotation marks")

    def required_day(self, key: str) -> datetime.date:
        value = self.day(key)
        if value is None:
            raise self.error(f"the key '{key}' is missing", f"add {key} = 2019-04-04")
        return value

    def days(self, key: str) -> tuple[datetime.date, datetime.date] | None:
        """A first and a last day."""
        days = self._take(key, list, "a first and a last day")
        if days is None:
            return None
        if len(days) != 2 or not all(type(day) is datetime.date for day in days) or days[0] > days[1]:
            raise self.error(f"the key '{key}' is {days!r}", "give a first and a last day")
        return days[0], days[1]

    def flag(self, key: str) -> bool | None:
        return self._take(key, bool, "true or false")

    def number(self, key: str) -> int | None:
        return self._take(key, int, "a whole number")

    def choice(self, key: str, options: Iterable[str]) -> Any:
        value, known = self.text(key), tuple(options)
        if value is not None and value not in known:
            raise self.error(f"the key '{key}' is '{value}'", f"give one of {', '.join(known)}")
        return value

    def table(self, key: str) -> dict[str, Any]:
        return self._take(key, dict, "a table") or {}

    def text_table(self, key: str) -> dict[str, str]:
        table = self.table(key)
        if not all(isinstance(v, str) for v in table.values()):
            raise self.error(f"the table '{key}' holds {table!r}", "give texts only")
        return table

    def tables(self, key: str) -> list[Fields]:
        rows = self._take(key, list, "a list of tables") or []
        for row in rows:
            if not isinstance(row, dict):
                raise self.error(f"the key '{key}' holds {row!r}", "give a list of tables")
        return [Fields(self.path, row, f"{key} {n}") for n, row in enumerate(rows, 1)]

    def finish(self) -> None:
        for key in self._left:
            near = difflib.get_close_matches(key, self._asked, 1)
            remedy = f"write '{near[0]}'" if near else f"known keys are {', '.join(sorted(self._asked))}"
            raise self.error(f"the key '{key}' is unknown", remedy)

    def error(self, fault: str, remedy: str) -> ContentError:
        return ContentError(self.path, f"{self.where}: {fault}" if self.where else fault, remedy)


def read_toml(path: Path) -> dict[str, Any]:
    """Parse a TOML file; raises ContentError where there is none, or with the line of the fault."""
    try:
        return parsed_toml(path.read_bytes(), path)
    except OSError as error:
        raise ContentError(path, f"cannot be read ({error.strerror})", "put a readable file there") from None


def parsed_toml(text: bytes, shown: object) -> dict[str, Any]:
    """Parse the bytes of a TOML file that is called `shown` in errors."""
    try:
        return tomllib.loads(text.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        fault = " ".join(str(error).split())[:200]
        raise ContentError(shown, f"is no valid TOML ({fault})", "correct the line named") from None


def read_tables(path: Path) -> Iterable[tuple[str, Fields]]:
    """The named tables of a TOML file, in order; nothing where the file does not exist."""
    for name, table in (read_toml(path) if path.exists() else {}).items():
        if not isinstance(table, dict):
            raise ContentError(path, f"'{name}' stands outside any table", f"put it below a [{name}]")
        yield name, Fields(path, table, f"[{name}]")
