"""Whom "he", "she" and "it" mean.

After the grammar of newspapers rather than of English: a pronoun goes on with the subject of its
own sentence, else with that of the nearest sentence before that has a fitting one; what stands
after a preposition or as a verb's object gives way to any subject; two fitting people leave it
unsure.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import Literal, TypeAlias

from brexitsite.actors.company import Company
from brexitsite.actors.figures import Figure, Meant
from brexitsite.actors.grammar import SUBORDINATE
from brexitsite.actors.names import Naming
from brexitsite.actors.sentences import Entry, Sentence
from brexitsite.knowledge.people import Gender

Pronoun: TypeAlias = Literal["he", "she", "it"]

SUBJECTS: dict[str, Pronoun] = {"he": "he", "she": "she", "it": "it"}
OWNERS: dict[str, Pronoun] = {"his": "he", "her": "she"}
PRONOUNS = SUBJECTS | OWNERS
FARTHEST = 4
"""Sentences of the reporter's that an antecedent may lie back."""

ASKED = frozenset("asked pressed quizzed questioned challenged".split())
"""Openers of a clause about somebody else: "Asked if Ann Example should go, she said"."""

SAYS = frozenset("said says adds added argues argued claims claimed warns warned explains explained".split())

PLACING = frozenset(("in", "at", "on", "during", "after", "before"))

BY_ANOTHER = 0.25
"""How much less sure a subject is where a passive's agent may be meant as well."""
BY_THE_WAY = 0.5
"""How sure "it" means a body that was no subject; mostly it is something unnamed, as a statement."""
LONGEST_TITLE = 6
LATER_CLAUSE = frozenset(["but", "and", "while", "though", "although"])

UNSURE = Meant(None, "pronoun, unsure", 0.0)


class Pronouns:
    """Finds antecedents; asked from the first word of an article to the last."""

    def __init__(self, company: Company) -> None:
        self.company, self.tokens = company, company.tokens
        named = [f for f in company.figures if f.type == "person" and f.named_at]
        self.coming = sorted(named, key=lambda figure: figure.named_at[0], reverse=True)
        self.met: dict[Gender | None, list[Figure]] = defaultdict(list)

    def antecedent(self, at: int, sentence: Sentence, past: list[Sentence]) -> Meant:
        """Whom the pronoun at a word means, `sentence` being its own as far as it is read."""
        pronoun = PRONOUNS[self.tokens.keys[at]]
        return self.in_sentence(pronoun, sentence) or self.before(pronoun, at, past)

    def fits(self, figure: Figure, pronoun: Pronoun) -> bool:
        if pronoun == "it":
            return figure.type == "organisation" or (figure.type == "unnamed" and figure.name is not None)
        return figure.type in ("person", "unnamed") and figure.gender in (pronoun, None)

    def in_sentence(self, pronoun: Pronoun, sentence: Sentence) -> Meant | None:
        """The subject earlier in the pronoun's own sentence."""
        if self.begins_with(sentence, ASKED):
            return None
        fitting = [e for e in sentence.entries if e.part == "subject" and self.fits(e.figure, pronoun)]
        if fitting and self.begins_with_participle(sentence):
            fitting = [e for e in fitting if self.follows_comma(e)]
        if not fitting:
            return self.owner(pronoun, sentence)
        if len({id(e.figure) for e in fitting}) > 1:
            return Meant(fitting[0].figure, "pronoun, first of several subjects", 0.6)
        return self.judged(
            fitting[0], Meant(None, "pronoun, subject of its sentence", 0.95), pronoun, sentence
        )

    def begins_with(self, sentence: Sentence, words: frozenset[str]) -> bool:
        """Whether one of these words opens a sentence."""
        if not sentence.entries:
            return False
        start = bisect_left(self.tokens.sentence, sentence.number)
        return self.tokens.keys[start] in words

    def owner(self, pronoun: Pronoun, sentence: Sentence) -> Meant | None:
        """Who owns what opens the sentence: "In [Ann Example]'s speech, she said"."""
        owners = [e for e in sentence.entries if e.part == "owner" and self.fits(e.figure, pronoun)]
        if len({id(e.figure) for e in owners}) != 1 or not self.begins_with(sentence, PLACING):
            return None
        return self.judged(owners[0], Meant(None, "pronoun, owner before", 0.88), pronoun, sentence)

    def before(self, pronoun: Pronoun, at: int, past: list[Sentence]) -> Meant:
        """The fitting figure of the nearest sentence before."""
        for distance, earlier in enumerate(reversed(past[-FARTHEST:])):
            entry = self.subject(earlier, pronoun)
            rule = Meant(None, "pronoun, subject before", 0.97 - 0.04 * distance)
            if entry is None:
                fitting = [e for e in earlier.entries if self.fits(e.figure, pronoun)]
                if len({id(e.figure) for e in fitting}) > 1:
                    return UNSURE
                entry = fitting[-1] if fitting else None
                sure = BY_THE_WAY if pronoun == "it" else 0.9 - 0.05 * distance
                rule = Meant(None, "pronoun, only one before", sure)
            if entry is not None:
                return self.judged(entry, rule, pronoun, earlier)
        return self.only_one(pronoun, at) if past else self.headlined(pronoun, at)

    def headlined(self, pronoun: Pronoun, at: int) -> Meant:
        """In a story's first sentence, the one person of that gender whom the headline names."""
        fitting = [f for f in self.company.headlined if self.fits(f, pronoun)]
        if len(fitting) != 1:
            return self.only_one(pronoun, at)
        return Meant(fitting[0], "pronoun, of the headline", 0.88 if fitting[0].gender == pronoun else 0.7)

    def subject(self, sentence: Sentence, pronoun: Pronoun) -> Entry | None:
        """A sentence's main subject that fits: who tells it, else the first, or after a clause the next."""
        teller = next((e for e in sentence.entries if self.tells(e) and self.fits(e.figure, pronoun)), None)
        if teller is not None:
            return teller
        fitting = [e for e in sentence.entries if e.part == "subject" and self.fits(e.figure, pronoun)]
        if not fitting:
            return None
        start = sentence.entries[0].at
        opener = self.tokens.keys[max(0, start - 1)] if start else ""
        if len(fitting) > 1 and opener in SUBORDINATE:
            return fitting[1]
        if self.begins_with_participle(sentence):
            return next((e for e in fitting if self.follows_comma(e)), fitting[0])
        return fitting[0]

    def tells(self, entry: Entry) -> bool:
        """Whether a name tells a sentence at its end: "Everybody is leaving, says [Ann Example]"."""
        tokens, verb, naming = self.tokens, entry.at - 1, self.naming(entry.at)
        if naming is None or verb < 0 or tokens.keys[verb] not in SAYS or "," not in tokens.between[verb]:
            return False
        end = naming.end
        goes_on = end < len(tokens) and tokens.joined[end]
        return tokens.sentence[verb] == tokens.sentence[entry.at] and not goes_on

    def naming(self, at: int) -> Naming | None:
        reference = self.company.at.get(at)
        return reference.naming if reference is not None and reference.naming.kind != "office" else None

    def follows_comma(self, entry: Entry) -> bool:
        """Whether a comma stands before a figure, or before what it is called: ", [the Tory boss Ann]"."""
        tokens, known, at = self.tokens, self.company.known, entry.at
        while at > 0 and tokens.joined[at] and entry.at - at < LONGEST_TITLE:
            word = tokens.keys[at - 1]
            if not (tokens.capital[at - 1] or known.is_role(word) or word in known.determiners):
                break
            at -= 1
        return "," in tokens.between[at]

    def begins_with_participle(self, sentence: Sentence) -> bool:
        """Whether the main clause comes later: "Responding to claims that Bo had left, [Ann] said"."""
        start = bisect_left(self.tokens.sentence, sentence.number)
        opener = self.tokens.keys[start]
        return start < sentence.entries[0].at and (opener.endswith("ing") or opener in ASKED)

    def judged(self, entry: Entry, rule: Meant, pronoun: Pronoun, sentence: Sentence) -> Meant:
        """An antecedent with the doubt that rivals in its sentence, or an unknown gender, cast on it."""
        figure = entry.figure
        rivals = {id(e.figure) for e in sentence.entries if self.fits(e.figure, pronoun)} - {id(figure)}
        unknown = figure.gender is None and figure.type == "person"
        confidence = rule.confidence - 0.03 * min(2, len(rivals)) - 0.15 * unknown
        agent = any(self.is_agent(e, entry) for e in sentence.entries if id(e.figure) in rivals)
        confidence -= BY_ANOTHER * agent
        agreeing = 0.1 * (entry.described and figure.gender == pronoun)
        return Meant(figure, rule.rule, min(confidence, entry.confidence + agreeing))

    def is_agent(self, entry: Entry, subject: Entry) -> bool:
        """Whether somebody acts in a later clause: "Bo called it mad, but that was dismissed by [Ann]"."""
        keys, known, start = self.tokens.keys, self.company.known, entry.at - 1
        while entry.at - start < LONGEST_TITLE and (self.tokens.capital[start] or known.is_role(keys[start])):
            start -= 1
        between = range(subject.at + 1, start)
        return keys[max(0, start)] == "by" and any(
            keys[i] in LATER_CLAUSE and "," in self.tokens.between[i] for i in between
        )

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
