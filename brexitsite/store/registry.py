"""Everybody the digest knows: content/actors, content/offices.toml and content/register."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import cast, get_args

from brexitsite.errors import ContentError
from brexitsite.model import Actor, Division, Membership, Office, Pronouns, Slug, Tenure, Vote
from brexitsite.store import actors
from brexitsite.store.fields import read_tables
from brexitsite.store.files import look
from brexitsite.store.tables import Row, read_table

MEMBER = ("slug", "name", "party", "constituency", "gender", "party_history")
DIVISION = ("division", "date", "title", "ayes", "noes")
VOTE = ("division", "member", "vote")
_PRONOUNS: dict[str, Pronouns] = {"female": "she", "male": "he"}
_STINT = re.compile(
    r"(?P<party>(?:(?! (?:from|to|until) ).)+)(?: from (?P<start>[\d-]{10}))?"
    r"(?: (?:to|until) (?P<end>[\d-]{10}))?"
)


@dataclass(frozen=True, slots=True)
class Registry:
    """Actors by slug (files first, then rows of the register), offices, divisions and votes."""

    actors: Mapping[Slug, Actor]
    offices: Mapping[Slug, Office]
    divisions: tuple[Division, ...] = ()
    votes: Mapping[Slug, Mapping[int, Vote]] = field(default_factory=dict)
    """Actor slug → division number → vote."""

    def role_on(self, slug: Slug, day: date) -> str | None:
        """The first office that an actor's file names and that covers the day, as printed."""
        actor = self.actors.get(slug)
        tenure = next((t for t in actor.tenures if t.covers(day)), None) if actor else None
        return self.offices[tenure.office].name if tenure else None


def load(content: Path) -> Registry:
    """Read and check everything; raises ContentError for the first fault.

    What looks as it did the last time is not read again: a build asks twice, for texts and for pages.
    """
    files = (content / "offices.toml", *_files(content, "register/*.csv"), *_files(content, "actors/*.md"))
    seen = look(files)
    return _read(content) if seen is None else _as_before(content, files, seen)


def _files(content: Path, pattern: str) -> list[Path]:
    return sorted(content.glob(pattern))


@lru_cache(maxsize=1)
def _as_before(content: Path, _files: tuple[Path, ...], _look: str) -> Registry:
    return _read(content)


def _read(content: Path) -> Registry:
    offices = load_offices(content / "offices.toml")
    written = [actors.read(path) for path in sorted((content / "actors").glob("*.md"))]
    rows = _register(content / "register" / "members.csv")
    known = _joined(written, rows, content)
    _check_tenures(known.values(), offices, content)
    owner = {actor.member or actor.slug: actor.slug for actor in known.values()}
    return Registry(
        actors=known,
        offices=offices,
        divisions=_divisions(content / "register" / "divisions.csv"),
        votes=_votes(content / "register" / "votes.csv", owner),
    )


def load_offices(path: Path) -> dict[Slug, Office]:
    """Every office by slug."""
    offices = {}
    for slug, fields in read_tables(path):
        holders = fields.choice("holders", ("one", "many"))
        printed = tuple(words.lower() for words in fields.texts("printed"))
        name, of = fields.required("name"), fields.text("of")
        offices[slug] = Office(slug, name, printed, "many" if holders == "many" else "one", of)
        fields.finish()
    return offices


def _register(path: Path) -> dict[Slug, Actor]:
    known: dict[Slug, Actor] = {}
    for actor in read_table(path, MEMBER, lambda row: _member(path, row)):
        if known.setdefault(actor.slug, actor) is not actor:
            raise ContentError(
                path, f"the slug '{actor.slug}' stands in two rows", "give each person a slug of their own"
            )
    return known


def _member(path: Path, row: Row) -> Actor:
    if not row["slug"] or not row["name"].strip():
        raise ValueError("it has no slug or no name")
    ids = {key: row[key] for key in ("wikidata", "theyworkforyou") if row.get(key)}
    *first, last = row["name"].split()
    return Actor(
        slug=row["slug"],
        kind="person",
        name=row["name"],
        sort_name=f"{last}, {' '.join(first)}",
        pronouns=_PRONOUNS.get(row["gender"]),
        parties=tuple(_stints(path, row)),
        ids=ids,
        constituency=row["constituency"],
        member=row["slug"],
        in_register_only=True,
    )


def _stints(path: Path, row: Row) -> Iterable[Membership]:
    """ "Labour from 1987-06-11 to 2019-02-18; Independent from 2019-02-18" as memberships."""
    for stint in filter(None, (part.strip() for part in row["party_history"].split(";"))):
        match = _STINT.fullmatch(stint)
        if match is None:
            raise ContentError(path, f"{row['slug']} has the party history '{stint}'", "correct it")
        start, end = (date.fromisoformat(d) if d else None for d in match.group("start", "end"))
        yield Membership(match["party"], start, end, "UK Parliament")


def _joined(written: Iterable[Actor], rows: dict[Slug, Actor], content: Path) -> dict[Slug, Actor]:
    """Actors' files, each with what its row of the register adds, then the rows without a file."""
    left, known = dict(rows), {}
    for actor in written:
        row = left.pop(actor.member or actor.slug, None)
        if actor.member and row is None:
            raise ContentError(
                content / "actors" / f"{actor.slug}.md",
                f"its member '{actor.member}' is not in the register",
                "give the slug of a row of content/register/members.csv",
            )
        known[actor.slug] = _with_row(actor, row) if row else actor
    return known | {slug: row for slug, row in left.items() if slug not in known}


def _with_row(actor: Actor, row: Actor) -> Actor:
    return replace(
        actor,
        member=row.slug,
        parties=actor.parties or row.parties,
        ids=row.ids | actor.ids,
        pronouns=actor.pronouns or row.pronouns,
        constituency=actor.constituency or row.constituency,
    )


def _check_tenures(known: Iterable[Actor], offices: Mapping[Slug, Office], content: Path) -> None:
    held: dict[Slug, list[tuple[Tenure, Slug]]] = defaultdict(list)
    for actor in known:
        for tenure in actor.tenures:
            if tenure.office not in offices:
                raise ContentError(
                    content / "actors" / f"{actor.slug}.md",
                    f"the office '{tenure.office}' is unknown",
                    "add it to content/offices.toml, or correct the tenure",
                )
            held[tenure.office].append((tenure, actor.slug))
    for office, tenures in held.items():
        if offices[office].holders == "one":
            _check_one_holder(office, tenures, content)


def _check_one_holder(office: Slug, tenures: list[tuple[Tenure, Slug]], content: Path) -> None:
    """A day of handing over may belong to both; more than that is an error."""
    dated = sorted(tenures, key=lambda t: (t[0].start or date.min, t[0].end or date.max))
    for (before, first), (after, second) in pairwise(dated):
        if (before.end or date.max) > (after.start or date.min):
            raise ContentError(
                content / "actors" / f"{second}.md",
                f"the tenure as '{office}' from {after.start} overlaps that of {first} until {before.end}",
                "correct the dates of one of them",
            )


def _divisions(path: Path) -> tuple[Division, ...]:
    return tuple(read_table(path, DIVISION, _division))


def _division(row: Row) -> Division:
    day = date.fromisoformat(row["date"])
    return Division(int(row["division"]), day, row["title"], int(row["ayes"]), int(row["noes"]))


def _votes(path: Path, owner: Mapping[Slug, Slug]) -> dict[Slug, dict[int, Vote]]:
    votes: dict[Slug, dict[int, Vote]] = defaultdict(dict)
    for member, division, vote in read_table(path, VOTE, _vote):
        votes[owner.get(member, member)][division] = vote
    return dict(votes)


def _vote(row: Row) -> tuple[Slug, int, Vote]:
    if row["vote"] not in get_args(Vote):
        raise ValueError(f"the vote is '{row['vote']}'")
    return row["member"], int(row["division"]), cast("Vote", row["vote"])
