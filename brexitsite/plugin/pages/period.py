"""The digests of days, months and years: what happened, who spoke, what was printed."""

from __future__ import annotations

import calendar
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from brexitsite.model import Article, Event
from brexitsite.plugin import activity, addresses, frames, wording
from brexitsite.plugin.addresses import Here
from brexitsite.plugin.cards import Cards
from brexitsite.plugin.edition import Appearance, Edition
from brexitsite.plugin.unit import Page, Unit
from brexitsite.plugin.views.parts import Chart, Day, Link
from brexitsite.plugin.views.period import CalendarDay, DayPage, EventView, PeriodPage, PeriodRow, TopicGroup

VOICES = 10
QUOTATIONS_OF_A_DAY = 20
QUOTATIONS_OF_A_PERIOD = 6
TITLES_OF_A_DAY = 4
BUSY = ((10, "busiest"), (4, "busier"), (1, "busy"), (0, "calm"))
"""How a calendar shades a day, by its articles."""
WORDS_THAT_TELL = 5
TELLING = 220
"""Letters of a quotation beyond which longer is not better."""


@dataclass(frozen=True, slots=True)
class Period:
    """A day, month or year that has articles or events."""

    address: str
    title: str
    first: date
    articles: tuple[Article, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """Every period of the digest, oldest first."""

    days: tuple[Period, ...]
    months: tuple[Period, ...]
    years: tuple[Period, ...]


def calendar_of(edition: Edition) -> Calendar:
    """The days, months and years of a digest; events count only within its own years."""
    years = {article.day.year for article in edition.articles}
    events = [event for event in edition.sources.events if event.day.year in years]
    near = [article for article in edition.articles if not wording.is_wide(article.dated)]
    return Calendar(
        days=_periods(near, events, addresses.day, wording.day, lambda d: d),
        months=_periods(edition.articles, events, addresses.month, wording.month, lambda d: d.replace(day=1)),
        years=_periods(
            edition.articles,
            events,
            lambda d: addresses.year(d.year),
            lambda d: str(d.year),
            lambda d: d.replace(month=1, day=1),
        ),
    )


def _periods(
    articles: Iterable[Article],
    events: Iterable[Event],
    address: Callable[[date], str],
    title: Callable[[date], str],
    start: Callable[[date], date],
) -> tuple[Period, ...]:
    printed: dict[date, list[Article]] = defaultdict(list)
    happened: dict[date, list[Event]] = defaultdict(list)
    for article in articles:
        printed[start(article.day)].append(article)
    for event in events:
        happened[start(event.day)].append(event)
    return tuple(
        Period(address(day), title(day), day, tuple(printed[day]), tuple(happened[day]))
        for day in sorted({*printed, *happened})
    )


def units(edition: Edition) -> Iterator[Unit]:
    """A unit for each day, month and year."""
    whole = calendar_of(edition)
    for before, day, after in beside(whole.days):
        yield _unit(edition, day, (before, after), "day.html", day_page)
    for before, month, after in beside(whole.months):
        yield _unit(edition, month, (before, after), "month.html", _month_page)
    for before, year, after in beside(whole.years):
        yield _unit(edition, year, (before, after), "year.html", _year_page)
        if year.articles:
            yield activity.unit(_drawing(year), _months(year))


def beside(periods: Sequence[Period]) -> Iterator[tuple[Period | None, Period, Period | None]]:
    """Each period with the one before and the one after."""
    return zip((None, *periods), periods, (*periods[1:], None), strict=False)


PageOf: TypeAlias = Callable[[Edition, Period, Period | None, Period | None], Page]


def _unit(
    edition: Edition, period: Period, near: tuple[Period | None, Period | None], template: str, make: PageOf
) -> Unit:
    names = [(p.address, p.title) for p in near if p]
    return Unit(
        key=f"period {period.address}",
        reads=(period.events, names, edition.print_of(period.articles)),
        templates=(template,),
        make=lambda: [make(edition, period, *near)],
    )


def events(happened: Iterable[Event]) -> tuple[EventView, ...]:
    """Events below a heading that tells their day."""
    return tuple(EventView(None, event.title, event.about, event.source) for event in happened)


def _in_a_year(cards: Cards, event: Event) -> EventView:
    """An event in one line, which leads to its day."""
    href = cards.here.link(addresses.day(event.day))
    return EventView(Day(event.day.isoformat(), wording.day_of_a_year(event.day), href), event.title)


def said_in(edition: Edition, articles: Sequence[Article]) -> list[Appearance]:
    return [appearance for article in articles for appearance in edition.of_article(article)]


def summary(edition: Edition, period: Period) -> str:
    said = said_in(edition, period.articles)
    return wording.counts((len(period.articles), "article"), (len(said), "quotation"))


def day_page(edition: Edition, day: Period, before: Period | None, after: Period | None) -> Page:
    here = Here.at(day.address, edition.site.url)
    cards = Cards(edition, here)
    said = said_in(edition, day.articles)
    view = DayPage(
        title=wording.weekday(day.first),
        day=Day(day.first.isoformat(), day.title),
        summary=summary(edition, day),
        events=events(day.events),
        voices=cards.voices(said, VOICES),
        lead=cards.articles(a for a in day.articles if a.lead),
        groups=tuple(topic_groups(cards, [a for a in day.articles if not a.lead])),
        quotations=cards.quotations(foremost(said, QUOTATIONS_OF_A_DAY)),
        up=Link(here.link(addresses.month(day.first)), wording.month(day.first)),
        previous=_link(here, before),
        next=_link(here, after),
    )
    return _page(edition, here, "day.html", view, day)


def topic_groups(cards: Cards, articles: Sequence[Article]) -> Iterator[TopicGroup]:
    """Articles under their first topic, the largest group first, what has none last."""
    groups: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        known = [topic for topic in article.topics if topic in cards.edition.topics]
        groups[known[0] if known else ""].append(article)
    for topic, group in sorted(groups.items(), key=lambda pair: (not pair[0], -len(pair[1]), pair[0])):
        heading = cards.topics([topic]) if topic else ()
        yield TopicGroup(heading[0] if heading else None, cards.articles(group))


def foremost(said: Sequence[Appearance], most: int) -> list[Appearance]:
    """Some quotations to show for many: one of each known speaker, those who are quoted most first."""
    first_of: dict[object, Appearance] = {}
    for appearance in said:
        key = appearance.first.speakers or appearance.id
        if key not in first_of or _weight(first_of[key]) < _weight(appearance):
            first_of[key] = appearance
    spoken = Counter(slug for a in said for slug in a.first.speakers)
    ranked = sorted(
        (a for a in first_of.values() if a.first.speakers),
        key=lambda a: (-max(spoken[s] for s in a.first.speakers), a.id),
    )
    return (list(filter(tells, ranked)) or ranked)[:most]


def tells(appearance: Appearance) -> bool:
    """Whether words say something where they stand alone: "inconclusive" does not."""
    return sum(len(words.split()) for words in appearance.words) >= WORDS_THAT_TELL


def _weight(appearance: Appearance) -> tuple[bool, int]:
    """Whole sentences tell more than parts, and long ones more than short ones, up to a point."""
    length = sum(map(len, appearance.words))
    return appearance.first.kind == "direct", min(length, TELLING)


def _link(here: Here, period: Period | None) -> Link | None:
    return Link(here.link(period.address), period.title) if period else None


def _page(edition: Edition, here: Here, template: str, view: DayPage | PeriodPage, period: Period) -> Page:
    frame = frames.frame(
        edition,
        here,
        view.title,
        f"{view.title}: {view.summary or 'what happened'}.",
        feeds=frames.feed_links(here, "days", f"{edition.site.name}, day by day"),
        previous=view.previous.href if view.previous else None,
        next=view.next.href if view.next else None,
    )
    return Page(period.address, template, view, frame)


# --- months and years ---------------------------------------------------------------------


def _month_page(edition: Edition, month: Period, before: Period | None, after: Period | None) -> Page:
    here = Here.at(month.address, edition.site.url)
    cards = Cards(edition, here)
    dated = [a for a in month.articles if not wording.is_wide(a.dated)]
    by_day: dict[date, list[Article]] = defaultdict(list)
    for article in dated:
        by_day[article.day].append(article)
    view = _period_page(
        cards,
        month,
        rows=tuple(_day_rows(cards, month, by_day)),
        calendar=tuple(_weeks(cards, month, by_day)),
        weekdays=wording.WEEKDAYS,
        undated=cards.articles(a for a in month.articles if wording.is_wide(a.dated)),
        chart=None,
        up=Link(here.link(addresses.year(month.first.year)), str(month.first.year)),
        previous=_link(here, before),
        next=_link(here, after),
    )
    return _page(edition, here, "month.html", view, month)


def _period_page(cards: Cards, period: Period, **given: object) -> PeriodPage:
    said = said_in(cards.edition, period.articles)
    return PeriodPage(
        title=period.title,
        summary=summary(cards.edition, period),
        voices=cards.voices(said, VOICES),
        topics=cards.topics_counted((t for a in period.articles for t in a.topics), "article"),
        quotations=cards.quotations(foremost(said, QUOTATIONS_OF_A_PERIOD)),
        **given,  # type: ignore[arg-type]
    )


def _day_rows(cards: Cards, month: Period, by_day: dict[date, list[Article]]) -> Iterator[PeriodRow]:
    for day in sorted({*by_day, *(event.day for event in month.events)}):
        articles = by_day.get(day, [])
        said = said_in(cards.edition, articles)
        yield PeriodRow(
            link=Link(cards.here.link(addresses.day(day)), wording.weekday(day)),
            articles=len(articles),
            count=wording.counts((len(articles), "article"), (len(said), "quotation")),
            titles=tuple(map(cards.article_link, articles[:TITLES_OF_A_DAY])),
            events=events(event for event in month.events if event.day == day),
        )


def _weeks(
    cards: Cards, month: Period, by_day: dict[date, list[Article]]
) -> Iterator[tuple[CalendarDay, ...]]:
    with_events = {event.day for event in month.events}
    for week in calendar.Calendar().monthdatescalendar(month.first.year, month.first.month):
        yield tuple(_cell(cards, month, day, by_day, day in with_events) for day in week)


def _cell(
    cards: Cards, month: Period, day: date, by_day: dict[date, list[Article]], event: bool
) -> CalendarDay:
    if day.month != month.first.month:
        return CalendarDay(None, None, "", "")
    articles = len(by_day.get(day, ()))
    href = cards.here.link(addresses.day(day)) if articles or event else None
    told = wording.counts((articles, "article"), (int(event), "event"))
    return CalendarDay(day.day, href, _busy(articles), f"{wording.day(day)}{': ' if told else ''}{told}")


def _busy(articles: int) -> str:
    return next(word for least, word in BUSY if articles >= least)


def _year_page(edition: Edition, year: Period, before: Period | None, after: Period | None) -> Page:
    here = Here.at(year.address, edition.site.url)
    cards = Cards(edition, here)
    view = _period_page(
        cards,
        year,
        rows=tuple(_month_rows(cards, year)),
        calendar=(),
        weekdays=(),
        undated=(),
        chart=_chart(cards, year) if year.articles else None,
        up=Link(here.link(addresses.FRONT), edition.site.name),
        previous=_link(here, before),
        next=_link(here, after),
    )
    return _page(edition, here, "year.html", view, year)


def _chart(cards: Cards, year: Period) -> Chart:
    told = f"Articles by month in {year.title}"
    return activity.chart(cards.here, _drawing(year), _months(year), told, "article")


def _months(year: Period) -> activity.Months:
    return activity.between(year.articles, year.first, year.first.replace(month=12))


def _drawing(year: Period) -> str:
    return f"{year.address}activity.svg"


def _month_rows(cards: Cards, year: Period) -> Iterator[PeriodRow]:
    by_month: dict[date, list[Article]] = defaultdict(list)
    for article in year.articles:
        by_month[article.day.replace(day=1)].append(article)
    happened = {event.day.replace(day=1) for event in year.events}
    for month in sorted({*by_month, *happened}):
        articles = by_month.get(month, [])
        said = said_in(cards.edition, articles)
        yield PeriodRow(
            link=Link(cards.here.link(addresses.month(month)), wording.month(month)),
            articles=len(articles),
            count=wording.counts((len(articles), "article"), (len(said), "quotation")),
            titles=(),
            events=tuple(
                _in_a_year(cards, event) for event in year.events if event.day.replace(day=1) == month
            ),
        )
