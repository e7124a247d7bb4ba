"""What an article says that people are, from the words beside their names."""

from __future__ import annotations

from collections import defaultdict

from brexitsite.actors.company import Company
from brexitsite.actors.figures import Figure
from brexitsite.actors.grammar import JOINING, Grammar
from brexitsite.actors.names import Naming
from brexitsite.actors.registry_index import Keys
from brexitsite.model import Slug

LONGEST_PORTRAIT = 8
"""Words beside a name that describe its bearer."""


class Portraits:
    """Who is called what, by the last word: "Labour [activist] Ann Example", "Ann Example, a [lawyer]"."""

    def __init__(self, company: Company, grammar: Grammar) -> None:
        self.company, self.grammar = company, grammar
        self.tokens, self.known = company.tokens, company.known
        self.heads: dict[str, list[Figure]] = defaultdict(list)
        """Noun → those whom the article calls by it, in text order."""
        self.claims: dict[Keys, set[Slug | None]] = defaultdict(set)
        """Wording of an office → those whom the article prints with it."""
        for reference in company.references:
            if reference.figure is not None and reference.figure.type == "person":
                self.portray(reference.naming, reference.figure)

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
