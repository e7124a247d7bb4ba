"""People meant by what they are: "the defiant Labour leader", "the Ventry East MP", "his deputy"."""

from __future__ import annotations

from functools import cached_property

from brexitsite.actors.callings import NOTHING
from brexitsite.actors.company import Company
from brexitsite.actors.figures import Figure, Meant
from brexitsite.actors.grammar import JOINING, Grammar
from brexitsite.actors.names import Naming
from brexitsite.actors.offices import Offices, union
from brexitsite.actors.portraits import LONGEST_PORTRAIT, Portraits
from brexitsite.knowledge.people import Words

MOST_ALIKE = 40
"""People described by one noun who are compared: in an article with more, it tells nobody apart."""

PARTLY = 0.6
"""How sure a description is that says more of somebody than the article said before."""

LEAD_REACH = 6
"""Paragraphs of the body within which the bearer of a description before it must be named."""

NEAR_PARAGRAPHS = 2
COMPLEMENTS = frozenset(("of", "at", "for", "from", "in", "with"))


class Nominals:
    """What descriptions mean in one article."""

    def __init__(self, company: Company, grammar: Grammar, portraits: Portraits, offices: Offices) -> None:
        self.company, self.grammar, self.offices = company, grammar, offices
        self.heads, self.callings = portraits.heads, company.callings
        self.tokens, self.index, self.known = company.tokens, company.index, company.known
        bodies = [n for n, p in enumerate(self.tokens.paragraphs) if p.zone == "body" and p.text.strip()]
        self.lead = bodies[0] if bodies else 0

    def described(self, start: int, end: int, subjects: list[list[Figure]]) -> Meant | None:
        """Who a definite description means: somebody whom the article or the registry calls so.

        `start` to `end` are its words from the determiner to its head noun; `subjects` are those of each
        sentence right before it, the last first. None where nobody is called so.
        """
        head, wanted = self.tokens.keys[end - 1], self.wanted(start, end)
        former = not self.known.former.isdisjoint(self.tokens.keys[start : end - 1])
        ranked = [f for f in self.candidates(head, start, former) if self.agrees(f, wanted)]
        best = [f for f in ranked if wanted <= f.traits | self.callings_of(f, former) | self.told(f)]
        office = self.office_within(start, end)
        if not ranked:
            return None
        chosen = self.single(best or ranked, start, [] if office else subjects)
        if chosen is None or (office and self.is_office_of_another(office, chosen)):
            return Meant(None, "description of several", 0.0)
        if office and former and not wanted and self.was_others(office, chosen):
            return Meant(None, "former office", 0.0)
        return Meant(chosen, "description", (0.92 if wanted else 0.86) if best else PARTLY)

    def wanted(self, start: int, end: int) -> set[str]:
        """The words of a description that must be true of its bearer, without mere colour ("defiant")."""
        tokens, known = self.tokens, self.known
        places = [*range(start + 1, end - 1), *self.complement(end)]
        return {
            tokens.keys[at]
            for at in places
            if (tokens.capital[at] or known.tells_apart(tokens.keys[at]))
            and tokens.keys[at] not in known.neutral_modifiers | known.former | known.side_words
        }

    def complement(self, end: int) -> range:
        """The words of a complement: "the MP [for Ventry East]"."""
        tokens, stop = self.tokens, end
        if end < len(tokens) and tokens.joined[end] and tokens.keys[end] in COMPLEMENTS:
            while stop < len(tokens) and tokens.joined[stop] and stop - end < LONGEST_PORTRAIT:
                if self.grammar.is_verb(stop) or tokens.keys[stop] in JOINING:
                    break
                stop += 1
        return range(end, stop)

    def callings_of(self, figure: Figure, former: bool = False) -> Words:
        """What the registry lets somebody be called on the day; as a former one, of what was left."""
        if not figure.registered or figure.type != "person" or not figure.slug:
            return NOTHING
        called = self.callings.of(figure.slug)
        return called.former | called.party | called.life if former else called.now

    def office_within(self, start: int, end: int) -> Naming | None:
        """The office that a description names, if it names one."""
        naming = next((n for n in map(self.grammar.named.get, range(start, end)) if n is not None), None)
        return naming if naming is not None and naming.kind == "office" else None

    def is_office_of_another(self, office: Naming, chosen: Figure) -> bool:
        """Whether the article names the holder on the day as well."""
        return any(
            slug != chosen.slug and self.offices.is_present(slug) for slug in self.offices.holders(office)
        )

    def was_others(self, office: Naming, chosen: Figure) -> bool:
        """Whether the registry knows who held an office, and somebody is none of them."""
        ever = union(map(self.index.ever_held, office.means))
        return chosen.registered and bool(ever) and chosen.slug not in ever

    def told(self, figure: Figure) -> Words:
        """The words of the first sentence of somebody's life."""
        return self.callings.of(figure.slug).told if figure.registered and figure.slug else NOTHING

    def named_later(self, start: int, end: int, people: list[Figure] | None = None) -> Meant | None:
        """ "A councillor has resigned …" at the head of an article: the one whom it goes on to name.

        Looked for among `people`, else among those whom the article itself calls so.
        """
        tokens, head = self.tokens, self.tokens.keys[end - 1]
        if tokens.paragraph[start] > self.lead:
            return None
        wanted = {tokens.keys[at] for at in range(start, end) if tokens.capital[at]} - {
            tokens.keys[start],
            head,
        }
        wanted |= {w for w in tokens.keys[start + 1 : end] if self.known.is_role(w)}
        soon = tokens.first[min(self.lead + LEAD_REACH, len(tokens.first) - 1)]
        people = self.heads.get(head, []) if people is None else people
        named = [f for f in people if f.type == "person" and f.is_named_between(start, soon)]
        named = [f for f in named if wanted <= f.traits | self.callings_of(f)]
        return Meant(named[0], "description, named later", 0.85) if len(named) == 1 else None

    def called(self, noun: str, former: bool = False) -> list[Figure]:
        """Everybody whom the article, or the registry, calls by a noun."""
        people = self.heads.get(noun, [])[-MOST_ALIKE:]
        return people + [
            f for f in self.registered if noun in self.callings_of(f, former) and f not in people
        ]

    def candidates(self, head: str, before: int, former: bool) -> list[Figure]:
        """Everybody met before whom the article, or the registry, calls by a noun."""
        return [f for f in self.called(head, former) if f.met_at and f.met_at[0] < before]

    @cached_property
    def registered(self) -> list[Figure]:
        return [f for f in self.company.figures if f.type == "person" and f.registered][:MOST_ALIKE]

    def party_words(self, figure: Figure) -> Words:
        """What the people of somebody's party are called."""
        return self.callings.of(figure.slug).party if figure.registered and figure.slug else NOTHING

    def agrees(self, figure: Figure, wanted: set[str]) -> bool:
        """Whether nothing in a description speaks against somebody: another party, another side."""
        party = {word for word in wanted if word in self.known.parties}
        has = self.party_words(figure) | figure.traits
        return not party or bool(party & has) or not has & set(self.known.parties)

    def contradicts(self, figure: Figure, start: int, end: int) -> bool:
        """Whether the registry, or a party, speaks against calling somebody so."""
        if not figure.registered or not figure.slug:
            return False
        head, words = self.tokens.keys[end - 1], self.tokens.keys[start:end]
        called = self.callings.of(figure.slug)
        return called.contradicts(head, words) or not self.agrees(figure, self.wanted(start, end))

    def is_of_other_age(self, figure: Figure, start: int, end: int) -> bool:
        """Whether an age is told that is not somebody's: "the 38-year-old"."""
        told, known = (
            {k for k in keys if k.isdigit()} for keys in (self.tokens.keys[start:end], figure.traits)
        )
        return bool(told and known and not told & known)

    def accounts_for(self, figure: Figure, start: int, end: int) -> bool:
        """Whether article or registry know the capitalised words of a description ("the Russian leader")."""
        if not figure.registered or not figure.slug:
            words = self.tokens.keys[start:end]
            return self.known.side_of(words) in (None, self.known.side_of(figure.traits))
        capitals = {self.tokens.keys[at] for at in range(start + 1, end) if self.tokens.capital[at]}
        return not self.callings.of(figure.slug).lacks(frozenset(capitals - figure.traits))

    def single(self, figures: list[Figure], at: int, subjects: list[list[Figure]]) -> Figure | None:
        """The only one, the only subject before, or the only one met in this paragraph or the one before."""
        if len(figures) > 1:
            again = next(filter(None, ([f for f in figures if f in before] for before in subjects)), [])
            near = self.tokens.first[max(0, self.tokens.paragraph[at] - NEAR_PARAGRAPHS)]
            figures = again or [f for f in figures if f.is_met_between(near, at)]
        return figures[0] if len(figures) == 1 else None

    def deputy(self, owner: Figure) -> Figure | None:
        """Whoever holds the deputy's office of the body whose office somebody holds."""
        bodies = {self.index.offices[o].of for o in self.held_by(owner)} - {None, "uk"}
        deputies = [o.slug for o in self.index.offices.values() if o.of in bodies and "deputy" in o.slug]
        holders = union(self.index.holders(slug, self.company.day) for slug in deputies) - {owner.slug}
        return self.company.actor(next(iter(holders))) if len(holders) == 1 else None

    def held_by(self, figure: Figure) -> set[str]:
        actor = self.index.actors.get(figure.slug or "")
        if actor is None or self.company.day is None or not figure.registered:
            return set()
        day = self.company.day
        return {t.office for t in actor.tenures if t.office in self.index.offices and t.covers(day)}
