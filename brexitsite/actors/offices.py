"""Whom a title of office means on the article's day: "the prime minister", "the former mayor"."""

from __future__ import annotations

from collections.abc import Iterable

from brexitsite.actors.company import Company
from brexitsite.actors.figures import Reference
from brexitsite.actors.grammar import JOINING, Grammar
from brexitsite.actors.names import Naming
from brexitsite.actors.portraits import Portraits
from brexitsite.actors.registry_index import NOBODY, Slugs
from brexitsite.model import Slug

FARTHEST = 12
"""Words before an office that may still say whose it was."""


class Offices:
    """Leads wordings of offices to their holders, where the words beside them leave no doubt."""

    def __init__(self, company: Company, grammar: Grammar, portraits: Portraits) -> None:
        self.company, self.grammar, self.claims = company, grammar, portraits.claims
        self.tokens, self.index, self.known = company.tokens, company.index, company.known

    def reference(self, naming: Naming) -> Reference:
        """Who an office's wording means here: its holder on the day, a former holder, or nobody certain."""
        nobody = Reference(naming, None, "office", 0.0)
        if self.belongs_to_name(naming) or self.is_qualified_after(naming) or self.is_part_played(naming):
            return nobody
        former, certain = self.before_office(naming)
        if not certain:
            return nobody
        if former:
            return self.former(naming)
        holders = self.holders(naming)
        if len(holders) != 1:
            return nobody
        slug = next(iter(holders))
        if self.describes_another(naming, slug):
            return nobody
        claimed = self.claims.get(naming.keys)
        if (claimed and claimed != {slug}) or self.means_another(naming, slug):
            return nobody
        rule = "office on the day" if self.company.day else "office, its one holder"
        return Reference(naming, self.company.actor(slug), rule, 0.97 if self.company.day else 0.9)

    def holders(self, naming: Naming) -> Slugs:
        """The holders on the day of the offices that a wording can mean; undated, those in the article."""
        day = self.company.day
        holders = union(self.index.holders(office, day) for office in naming.means)
        if len(holders) == 1:
            return holders
        pool = holders or union(map(self.index.ever_held, naming.means)) if day is None or holders else NOBODY
        return frozenset(slug for slug in pool if self.is_present(slug))

    def describes_another(self, naming: Naming, slug: Slug) -> bool:
        """Whether the office follows the name of somebody else: "Ann Example, the Tory leader there"."""
        bearer = self.grammar.apposed_to(naming.start, naming.end)
        return bearer is not None and bearer.slug != slug

    def means_another(self, naming: Naming, slug: Slug) -> bool:
        """Whether somebody with such an office elsewhere was named nearer: Ruritania's prime minister."""
        since = self.tokens.first[max(0, self.tokens.paragraph[naming.start] - 1)]
        offices = self.index.longer.get(naming.keys, NOBODY) - naming.means
        others = union(self.index.holders(office, self.company.day) for office in offices) - {slug}
        return not self.is_met(slug, since, naming.start) and any(
            self.is_met(other, since, naming.start) for other in others
        )

    def is_met(self, slug: Slug, low: int, high: int) -> bool:
        figure = self.company.by_slug.get(slug)
        return figure is not None and figure.is_met_between(low, high)

    def is_present(self, slug: Slug) -> bool:
        figure = self.company.by_slug.get(slug)
        return figure is not None and bool(figure.met_at)

    def former(self, naming: Naming) -> Reference:
        """ "The former mayor": the one former holder whom the article names; the registry knows not all."""
        former = union(self.index.former_holders(o, self.company.day) for o in naming.means)
        present = [slug for slug in former if self.is_present(slug)]
        if len(present) != 1:
            return Reference(naming, None, "former office", 0.0)
        return Reference(naming, self.company.actor(present[0]), "former office", 0.9)

    def belongs_to_name(self, naming: Naming) -> bool:
        """Whether a name follows, so that the office only describes it."""
        tokens, end = self.tokens, naming.end
        if end >= len(tokens) or not (tokens.joined[end] or tokens.between[end] == ", "):
            return False
        follower = self.company.at.get(end)
        return follower is not None and (
            (
                follower.naming.kind in ("actor", "full", "title")
                and (follower.figure is None or follower.figure.type == "person")
            )
            or (tokens.joined[end] and follower.naming.kind in ("part", "capitals"))
        )

    def is_qualified_after(self, naming: Naming) -> bool:
        """Whether what follows makes it another office or none: "of Spain", "candidate", "'s Questions"."""
        tokens, end = self.tokens, naming.end
        if end >= len(tokens) or not tokens.joined[end]:
            return False
        word = tokens.keys[end]
        after = tokens.keys[end + 1] if end + 1 < len(tokens) else ""
        if word in ("of", "in"):
            return True
        if word == "'s":
            return after in ("questions", "question")
        return self.known.is_role(word) or word in ("elect", "designate", "hopeful", "job", "role", "post")

    def is_part_played(self, naming: Naming) -> bool:
        """Whether somebody is spoken of in an office, whoever holds it now: "eight years as London mayor"."""
        tokens, at, end = self.tokens, naming.start, naming.end
        while at > max(0, naming.start - FARTHEST) and tokens.joined[at] and self.leads_to_office(at - 1):
            at -= 1
        before = tokens.keys[max(0, at - 2) : at]
        if not before or not tokens.joined[at] or before[-1] != "as" or before[0] == "such":
            return False
        return not (end < len(tokens) and tokens.joined[end] and self.grammar.is_verb(end))

    def leads_to_office(self, at: int) -> bool:
        word = self.tokens.keys[at]
        return self.tokens.capital[at] or word in ("the", "'s") or word in self.known.former

    def before_office(self, naming: Naming) -> tuple[bool, bool]:
        """Whether a former holder is meant, and whether what stands before leaves it one certain office."""
        tokens, at, former = self.tokens, naming.start, False
        while at > 0 and tokens.joined[at]:
            word = tokens.keys[at - 1]
            if word in self.known.former:
                former = True
            elif word not in self.known.neutral_modifiers and not self.is_colour(at - 1, naming.start):
                break
            at -= 1
        before = tokens.keys[at - 1] if at > 0 and tokens.joined[at] else ""
        if before == "and" and self.is_second_of_former(at - 1):
            return True, True
        if before in ("the", "'s", "our"):
            return former, before != "'s" or self.owner_is_country(at - 2)
        bare = tokens.capital[naming.start] and (not before or not self.could_modify(at - 1))
        return former, bare and (not former or not before) and before not in self.known.determiners

    def is_second_of_former(self, at: int) -> bool:
        """Whether "and" ties an office to a former one: "the former minister and Lib Dem leader"."""
        tokens, start = self.tokens, at
        while start > max(0, at - FARTHEST) and tokens.joined[start] and not self.grammar.is_verb(start - 1):
            start -= 1
        return not self.known.former.isdisjoint(tokens.keys[start:at])

    def is_colour(self, at: int, office: int) -> bool:
        """Whether a small word only colours the office ("the pumped-up PM"), and a "the" stands before it."""
        tokens, word = self.tokens, self.tokens.keys[at]
        if tokens.capital[at] or not word.isalpha():
            return False
        if word in self.known.other_offices or self.known.is_role(word):
            return False
        low = max(0, office - 4)
        if "the" not in tokens.keys[low:at] or word in self.known.determiners | self.known.prepositions:
            return False
        return word not in JOINING and word not in self.known.speech

    def owner_is_country(self, at: int) -> bool:
        return at >= 0 and self.tokens.keys[at] in ("britain", "uk", "country", "nation", "kingdom")

    def could_modify(self, at: int) -> bool:
        """Whether the word before a bare office may make it another one ("Spanish prime minister")."""
        word = self.tokens.keys[at]
        return not (
            word in self.known.speech or word in ("and", "as", "but", "while", "when", "by", "to", "with")
        )


def union(sets: Iterable[Slugs]) -> Slugs:
    return NOBODY.union(*sets)
