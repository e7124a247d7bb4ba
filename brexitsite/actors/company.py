"""All figures of an article, found again by slug, full name, surname or first name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cached_property

from brexitsite.actors.callings import Callings
from brexitsite.actors.figures import Figure, Reference, shown, slug_of
from brexitsite.actors.names import Naming, gender_of
from brexitsite.actors.registry_index import Index, Keys
from brexitsite.actors.tokens import Tokens
from brexitsite.knowledge.people import Gender, people
from brexitsite.model import Slug

NAMESAKE = "-namesake"
"""Ends the slug of somebody who bears an actor's name and is somebody else: it leads to no page."""

BEFORE_THE_TEXT = -1
"""Where somebody is named whom the title names."""


class Company:
    """Everybody and every body in an article; who a naming means is decided in `references`."""

    def __init__(self, tokens: Tokens, index: Index, day: date | None, title: int | None = None) -> None:
        """`title`: number of the paragraph, behind the text, that is the article's title."""
        self.tokens, self.index, self.day, self.known = tokens, index, day, people()
        self.title = title
        self.callings = Callings(index, day)
        self.figures: list[Figure] = []
        self.by_slug: dict[Slug, Figure] = {}
        self.by_keys: dict[tuple[str, str], list[Figure]] = defaultdict(list)
        self.by_surname: dict[Keys, list[Figure]] = defaultdict(list)
        self.by_given: dict[str, list[Figure]] = defaultdict(list)
        self.strangers: dict[Keys, Figure] = {}
        self.references: list[Reference] = []
        self.at: dict[int, Reference] = {}

    def refer(self, references: Iterable[Reference]) -> None:
        """Keep what each naming means, in text order, and where each figure is met."""
        self.references = list(references)
        self.at = {reference.naming.start: reference for reference in self.references}
        for reference in self.references:
            if reference.figure is not None:
                self.note(reference.figure.met_at, reference.naming)

    def note(self, places: list[int], naming: Naming) -> None:
        """Add where a naming begins; the title, which stands behind the text, comes before it."""
        if self.tokens.paragraph[naming.start] == self.title:
            places.insert(0, BEFORE_THE_TEXT)
        else:
            places.append(naming.start)

    @cached_property
    def headlined(self) -> list[Figure]:
        """The people whom title and headlines name, in order."""
        zones = [paragraph.zone for paragraph in self.tokens.paragraphs]
        named = [r for r in self.references if zones[self.tokens.paragraph[r.naming.start]] == "headline"]
        return list(dict.fromkeys(r.figure for r in named if r.figure and r.figure.type == "person"))

    def replace(self, number: int, reference: Reference) -> None:
        """Decide again what one naming means."""
        self.references[number] = reference
        self.at[reference.naming.start] = reference

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
        figure = self.add(Figure("person", actor.name, slug, True, keys, person.surname, person.gender))
        for given in person.other_given:
            self.by_given[given].append(figure)
        return figure

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

    def stranger(self, naming: Naming, gender: Gender | None) -> Figure:
        """Somebody of whom the article prints no more than "Judge Example": a person, of no known name."""
        figure = self.strangers.get(naming.keys)
        if figure is None:
            figure = Figure("person", surname=naming.keys, gender=gender, named_at=[naming.start])
            self.strangers[naming.keys] = figure
        return figure

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
            self.note(figure.named_at, naming)
        if self.tokens.paragraphs[self.tokens.paragraph[naming.start]].zone != "junk":
            figure.aside = False
