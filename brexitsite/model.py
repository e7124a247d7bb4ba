"""The nouns of the digest: what an article, a quotation, an actor and a tenure are.

Everything here is a frozen value without behaviour beyond simple questions about itself.
Places are counted in code points of a paragraph's plain text, the end exclusive. Unknown is
None (or an empty tuple), never a guess.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

Slug: TypeAlias = str
TitleBasis: TypeAlias = Literal["stated", "derived"]
DateBasis: TypeAlias = Literal["stated", "metadata", "url", "sidecar", "inferred"]
Republish: TypeAlias = Literal["full", "extract"]
QuotationKind: TypeAlias = Literal["direct", "mixed", "scare"]
SpeakerType: TypeAlias = Literal["person", "organisation", "unnamed", "none"]
ActorKind: TypeAlias = Literal["person", "organisation"]
Pronouns: TypeAlias = Literal["he", "she", "they", "it"]
Vote: TypeAlias = Literal["Aye", "No", "Teller", "No Vote Recorded"]


# --- text ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: paragraph number and code points in its plain text, end exclusive."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dated:
    """A day with how we know it; `window` and `evidence` only where it is inferred."""

    day: date
    basis: DateBasis
    window: tuple[date, date] | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dropped:
    """A line of a raw article that is not the article's prose, and the rule that says so.

    `line` counts from 0 in the decoded text split at line feeds; None in HTML.
    """

    line: int | None
    text: str
    because: str


@dataclass(frozen=True, slots=True)
class CleanText:
    """What a raw article says, before anybody asks who said what."""

    title: str
    title_basis: TitleBasis
    dated: Dated | None
    paragraphs: tuple[str, ...]
    authors: tuple[str, ...] = ()
    source: str | None = None
    outlet: Slug | None = None
    source_url: str | None = None
    lang: str = "en"
    dropped: tuple[Dropped, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as attribution sees it; only what stands in the body carries speech on."""

    text: str
    zone: Literal["body", "headline", "junk"] = "body"


@dataclass(frozen=True, slots=True)
class Attribution:
    """A quotation as found in the text, with the words that say whose it is.

    `at` excludes the marks. `said_by_at` is the mention next to the quotation that the
    attribution was read from ("he", "the Labour leader", "Mr Corbyn"), `also_by_at` the others
    of joint speakers. A scare quotation has none of them. `confidence` is the calibrated
    probability that the source words are right.
    """

    at: Place
    kind: QuotationKind
    rule: str
    confidence: float
    said_by_at: Place | None = None
    also_by_at: tuple[Place, ...] = ()
    cue_at: Place | None = None
    continues: int | None = None
    """Index, in the article's attributions, of the quotation that this one goes on from."""
    relayed: bool = False
    speech: float = 1.0
    """Probability that the words are somebody's at all, and no title, nickname or term."""
    weighed: tuple[tuple[Place, float], ...] = ()
    """The likeliest source words, `said_by_at` first, with the shares that they have of one whole."""
    otherwise: Attribution | None = None
    """Where no source words are sure enough: with the likeliest, for they may all mean one person."""


@dataclass(frozen=True, slots=True)
class Source:
    """Who some words of an article mean: a person, an organisation, somebody unnamed."""

    type: SpeakerType
    name: str | None = None
    """Full name of a person or organisation; None where unnamed or unsure."""
    slug: Slug | None = None
    """The actor, where registered, or a slug made from the name where a person is only named."""
    registered: bool = False
    rule: str = ""
    confidence: float = 1.0


# --- the article as stored ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mention:
    actor: Slug
    at: Place


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation in an article, with its speakers and how we know.

    `speakers` are those that the site links or prints; a doubtful one is left out and only
    `said_by`, the source's own words, stays.
    """

    id: str
    at: Place
    text: str
    kind: QuotationKind
    speaker_type: SpeakerType
    rule: str
    confidence: float
    speakers: tuple[Slug, ...] = ()
    said_by: str | None = None
    said_by_at: Place | None = None
    cue: str | None = None
    cue_at: Place | None = None
    continues: str | None = None
    role: str | None = None
    about: tuple[Slug, ...] = ()
    topics: tuple[Slug, ...] = ()
    said_on: date | None = None
    relayed: bool = False
    checked: bool = False
    corrected: date | None = None
    was: str | None = None
    """The speaker named before a correction: a full name, or "" for nobody."""
    because: str | None = None


@dataclass(frozen=True, slots=True)
class AlsoIn:
    """The same article in another outlet (or saved twice): where the other copy came from."""

    raw: str
    outlet: Slug | None = None
    source_url: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One published article: its front matter, its paragraphs, what is said in it and by whom."""

    title: str
    title_basis: TitleBasis
    dated: Dated
    added: date
    slug: Slug
    raw: str
    raw_sha256: str
    paragraphs: Sequence[str]
    summary: str
    republish: Republish
    retold: bool = False
    """Told in our own words; only the quotations are the outlet's."""
    lang: str = "en"
    updated: date | None = None
    outlet: Slug | None = None
    source_url: str | None = None
    authors: tuple[str, ...] = ()
    topics: tuple[Slug, ...] = ()
    people: tuple[Slug, ...] = ()
    """Actors mentioned or quoted, in order of first appearance."""
    also_in: tuple[AlsoIn, ...] = ()
    lead: bool = False
    """An editor's choice for the top of its day."""
    withdrawn: str | None = None
    """Why the article was taken down; its text is then empty."""
    names: dict[Slug, str] = field(default_factory=dict)
    mentions: Sequence[Mention] = ()
    quotations: tuple[Quotation, ...] = ()
    day: date = field(init=False, repr=False, compare=False)
    address: str = field(init=False, repr=False, compare=False)
    """Site address, e.g. 2019/04/04/talks-go-on/."""

    def __post_init__(self) -> None:
        day = self.dated.day
        object.__setattr__(self, "day", day)
        object.__setattr__(self, "address", f"{day.isoformat().replace('-', '/')}/{self.slug}/")


# --- actors -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office held from `start` to `end`, both days included; None means open or unknown."""

    office: Slug
    start: date | None
    end: date | None
    source: str

    def covers(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Membership:
    """A party somebody belonged to, both days included."""

    party: str
    start: date | None
    end: date | None
    source: str = ""

    def covers(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Side:
    """Which side somebody took at the referendum, with the source that says so."""

    side: str
    source: str


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, or an organisation that speaks."""

    slug: Slug
    kind: ActorKind
    name: str
    sort_name: str
    aliases: tuple[str, ...] = ()
    pronouns: Pronouns | None = None
    parties: tuple[Membership, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    ids: dict[str, str] = field(default_factory=dict)
    side: Side | None = None
    note: str | None = None
    life: str = ""
    """A short life in our own words, Markdown."""
    private: bool = False
    constituency: str | None = None
    member: Slug | None = None
    """The row of the register that is this person."""
    in_register_only: bool = False

    def party_on(self, day: date) -> str | None:
        return next((m.party for m in self.parties if m.covers(day)), None)


@dataclass(frozen=True, slots=True)
class Office:
    """A post as newspapers print it: how it is named, and whether one person holds it at a time."""

    slug: Slug
    name: str
    printed: tuple[str, ...]
    """Lower-case wordings that mean its holder, e.g. "prime minister", "pm", "brexit secretary"."""
    holders: Literal["one", "many"] = "one"
    of: str | None = None
    """The body, country or party that the office belongs to, e.g. "uk", "labour"."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """A line that an outlet prints under many articles; `count` is how often it was seen."""

    line: str
    because: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class Outlet:
    slug: Slug
    name: str
    url: str | None = None
    domains: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    republish: Republish | None = None
    about: str = ""
    furniture: tuple[Furniture, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    slug: Slug
    name: str
    words: tuple[str, ...]
    """Words and phrases, matched whole and without regard to case, that put an article here."""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a day; `names` are wordings that newspapers use for it."""

    day: date
    title: str
    source: str
    names: tuple[str, ...] = ()
    about: str = ""
    unforeseen: bool = False
    """Nobody wrote of it before its day."""
    awaited: tuple[str, ...] = ()
    """Wordings that are written only before it: "if Britain votes to leave"."""
    told: tuple[str, ...] = ()
    """Wordings that are written only after it: "Britain voted to leave"."""


@dataclass(frozen=True, slots=True)
class Division:
    """A recorded vote of the House of Commons."""

    number: int
    day: date
    title: str
    ayes: int
    noes: int


# --- what an editor decides ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class QuotationDecision:
    """An editor's word on one quotation, from a sidecar's [[quotation]]."""

    text: str
    nth: int = 1
    speaker: Slug | None = None
    """A slug; "" for nobody; None where the speaker is not decided here."""
    add: bool = False
    remove: bool = False
    was: str | None = None
    because: str | None = None
    corrected: date | None = None
    checked: bool = False


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What NAME.toml beside a raw file, or a folder's _defaults.toml, says about it."""

    title: str | None = None
    date: date | None = None
    outlet: Slug | None = None
    url: str | None = None
    authors: tuple[str, ...] | None = None
    republish: Republish | None = None
    retold: bool | None = None
    hide: bool | None = None
    lead: bool | None = None
    withdrawn: str | None = None
    keep_lines: tuple[str, ...] = ()
    drop_lines: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    not_same_as: tuple[str, ...] = ()
    mentions: dict[str, Slug] = field(default_factory=dict)
    """Words of the article → the actor that they mean ("" for nobody)."""
    quotations: tuple[QuotationDecision, ...] = ()


@dataclass(frozen=True, slots=True)
class RawArticle:
    """A raw file as read: its path below the raw folder, its bytes, what an editor says of it."""

    path: str
    data: bytes
    sidecar: Sidecar


@dataclass(frozen=True, slots=True)
class Site:
    """content/site.toml."""

    name: str
    url: str
    language: str
    time_zone: str
    contact: str
    imprint: str
    tagline: str = ""
    report: str = ""
    """How to report a mistake: an address to write to, or a page."""
    licence: str = ""
    """Licence of our own texts."""
    republish: Republish = "extract"
    pages_for: Literal["actors", "actors and register"] = "actors and register"
