"""Who the source words of an article mean on its day: a person, a body, somebody unnamed, nobody certain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property

from brexitsite.actors.company import Company
from brexitsite.actors.figures import Figure, Reference
from brexitsite.actors.focus import Focus
from brexitsite.actors.grammar import Grammar
from brexitsite.actors.names import Naming, namings
from brexitsite.actors.nominals import Nominals
from brexitsite.actors.offices import Offices
from brexitsite.actors.portraits import Portraits
from brexitsite.actors.pronouns import OWNERS, SUBJECTS
from brexitsite.actors.references import references
from brexitsite.actors.registry_index import Index, Phrases
from brexitsite.actors.tokens import PLURAL_SEAMS, Tokens, keys_of
from brexitsite.knowledge.language import speech_nouns
from brexitsite.knowledge.people import people
from brexitsite.model import Mention, Paragraph, Place, Slug, Source

MONTH_NEIGHBOURS = frozenset("in since by until of last next this early late mid from between".split())
BESIDE_NAMES = frozenset("left right centre pictured above below old one another himself herself".split())
LONGEST_ACT = 3
"""Words of an act of speech, its noun the last: "Mr Example's [frequent public warnings]"."""
VOICE_REACH = 6
"""Words between "spokesman" and the name that he speaks for."""

SHORTEST_CAPTION = 6
"""Words of a line that is more than a name and what somebody is."""

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
        title: str = "",
    ) -> None:
        """`decided`: words that an editor led to an actor, or to nobody (""); `title`: where it is apart."""
        self.index, self.known = index, people()
        self.text_end = len(paragraphs)
        self.tokens = Tokens([*paragraphs, Paragraph(title, "headline")] if title else paragraphs)
        self.decided = Phrases()
        for words, slug in (decided or {}).items():
            self.decided.add(keys_of(words), slug)
        found = namings(self.tokens, index, self.decided)
        self.company = Company(self.tokens, index, day, self.text_end if title else None)
        self.company.refer(references(self.company, found))
        self.grammar = Grammar(self.company)
        portraits = Portraits(self.company, self.grammar)
        offices = Offices(self.company, self.grammar, portraits)
        for number, naming in enumerate(found):
            if naming.kind == "office":
                self.company.replace(number, offices.reference(naming))
        self.nominals = Nominals(self.company, self.grammar, portraits, offices)
        self.focus = Focus(self.company, self.grammar, self.nominals)

    def names(self) -> dict[Slug, str]:
        """Full name of everyone identified, registered or not."""
        return {f.slug: f.name for f in self.company.figures if f.slug and f.name}

    def mentions(self) -> list[Mention]:
        """Every certain mention of a registered actor by name, title or office, in text order."""
        return list(self.linked)

    @cached_property
    def linked(self) -> list[Mention]:
        return [
            Mention(r.figure.slug, self.tokens.place(r.naming.start, r.naming.end))
            for r in self.company.references
            if r.figure is not None and r.figure.slug and self.is_certain(r, r.figure)
        ]

    def is_certain(self, reference: Reference, figure: Figure) -> bool:
        """Whether a reference may be linked; a party before its people ("Labour MPs") is an adjective."""
        naming = reference.naming
        if not figure.registered or reference.confidence < SURE_ENOUGH_TO_LINK or self.is_month(naming):
            return False
        if self.tokens.paragraph[naming.start] >= self.text_end:
            return False
        adjective = len(naming.keys) == 1 and naming.keys[0] in self.known.parties
        return not (adjective and self.runs_on(naming.end))

    def runs_on(self, end: int) -> bool:
        return end < len(self.tokens) and self.tokens.joined[end] and not self.grammar.is_verb(end)

    def is_month(self, naming: Naming) -> bool:
        """Whether "May" alone is more likely the month: after a preposition or beside a number."""
        if naming.keys != ("may",):
            return False
        around = self.tokens.keys[max(0, naming.start - 1) : naming.end + 1]
        return any(word.isdigit() or word in MONTH_NEIGHBOURS for word in around)

    def source(self, place: Place, near: Place | None = None) -> Source:
        """Who the words at `place` mean as the source of the quotation at `near`, which cannot hold them."""
        words = self.tokens.within(place)
        if not words or (near is not None and is_inside(place, near)):
            return Source("none", rule="no words", confidence=0.0)
        decided = self.decided.meaning.get(tuple(self.tokens.keys[words.start : words.stop]))
        if decided:
            return self.as_decided(next(iter(decided)))
        return self.read(words)

    def as_decided(self, slug: Slug) -> Source:
        if not slug:
            return Source("unnamed", rule="decided", confidence=1.0)
        actor = self.index.actors[slug]
        return Source(actor.kind, actor.name, slug, True, "decided", 1.0)

    def read(self, words: range) -> Source:
        """Read a source's words: a pronoun, a name, an office, a description, a body."""
        head = self.tokens.keys[words.start]
        speech = self.owns_speech(words.stop if head not in OWNERS else words.start)
        if len(words) == 1 and (head in SUBJECTS or (head in OWNERS and speech)):
            meant = self.focus.meant.get(words.start)
            return self.told(meant.figure, meant.rule, meant.confidence) if meant else self.unsure("pronoun")
        if not speech and self.speaks_for_another(words):
            return Source("unnamed", rule="speaks for another", confidence=0.97)
        return self.by_name(words, speech) or self.by_apposition(words) or self.by_phrase(words)

    def told(self, figure: Figure | None, rule: str, confidence: float) -> Source:
        if figure is None or (figure.type == "person" and figure.name is None):
            return self.unsure(rule)
        if figure.type == "unnamed":
            return Source("unnamed", rule=rule, confidence=round(confidence, 3))
        sure = round(max(confidence, 0.0), 3)
        return Source(figure.type, figure.name, figure.slug, figure.registered, rule, sure)

    def unsure(self, rule: str) -> Source:
        return Source("person", rule=rule, confidence=0.0)

    def is_caption(self, paragraph: int) -> bool:
        """Whether a paragraph is a line below a picture, and neither a sentence nor a heading.

        A heading is in capitals, or a name, a comma and what somebody is.
        """
        first, end = self.tokens.first[paragraph], self.tokens.first[paragraph + 1]
        text = self.tokens.paragraphs[paragraph].text.rstrip()
        if end - first < SHORTEST_CAPTION or not text[-1:].isalnum() or text.isupper():
            return False
        naming = self.company.at[first].naming if first in self.company.at else None
        is_heading = naming is not None and naming.end < end and self.tokens.between[naming.end] == ", "
        return not is_heading and not self.tokens.quoted[end - 1]

    def confirmed(self, source: Source, quotation: Place) -> Source:
        """A speaker whom the words themselves do not speak against."""
        if self.is_spoken_of(source, quotation):
            return self.unsure("spoken of")
        return Source(source.type, rule="speaks as one") if self.speaks_as_one(source, quotation) else source

    def is_spoken_of(self, source: Source, quotation: Place) -> bool:
        """Whether a quotation names a person, as nobody names himself: "Ann Example had better go"."""
        if source.type != "person" or source.name is None:
            return False
        spoken = [self.company.at[at] for at in self.tokens.within(quotation) if at in self.company.at]
        names = [r.naming for r in spoken if r.figure is not None and r.figure.name == source.name]
        return any(naming.kind != "office" and self.stands_alone(naming) for naming in names)

    def speaks_as_one(self, source: Source, quotation: Place) -> bool:
        """Whether a body would speak of itself as one person does: "I have said so myself"."""
        words = self.tokens.within(quotation)
        return source.type == "organisation" and "i" in self.tokens.keys[words.start : words.stop]

    def stands_alone(self, naming: Naming) -> bool:
        """Whether a name is neither an owner's nor part of a longer one: "the Example administration"."""
        return not self.grammar.is_owner(naming.end) and not self.runs_on(naming.end)

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

    def owns_speech(self, end: int) -> bool:
        """Whether an act of speech is what a source owns, who then spoke: "Mr Example's claim", "his vow"."""
        tokens = self.tokens
        at = end + (end < len(tokens) and tokens.keys[end] in ("'s", *OWNERS))
        for word in range(at, min(at + LONGEST_ACT, len(tokens))):
            if not tokens.joined[word] and tokens.between[word] not in PLURAL_SEAMS:
                return False
            if tokens.keys[word] in self.known.voices or tokens.keys[word] in self.known.prepositions:
                return False
            if tokens.keys[word] in speech_nouns():
                return True
        return False

    def by_name(self, words: range, owns_speech: bool) -> Source | None:
        """The first name or office in the words that a preposition does not govern, nor owns another's."""
        references = self.references(words)
        heads = [
            r for r in references if self.is_head(r, words) or (owns_speech and r.naming.end == words.stop)
        ]
        for reference in heads:
            figure = reference.figure
            if figure is not None and (figure.type == "person" or owns_speech):
                return self.told(figure, reference.rule, reference.confidence)
        unclear = any(r.rule == "name of several" for r in heads)
        return self.unsure("name of several") if unclear else None

    def references(self, words: range) -> list[Reference]:
        """Names and offices among the words; an office may run on: "[the former mayor] of London"."""
        found = [self.company.at[i] for i in words if i in self.company.at]
        return [r for r in found if r.naming.end <= words.stop or r.naming.kind == "office"]

    def is_head(self, reference: Reference, words: range) -> bool:
        """Whether a name among a source's words is the speaker's: no owner's, and after no preposition."""
        naming = reference.naming
        if self.grammar.is_owner(naming.end) or self.is_modifier(naming, words):
            return False
        start = max(words.start, self.grammar.phrase_start(naming.start))
        return start == words.start or not self.grammar.is_oblique(start)

    def is_modifier(self, naming: Naming, words: range) -> bool:
        """Whether a name says what somebody is: "Tom Pimm creator Ann Example", "the Tom Pimm author"."""
        tokens, role = self.tokens, naming.end
        if role not in words or not tokens.joined[role] or tokens.capital[role]:
            return False
        if not self.known.is_role(tokens.keys[role]):
            return False
        named = role + 1 in self.company.at and tokens.joined[role + 1]
        return named or (words.start < naming.start and tokens.keys[words.start] in self.known.determiners)

    def by_apposition(self, words: range) -> Source | None:
        """The name beside which the words stand: "Ann Example, [38]", "[the head] of the bank, Ann"."""
        if not any(map(self.can_describe, words)):
            return None
        figure = self.grammar.bearer(words.start, words.stop)
        if figure is None or any(r.naming.kind in ("body", "actor", "full") for r in self.references(words)):
            return None
        return self.told(figure, "apposition", 0.93)

    def can_describe(self, at: int) -> bool:
        """Whether a word may belong to an apposition: a job, an age, "one", "pictured"."""
        word = self.tokens.keys[at]
        if self.known.is_role(word) or word.isdigit() or word in BESIDE_NAMES:
            return True
        inside = at > 0 and self.tokens.sentence[at] == self.tokens.sentence[at - 1]
        return self.known.may_be_role(word) and not (inside and self.tokens.capital[at])

    # --- descriptions and bodies ----------------------------------------------------------

    def by_phrase(self, words: range) -> Source:
        """Somebody described, a body, or somebody unnamed."""
        tokens = self.tokens
        phrase = next((self.focus.phrases[at] for at in words if at in self.focus.phrases), None)
        if phrase is not None and phrase.figure is not None and phrase.figure.type != "unnamed":
            if self.is_of_other_gender(words.stop, phrase.figure):
                return self.unsure(phrase.rule)
            return self.told(phrase.figure, phrase.rule, phrase.confidence)
        if (deputy := self.deputy(words)) is not None:
            return self.told(deputy, "deputy of the one named", 0.85)
        if any(self.is_voice(tokens.keys[i]) for i in words) and not self.is_body(words):
            return Source("unnamed", rule="unnamed", confidence=0.95)
        return self.body(words)

    def is_of_other_gender(self, end: int, figure: Figure) -> bool:
        """Whether a source's own clause speaks against somebody: "the star said in [his] statement"."""
        after = self.tokens.keys[end + 1 : end + 3]
        told = OWNERS.get(after[-1]) if len(after) == 2 and after[0] in self.known.prepositions else None
        return told is not None and figure.gender not in (told, None) and self.grammar.is_verb(end)

    def is_body(self, words: range) -> bool:
        """Whether the words are a registered body's name, whatever they mean: "the Pilots’ Fund"."""
        return any(
            r.naming.kind == "actor" and r.naming.end == words.stop and r.naming.start <= words.start + 1
            for r in self.references(words)
        )

    def is_voice(self, word: str) -> bool:
        """Whether a word says what somebody, or several, are."""
        return (
            self.known.is_role(word)
            or word in self.known.voices
            or word.removesuffix("s") in self.known.roles
        )

    def deputy(self, words: range) -> Figure | None:
        keys = self.tokens.keys[words.start : words.stop]
        if len(keys) != 2 or keys[1] != "deputy" or keys[0] not in OWNERS:
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
            if naming.kind == "capitals" and not self.tokens.words[naming.start].isupper():
                return self.rare_name(naming.start, naming.end)
            name = self.tokens.spelled(naming.start, naming.end)
            return Source("organisation", name, rule="body", confidence=0.8)
        if any(self.tokens.keys[i] in self.known.bodies for i in words):
            return Source("organisation", rule="body", confidence=0.8)
        return self.single(words) or Source("unnamed", rule="unnamed", confidence=0.7)

    def single(self, words: range) -> Source | None:
        """One capitalised word that is nobody's name: letters, or most likely a firm ("Example said")."""
        at = words.stop - 1
        word = self.tokens.words[at]
        if len(word) > 1 and word.isupper():
            return Source("organisation", word, rule="acronym", confidence=0.8)
        naming = self.company.at[at].naming if at in self.company.at else None
        if naming is None or naming.kind != "part" or self.tokens.keys[at] in self.known.given:
            return None
        is_alone = len(words) == 1 or (len(words) == 2 and self.tokens.keys[words.start] == "the")
        if not is_alone or self.tokens.keys[at] not in self.proper:
            return None
        return Source("organisation", word, rule="capital", confidence=0.6)

    @cached_property
    def proper(self) -> frozenset[str]:
        """The words that the article prints with a capital inside a sentence."""
        tokens = self.tokens
        inside = (at for at in range(1, len(tokens)) if tokens.sentence[at] == tokens.sentence[at - 1])
        return frozenset(tokens.keys[at] for at in inside if tokens.capital[at])

    def rare_name(self, start: int, end: int) -> Source:
        """Two or three capitals that speak and are no known body: most likely a person's rare name."""
        name = self.tokens.spelled(start, end)
        return Source("person", name, rule="capitals", confidence=0.4)


def is_inside(place: Place, whole: Place) -> bool:
    return place.paragraph == whole.paragraph and whole.start <= place.start and place.end <= whole.end
