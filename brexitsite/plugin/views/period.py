"""The front page and the digests of days, months and years."""

from __future__ import annotations

from dataclasses import dataclass

from brexitsite.plugin.views.cards import ArticleCard, QuotationCard, Voice
from brexitsite.plugin.views.parts import Chart, Counted, Day, Link


@dataclass(frozen=True, slots=True)
class EventView:
    """What happened; `about` and `source` are empty where the day's own page has them."""

    day: Day | None
    """Where no heading tells it."""
    title: str
    about: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class TopicGroup:
    """Articles on one topic; `topic` is None for the rest."""

    topic: Link | None
    articles: tuple[ArticleCard, ...]


@dataclass(frozen=True, slots=True)
class DayDigest:
    """A day as the front page shows it."""

    day: Day
    href: str
    events: tuple[EventView, ...]
    articles: tuple[ArticleCard, ...]
    more: Link | None
    """The rest of the day, where it has more articles than shown."""
    voices: tuple[Voice, ...]
    quotation: QuotationCard | None


@dataclass(frozen=True, slots=True)
class FrontPage:
    """front.html"""

    title: str
    tagline: str
    latest: Day | None
    """The newest day that has articles."""
    days: tuple[DayDigest, ...]
    voices: tuple[Voice, ...]
    """Most quoted of the last month that the digest has."""
    topics: tuple[Counted, ...]
    years: tuple[Counted, ...]
    outlets: tuple[Counted, ...]
    summary: str
    """"1,234 articles, 5,678 quotations, 412 people"."""


@dataclass(frozen=True, slots=True)
class DayPage:
    """day.html"""

    title: str
    day: Day
    summary: str
    events: tuple[EventView, ...]
    voices: tuple[Voice, ...]
    lead: tuple[ArticleCard, ...]
    """An editor's choice; not again in `groups`."""
    groups: tuple[TopicGroup, ...]
    quotations: tuple[QuotationCard, ...]
    up: Link
    previous: Link | None
    next: Link | None


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """A day of a month, or a month of a year."""

    link: Link
    articles: int
    count: str
    """"3 articles, 12 quotations"."""
    titles: tuple[Link, ...]
    """First articles of a day; empty in a year."""
    events: tuple[EventView, ...]


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A cell of a month's calendar; `number` is None in the padding before the first and after the last."""

    number: int | None
    href: str | None
    busy: str
    """calm, busy, busier or busiest, by its articles; empty in the padding."""
    label: str
    """"4 April 2019: 3 articles"."""


@dataclass(frozen=True, slots=True)
class PeriodPage:
    """month.html and year.html"""

    title: str
    summary: str
    rows: tuple[PeriodRow, ...]
    calendar: tuple[tuple[CalendarDay, ...], ...]
    """Weeks from Monday; empty in a year."""
    weekdays: tuple[str, ...]
    undated: tuple[ArticleCard, ...]
    """Articles of which only the month is known."""
    voices: tuple[Voice, ...]
    topics: tuple[Counted, ...]
    quotations: tuple[QuotationCard, ...]
    """A few of the most quoted voices' words."""
    up: Link
    previous: Link | None
    next: Link | None
    chart: Chart | None
