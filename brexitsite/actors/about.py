"""Whom a quotation speaks of."""

from __future__ import annotations

from bisect import bisect_left

from brexitsite.actors.resolve import Cast, is_inside
from brexitsite.model import Place, Slug


def about(place: Place, cast: Cast) -> tuple[Slug, ...]:
    """The registered actors named inside a quotation, each once, in order; nobody by a mere pronoun."""
    linked = cast.linked
    at = bisect_left(linked, (place.paragraph, place.start), key=lambda m: (m.at.paragraph, m.at.start))
    named: dict[Slug, None] = {}
    while at < len(linked) and is_inside(linked[at].at, place):
        named[linked[at].actor] = None
        at += 1
    return tuple(named)
