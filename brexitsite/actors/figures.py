"""Who is who in one article: a figure for every full name, and every part of a name led to one of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from brexitsite.actors.names import Naming, gender_of
from brexitsite.actors.registry_index import Index, Keys, Slugs
from brexitsite.actors.tokens import Tokens, key
from brexitsite.knowledge.people import Gender, people
from brexitsite.model import Slug, SpeakerType

NAMESAKE = "-namesake"
"""Ends the slug of somebody who bears an actor's name and is somebody else: it leads to no page."""


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


@dataclass(frozen=True, slots=True)
class Reference:
    """What a naming means, with the rule that says so; `figure` None where it is nobody certain."""

    naming: Naming
    figure: Figure | None
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
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


class Company:
    """All figures of an article and what each naming refers to."""

    def __init__(self, tokens: Tokens, index: Index, day: date | None, found: list[Naming]) -> None:
        self.tokens, self.index, self.day, self.known = tokens, index, day, people()
        self.figures: list[Figure] = []
        self.by_slug: dict[Slug, Figure] = {}
        self.by_keys: dict[tuple[str, str], list[Figure]] = defaultdict(list)
        self.by_surname: dict[Keys, list[Figure]] = defaultdict(list)
        self.strangers: dict[Keys, Figure] = {}
        self.by_given: dict[str, list[Figure]] = defaultdict(list)
        self.is_political = not self.known.politics.isdisjoint(tokens.keys)
        self.titled = {n.keys[-1] for n in found if n.kind == "title"}
        whole = {n.start: self.whole(n) for n in found if n.kind in ("actor", "full", "capitals")}
        self.references = [whole.get(n.start) or self.part(n) for n in found]
        self.at = {r.naming.start: r for r in self.references}
        for reference in self.references:
            if reference.figure is not None:
                reference.figure.met_at.append(reference.naming.start)

    # --- full names ---------------------------------------------------------------------

    def whole(self, naming: Naming) -> Reference | None:
        """What a full name or a name of the registry means."""
        if naming.kind == "actor":
            return self.registered(naming)
        if naming.kind == "capitals" and not self.looks_like_person(naming):
            return None
        return Reference(naming, self.named(naming), "full name", 0.97 if naming.kind == "full" else 0.9)

    def registered(self, naming: Naming) -> Reference:
        slug = self.only_one(naming)
        if slug is None:
            return Reference(naming, None, "name of several", 0.0)
        if self.is_first_name_only(naming, slug):
            return self.nickname(naming, slug)
        figure = self.actor(slug)
        contrary = self.is_somebody_else(naming, figure)
        if contrary:
            return Reference(naming, self.namesake(naming, slug), "namesake", 0.9)
        self.meet(figure, naming)
        figure.sure = max(figure.sure if figure.sure < 1 else 0.0, self.certainty(naming, slug))
        return Reference(naming, figure, "name", figure.sure)

    def only_one(self, naming: Naming) -> Slug | None:
        """The one actor that a name of the registry can mean, if it is one."""
        means = naming.means
        if len(means) > 1:
            means = self.index.well_known(means) or means
        return next(iter(means)) if len(means) == 1 else None

    def is_first_name_only(self, naming: Naming, slug: Slug) -> bool:
        return len(naming.keys) == 1 and self.index.kind(slug) == "person"

    def nickname(self, naming: Naming, slug: Slug) -> Reference:
        """A first name or nickname that the registry lists, unless another bearer is in the article."""
        others = [f for f in self.by_given[naming.keys[0]] if f.slug != slug]
        if others and slug not in self.by_slug:
            return Reference(naming, others[0] if len(others) == 1 else None, "first name", 0.85)
        if others:
            return Reference(naming, None, "first name of several", 0.0)
        figure = self.actor(slug)
        self.meet(figure, naming, full=False)
        return Reference(naming, figure, "nickname", 0.95)

    def certainty(self, naming: Naming, slug: Slug) -> float:
        """A name from the register alone may be another's; a word of politics near it settles that."""
        if not self.index.actors[slug].in_register_only:
            return 0.99
        if self.known.politics & self.around(naming):
            return 0.97
        return 0.93 if self.is_political else 0.85

    def around(self, naming: Naming) -> set[str]:
        low = max(self.tokens.first[self.tokens.paragraph[naming.start]], naming.start - 12)
        high = min(self.tokens.first[self.tokens.paragraph[naming.start] + 1], naming.end + 14)
        return set(self.tokens.keys[low:high])

    def is_somebody_else(self, naming: Naming, figure: Figure) -> bool:
        """Whether what stands beside a name contradicts the actor of that name."""
        if figure.type != "person" or not figure.slug:
            return False
        gender = self.known.title_gender.get(naming.title)
        if gender and figure.gender and gender != figure.gender:
            return True
        beside = self.beside(naming)
        return bool(beside & self.known.private_life) and not beside & self.known.politics

    def beside(self, naming: Naming) -> set[str]:
        """The words right before a name and those of an apposition right after it."""
        tokens, low, high = self.tokens, naming.start, naming.end
        while low > 0 and tokens.joined[low] and naming.start - low < 3:
            low -= 1
        if high < len(tokens) and tokens.between[high] == ", ":
            stop = high + 1
            while stop < len(tokens) and tokens.joined[stop] and stop - high < 6:
                stop += 1
            high = stop
        return set(tokens.keys[low : naming.start]) | set(tokens.keys[naming.end : high])

    def namesake(self, naming: Naming, slug: Slug) -> Figure:
        """Somebody else of an actor's name: a figure without a page, never the actor."""
        figure = self.by_slug.get(slug + NAMESAKE)
        if figure is None:
            name, surname = self.index.actors[slug].name, naming.keys[-1:]
            figure = self.add(Figure("person", name, slug + NAMESAKE, False, naming.keys, surname))
        self.meet(figure, naming)
        return figure

    def actor(self, slug: Slug) -> Figure:
        """The figure of a registered actor, made at first use."""
        if slug in self.by_slug:
            return self.by_slug[slug]
        actor = self.index.actors[slug]
        if actor.kind == "organisation":
            return self.add(Figure("organisation", actor.name, slug, True))
        person = self.index.people[slug]
        keys = (person.given, *person.surname)
        return self.add(Figure("person", actor.name, slug, True, keys, person.surname, person.gender))

    def named(self, naming: Naming) -> Figure:
        """The unregistered figure of a full name: an earlier one of that name, or a new one."""
        for figure in (*self.by_keys[naming.keys[0], naming.keys[-1]], *self.by_surname[naming.keys]):
            self.meet(figure, naming)
            figure.gender = figure.gender or gender_of(naming, self.known)
            return figure
        name = shown(self.tokens.spelled(naming.end - len(naming.keys), naming.end))
        slug = slug_of(name)
        slug = slug + NAMESAKE if slug in self.index.actors else slug
        gender = gender_of(naming, self.known)
        figure = self.add(Figure("person", name, slug, False, naming.keys, self.surname(naming), gender))
        self.meet(figure, naming)
        return figure

    def surname(self, naming: Naming) -> Keys:
        keys, known = naming.keys, self.known
        start = next((i for i in range(1, len(keys)) if keys[i] in known.particles), len(keys) - 1)
        return keys[start:]

    def looks_like_person(self, naming: Naming) -> bool:
        """Whether capitals that begin with no known given name are a person all the same.

        A job right before them, "Mr" before the last of them elsewhere, or an apposition with an
        age or a job after them says so.
        """
        tokens, start, end = self.tokens, naming.start, naming.end
        if end - start > 3 or self.known.body_heads & set(naming.keys):
            return False
        if naming.keys[-1] in self.titled:
            return True
        if start > 0 and tokens.joined[start] and self.known.is_role(tokens.keys[start - 1]):
            return tokens.words[start - 1].islower()
        if end >= len(tokens) or tokens.between[end] != ", ":
            return False
        return tokens.keys[end].isdigit() or any(map(self.known.is_role, tokens.keys[end : end + 5]))

    def add(self, figure: Figure) -> Figure:
        self.figures.append(figure)
        if figure.slug:
            self.by_slug[figure.slug] = figure
        if figure.type == "person" and figure.keys:
            self.by_keys[figure.keys[0], figure.keys[-1]].append(figure)
            self.by_given[figure.given].append(figure)
            for start in range(1, len(figure.keys)):
                self.by_surname[figure.keys[start:]].append(figure)
        return figure

    def meet(self, figure: Figure, naming: Naming, full: bool = True) -> None:
        """Note that a figure is named here."""
        if full:
            figure.named_at.append(naming.start)
        if self.tokens.paragraphs[self.tokens.paragraph[naming.start]].zone != "junk":
            figure.aside = False

    # --- parts of names -----------------------------------------------------------------

    def part(self, naming: Naming) -> Reference:
        """What a title with a surname, a surname or a first name alone means."""
        if naming.kind == "decided":
            return self.as_decided(naming)
        if naming.kind == "title":
            return self.by_title(naming)
        if naming.kind == "part":
            return self.by_part(naming)
        return Reference(naming, None, naming.kind, 0.0)

    def as_decided(self, naming: Naming) -> Reference:
        slug = next(iter(naming.means))
        return Reference(naming, self.actor(slug) if slug else None, "decided", 1.0)

    def by_title(self, naming: Naming) -> Reference:
        gender = gender_of(naming, self.known)
        bearers = self.fitting(self.by_surname.get(naming.keys, ()), gender)
        if not bearers and naming.title in self.known.knights:
            bearers = self.fitting(self.by_given.get(naming.keys[0], ()), gender)
        if bearers:
            return self.one_of(naming, bearers, "title and surname", 0.98, gender)
        known = self.from_registry(naming, gender, "title, surname of the registry", 0.93)
        if known.figure is not None:
            return known
        return Reference(naming, self.stranger(naming, gender), "unknown surname", 0.9)

    def stranger(self, naming: Naming, gender: Gender | None) -> Figure:
        """Somebody of whom the article prints no more than "Judge Example": a person, of no known name."""
        figure = self.strangers.get(naming.keys)
        if figure is None:
            figure = Figure("person", surname=naming.keys, gender=gender, named_at=[naming.start])
            self.strangers[naming.keys] = figure
        return figure

    def by_part(self, naming: Naming) -> Reference:
        if bearers := self.fitting(self.by_surname.get(naming.keys, ()), None):
            return self.one_of(naming, bearers, "surname", 0.97, None)
        if naming.keys in self.strangers:
            return Reference(naming, self.strangers[naming.keys], "unknown surname", 0.9)
        if self.is_relative(naming):
            return Reference(naming, None, "relative", 0.0)
        if bearers := self.fitting(self.by_given.get(naming.keys[0], ()), None):
            return self.one_of(naming, bearers, "first name", 0.94, None)
        if len(naming.keys) == 1 and self.known.is_doubtful_surname(naming.keys[0]):
            return Reference(naming, None, "word", 0.0)
        return self.from_registry(naming, None, "surname of the registry", 0.9)

    def is_relative(self, naming: Naming) -> bool:
        at = naming.start
        return at > 0 and self.tokens.keys[at - 1] in self.known.relations

    def fitting(self, figures: Iterable[Figure], gender: Gender | None) -> list[Figure]:
        """Those of a gender (or of none known); those named in prose before those beside it."""
        fit = [f for f in figures if gender is None or f.gender in (gender, None)]
        return [f for f in fit if not f.aside] or fit

    def one_of(
        self, naming: Naming, bearers: list[Figure], rule: str, confidence: float, gender: Gender | None
    ) -> Reference:
        """The bearer of a name, if it is one alone, or one alone named in full before."""
        figure = bearers[0]
        if len(bearers) > 1:
            chosen, confidence = self.nearest(naming, bearers)
            if chosen is None:
                return Reference(naming, None, "name of several", 0.0)
            rule, figure = rule + ", nearest bearer", chosen
        figure.gender = figure.gender or gender
        return Reference(naming, figure, rule, min(confidence, max(figure.sure, 0.5)))

    def nearest(self, naming: Naming, bearers: list[Figure]) -> tuple[Figure | None, float]:
        """The one bearer named in full before; where several were, the one in this paragraph, with doubt."""
        before = [f for f in bearers if self.named_between(f, 0, naming.start)]
        if len(before) == 1:
            return before[0], 0.88
        first = self.tokens.first[self.tokens.paragraph[naming.start]]
        here = [f for f in bearers if self.named_between(f, first, naming.start)]
        return (here[0], 0.7) if len(here) == 1 else (None, 0.0)

    def named_between(self, figure: Figure, low: int, high: int) -> bool:
        at = bisect_left(figure.named_at, low)
        return at < len(figure.named_at) and figure.named_at[at] < high

    def from_registry(self, naming: Naming, gender: Gender | None, rule: str, confidence: float) -> Reference:
        """The one well-known bearer of a surname that the article never gives in full.

        Others of that surname in the register make it less certain, a word for a name more so.
        """
        everybody = self.index.with_surname(naming.keys, gender)
        known = self.index.well_known(everybody)
        slug = self.sole(known)
        if slug is None:
            slug, confidence = self.sole(self.index.in_office(known, self.day)), confidence - 0.05
        if slug is None:
            return Reference(naming, None, "unknown surname", 0.0)
        confidence -= 0.1 * (len(everybody) > 1)
        return Reference(naming, self.actor(slug), rule, confidence)

    def sole(self, slugs: Slugs) -> Slug | None:
        return next(iter(slugs)) if len(slugs) == 1 else None
