"""Whom a surname, a first name or a title with one of them means in an article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from brexitsite.actors.company import BEFORE_THE_TEXT, Company
from brexitsite.actors.figures import Figure, Reference
from brexitsite.actors.full_names import FullNames
from brexitsite.actors.names import Naming, gender_of
from brexitsite.actors.registry_index import Slugs
from brexitsite.knowledge.people import Gender
from brexitsite.model import Slug

RECENT = 1
"""Paragraphs before, in which a namesake named in full takes a surname over."""

MAIN = 2
"""How many times oftener the person whom an article is about is named than a namesake."""


def references(company: Company, found: list[Naming]) -> list[Reference]:
    """What each naming means, in text order: the full names of the whole article first, then their parts."""
    full, parts = FullNames(company, found), PartsOfNames(company)
    whole = {n.start: full.reference(n) for n in found if n.kind in ("actor", "full", "capitals")}
    return [whole.get(n.start) or parts.reference(n) for n in found]


class PartsOfNames:
    """Leads every part of a name to a figure with the full name, else to the registry."""

    def __init__(self, company: Company) -> None:
        self.company, self.tokens, self.index = company, company.tokens, company.index
        self.known, self.day = company.known, company.day

    def reference(self, naming: Naming) -> Reference:
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
        return Reference(naming, self.company.actor(slug) if slug else None, "decided", 1.0)

    def by_title(self, naming: Naming) -> Reference:
        gender = gender_of(naming, self.known)
        bearers = self.fitting(self.company.by_surname.get(naming.keys, ()), gender)
        if naming.title in self.known.peers:
            bearers = [figure for figure in bearers if not self.sits(figure)]
        if not bearers and naming.title in self.known.knights:
            bearers = self.fitting(self.company.by_given.get(naming.keys[0], ()), gender)
        if bearers:
            return self.one_of(naming, bearers, "title and surname", 0.98, gender)
        known = self.from_registry(naming, gender, "title, surname of the registry", 0.93)
        if known.figure is not None:
            return known
        return Reference(naming, self.company.stranger(naming, gender), "unknown surname", 0.9)

    def sits(self, figure: Figure) -> bool:
        """Whether somebody is of the Commons on the day, and therefore no lord."""
        return figure.registered and bool(figure.slug and self.company.callings.of(figure.slug).seat)

    def by_part(self, naming: Naming) -> Reference:
        if bearers := self.fitting(self.company.by_surname.get(naming.keys, ()), None):
            return self.one_of(naming, bearers, "surname", 0.97, None)
        if naming.keys in self.company.strangers:
            return Reference(naming, self.company.strangers[naming.keys], "unknown surname", 0.9)
        if self.is_relative(naming):
            return Reference(naming, None, "relative", 0.0)
        if bearers := self.fitting(self.company.by_given.get(naming.keys[0], ()), None):
            if self.ends_another_name(naming):
                return Reference(naming, None, "word", 0.0)
            return self.one_of(naming, bearers, "first name", 0.94, None)
        if len(naming.keys) == 1 and self.known.is_doubtful_surname(naming.keys[0]):
            return Reference(naming, None, "word", 0.0)
        return self.from_registry(naming, None, "surname of the registry", 0.9)

    def ends_another_name(self, naming: Naming) -> bool:
        """Whether a capital inside the sentence makes it another's name: "as Boy [George] sang"."""
        at, tokens = naming.start - 1, self.tokens
        if at < 1 or not tokens.capital[at] or not tokens.joined[naming.start] or not tokens.joined[at]:
            return False
        return tokens.keys[at] not in self.known.parties

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
        """The one bearer named in full before; of several the one named last, or the one whom it is about."""
        before = [f for f in bearers if f.is_named_between(BEFORE_THE_TEXT, naming.start)]
        if len(before) == 1:
            return before[0], 0.93
        first = self.tokens.first[max(0, self.tokens.paragraph[naming.start] - RECENT)]
        here = [f for f in bearers if f.is_named_between(first, naming.start)]
        main = self.main(before, naming.start)
        if not here:
            return main, 0.9
        return (here[0], 0.9 if here[0] is main else 0.7) if len(here) == 1 else (None, 0.0)

    def main(self, bearers: list[Figure], before: int) -> Figure | None:
        """The bearer whom an article named first, and in full twice as often as any other."""
        if not bearers:
            return None
        figure = min(bearers, key=lambda bearer: bearer.named_at[0])
        times = {id(f): bisect_left(f.named_at, before) for f in bearers}
        rivals = max((times[id(f)] for f in bearers if f is not figure), default=0)
        return figure if times[id(figure)] >= MAIN * rivals else None

    def from_registry(self, naming: Naming, gender: Gender | None, rule: str, confidence: float) -> Reference:
        """The one well-known bearer of a surname that the article never gives in full.

        Of several, the one who holds an office on the day, if none of the others ever holds one. Others of
        that surname in the register make it less certain, a life outside politics more so.
        """
        everybody = self.index.with_surname(naming.keys, gender)
        known = self.index.well_known(everybody)
        slug = self.sole(known)
        if slug is None:
            slug, confidence = self.sole(self.index.office_holders(known)), confidence - 0.05
            known = self.index.in_office(known, self.day)
        if slug is None or slug not in known:
            return Reference(naming, None, "unknown surname", 0.0)
        actor = self.index.actors[slug]
        confidence -= 0.1 * (len(everybody) > 1) + 0.2 * (not actor.parties and not actor.tenures)
        return Reference(naming, self.company.actor(slug), rule, confidence)

    def sole(self, slugs: Slugs) -> Slug | None:
        return next(iter(slugs)) if len(slugs) == 1 else None
