"""What each template receives: values that are ready to be shown, nothing left to decide.

Every template is rendered with two names: `frame` (a Frame: head, navigation, footer; used by
base.html) and `page` (the view named below for that template). Conventions:

- An `href` is relative to the page that shows it, so that the site works under a sub-path;
  fields called `url` are absolute and lead outside, or are the permanent address to copy.
- Markup is HTML that we made; every other string is plain text for autoescape.
- None and the empty tuple mean "not there": a template asks only for presence.
- Dates, counts and lists come worded and in order.

| template          | page                | address                                        |
| ----------------- | ------------------- | ---------------------------------------------- |
| front.html        | FrontPage           | /                                              |
| article.html      | ArticlePage         | /2019/04/04/slug/                              |
| withdrawn.html    | WithdrawnPage       | the address of what was withdrawn              |
| redirect.html     | RedirectPage        | the old address of what moved                  |
| day.html          | DayPage             | /2019/04/04/                                   |
| month.html        | PeriodPage          | /2019/04/                                      |
| year.html         | PeriodPage          | /2019/                                         |
| people.html       | PeoplePage          | /people/ and /people/by/party/ …               |
| person.html       | PersonPage          | /people/slug/ (organisations too)              |
| person_part.html  | PersonPartPage      | /people/slug/2019/ /people/slug/2019/04/       |
| quotation.html    | QuotationPage       | /quotes/ID/                                    |
| topics.html       | IndexPage           | /topics/                                       |
| topic.html        | SubjectPage         | /topics/slug/ and its years /topics/slug/2019/ |
| outlets.html      | IndexPage           | /outlets/                                      |
| outlet.html       | SubjectPage         | /outlets/slug/ and its years                   |
| search.html       | SearchPage          | /search/                                       |
| feeds.html        | FeedsPage           | /feeds/                                        |
| data.html         | DataPage            | /data/                                         |
| text.html         | TextPage            | /about/ /about/method/ /privacy/ …             |
| corrections.html  | CorrectionsPage     | /corrections/                                  |
| missing.html      | MissingPage         | /404.html (its hrefs start at the host's root) |
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

# --- small parts --------------------------------------------------------------------------


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
    rows: tuple[Counted, ...] = ()
    """The numbers behind it, for a table in <details>; an href may be ""."""


# --- the frame of every page --------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Meta:
    """<meta property="{{ property }}" content="{{ content }}">, OpenGraph."""

    property: str
    content: str


@dataclass(frozen=True, slots=True)
class Facet:
    """What search can filter by: <meta data-pagefind-filter="{{ name }}[content]" content="{{ value }}">."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Head, navigation and footer of a page (base.html)."""

    language: str
    title: str
    """The whole <title>."""
    description: str
    canonical: str
    """Absolute."""
    site_name: str
    tagline: str
    home: str
    """href of the front page."""
    theme: str
    """href of the theme's static folder, with its slash: "../../theme/"."""
    search: str
    """href of the search page."""
    navigation: tuple[NavLink, ...]
    footer: tuple[NavLink, ...]
    imprint: Markup
    licence: str
    robots: str | None = None
    """e.g. "noindex, follow"; None where anybody may index the page."""
    security: str = ""
    """The content security policy, for <meta http-equiv>."""
    feeds: tuple[FeedLink, ...] = ()
    """This page's own feeds, for <link rel="alternate">."""
    open_graph: tuple[Meta, ...] = ()
    json_ld: Markup | None = None
    """The text of <script type="application/ld+json">, already safe."""
    previous: str | None = None
    """hrefs for <link rel="prev"> and rel="next">."""
    next: str | None = None
    indexed: bool = False
    """Whether search holds this page: data-pagefind-body on <main>."""
    facets: tuple[Facet, ...] = ()
    sort_date: str | None = None
    """For data-pagefind-sort="date"."""


# --- actors and articles as they appear in lists ------------------------------------------


@dataclass(frozen=True, slots=True)
class ActorLink:
    """Somebody named; `href` is None where they have no page, `role` is their office on the day."""

    name: str
    href: str | None
    role: str | None = None
    kind: str = "person"
    """person or organisation."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who is quoted here, and how often."""

    name: str
    href: str
    number: int
    count: str
    """"3 quotations"."""


@dataclass(frozen=True, slots=True)
class ArticleCard:
    """An article in a list."""

    href: str
    title: str
    day: Day
    outlet: str | None
    summary: str
    """The first sentences; empty where only the title is to be shown."""
    voices: tuple[ActorLink, ...] = ()
    """Who is quoted in it."""
    quotations: str = ""
    """"4 quotations", or empty."""
    why: str = ""
    """Why it is listed, e.g. "Also about Customs union; quotes Ann Example"; or empty."""


@dataclass(frozen=True, slots=True)
class HowKnown:
    """Why the site says that somebody said this."""

    rule: str
    """What the attribution was read from, a sentence."""
    certainty: str
    """"almost certain", "very likely", "likely", "checked by a person" …"""
    cue: str | None = None
    """The verb of speech, as printed."""
    source_words: str | None = None
    """The words of the article that name the speaker, as printed; None in a retelling."""
    checked: bool = False
    """A person has checked it."""
    correction: str | None = None
    """What was corrected, when and why, a sentence."""


@dataclass(frozen=True, slots=True)
class QuotationCard:
    """A quotation in a list. `words` are its paragraphs, without marks."""

    id: str
    href: str
    """Its own page."""
    context: str
    """Its place in the article: ../2019/04/04/slug/#q-ID."""
    words: tuple[str, ...]
    speakers: tuple[ActorLink, ...]
    """Empty where the speaker is not known: then `said_by` has the article's own words, if any."""
    said_by: str | None
    day: Day
    article: Link
    outlet: str | None
    known: HowKnown
    cite: str | None = None
    """Absolute address of the source, for the cite attribute."""
    partial: bool = False
    """Only a part of a sentence is quoted."""
    relayed: str | None = None
    """"as told by …", where somebody else relays it."""
    topics: tuple[Link, ...] = ()
    elsewhere: str | None = None
    """"also in 2 other articles"."""
    said_by_note: str = ""
    """Whose wording `said_by` is: ", in the article’s words", or in ours where it is retold."""


# --- article ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph of an article, and beside it the quotations that begin in it.

    `html` is the whole element: <p>, or <blockquote> where it is all one quotation. Inside:
    <q id="q-ID" class="quotation" cite>, <a class="actor"> at mentions, <a class="source"> at
    the words that name a speaker. <a class="actor"> and <a class="source"> may stand in a <q>.
    """

    html: Markup
    quotations: tuple[QuotationCard, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceLink:
    """Another copy of the article: where it was printed."""

    name: str
    url: str | None
    href: str | None = None
    """The outlet's page."""


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """article.html. `extract` articles have an `opening` and `excerpts` in place of all paragraphs."""

    title: str
    day: Day
    day_note: str | None
    """How the date is known, where it is not simply printed; with evidence."""
    title_note: str | None
    """"The headline is ours …" where the article printed none."""
    outlet: Link | None
    """None: show `outlet_note`."""
    outlet_note: str
    """"Source not stated", else empty."""
    authors: tuple[str, ...]
    original: Link | None
    """The article at its outlet, an absolute address."""
    also_in: tuple[SourceLink, ...]
    form: str
    """full, extract or retold."""
    notice: str | None
    """"Retold in our own words from …", "An extract: …"; None for a full text."""
    paragraphs: tuple[ParagraphView, ...]
    """The whole text, or, of an extract: the opening, then each quotation in its sentence."""
    excerpts_from: int | None
    """Index of the first paragraph that is an excerpt (a heading "Quotations" goes before it)."""
    quotations: tuple[QuotationCard, ...]
    """All of the article's, in order."""
    people: tuple[ActorLink, ...]
    organisations: tuple[ActorLink, ...]
    topics: tuple[Link, ...]
    same_story: tuple[ArticleCard, ...]
    related: tuple[ArticleCard, ...]
    previous: ArticleCard | None
    next: ArticleCard | None
    reading: str
    """"3 minutes to read"."""
    citation: Citation
    url: str
    """The permanent address."""
    report: str | None
    """href to report a mistake."""
    updated: Day | None
    raw_sha256: str
    language: str
    """lang of title and paragraphs."""


@dataclass(frozen=True, slots=True)
class WithdrawnPage:
    title: str
    reason: str
    day: Day
    report: str | None


@dataclass(frozen=True, slots=True)
class RedirectPage:
    href: str
    title: str


# --- quotation ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The same words in another article."""

    href: str
    context: str
    article: Link
    outlet: str | None
    day: Day
    words: tuple[str, ...]
    difference: str
    """"the same words", "a shorter part", …"""


@dataclass(frozen=True, slots=True)
class QuotationPage:
    """quotation.html"""

    quotation: QuotationCard
    title: str
    """"Ann Example: “The bridge …”" """
    said: Day | None
    """The day on which it was said, where the article tells; else None."""
    printed: Day
    surroundings: tuple[Markup, ...]
    """The paragraphs (of an extract: sentences) around it, the quotation in <mark>."""
    surroundings_note: str | None
    """Of a retelling: that the words around the quotation are ours."""
    original: Link | None
    """The very sentence at the outlet, by a text fragment."""
    outlet: Link | None
    outlet_note: str
    authors: tuple[str, ...]
    about: tuple[ActorLink, ...]
    elsewhere: tuple[Elsewhere, ...]
    earlier: tuple[QuotationCard, ...]
    """The same speaker on the same topics, before …"""
    later: tuple[QuotationCard, ...]
    """… and after."""
    citation: Citation
    url: str
    report: str | None
    raw: str
    raw_sha256: str
    language: str


# --- days, months, years ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class EventView:
    day: Day
    title: str
    about: str
    source: str


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
    """Day of the newest article."""
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
    """An editor's choice; also in `groups`."""
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
    label: str
    """"4 April 2019: 3 articles"."""


@dataclass(frozen=True, slots=True)
class PeriodPage:
    """month.html and year.html"""

    title: str
    summary: str
    events: tuple[EventView, ...]
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


# --- people -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody in the index of people."""

    name: str
    """As sorted: "Example, Ann"."""
    href: str
    note: str
    """Latest office, or party and constituency."""
    party: str | None
    side: str | None
    number: int
    count: str
    """"12 quotations", or empty."""


@dataclass(frozen=True, slots=True)
class PeopleGroup:
    """`id` is an anchor, `title` a letter, a party, a side …"""

    id: str
    title: str
    rows: tuple[PersonRow, ...]


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """people.html: one order of the index; `orders` lead to the others."""

    title: str
    summary: str
    orders: tuple[NavLink, ...]
    jumps: tuple[Counted, ...]
    """Anchors of the groups."""
    groups: tuple[PeopleGroup, ...]


@dataclass(frozen=True, slots=True)
class TenureView:
    office: str
    start: Day | None
    end: Day | None
    span: str
    """"13 July 2016 – 24 July 2019"."""
    source: str


@dataclass(frozen=True, slots=True)
class PartyView:
    party: str
    span: str
    source: str


@dataclass(frozen=True, slots=True)
class VoteView:
    day: Day
    title: str
    vote: str
    """"Aye", "No", "Teller", "no vote recorded"."""
    result: str
    """"202 to 432"."""


@dataclass(frozen=True, slots=True)
class QuotationGroup:
    """Quotations under a heading (a year, a month, a topic); `href` leads to all of them."""

    id: str
    title: str
    href: str | None
    count: str
    quotations: tuple[QuotationCard, ...]


@dataclass(frozen=True, slots=True)
class PersonPage:
    """person.html"""

    name: str
    kind: str
    """person or organisation."""
    summary: str
    """Latest office or party, one line; may be empty."""
    life: Markup
    note: Markup | None
    """The right of reply."""
    facts: tuple[tuple[str, str], ...]
    """Label and text: pronouns, constituency, side at the referendum with its source …"""
    tenures: tuple[TenureView, ...]
    strip: Markup | None
    """An SVG of the tenures along the years."""
    parties: tuple[PartyView, ...]
    identifiers: tuple[Link, ...]
    """Elsewhere on the web: absolute addresses."""
    aliases: tuple[str, ...]
    activity: Chart | None
    quotations_count: str
    about_count: str
    articles_count: str
    latest: tuple[QuotationCard, ...]
    """Newest first."""
    parts: tuple[Counted, ...]
    """Pages with the quotations of a year; empty where `latest` is all."""
    topics: tuple[Counted, ...]
    """What they speak about: links to the page with these quotations."""
    said_about: tuple[QuotationCard, ...]
    said_about_by: tuple[Counted, ...]
    speaks_about: tuple[Counted, ...]
    articles: tuple[ArticleCard, ...]
    """Newest articles that name them."""
    votes: tuple[VoteView, ...]
    votes_licence: str
    feeds: tuple[FeedLink, ...]
    search: Link
    empty: str | None
    """One honest sentence where the digest has no words of theirs."""
    url: str
    report: str | None


@dataclass(frozen=True, slots=True)
class PersonPartPage:
    """person_part.html: some of a person's quotations (a year, a month, a topic), newest first."""

    name: str
    person: Link
    title: str
    """"Ann Example in 2019"."""
    summary: str
    parts: tuple[Counted, ...]
    """Smaller parts: months of a large year."""
    groups: tuple[QuotationGroup, ...]
    previous: Link | None
    next: Link | None


# --- topics and outlets -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class IndexRow:
    link: Link
    about: str
    number: int
    count: str
    """"12 articles, 40 quotations"."""


@dataclass(frozen=True, slots=True)
class IndexPage:
    """topics.html and outlets.html"""

    title: str
    summary: str
    rows: tuple[IndexRow, ...]


@dataclass(frozen=True, slots=True)
class ArticleGroup:
    """Articles of a month."""

    id: str
    title: str
    articles: tuple[ArticleCard, ...]


@dataclass(frozen=True, slots=True)
class SubjectPage:
    """topic.html and outlet.html: the newest articles; `parts` are its years, pages of their own."""

    title: str
    about: str
    summary: str
    home: Link | None
    """An outlet's own site, absolute."""
    chart: Chart | None
    voices: tuple[Voice, ...]
    related: tuple[Counted, ...]
    """Topics of an outlet; outlets of a topic."""
    groups: tuple[ArticleGroup, ...]
    quotations: tuple[QuotationCard, ...]
    parts: tuple[Counted, ...]
    feeds: tuple[FeedLink, ...]
    up: Link
    previous: Link | None
    next: Link | None


# --- the rest -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SearchPage:
    """search.html: the box appears by script; without, the links lead on."""

    title: str
    bundle: str
    """href of Pagefind's folder, with its slash."""
    instead: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class FeedRow:
    title: str
    page: Link
    feeds: tuple[FeedLink, ...]


@dataclass(frozen=True, slots=True)
class FeedGroup:
    id: str
    title: str
    rows: tuple[FeedRow, ...]


@dataclass(frozen=True, slots=True)
class FeedsPage:
    title: str
    opml: Link
    groups: tuple[FeedGroup, ...]


@dataclass(frozen=True, slots=True)
class DataFile:
    link: Link
    about: str


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    type: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    id: str
    title: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class DataPage:
    title: str
    summary: str
    files: tuple[DataFile, ...]
    tables: tuple[Table, ...]
    licences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextPage:
    title: str
    body: Markup


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """One correction: what the site said, what it says now, when and why."""

    day: Day
    quotation: Link
    """Its words, leading to its page."""
    article: Link
    was: str
    """"Ann Example", or "nobody"."""
    now: tuple[ActorLink, ...]
    """Empty: nobody."""
    because: str


@dataclass(frozen=True, slots=True)
class CorrectionsPage:
    title: str
    body: Markup
    corrections: tuple[CorrectionView, ...]
    empty: str | None
    feeds: tuple[FeedLink, ...]
    report: str | None


@dataclass(frozen=True, slots=True)
class MissingPage:
    title: str
    links: tuple[Link, ...]
    search: Link
