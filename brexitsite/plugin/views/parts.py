"""Small parts that many views are made of: links, days, charts, references to copy."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    href: str
    text: str


@dataclass(frozen=True, slots=True)
class NavLink:
    """A link of a menu; `current` is True on the page (or in the section) it leads to."""

    href: str
    text: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """A link with a number: "Customs union", 12, "12 quotations"."""

    href: str
    text: str
    number: int
    count: str


@dataclass(frozen=True, slots=True)
class Day:
    """A date to show: <time datetime="{{ iso }}">{{ text }}</time>; `text` may begin "about"."""

    iso: str
    text: str
    href: str | None = None
    """That day's digest."""


@dataclass(frozen=True, slots=True)
class FeedLink:
    """One feed; `type` is its media type, `format` "Atom", "RSS" or "JSON Feed"."""

    href: str
    title: str
    type: str
    format: str


@dataclass(frozen=True, slots=True)
class Citation:
    """Ready-made references to copy."""

    plain: str
    markdown: str
    bibtex: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing that is a file of its own, with the same numbers to read."""

    src: str
    alt: str
    width: int
    height: int
    first: str
    """Where it begins: "June 2016"."""
    last: str
    rows: tuple[Counted, ...] = ()
    """The numbers behind it, for a table in <details>; an href may be ""."""
