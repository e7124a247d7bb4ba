"""Every quotation as CSV, JSON and SQLite. The same content gives the same bytes."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from brexitsite.model import Article
from brexitsite.plugin import dictionary, prints
from brexitsite.plugin.cards import web_address
from brexitsite.plugin.edition import Appearance, Edition
from brexitsite.plugin.unit import File, Unit
from brexitsite.plugin.views.reference import Table

_TYPES = {"boolean": "INTEGER", "number": "REAL"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


Record = dict[str, Any]


def units(edition: Edition) -> Iterator[Unit]:
    """A unit for each of the three files, which hold the same: they read all articles."""
    reads = (
        prints.of(edition.print_of(edition.articles)),
        prints.of([(a.slug, a.name, a.sort_name) for a in edition.people.values()]),
    )
    yield Unit("data as CSV", reads, (), lambda: [csv_file(records(edition))], slow=True)
    yield Unit("data as JSON", reads, (), lambda: [json_file(records(edition))], slow=True)
    yield Unit("data as SQLite", reads, (), lambda: [sqlite_file(edition, list(records(edition)))], slow=True)


def records(edition: Edition) -> Iterator[Record]:
    """Every quotation by the columns of the dictionary, in the order of articles and texts."""
    for article in edition.articles:
        for appearance in edition.of_article(article):
            yield _record(edition, appearance)


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


def csv_file(quotations: Iterable[Record]) -> File:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(column.name for column in dictionary.QUOTATIONS.columns)
    writer.writerows([_cell(value) for value in record.values()] for record in quotations)
    return File("data/quotations.csv", out.getvalue().encode())


def _cell(value: Any) -> Any:
    """A value as a spreadsheet takes it: no list, no formula that a text could smuggle in."""
    if isinstance(value, list):
        value = ";".join(value)
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    return int(value) if isinstance(value, bool) else value


def json_file(quotations: Iterable[Record]) -> File:
    lines = map(json.JSONEncoder(ensure_ascii=False).encode, quotations)
    return File("data/quotations.json", ("[\n" + ",\n".join(lines) + "\n]\n").encode())


def sqlite_file(edition: Edition, quotations: Sequence[Record]) -> File:
    """A database written in one go in memory, so that its bytes depend on its content alone."""
    with sqlite3.connect(":memory:") as database:
        for table in dictionary.TABLES:
            database.execute(_create(table))
        _insert(database, dictionary.QUOTATIONS, [tuple(map(_cell_of_table, r.values())) for r in quotations])
        _insert(database, dictionary.ARTICLES, [_article_row(a) for a in edition.articles])
        _insert(database, dictionary.ACTORS, list(_actor_rows(edition)))
        _insert(
            database, dictionary.SPEAKERS, [(r["id"], slug) for r in quotations for slug in r["speakers"]]
        )
        database.commit()
        content = database.serialize()
    database.close()
    return File("data/digest.sqlite", content)


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
