"""Who "he", "she" and "it" mean: one pass over the sentences, each remembering its subject.

After the grammar of newspapers rather than of English: a pronoun goes on with the subject of its
own sentence, else with that of the nearest sentence before that has a fitting one; what stands
after a preposition or as a verb's object gives way to any subject; two fitting people leave it
unsure. Words between quotation marks are another's and count for nothing.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, TypeAlias

from brexitsite.actors.company import Company
from brexitsite.actors.figures import Figure, Meant, Reference
from brexitsite.actors.grammar import COPULAS, JOINING, SUBORDINATE, Grammar, Part
from brexitsite.actors.names import Naming
from brexitsite.actors.nominals import COMPLEMENTS, PARTLY, Nominals, head_end
from brexitsite.knowledge.people import Gender, people

Pronoun: TypeAlias = Literal["he", "she", "it"]

SUBJECTS: dict[str, Pronoun] = {"he": "he", "she": "she", "it": "it"}
OWNERS: dict[str, Pronoun] = {"his": "he", "her": "she"}
PRONOUNS = SUBJECTS | OWNERS
FARTHEST = 4
"""Sentences of the reporter's that an antecedent may lie back."""

MOST_FIGURES = 60
"""Figures kept of one sentence: a list of thousands without a full stop tells nothing about "he"."""

UNNAMED_DETERMINERS = frozenset(("a", "an", "one", "another"))
SHORT_LINE = 16
"""Words: a shorter paragraph without end punctuation is a credit, a crosshead, a caption or a signature."""

DEFINITE = frozenset(("the", "this", "that"))


UNSURE = Meant(None, "pronoun, unsure", 0.0)


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure in a sentence, the part it plays there, and how sure it is that it is this figure."""

    at: int
    figure: Figure
    part: Part
    confidence: float
    described: bool = False


@dataclass(slots=True)
class Sentence:
    """The figures of one sentence in order."""

    number: int
    entries: list[Entry] = field(default_factory=list)
    aside: bool = False
    has_subject: bool = False

    def add(self, entry: Entry) -> None:
        if len(self.entries) < MOST_FIGURES:
            self.entries.append(entry)
        self.has_subject = self.has_subject or entry.part == "subject"


@lru_cache(maxsize=65536)
def tells(word: str) -> bool:
    """Whether a word is a subject pronoun, a role or a noun for a body."""
    known = people()
    return word in PRONOUNS or word in known.bodies or known.is_role(word) or word == "old"


class Focus:
    """Resolves every subject pronoun of an article."""

    def __init__(self, company: Company, grammar: Grammar, nominals: Nominals) -> None:
        self.company, self.grammar, self.nominals = company, grammar, nominals
        self.tokens, self.known = company.tokens, company.known
        self.meant: dict[int, Meant] = {}
        self.phrases: dict[int, Meant] = {}
        """What phrases for somebody unnamed or described mean, by the word where they begin."""
        self.past: list[Sentence] = []
        self.bodies: dict[str, list[Figure]] = defaultdict(list)
        for figure in company.figures:
            if figure.type == "organisation" and figure.name:
                for word in set(figure.name.lower().split()):
                    self.bodies[word].append(figure)
        named = [f for f in company.figures if f.type == "person" and f.named_at]
        self.coming = sorted(named, key=lambda figure: figure.named_at[0], reverse=True)
        self.met: dict[Gender | None, list[Figure]] = defaultdict(list)
        self.read()

    def read(self) -> None:
        """Go through the article, sentence by sentence."""
        tokens, past = self.tokens, 0
        current = Sentence(-1)
        for at in self.telling():
            if at < past:
                continue
            if tokens.sentence[at] != current.number:
                self.close(current)
                zone = tokens.paragraphs[tokens.paragraph[at]].zone
                current = Sentence(tokens.sentence[at], aside=zone != "body" or self.is_line(at))
            past = self.word(at, current) if not tokens.quoted[at] else self.noted(at, current)
        self.close(current)

    def telling(self) -> list[int]:
        """The words outside quotations that may name, describe or stand for somebody, and all pronouns."""
        at, quoted, keys = self.company.at, self.tokens.quoted, self.tokens.keys
        telling = set(filter(tells, set(keys)))
        found = [i for i, key in enumerate(keys) if key in telling or i in at]
        return [i for i in found if not quoted[i] or keys[i] in PRONOUNS]

    def is_line(self, at: int) -> bool:
        """Whether a paragraph is no prose: all in capitals, or a few words without an end."""
        number = self.tokens.paragraph[at]
        text = self.tokens.paragraphs[number].text.rstrip()
        few = self.tokens.first[number + 1] - self.tokens.first[number] <= SHORT_LINE
        return text.isupper() or (few and text[-1:].isalnum())

    def close(self, sentence: Sentence) -> None:
        if sentence.entries and not sentence.aside:
            self.past.append(sentence)

    def word(self, at: int, sentence: Sentence) -> int:
        """Read one word or phrase into its sentence; returns where the next one begins."""
        reference = self.company.at.get(at)
        if reference is not None:
            naming = reference.naming
            if reference.figure is not None and self.is_attribute(reference):
                return naming.end
            if reference.figure is not None:
                meant = Meant(reference.figure, reference.rule, reference.confidence)
                self.enter(sentence, at, naming.end, meant)
                return naming.end
            if reference.rule == "name of several":
                self.enter(sentence, at, naming.end, Meant(Figure("unnamed"), reference.rule, PARTLY))
                return naming.end
            if naming.kind in ("body", "capitals"):
                if self.is_role(naming.end):
                    return naming.end
                self.enter(sentence, at, naming.end, self.unknown(naming))
                return naming.end
        word = self.tokens.keys[at]
        if word in OWNERS:
            return self.noted(at, sentence)
        if word in SUBJECTS:
            self.pronoun(at, SUBJECTS[word], sentence)
        elif self.is_head_noun(at):
            return self.role(at, sentence)
        elif word in self.known.bodies:
            return self.common_body(at, sentence)
        return at + 1

    def noted(self, at: int, sentence: Sentence) -> int:
        """Note what "his" means, or "he" between marks, which stray marks may have put there."""
        pronoun = PRONOUNS[self.tokens.keys[at]]
        meant = self.in_sentence(pronoun, sentence) or self.before(pronoun, at)
        self.meant[at] = Meant(meant.figure, meant.rule, meant.confidence - 0.1)
        return at + 1

    def enter(self, sentence: Sentence, at: int, end: int, meant: Meant, described: bool = False) -> None:
        """Put a figure into its sentence, with the part that the words from `at` to `end` play there."""
        if meant.figure is not None:
            part = self.grammar.part(at, end, sentence.has_subject)
            sentence.add(Entry(at, meant.figure, part, meant.confidence, described))

    def is_attribute(self, reference: Reference) -> bool:
        """Whether a body only says whose somebody is: "[Leave.EU] chief Ann Example"."""
        figure, end = reference.figure, reference.naming.end
        return figure is not None and figure.type == "organisation" and self.is_role(end)

    def is_role(self, at: int) -> bool:
        """Whether a role follows what stands before it: "the Mean Girls star"."""
        return at < len(self.tokens) and self.tokens.joined[at] and self.known.is_role(self.tokens.keys[at])

    def unknown(self, naming: Naming) -> Meant:
        """A body, or capitals that may be a rare name: "he" and "it" are then unsure of others."""
        name = self.tokens.spelled(naming.start, naming.end)
        return Meant(Figure("organisation" if naming.kind == "body" else "unnamed", name), naming.kind, 0.6)

    # --- phrases for the unnamed ----------------------------------------------------------

    def role(self, at: int, sentence: Sentence) -> int:
        """Read "a spokesman", "one senior official", "the activist": somebody unnamed or described."""
        end = head_end(self.tokens, at, self.known.is_role)
        start = self.phrase_start(at)
        if self.describes_a_name(end) or self.grammar.named_after(end) or self.grammar.apposed_to(start, end):
            return end
        meant = self.role_meant(start, end)
        if meant is not None:
            self.phrases[start] = meant
            self.enter(sentence, start, end, meant, described=True)
        return end

    def role_meant(self, start: int, end: int) -> Meant | None:
        """Whom a phrase headed by a role means: somebody new, described before, or the last subject."""
        determiner = self.tokens.keys[start]
        if start == end - 1 and determiner in self.known.spokespeople:
            return Meant(self.unnamed(start, end), "unnamed", 0.9)
        if determiner in UNNAMED_DETERMINERS:
            return self.nominals.named_later(start, end) or Meant(self.unnamed(start, end), "unnamed", 0.9)
        if determiner not in DEFINITE:
            return None
        if (described := self.nominals.described(start, end, self.subjects())) is not None:
            return self.confirmed(described, self.same_again(start, end))
        if self.is_before(end, COPULAS):
            return None
        return self.same_again(start, end) or Meant(self.unnamed(start, end), "unnamed", 0.8)

    def subjects(self) -> list[list[Figure]]:
        """The people who are subjects of each of the last two sentences, the last first."""
        return [
            [e.figure for e in earlier.entries if e.part == "subject" and e.figure.type == "person"]
            for earlier in reversed(self.past[-2:])
        ]

    def confirmed(self, described: Meant, before: Meant | None) -> Meant:
        """A description that says more than was said before is sure of the subject before alone."""
        if described.figure is None or described.confidence > PARTLY or before is None:
            return described
        return Meant(before.figure, before.rule, 0.88 if before.figure is described.figure else PARTLY)

    def is_before(self, end: int, words: frozenset[str]) -> bool:
        return end < len(self.tokens) and self.tokens.joined[end] and self.tokens.keys[end] in words

    def same_again(self, start: int, end: int) -> Meant | None:
        """ "The star": with nobody described so, most likely the subject of the sentence before."""
        keys = self.tokens.keys
        if keys[end - 1] in self.known.family or "'s" in keys[start:end]:
            return None
        gender = self.known.gender_of_role(keys[end - 1])
        figure = next((figures[0] for figures in self.subjects() if figures), None)
        if figure is None or not (gender is None or figure.gender in (gender, None)):
            return None
        nominals = self.nominals
        if nominals.contradicts(figure, start, end) or nominals.is_of_other_age(figure, start, end):
            return None
        doubtful = (
            keys[end - 1] in self.known.anybody
            or self.is_before(end, COMPLEMENTS)
            or not nominals.accounts_for(figure, start, end)
        )
        return Meant(figure, "description, subject before", 0.7 if doubtful else 0.88)

    def is_head_noun(self, at: int) -> bool:
        """Whether a word is what somebody is, and no adjective before another noun ("the Tory right")."""
        tokens, word = self.tokens, self.tokens.keys[at]
        if word == "old":
            return tokens.keys[at - 1 : at] == ["year"] and tokens.keys[at - 2 : at - 1] != []
        if not (word in self.known.roles if tokens.capital[at] else self.known.is_role(word)):
            return False
        if word not in self.known.adjectival or at + 1 >= len(tokens) or not tokens.joined[at + 1]:
            return True
        after = tokens.keys[at + 1]
        return self.grammar.is_verb(at + 1) or after in JOINING or self.known.is_role(after)

    def phrase_start(self, at: int) -> int:
        """Where the phrase of a head noun begins: at its determiner, if one is near."""
        tokens, start = self.tokens, at
        while start > 0 and tokens.joined[start] and at - start < 8:
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
        figure = Figure("unnamed", gender=self.known.gender_of_role(head), named_at=[start])
        figure.traits.update(self.tokens.keys[start + 1 : end])
        self.nominals.heads[head].append(figure)
        return figure

    def common_body(self, at: int, sentence: Sentence) -> int:
        """Read "the fund", "the paper": a body, the registered one where its name holds the noun."""
        start = self.phrase_start(at)
        if start == at or self.tokens.keys[start] not in DEFINITE | {"its"}:
            return at + 1
        figure = self.body_of(self.tokens.keys[at], at) or Figure("organisation")
        self.phrases[start] = Meant(figure, "body", 0.85)
        self.enter(sentence, start, at + 1, self.phrases[start])
        return at + 1

    def body_of(self, noun: str, at: int) -> Figure | None:
        """The one registered body of the article whose name holds a noun."""
        bodies = [f for f in self.bodies.get(noun, ()) if f.named_at and f.named_at[0] < at]
        return bodies[0] if len(bodies) == 1 else None

    # --- pronouns -------------------------------------------------------------------------

    def pronoun(self, at: int, pronoun: Pronoun, sentence: Sentence) -> None:
        meant = self.in_sentence(pronoun, sentence) or self.before(pronoun, at)
        self.meant[at] = meant
        if meant.figure is not None:
            part: Part = "other" if sentence.has_subject and self.grammar.is_object(at) else "subject"
            sentence.add(Entry(at, meant.figure, part, meant.confidence))

    def fits(self, figure: Figure, pronoun: Pronoun) -> bool:
        if pronoun == "it":
            return figure.type == "organisation" or (figure.type == "unnamed" and figure.name is not None)
        return figure.type in ("person", "unnamed") and figure.gender in (pronoun, None)

    def in_sentence(self, pronoun: Pronoun, sentence: Sentence) -> Meant | None:
        """The subject earlier in the pronoun's own sentence."""
        fitting = [e for e in sentence.entries if e.part == "subject" and self.fits(e.figure, pronoun)]
        if not fitting:
            return None
        if len({id(e.figure) for e in fitting}) > 1:
            return Meant(fitting[0].figure, "pronoun, first of several subjects", 0.6)
        return self.judged(
            fitting[0], Meant(None, "pronoun, subject of its sentence", 0.92), pronoun, sentence
        )

    def before(self, pronoun: Pronoun, at: int) -> Meant:
        """The fitting figure of the nearest sentence before."""
        for distance, earlier in enumerate(reversed(self.past[-FARTHEST:])):
            entry = self.subject(earlier, pronoun)
            rule = Meant(None, "pronoun, subject before", 0.95 - 0.06 * distance)
            if entry is None:
                fitting = [e for e in earlier.entries if self.fits(e.figure, pronoun)]
                if len({id(e.figure) for e in fitting}) > 1:
                    return UNSURE
                entry = fitting[-1] if fitting else None
                rule = Meant(None, "pronoun, only one before", 0.85 - 0.06 * distance)
            if entry is not None:
                return self.judged(entry, rule, pronoun, earlier)
        return self.only_one(pronoun, at)

    def subject(self, sentence: Sentence, pronoun: Pronoun) -> Entry | None:
        """A sentence's main subject that fits: the first, or the one after a clause that opens it."""
        fitting = [e for e in sentence.entries if e.part == "subject" and self.fits(e.figure, pronoun)]
        if not fitting:
            return None
        start = sentence.entries[0].at
        opener = self.tokens.keys[max(0, start - 1)] if start else ""
        if len(fitting) > 1 and opener in SUBORDINATE:
            return fitting[1]
        return fitting[0]

    def judged(self, entry: Entry, rule: Meant, pronoun: Pronoun, sentence: Sentence) -> Meant:
        """An antecedent with the doubt that rivals in its sentence, or an unknown gender, cast on it."""
        figure = entry.figure
        rivals = {id(e.figure) for e in sentence.entries if self.fits(e.figure, pronoun)} - {id(figure)}
        unknown = figure.gender is None and figure.type == "person"
        confidence = rule.confidence - 0.05 * min(2, len(rivals)) - 0.15 * unknown
        agreeing = 0.1 * (entry.described and figure.gender == pronoun)
        return Meant(figure, rule.rule, min(confidence, entry.confidence + agreeing))

    def only_one(self, pronoun: Pronoun, at: int) -> Meant:
        """The only person of that gender named so far."""
        if pronoun == "it":
            return UNSURE
        while self.coming and self.coming[-1].named_at[0] < at:
            figure = self.coming.pop()
            self.met[figure.gender].append(figure)
        if len(self.met[pronoun]) == 1 and not self.met[None]:
            return Meant(self.met[pronoun][0], "pronoun, only one in the article", 0.8)
        return UNSURE
