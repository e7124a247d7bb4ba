"""An article as three columns of a line, all JSON: head, paragraphs, mentions.

Of most articles nobody reads more than the head, so that the others stay in the line until somebody
does.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar, overload

from brexitsite.model import AlsoIn, Article, Dated, Mention, Place, Quotation
from brexitsite.store.articles import day, place
from brexitsite.store.lines import Data

T = TypeVar("T")

intern: Callable[[Any], Any] = sys.intern
"""Keeps one copy of a text that stands in very many articles."""

TEXT = ("paragraphs", "mentions")
HEAD = tuple(f.name for f in fields(Article) if f.init and f.name not in TEXT)


def written(article: Article) -> tuple[bytes, ...]:
    """The three columns of an article; none of them holds a tab or a line feed."""
    head = [getattr(article, name) for name in HEAD]
    return tuple(
        _JSON(part).encode("utf-8", "surrogatepass") for part in (head, article.paragraphs, article.mentions)
    )


def _plain(value: Any) -> Any:
    """A value that JSON does not know: a day as text, anything with fields as a list of them."""
    if isinstance(value, date):
        return value.isoformat()
    return [getattr(value, name) for name in value.__slots__]


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_plain).encode


class Unread(Sequence[T]):
    """What stands in a line as JSON, and is taken out when somebody asks for it."""

    __slots__ = ("_data", "_place", "_take")

    def __init__(self, data: Data, place: range, take: Callable[[Any], T]) -> None:
        self._data, self._place, self._take = data, place, take

    def _read(self) -> Sequence[T]:
        return _taken_out(self._data, self._place, self._take)

    @overload
    def __getitem__(self, number: int) -> T: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[T]: ...
    def __getitem__(self, number: int | slice) -> T | Sequence[T]:
        return self._read()[number]

    def __len__(self) -> int:
        return len(self._read())

    def __iter__(self) -> Iterator[T]:
        return iter(self._read())


@lru_cache(maxsize=32)
def _taken_out(data: Data, place: range, take: Callable[[Any], Any]) -> tuple[Any, ...]:
    """Remembered for the few articles that somebody is at work on."""
    return tuple(map(take, json.loads(data[place.start : place.stop])))


def read(data: Data, head: bytes, paragraphs: range, mentions: range) -> Article:
    """The article with a head; its paragraphs and mentions stand in these places of the data."""
    values: dict[str, Any] = dict(zip(HEAD, json.loads(head), strict=True))
    values |= {
        "dated": _dated(*values["dated"]),
        "added": date.fromisoformat(values["added"]),
        "updated": day(values["updated"]),
        "also_in": tuple(AlsoIn(*copy) for copy in values["also_in"]),
        "quotations": tuple([_quotation(*row) for row in values["quotations"]]),
    }
    values |= {key: _shared(values[key]) for key in ("authors", "topics", "people")}
    return Article(
        **values,
        paragraphs=Unread(data, paragraphs, str),
        mentions=Unread(data, mentions, _mention),
    )


def _shared(words: list[str]) -> tuple[str, ...]:
    return tuple(map(intern, words))


def _dated(day: str, basis: Any, window: list[str] | None, evidence: list[str]) -> Dated:
    first, last = map(date.fromisoformat, window or (day, day))
    return Dated(date.fromisoformat(day), basis, (first, last) if window else None, tuple(evidence))


def _mention(row: list[Any]) -> Mention:
    actor, at = row
    return Mention(actor, Place(*at))


def _quotation(
    id: str, at: list[int], text: str, kind: Any, speaker_type: Any, rule: str, confidence: float,
    speakers: list[str], said_by: str | None, said_by_at: list[int] | None, cue: str | None,
    cue_at: list[int] | None, continues: str | None, role: str | None, about: list[str],
    topics: list[str], said_on: str | None, relayed: bool, checked: bool, corrected: str | None,
    was: str | None, because: str | None,
) -> Quotation:  # fmt: skip
    return Quotation(
        id, Place(*at), text, intern(kind), intern(speaker_type), intern(rule), confidence,
        _shared(speakers), said_by, place(said_by_at), cue and intern(cue), place(cue_at), continues,
        role, _shared(about), _shared(topics),
        day(said_on), relayed, checked, day(corrected), was, because,
    )  # fmt: skip
