"""Whom a full name, or a name of the registry, means in an article."""

from __future__ import annotations

from brexitsite.actors.callings import NOTHING
from brexitsite.actors.company import Company
from brexitsite.actors.figures import Reference
from brexitsite.actors.names import Naming
from brexitsite.knowledge.people import Words
from brexitsite.model import Slug

PLACING = frozenset(("for", "in", "at", "from", "near"))


class FullNames:
    """Decides for an actor's name, a full name and capitals that may be one, and fills the company."""

    def __init__(self, company: Company, found: list[Naming]) -> None:
        self.company, self.tokens, self.index = company, company.tokens, company.index
        self.known = company.known
        self.titled = {n.keys[-1] for n in found if n.kind == "title"}
        self.others = self.namesakes(found)

    def reference(self, naming: Naming) -> Reference | None:
        """What a full name or a name of the registry means; None where it is no full name."""
        if naming.kind == "actor":
            return self.registered(naming)
        if slip := self.misspelt(naming):
            return slip
        if naming.kind == "capitals" and not self.looks_like_person(naming):
            return None
        return self.unregistered(naming)

    def unregistered(self, naming: Naming) -> Reference:
        figure = self.company.named(naming)
        return Reference(naming, figure, "full name", 0.97 if naming.kind == "full" else 0.9)

    def misspelt(self, naming: Naming) -> Reference | None:
        """The person whose name is printed here with a slip of the keys."""
        slug = self.index.nearly(naming.keys)
        if slug is None or self.company.by_keys.get((naming.keys[0], naming.keys[-1])):
            return None
        figure = self.company.actor(slug)
        self.company.meet(figure, naming)
        return Reference(naming, figure, "misspelt name", 0.9)

    def registered(self, naming: Naming) -> Reference:
        slug = self.only_one(naming)
        if slug is None:
            return Reference(naming, None, "name of several", 0.0)
        if self.is_first_name_only(naming, slug):
            return self.nickname(naming, slug)
        if slug in self.others or self.is_somebody_else(naming, slug):
            return Reference(naming, self.company.namesake(naming, slug), "namesake", 0.9)
        figure = self.company.actor(slug)
        self.company.meet(figure, naming)
        figure.sure = max(figure.sure if figure.sure < 1 else 0.0, self.certainty(naming, slug))
        return Reference(naming, figure, "name", figure.sure)

    def only_one(self, naming: Naming) -> Slug | None:
        """The one actor that a name of the registry can mean, if it is one.

        Of a politician and a namesake outside politics, what stands near the name tells.
        """
        means = naming.means
        if len(means) > 1:
            politics = self.is_politics_near(naming)
            fit = frozenset(s for s in means if self.is_politician(s) == politics)
            means = fit if len(fit) == 1 else self.index.well_known(means) or means
        return next(iter(means)) if len(means) == 1 else None

    def is_politician(self, slug: Slug) -> bool:
        return self.index.kind(slug) == "person" and bool(self.company.callings.of(slug).party)

    def is_politics_near(self, naming: Naming) -> bool:
        return not self.known.politics.isdisjoint(self.around(naming))

    def is_first_name_only(self, naming: Naming, slug: Slug) -> bool:
        return len(naming.keys) == 1 and self.index.kind(slug) == "person"

    def nickname(self, naming: Naming, slug: Slug) -> Reference:
        """A first name or nickname that the registry lists, unless another bearer is in the article."""
        others = [f for f in self.company.by_given[naming.keys[0]] if f.slug != slug]
        if others and slug not in self.company.by_slug:
            return Reference(naming, others[0] if len(others) == 1 else None, "first name", 0.85)
        if others:
            return Reference(naming, None, "first name of several", 0.0)
        figure = self.company.actor(slug)
        self.company.meet(figure, naming, full=False)
        return Reference(naming, figure, "nickname", 0.95)

    def certainty(self, naming: Naming, slug: Slug) -> float:
        """A name from the register alone may be another's, unless a word of politics stands near it."""
        if not self.index.actors[slug].in_register_only:
            return 0.99
        if self.is_politics_near(naming):
            return 0.97
        return 0.75 if naming.keys[-1] in self.known.common_surnames else 0.93

    def around(self, naming: Naming) -> set[str]:
        low = max(self.tokens.first[self.tokens.paragraph[naming.start]], naming.start - 12)
        high = min(self.tokens.first[self.tokens.paragraph[naming.start] + 1], naming.end + 14)
        return set(self.tokens.keys[low:high])

    def namesakes(self, found: list[Naming]) -> set[Slug]:
        """The actors whose name somebody else bears in this article, once said and never denied."""
        named = [(next(iter(n.means)), n) for n in found if n.kind == "actor" and len(n.means) == 1]
        contrary = {slug for slug, naming in named if self.is_private(naming, slug)}
        return contrary - {s for s, n in named if s in contrary and self.is_politics_near(n)}

    def is_somebody_else(self, naming: Naming, slug: Slug) -> bool:
        """Whether what stands beside a name contradicts the actor of that name: a title, a job."""
        if self.index.kind(slug) != "person":
            return False
        gender, own = self.known.title_gender.get(naming.title), self.index.people[slug].gender
        return bool(gender and own and gender != own) or self.is_private(naming, slug)

    def is_private(self, naming: Naming, slug: Slug) -> bool:
        """Whether a politician's name is printed with a job, or an age, that politicians do not have."""
        contrary = self.contrary(slug)
        if not contrary:
            return False
        beside = self.beside(naming)
        aged = self.index.actors[slug].in_register_only and any(map(str.isdigit, beside))
        return (aged or bool(beside & contrary)) and not beside & self.known.politics

    def contrary(self, slug: Slug) -> Words:
        """The jobs that say that a name is not this actor's."""
        if self.index.kind(slug) != "person":
            return NOTHING
        if self.index.actors[slug].in_register_only:
            return self.known.private_life | self.known.outside_politics
        called = self.company.callings.of(slug)
        return self.known.private_life - called.life if called.party else NOTHING

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

    def looks_like_person(self, naming: Naming) -> bool:
        """Whether capitals that begin with no known given name are a person all the same.

        A job right before them, "Mr" before the last of them elsewhere (and no other bearer:
        "Defiant Example"), or an apposition with an age or a job after them says so.
        """
        tokens, start, end = self.tokens, naming.start, naming.end
        if end - start > 3 or self.known.body_heads & set(naming.keys):
            return False
        if naming.keys[-1] in self.titled:
            bearers = self.company.by_surname.get(naming.keys[-1:], ())
            return all(figure.given == naming.keys[0] for figure in bearers)
        if start > 0 and tokens.joined[start] and self.known.is_role(tokens.keys[start - 1]):
            return tokens.words[start - 1].islower() or tokens.keys[start - 1] not in self.known.adjectival
        if end >= len(tokens) or tokens.between[end] != ", " or self.is_placed(start):
            return False
        return tokens.keys[end].isdigit() or any(map(self.known.is_role, tokens.keys[end : end + 5]))

    def is_placed(self, at: int) -> bool:
        """Whether a preposition of place stands before: "the MP for [Ventry East], …"."""
        return at > 0 and self.tokens.joined[at] and self.tokens.keys[at - 1] in PLACING
