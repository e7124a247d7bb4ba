"""The nouns of resolving: somebody whom an article names, and what each naming or phrase refers to."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from brexitsite.actors.names import Naming
from brexitsite.actors.registry_index import Keys
from brexitsite.actors.tokens import key
from brexitsite.knowledge.people import Gender
from brexitsite.model import Slug, SpeakerType


@dataclass(slots=True, eq=False)
class Figure:
    """Somebody or something that an article names: a person, a body, or one of the unnamed."""

    type: SpeakerType
    name: str | None = None
    slug: Slug | None = None
    registered: bool = False
    keys: Keys = ()
    surname: Keys = ()
    gender: Gender | None = None
    traits: set[str] = field(default_factory=set)
    """Words that the article describes it with ("labour", "activist"), from beside its name."""
    named_at: list[int] = field(default_factory=list)
    """Words at which its full name begins."""
    met_at: list[int] = field(default_factory=list)
    """Words at which any name of it begins."""
    aside: bool = True
    """Named in a caption, a headline's neighbour or another line that is not prose, and nowhere else."""
    sure: float = 1.0
    """How sure it is that the bearer of this name is the registry's."""

    @property
    def given(self) -> str:
        return self.keys[0] if self.keys else ""

    def is_named_between(self, low: int, high: int) -> bool:
        """Whether its full name begins at one of the words from `low` up to `high`."""
        return is_any_between(self.named_at, low, high)

    def is_met_between(self, low: int, high: int) -> bool:
        """The same of any name of it."""
        return is_any_between(self.met_at, low, high)


@dataclass(slots=True)  # a frozen one takes four times as long to make
class Reference:
    """What a naming means, with the rule that says so; `figure` None where it is nobody certain."""

    naming: Naming
    figure: Figure | None
    rule: str
    confidence: float


@dataclass(slots=True)  # a frozen one takes four times as long to make
class Meant:
    """Whom a pronoun or a description means; `figure` None where that is unsure."""

    figure: Figure | None
    rule: str
    confidence: float


def slug_of(name: str) -> Slug:
    """A slug made from a name.

    >>> slug_of("Frances O’Grady")
    'frances-o-grady'
    """
    return re.sub(r"[^a-z0-9]+", "-", key(name)).strip("-")


def shown(name: str) -> str:
    """A name as it is shown: words all in capitals get small letters ("GUTO HARRI")."""
    return " ".join(w.title() if w.isupper() and len(w) > 2 and "." not in w else w for w in name.split())


def is_any_between(places: list[int], low: int, high: int) -> bool:
    at = bisect_left(places, low)
    return at < len(places) and places[at] < high
