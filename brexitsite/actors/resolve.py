"""Who the source words of an article mean, on its day: a person, an organisation, somebody unnamed, nobody certain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from brexitsite.actors.figures import Company, Figure, Reference
from brexitsite.actors.focus import OTHERS, SUBJECTS, Focus
from brexitsite.actors.grammar import Grammar
from brexitsite.actors.names import namings
from brexitsite.actors.nominals import Nominals
from brexitsite.actors.registry_index import Index
from brexitsite.actors.tokens import Tokens, keys_of
from brexitsite.knowledge.people import people
from brexitsite.model import Mention, Paragraph, Place, Slug, Source

LINKING = frozenset("for of to at from in close with near within".split())
VOICE_REACH = 6
"""Words between "spokesman" and the name that he speaks for."""

SURE_ENOUGH_TO_LINK = 0.85
"""A mention below this is left plain; chosen so that no false mention stood in the sample read by hand."""


class Cast:
    """Everyone in one article. Built once for each; asking it costs next to nothing."""

    def __init__(
        self,
        paragraphs: Sequence[Paragraph],
        day: date | None,
        index: Index,
        decided: Mapping[str, Slug] | None = None,
    ) -> None:
        self.index, self.known = index, people()
        self.tokens = Tokens(paragraphs)
        self.decided = {keys_of(words): slug for words, slug in (decided or {}).items()}
        found = namings(self.tokens, index)
        self.company = Company(self.tokens, index, day, found)
        self.grammar = Grammar(self.company)
        self.nominals = Nominals(self.company, self.grammar, found)
        self.focus = Focus(self.company, self.grammar, self.nominals)

    def names(self) -> dict[Slug, str]:
        """Full name of everyone identified, registered or not."""
        return {f.slug: f.name for f in self.company.figures if f.slug and f.name}

    def mentions(self) -> list[Mention]:
        """Every certain mention of a registered actor by name, title or office, in text order."""
        return [
            Mention(r.figure.slug, self.tokens.place(r.naming.start, r.naming.end))
            for r in self.company.references
            if r.figure is not None and r.figure.registered and r.figure.slug
            and r.confidence >= SURE_ENOUGH_TO_LINK
        ]

    def source(self, place: Place, near: Place | None = None) -> Source:
        """Who the words at `place` mean as the source of the quotation at `near`."""
        words = self.tokens.within(place)
        if not words:
            return Source("none", rule="no words", confidence=0.0)
        keys = tuple(self.tokens.keys[words.start : words.stop])
        if keys in self.decided:
            return self.as_decided(self.decided[keys])
        return self.read(words)

    def as_decided(self, slug: Slug) -> Source:
        if not slug:
            return Source("unnamed", rule="decided", confidence=1.0)
        actor = self.index.actors[slug]
        return Source(actor.kind, actor.name, slug, True, "decided", 1.0)

    def read(self, words: range) -> Source:
        """Read a source's words: a pronoun, a name, an office, a description, a body."""
        head = self.tokens.keys[words.start]
        if len(words) == 1 and head in SUBJECTS:
            meant = self.focus.meant.get(words.start)
            return self.told(meant.figure, meant.rule, meant.confidence) if meant else self.unsure("pronoun in a quotation")
        if self.speaks_for_another(words):
            return Source("unnamed", rule="speaks for another", confidence=0.97)
        return self.by_name(words) or self.by_phrase(words)

    def told(self, figure: Figure | None, rule: str, confidence: float) -> Source:
        if figure is None:
            return self.unsure(rule)
        return Source(figure.type, figure.name, figure.slug, figure.registered, rule, round(max(confidence, 0.0), 3))

    def unsure(self, rule: str) -> Source:
        return Source("person", rule=rule, confidence=0.0)

    # --- names ----------------------------------------------------------------------------

    def speaks_for_another(self, words: range) -> bool:
        """Whether somebody else speaks: "a spokesman for Ann Example", "Ms Example's aide"."""
        if self.grammar.is_owner(words.stop):
            return True
        keys, at = self.tokens.keys, self.grammar.phrase_start(words.start)
        if at > 0 and self.tokens.joined[at] and keys[at - 1] in ("for", "of", "to"):
            before = keys[max(0, at - VOICE_REACH) : at - 1]
            return bool(self.known.voices.intersection(before)) and "according" not in before
        return False

    def by_name(self, words: range) -> Source | None:
        """The first name or office in the words that is not an owner, nor governed by a preposition."""
        heads = [r for r in self.references(words) if self.is_head(r, words)]
        people = [r for r in heads if r.naming.kind in ("actor", "full", "title", "part", "office", "capitals")]
        known = [r for r in people if r.figure is not None and r.figure.type == "person"]
        if known:
            return self.told(known[0].figure, known[0].rule, known[0].confidence)
        if any(r.naming.kind == "title" for r in people):
            return self.unsure("a name of several, or unknown")
        return None

    def references(self, words: range) -> list[Reference]:
        return [self.company.at[i] for i in words if i in self.company.at and self.company.at[i].naming.end <= words.stop]

    def is_head(self, reference: Reference, words: range) -> bool:
        naming = reference.naming
        if self.grammar.is_owner(naming.end):
            return False
        start = max(words.start, self.grammar.phrase_start(naming.start))
        if start == words.start:
            return True
        return not (self.tokens.joined[start] and self.tokens.keys[start - 1] in self.known.prepositions | {"'s"}) or (
            self.tokens.keys[start - 1] == "'s"
        )

    # --- descriptions and bodies ----------------------------------------------------------

    def by_phrase(self, words: range) -> Source:
        """Somebody described, a body, or somebody unnamed."""
        tokens = self.tokens
        phrase = self.focus.phrases.get(words.start)
        if phrase is not None and phrase[1].figure is not None and phrase[1].figure.type != "unnamed":
            return self.told(phrase[1].figure, phrase[1].rule, phrase[1].confidence)
        if (deputy := self.deputy(words)) is not None:
            return self.told(deputy, "deputy of the one named", 0.85)
        roles = [i for i in words if self.known.is_role(tokens.keys[i]) or tokens.keys[i] in self.known.voices]
        plural = any(tokens.keys[i].removesuffix("s") in self.known.roles for i in words)
        if roles or plural:
            return Source("unnamed", rule="unnamed", confidence=0.95)
        return self.body(words)

    def deputy(self, words: range) -> Figure | None:
        keys = self.tokens.keys[words.start : words.stop]
        if len(keys) != 2 or keys[1] != "deputy" or keys[0] not in OTHERS:
            return None
        fitting = self.focus.meant.get(words.start)
        return self.nominals.deputy(fitting.figure) if fitting and fitting.figure else None

    def body(self, words: range) -> Source:
        """A registered body, one that the words name, or nobody that can be told."""
        for reference in self.references(words):
            figure = reference.figure
            if figure is not None and figure.type == "organisation":
                return self.told(figure, "body", 0.95)
        capitals = [r for r in self.references(words) if r.naming.kind in ("body", "capitals")]
        if capitals:
            naming = capitals[0].naming
            if naming.kind == "capitals":
                return self.rare_name(naming.start, naming.end)
            return Source("organisation", self.tokens.spelled(naming.start, naming.end), rule="body", confidence=0.8)
        if any(self.tokens.keys[i] in self.known.bodies for i in words):
            return Source("organisation", rule="body", confidence=0.8)
        return Source("unnamed", rule="unnamed", confidence=0.7)

    def rare_name(self, start: int, end: int) -> Source:
        """Two or three capitals that speak and are no known body: most likely a person's rare name."""
        name = self.tokens.spelled(start, end)
        return Source("person", name, rule="capitals", confidence=0.6)
