"""Read one file of content/actors/: a person or an organisation, front matter and a short life."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from brexitsite.errors import ContentError
from brexitsite.model import Actor, Membership, Side, Tenure
from brexitsite.store.fields import Fields
from brexitsite.store.front_matter import read_front_matter

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_LIFE = 5_000
"""Characters: four times the longest life; Python-Markdown takes quadratic time for odd ones."""


def read(path: Path) -> Actor:
    """An actor by its file; raises ContentError for a wrong key, value or date."""
    if not SLUG.fullmatch(path.stem):
        raise ContentError(path, f"'{path.stem}' is no slug", "name the file in a-z, 0-9 and hyphens")
    fields, life = read_front_matter(path)
    if len(life) > LONGEST_LIFE:
        raise fields.error(f"its life has {len(life):,} characters", f"tell it in {LONGEST_LIFE:,}")
    actor = Actor(
        slug=path.stem,
        kind=fields.choice("kind", ("person", "organisation")) or "person",
        name=fields.required("name"),
        sort_name=fields.required("sort_name"),
        aliases=fields.texts("aliases"),
        pronouns=fields.choice("pronouns", ("he", "she", "they", "it")),
        parties=tuple(map(_membership, fields.tables("party"))),
        tenures=tuple(map(_tenure, fields.tables("tenures"))),
        ids=fields.text_table("ids"),
        side=_side(Fields(path, fields.table("side"), "side")),
        note=fields.text("note"),
        life=life,
        private=fields.flag("private") or False,
        constituency=fields.text("constituency"),
        member=fields.text("member"),
    )
    fields.finish()
    return actor


def _membership(row: Fields) -> Membership:
    party, (start, end) = row.required("party"), _days(row)
    membership = Membership(party, start, end, row.text("source") or "")
    row.finish()
    return membership


def _tenure(row: Fields) -> Tenure:
    office, (start, end) = row.required("office"), _days(row)
    tenure = Tenure(office, start, end, row.required("source"))
    row.finish()
    return tenure


def _days(row: Fields) -> tuple[date | None, date | None]:
    start, end = row.day("start"), row.day("end")
    if start and end and end < start:
        raise row.error(f"it ends on {end} but starts on {start}", "correct the dates")
    return start, end


def _side(fields: Fields) -> Side | None:
    side, source = fields.text("side"), fields.text("source")
    fields.finish()
    if side and not source:
        raise fields.error(f"'{side}' has no source", "add source, or leave the side out")
    return Side(side, source) if side and source else None
