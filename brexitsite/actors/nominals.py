"""People meant by what they are: "the prime minister", "the former mayor", "the Labour activist"."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from brexitsite.actors.callings import NOTHING
from brexitsite.actors.company import Company
from brexitsite.actors.figures import Figure, Meant, Reference
from brexitsite.actors.grammar import JOINING, Grammar
from brexitsite.actors.names import Naming
from brexitsite.actors.registry_index import NOBODY, Keys, Slugs
from brexitsite.actors.tokens import Tokens
from brexitsite.knowledge.people import Words

LONGEST_PORTRAIT = 8
MOST_ALIKE = 40
"""People described by one noun who are compared: in an article with more, it tells nobody apart."""

PARTLY = 0.6
"""How sure a description is that says more of somebody than the article said before."""

LEAD_REACH = 6
"""Paragraphs, counted from the description, within which its bearer must be named."""

NEAR_PARAGRAPHS = 2
COMPLEMENTS = frozenset(("of", "at", "for", "from", "in", "with"))


class Nominals:
    """What titles of office and descriptions mean in one article."""

    def __init__(self, company: Company, grammar: Grammar, found: list[Naming]) -> None:
        self.company, self.grammar = company, grammar
        self.tokens, self.index, self.known = company.tokens, company.index, company.known
        self.heads: dict[str, list[Figure]] = defaultdict(list)
        bodies = [n for n, p in enumerate(self.tokens.paragraphs) if p.zone == "body" and p.text.strip()]
        self.lead = bodies[0] if bodies else 0
        self.callings = company.callings
        self.claims: dict[Keys, set[str | None]] = defaultdict(set)
        for reference in company.references:
            if reference.figure is not None and reference.figure.type == "person":
                self.portray(reference.naming, reference.figure)
        for i, naming in enumerate(found):
            if naming.kind == "office":
                company.replace(i, self.office(naming))

    # --- what the article says that people are --------------------------------------------

    def portray(self, naming: Naming, figure: Figure) -> None:
        """Note what stands beside a name: "Labour activist Ann Example", "Ann Example, a lawyer,"."""
        words = [*self.words_before(naming), *self.words_after(naming)]
        if naming.title in self.known.jobs:
            words.append(self.known.jobs[naming.title])
        for word in words:
            if self.known.is_role(word) and figure not in self.heads[word]:
                self.heads[word].append(figure)
        figure.traits.update(words)
        if figure.gender is None:
            figure.gender = next(filter(None, map(self.known.gender_of_role, words)), None)

    def words_before(self, naming: Naming) -> list[str]:
        """The description joined to a name, if a noun for what somebody is stands right before it."""
        tokens, at = self.tokens, naming.start
        if at == 0:
            return []
        if not tokens.joined[at]:
            return self.apposed_before(at) if tokens.between[at] == ", " else []
        if not self.known.is_role(tokens.keys[at - 1]):
            return []
        low = at
        while low > 0 and tokens.joined[low] and at - low < LONGEST_PORTRAIT and self.is_content(low - 1):
            low -= 1
        self.claim(low, naming)
        return tokens.keys[low:at]

    def apposed_before(self, at: int) -> list[str]:
        """ "the first minister of Scotland, [Ann Example]": the phrase from its article to the comma."""
        tokens, low = self.tokens, at - 1
        while low > 0 and tokens.joined[low] and tokens.keys[low] != "the" and at - low < LONGEST_PORTRAIT:
            low -= 1
        words = tokens.keys[low + 1 : at]
        return words if tokens.keys[low] == "the" and any(map(self.known.is_role, words[:4])) else []

    def is_content(self, at: int) -> bool:
        """Whether a word can belong to the description that runs up to a name."""
        word, known = self.tokens.keys[at], self.known
        naming = self.grammar.named.get(at)
        if (naming is not None and naming.kind in ("full", "title")) or word == "'s" or word in JOINING:
            return False
        return not (word in known.determiners or word in known.prepositions or word in known.speech)

    def claim(self, low: int, naming: Naming) -> None:
        """Note which office a name is printed with, unless as a former one."""
        office = next((self.grammar.named.get(at) for at in range(low, naming.start)), None)
        if (
            office is not None
            and office.kind == "office"
            and not self.known.former & set(self.tokens.keys[low : office.start])
        ):
            reference = self.company.at.get(naming.start)
            if reference is not None and reference.figure is not None:
                self.claims[office.keys].add(reference.figure.slug)

    def words_after(self, naming: Naming) -> list[str]:
        """The apposition after a name and a comma, if it says what somebody is."""
        tokens, at = self.tokens, naming.end
        if (
            at >= len(tokens)
            or tokens.between[at] not in (", ", " (")
            or tokens.sentence[at] != tokens.sentence[at - 1]
        ):
            return []
        high = at + 1
        while high < len(tokens) and tokens.joined[high] and high - at < LONGEST_PORTRAIT:
            high += 1
        words = tokens.keys[at:high]
        return words if any(map(self.known.is_role, words[:6])) or words[0].isdigit() else []

    # --- offices --------------------------------------------------------------------------

    def office(self, naming: Naming) -> Reference:
        """Who an office's wording means here: its holder on the day, a former holder, or nobody certain."""
        nobody = Reference(naming, None, "office", 0.0)
        if self.belongs_to_name(naming) or self.is_qualified_after(naming):
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
        if claimed and claimed != {slug}:
            return nobody
        rule = "office on the day" if self.company.day else "office, its one holder"
        return Reference(naming, self.company.actor(slug), rule, 0.97 if self.company.day else 0.9)

    def holders(self, naming: Naming) -> Slugs:
        """The holders on the day of the offices that a wording can mean; undated, those in the article."""
        day = self.company.day
        holders = self.union(self.index.holders(office, day) for office in naming.means)
        if len(holders) == 1:
            return holders
        pool = (
            holders or self.union(map(self.index.ever_held, naming.means))
            if day is None or holders
            else NOBODY
        )
        return frozenset(slug for slug in pool if self.is_present(slug))

    def describes_another(self, naming: Naming, slug: str) -> bool:
        """Whether the office follows the name of somebody else: "Ann Example, the Tory leader there"."""
        bearer = self.grammar.apposed_to(naming.start, naming.end)
        return bearer is not None and bearer.slug != slug

    def union(self, sets: object) -> Slugs:
        return NOBODY.union(*sets)  # type: ignore[misc]

    def is_present(self, slug: str) -> bool:
        figure = self.company.by_slug.get(slug)
        return figure is not None and bool(figure.met_at)

    def former(self, naming: Naming) -> Reference:
        """ "The former mayor": the one former holder that the article names, or that there is."""
        former = self.union(self.index.former_holders(o, self.company.day) for o in naming.means)
        present = frozenset(slug for slug in former if self.is_present(slug))
        chosen = present or former
        if len(chosen) != 1:
            return Reference(naming, None, "former office", 0.0)
        return Reference(
            naming, self.company.actor(next(iter(chosen))), "former office", 0.9 if present else 0.8
        )

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
        if before in ("the", "'s", "our"):
            return former, before != "'s" or self.owner_is_country(at - 2)
        bare = tokens.capital[naming.start] and (not before or not self.could_modify(at - 1))
        return former, bare and (not former or not before) and before not in self.known.determiners

    def is_colour(self, at: int, office: int) -> bool:
        """Whether a small word only colours the office ("the pumped-up PM"), and a "the" stands before it."""
        tokens, word = self.tokens, self.tokens.keys[at]
        if tokens.capital[at] or word in self.known.other_offices or not word.isalpha():
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

    # --- descriptions ---------------------------------------------------------------------

    def described(self, start: int, end: int, subjects: list[list[Figure]]) -> Meant | None:
        """Who a definite description means: somebody whom the article or the registry calls so.

        `start` to `end` are its words from the determiner to its head noun; `subjects` are those of each
        sentence right before it, the last first. None where nobody is called so.
        """
        head, wanted = self.tokens.keys[end - 1], self.wanted(start, end)
        former = not self.known.former.isdisjoint(self.tokens.keys[start : end - 1])
        ranked = [f for f in self.candidates(head, start, former) if self.agrees(f, wanted)]
        best = [f for f in ranked if wanted <= f.traits | self.callings_of(f, former)]
        office = self.office_within(start, end)
        if not ranked:
            return None
        chosen = self.single(best or ranked, start, [] if office else subjects)
        if chosen is None or (office and self.is_office_of_another(office, chosen)):
            return Meant(None, "description of several", 0.0)
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
        return called.former | called.party if former else called.now

    def office_within(self, start: int, end: int) -> Naming | None:
        """The office that a description names, if it names one."""
        naming = next((n for n in map(self.grammar.named.get, range(start, end)) if n is not None), None)
        return naming if naming is not None and naming.kind == "office" else None

    def is_office_of_another(self, office: Naming, chosen: Figure) -> bool:
        """Whether the article names the holder on the day as well."""
        return any(slug != chosen.slug and self.is_present(slug) for slug in self.holders(office))

    def named_later(self, start: int, end: int) -> Meant | None:
        """ "A councillor has resigned …" at the head of an article: the one whom it goes on to name."""
        tokens, head = self.tokens, self.tokens.keys[end - 1]
        if tokens.paragraph[start] > self.lead:
            return None
        wanted = {tokens.keys[at] for at in range(start + 1, end) if tokens.capital[at]}
        wanted |= {w for w in tokens.keys[start + 1 : end] if self.known.is_role(w)}
        soon = tokens.first[min(tokens.paragraph[start] + LEAD_REACH, len(tokens.first) - 1)]
        people = [
            f for f in self.heads.get(head, ()) if f.type == "person" and f.named_at and wanted <= f.traits
        ]
        if len(people) != 1 or not start < people[0].named_at[0] < soon:
            return None
        return Meant(people[0], "description, named later", 0.82)

    def candidates(self, head: str, before: int, former: bool) -> list[Figure]:
        """Everybody met before whom the article, or the registry, calls by a noun."""
        people = self.heads.get(head, [])[-MOST_ALIKE:]
        people += [f for f in self.registered if head in self.callings_of(f, former) and f not in people]
        return [f for f in people if f.met_at and f.met_at[0] < before]

    @cached_property
    def registered(self) -> list[Figure]:
        return [f for f in self.company.figures if f.type == "person" and f.registered][:MOST_ALIKE]

    def party_words(self, figure: Figure) -> set[str]:
        if not figure.registered or not figure.slug:
            return set()
        party = self.index.party_on(figure.slug, self.company.day) or ""
        return {word for word, name in self.known.parties.items() if party.startswith(name)}

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
        holders = self.union(self.index.holders(slug, self.company.day) for slug in deputies) - {owner.slug}
        return self.company.actor(next(iter(holders))) if len(holders) == 1 else None

    def held_by(self, figure: Figure) -> set[str]:
        actor = self.index.actors.get(figure.slug or "")
        if actor is None or self.company.day is None or not figure.registered:
            return set()
        day = self.company.day
        return {t.office for t in actor.tenures if t.office in self.index.offices and t.covers(day)}


def head_end(tokens: Tokens, at: int, is_role: object) -> int:
    """Where a run of nouns for what somebody is ends: "chief executive" is one phrase."""
    end = at + 1
    while end < len(tokens) and tokens.joined[end] and is_role(tokens.keys[end]):  # type: ignore[operator]
        end += 1
    return end
