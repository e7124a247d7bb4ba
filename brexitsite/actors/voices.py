"""Source words with those for whom somebody unnamed speaks: "a spokesman [for the Fishers’ Union]"."""

from __future__ import annotations

from brexitsite.actors.grammar import JOINING
from brexitsite.actors.resolve import Cast
from brexitsite.actors.tokens import PLURAL_SEAMS
from brexitsite.model import Place

TIES = frozenset(("for", "of", "at", "from", "to", "in"))
WITHIN_NAMES = frozenset(("of", "for", "and", "the", "in"))
TIMES = frozenset(("last", "next"))
MOST = 9
"""Words after the source's own that may belong to it."""


def spelled_out(place: Place, cast: Cast) -> Place:
    """The place of source words, with the body or person that somebody speaks for where it follows."""
    tokens, known = cast.tokens, cast.known
    words = tokens.within(place)
    stop = words.stop - (tokens.keys[words.start : words.stop][1:][-1:] == ["close"])
    if not words or tokens.keys[stop - 1] not in known.voices:
        return place
    tie = stop + (tokens.keys[stop : stop + 1] == ["close"])
    if tie + 1 >= len(tokens) or not tokens.joined[tie] or tokens.keys[tie] not in TIES:
        return place
    end = _end(cast, tie + 1)
    return place if end == tie + 1 else Place(place.paragraph, place.start, tokens.ends[end - 1])


def _end(cast: Cast, start: int) -> int:
    """Where the noun phrase that begins at `start` ends: at a verb, or behind the name and what it names."""
    tokens, end, named = cast.tokens, start, False
    for at in range(start, min(start + MOST, len(tokens))):
        word = tokens.keys[at]
        if not _runs_on(cast, at) or tokens.quoted[at] != tokens.quoted[start]:
            break
        if word == "'s":
            named = False
        elif tokens.capital[at]:
            named, end = True, at + 1
        elif named and word not in WITHIN_NAMES:
            return at + 1 if word in cast.known.bodies or cast.known.is_role(word) else end
        elif not named and _ends(cast, at):
            break
        elif not named:
            end = at + 1
    return start if tokens.keys[end - 1] in cast.known.determiners else end


def _runs_on(cast: Cast, at: int) -> bool:
    """Whether a word goes on from the one before it, the apostrophe of "Fishers’ Union" between them."""
    return cast.tokens.joined[at] or cast.tokens.between[at] in PLURAL_SEAMS


def _ends(cast: Cast, at: int) -> bool:
    word, known = cast.tokens.keys[at], cast.known
    return cast.grammar.is_verb(at) or word in known.prepositions or word in JOINING or word in TIMES
