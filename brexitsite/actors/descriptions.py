"""Phrases for somebody described or unnamed: "the activist", "one senior official", "the fund"."""

from __future__ import annotations

from collections import defaultdict

from brexitsite.actors.company import Company
from brexitsite.actors.figures import Figure, Meant
from brexitsite.actors.grammar import COPULAS, JOINING, Grammar
from brexitsite.actors.nominals import COMPLEMENTS, PARTLY, Nominals
from brexitsite.actors.sentences import Sentence, last_subject, recent_subjects

UNNAMED_DETERMINERS = frozenset(("a", "an", "one", "another"))
DEFINITE = frozenset(("the", "this", "that"))
OWNERS = frozenset("his her its their my our your".split())
OF_MANY = frozenset("mp minister backbencher politician figure insider".split())
"""What very many in an article on politics are."""
PARTY = "party"
"""The noun for bodies whose short names stand alone: "Labour urged"."""
LONGEST_PHRASE = 8
"""Words from a determiner to its head noun."""


class Descriptions:
    """Reads phrases headed by a noun for a person or a body."""

    def __init__(self, company: Company, grammar: Grammar, nominals: Nominals) -> None:
        self.company, self.grammar, self.nominals = company, grammar, nominals
        self.tokens, self.known = company.tokens, company.known
        self.bodies: dict[str, list[Figure]] = defaultdict(list)
        for figure in company.figures:
            if figure.type == "organisation" and figure.name:
                for word in set(figure.name.lower().split()):
                    self.bodies[word].append(figure)

    # --- people ---------------------------------------------------------------------------

    def head_end(self, at: int) -> int:
        """Where a run of nouns for what somebody is ends: "chief executive", but "king | Lord Example"."""
        end = at + 1
        while end < len(self.tokens) and self.tokens.joined[end] and self.continues(end):
            end += 1
        return end

    def continues(self, at: int) -> bool:
        naming = self.grammar.named.get(at)
        opens_name = naming is not None and naming.kind in ("actor", "full", "title") and naming.start == at
        return self.known.is_role(self.tokens.keys[at]) and not opens_name

    def belongs_to_name(self, start: int, end: int) -> bool:
        """Whether a name beside the phrase says who it is, so that it is nobody new."""
        beside = self.grammar.named_after(end) or self.grammar.apposed_to(start, end)
        return beside is not None or self.describes_a_name(end)

    def person(self, start: int, end: int, past: list[Sentence]) -> Meant | None:
        """Whom a phrase headed by a role means: somebody new, described before, or the last subject."""
        determiner = self.tokens.keys[start]
        if start == end - 1 and determiner in self.known.spokespeople:
            return Meant(self.unnamed(start, end), "unnamed", 0.9)
        if determiner in UNNAMED_DETERMINERS:
            return self.nominals.named_later(start, end) or Meant(self.unnamed(start, end), "unnamed", 0.9)
        if determiner in OWNERS:
            return Meant(self.unnamed(start, end), "unnamed", 0.9)
        if determiner not in DEFINITE:
            if self.is_owned(start):
                return Meant(self.unnamed(start, end), "unnamed", 0.8)
            return self.in_headline(start, end)
        if (described := self.nominals.described(start, end, recent_subjects(past))) is not None:
            doubtful = self.tokens.keys[end - 1] in OF_MANY and is_unnamed(last_subject(past))
            return self.confirmed(described, self.same_again(start, end, past), doubtful)
        if self.is_before(end, COPULAS):
            return None
        return self.same_again(start, end, past) or Meant(self.unnamed(start, end), "unnamed", 0.8)

    def is_owned(self, start: int) -> bool:
        """Whether an owner's name stands before: "Ukip's [deputy leader]"."""
        return start > 0 and self.tokens.joined[start] and self.tokens.keys[start - 1] == "'s"

    def in_headline(self, start: int, end: int) -> Meant | None:
        """ "Union boss warns of cuts", as headlines leave articles out: the one whom the story names."""
        tokens = self.tokens
        if tokens.paragraphs[tokens.paragraph[start]].zone != "headline":
            return None
        while start > 0 and tokens.joined[start] and not self.grammar.is_verb(start - 1):
            start -= 1
        return self.nominals.named_later(start, end, self.nominals.called(tokens.keys[end - 1]))

    def confirmed(self, described: Meant, before: Meant | None, doubtful: bool) -> Meant:
        """A description that says more than was said before is sure of the subject before alone.

        After somebody unnamed it may be of that one: "one minister said … The MP added".
        """
        if doubtful and described.confidence > PARTLY:
            return Meant(described.figure, described.rule, PARTLY)
        if described.figure is None or described.confidence > PARTLY or before is None:
            return described
        return Meant(before.figure, before.rule, 0.88 if before.figure is described.figure else PARTLY)

    def is_before(self, end: int, words: frozenset[str]) -> bool:
        return end < len(self.tokens) and self.tokens.joined[end] and self.tokens.keys[end] in words

    def same_again(self, start: int, end: int, past: list[Sentence]) -> Meant | None:
        """ "The star": with nobody described so, most likely the subject of the sentence before."""
        keys = self.tokens.keys
        if keys[end - 1] in self.known.family or "'s" in keys[start:end]:
            return None
        gender = self.known.gender_of_role(keys[end - 1])
        figure = last_subject(past) if past else self.headlined()
        if (
            figure is None
            or figure.type != "person"
            or not (gender is None or figure.gender in (gender, None))
        ):
            return None
        nominals = self.nominals
        if nominals.contradicts(figure, start, end) or nominals.is_of_other_age(figure, start, end):
            return None
        doubtful = (
            keys[end - 1] in self.known.anybody
            or self.is_before(end, COMPLEMENTS)
            or not nominals.accounts_for(figure, start, end)
        )
        return Meant(figure, "description, subject before", PARTLY if doubtful else 0.88)

    def headlined(self) -> Figure | None:
        """The one person whom the headline names: "he" and "the star" of a story's first sentence."""
        return self.company.headlined[0] if len(self.company.headlined) == 1 else None

    def is_head_noun(self, at: int) -> bool:
        """Whether a word is what somebody is, and no adjective before another noun ("the Tory right")."""
        tokens, word = self.tokens, self.tokens.keys[at]
        if word == "old":
            return self.is_age(at)
        if not (word in self.known.roles if tokens.capital[at] else self.known.is_role(word)):
            return False
        if word not in self.known.adjectival or at + 1 >= len(tokens) or not tokens.joined[at + 1]:
            return True
        after = tokens.keys[at + 1]
        return self.grammar.is_verb(at + 1) or after in JOINING or self.known.is_role(after)

    def are_several(self, at: int) -> bool:
        """Whether a head noun is a plural: "the few Labour MPs"."""
        word = self.tokens.keys[at]
        return word.endswith("s") and self.known.is_role(word[:-1])

    def is_age(self, at: int) -> bool:
        """Whether "old" ends "the 38-year-old", with no noun after it."""
        tokens, after = self.tokens, at + 1
        if at < 2 or tokens.keys[at - 1] != "year" or not tokens.keys[at - 2].isdigit():
            return False
        if after == len(tokens) or not tokens.joined[after] or self.grammar.is_verb(after):
            return True
        return tokens.keys[after] in JOINING or tokens.keys[after] in self.known.prepositions

    def phrase_start(self, at: int) -> int:
        """Where the phrase of a head noun begins: at its determiner, if one is near."""
        tokens, start = self.tokens, at
        while start > 0 and tokens.joined[start] and at - start < LONGEST_PHRASE:
            start -= 1
            if tokens.keys[start] in self.known.determiners:
                return start
            if tokens.keys[start] in self.known.prepositions or tokens.keys[start] in self.known.speech:
                break
        return at

    def describes_a_name(self, end: int) -> bool:
        if end >= len(self.tokens) or not self.tokens.joined[end]:
            return False
        follower = self.company.at.get(end)
        return follower is not None and follower.naming.kind in ("actor", "full", "title", "part", "capitals")

    def unnamed(self, start: int, end: int) -> Figure:
        """Somebody whom the article does not name, to be found again by the same noun."""
        head = self.tokens.keys[end - 1]
        figure = Figure("unnamed", gender=self.known.gender_of_role(head), named_at=[start], met_at=[start])
        figure.traits.update(self.tokens.keys[start + 1 : end])
        self.nominals.heads[head].append(figure)
        return figure

    # --- bodies ---------------------------------------------------------------------------

    def body(self, at: int) -> tuple[int, Figure] | None:
        """Where "the fund", "the paper" begins, and the body: a registered one whose name holds the noun."""
        start = self.phrase_start(at)
        if start == at or self.tokens.keys[start] not in DEFINITE | {"its"}:
            return None
        return start, self.body_of(self.tokens.keys[at], at) or Figure("organisation")

    def body_of(self, noun: str, at: int) -> Figure | None:
        """The one registered body of the article whose name holds a noun."""
        bodies = [f for f in self.bodies.get(noun, ()) if f.named_at and f.named_at[0] < at]
        if len(bodies) != 1 or (noun == PARTY and self.is_of_another_party(bodies[0], at)):
            return None
        return bodies[0]

    def is_of_another_party(self, body: Figure, at: int) -> bool:
        """Whether the last party named near before, if only as "Labour urged", is another."""
        tokens, parties = self.tokens, self.known.parties
        near = range(at - 1, max(-1, tokens.first[max(0, tokens.paragraph[at] - 1)] - 1), -1)
        last = next((tokens.keys[i] for i in near if tokens.keys[i] in parties and tokens.capital[i]), None)
        return last is not None and parties[last] not in (body.name or "")


def is_unnamed(figure: Figure | None) -> bool:
    return figure is not None and figure.type == "unnamed"
