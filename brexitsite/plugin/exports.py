"""Every quotation as CSV, JSON and SQLite. The same content gives the same bytes.

The files are made month by month, and a month that has not changed is copied from the last file.
"""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from brexitsite.model import Article
from brexitsite.plugin import dictionary, prints
from brexitsite.plugin.cards import web_address
from brexitsite.plugin.edition import Appearance, Edition
from brexitsite.plugin.unit import Made, Pieced, Unit
from brexitsite.plugin.views.reference import Table

_TYPES = {"boolean": "INTEGER", "number": "REAL"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


SLOW_FROM = 500
"""Articles; an edit among fewer of them is exported before a worker has started."""

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Month:
    """The articles of a month, and a digest of all that is exported of them."""

    print: str
    articles: Sequence[Article]

    def records(self, edition: Edition) -> Iterator[Record]:
        """Their quotations by the columns of the dictionary, in the order of articles and texts."""
        for article in self.articles:
            for appearance in edition.of_article(article):
                yield _record(edition, appearance)


def units(edition: Edition) -> Iterator[Unit]:
    """A unit for each of the three files, which hold the same: they read all articles."""
    every = [_month(edition, list(group)) for _, group in groupby(edition.articles, _month_of)]
    reads = tuple(month.print for month in every)
    people = prints.of([(a.slug, a.kind, a.name, a.sort_name) for a in edition.people.values()])
    slow = len(edition.articles) >= SLOW_FROM
    for key, made_of, name, make in (
        ("CSV", reads, "quotations.csv", partial(_text_file, CSV)),
        ("JSON", reads, "quotations.json", partial(_text_file, JSON)),
        ("SQLite", (*reads, people), "digest.sqlite", _sqlite_file),
    ):
        file = Pieced(f"data/{name}", partial(make, edition, every))
        yield Unit(f"data as {key}", made_of, (), lambda f=file: [f], slow)  # type: ignore[misc]


def _month_of(article: Article) -> tuple[int, int]:
    return article.day.year, article.day.month


def _month(edition: Edition, articles: Sequence[Article]) -> Month:
    return Month(prints.of(edition.common, edition.print_of(articles)), articles)


def _record(edition: Edition, appearance: Appearance) -> Record:
    article, first = appearance.article, appearance.first
    return {
        "id": first.id,
        "text": "\n".join(appearance.words),
        "kind": first.kind,
        "speakers": [slug for slug in first.speakers if slug in edition.people],
        "speaker_names": [_name(edition, appearance, slug) for slug in first.speakers],
        "speaker_type": first.speaker_type,
        "said_by": None if article.retold else first.said_by,
        "role": first.role,
        "about": [slug for slug in appearance.about if slug in edition.people],
        "topics": list(appearance.topics),
        "said_on": first.said_on.isoformat() if first.said_on else None,
        "relayed": first.relayed,
        "rule": first.rule,
        "confidence": first.confidence,
        "checked": first.checked,
        "article": article.address,
        "title": article.title,
        "date": article.day.isoformat(),
        "date_basis": article.dated.basis,
        "outlet": article.outlet,
        "source_url": web_address(article.source_url),
        "raw_sha256": article.raw_sha256,
    }


def _name(edition: Edition, appearance: Appearance, slug: str) -> str:
    actor = edition.people.get(slug)
    return actor.name if actor else appearance.article.names.get(slug, slug)


# --- text -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Form:
    """A format of text: what stands before, between and after the pieces, and how one is made."""

    head: bytes
    between: bytes
    foot: bytes
    piece: Callable[[Iterable[Record]], bytes]


def _text_file(form: Form, edition: Edition, months: Iterable[Month], last: Made | None) -> Made:
    known = last.pieces if last else {}
    content = bytearray(form.head)
    places: dict[str, list[int]] = {}
    for month in months:
        if last is not None and month.print in known:
            start, end = known[month.print]
            piece = last.content[start:end]
        else:
            piece = form.piece(month.records(edition))
        if piece and len(content) > len(form.head):
            content += form.between
        places[month.print] = [len(content), len(content) + len(piece)]
        content += piece
    return Made(bytes(content + form.foot), places)


def _csv(rows: Iterable[Iterable[Any]]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def _csv_piece(quotations: Iterable[Record]) -> bytes:
    return _csv(map(_cell, record.values()) for record in quotations)


def _cell(value: Any) -> Any:
    """A value as a spreadsheet takes it: no list, no formula that a text could smuggle in."""
    if isinstance(value, list):
        value = ";".join(value)
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    return int(value) if isinstance(value, bool) else value


def _json_piece(quotations: Iterable[Record]) -> bytes:
    return ",\n".join(map(json.JSONEncoder(ensure_ascii=False).encode, quotations)).encode()


CSV = Form(_csv([[column.name for column in dictionary.QUOTATIONS.columns]]), b"", b"", _csv_piece)
JSON = Form(b"[\n", b",\n", b"\n]\n", _json_piece)


# --- SQLite ---------------------------------------------------------------------------------

BY_MONTH = (dictionary.QUOTATIONS, dictionary.ARTICLES, dictionary.SPEAKERS)


def _sqlite_file(edition: Edition, months: Iterable[Month], last: Made | None) -> Made:
    """A database filled row by row in memory, always in one order: its bytes depend on its content alone."""
    places: dict[str, list[int]] = {}
    with closing(sqlite3.connect(":memory:")) as database:
        for table in dictionary.TABLES:
            database.execute(_create(table))
        if last is not None:
            database.execute("ATTACH ':memory:' AS last")
            database.deserialize(last.content, name="last")
        for month in months:
            starts, before = _next_rows(database), last.pieces.get(month.print) if last else None
            if before:
                _copy(database, before)
            else:
                _insert_month(database, edition, month)
            places[month.print] = [*starts, *_next_rows(database)]
        _insert(database, dictionary.ACTORS, list(_actor_rows(edition)))
        database.commit()
        return Made(database.serialize(), places)


def _copy(database: sqlite3.Connection, rows: Sequence[int]) -> None:
    """Take the rows of a month over from the last database, given the first ones there and the next ones."""
    count = len(BY_MONTH)
    for table, start, end in zip(BY_MONTH, rows[:count], rows[count:], strict=True):
        database.execute(
            f"INSERT INTO main.{table.id} SELECT * FROM last.{table.id} WHERE rowid >= ? AND rowid < ?"  # noqa: S608
            " ORDER BY rowid",
            (start, end),
        )


def _insert_month(database: sqlite3.Connection, edition: Edition, month: Month) -> None:
    quotations = list(month.records(edition))
    _insert(database, dictionary.QUOTATIONS, [tuple(map(_cell_of_table, r.values())) for r in quotations])
    _insert(database, dictionary.ARTICLES, [_article_row(a) for a in month.articles])
    _insert(database, dictionary.SPEAKERS, [(r["id"], slug) for r in quotations for slug in r["speakers"]])


def _next_rows(database: sqlite3.Connection) -> list[int]:
    """For each table, the number that its next row will get."""
    asked = (f"SELECT coalesce(max(rowid), 0) + 1 FROM main.{table.id}" for table in BY_MONTH)  # noqa: S608
    return [database.execute(question).fetchone()[0] for question in asked]


def _create(table: Table) -> str:
    columns = ", ".join(f"{c.name} {_TYPES.get(c.type, 'TEXT')}" for c in table.columns)
    return f"CREATE TABLE {table.id} ({columns})"


def _insert(database: sqlite3.Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    places = ", ".join("?" * len(table.columns))
    database.executemany(f"INSERT INTO {table.id} VALUES ({places})", rows)  # noqa: S608


def _cell_of_table(value: Any) -> Any:
    return ";".join(value) if isinstance(value, list) else value


def _article_row(a: Article) -> tuple[Any, ...]:
    url = web_address(a.source_url)
    return (
        a.address,
        a.title,
        a.day.isoformat(),
        a.dated.basis,
        a.added.isoformat(),
        a.outlet,
        url,
        a.raw_sha256,
    )


def _actor_rows(edition: Edition) -> Iterator[tuple[Any, ...]]:
    for actor in edition.people.values():
        said = len(edition.said_by.get(actor.slug, ()))
        yield actor.slug, actor.kind, actor.name, actor.sort_name, said
