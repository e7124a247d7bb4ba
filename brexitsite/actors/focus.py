"""One pass over an article's sentences, each remembering its subject: what pronouns and phrases mean.

Words between quotation marks are another's and count for nothing.
"""

from __future__ import annotations

from functools import lru_cache

from brexitsite.actors.company import Company
from brexitsite.actors.descriptions import Descriptions
from brexitsite.actors.figures import Figure, Meant, Reference
from brexitsite.actors.grammar import Grammar, Part
from brexitsite.actors.names import Naming
from brexitsite.actors.nominals import PARTLY, Nominals
from brexitsite.actors.pronouns import OWNERS, PRONOUNS, SUBJECTS, Pronouns
from brexitsite.actors.sentences import Entry, Sentence, last_body
from brexitsite.knowledge.people import people

IN_TWEETS = ("pic.twitter.com/", "//t.co/")
"""What stands in tweets that are set between the paragraphs of a story."""

MARKS = "'\"’”"
"""What may close a line after its last word."""

SHORT_LINE = 16
"""Words: a shorter paragraph without end punctuation is a credit, a crosshead, a caption or a signature."""

CAPTION = 30
"""Words that each of several such lines may have that stand together."""

LONGEST_ROLE = 2
"""Words of what somebody is, its noun the last: "managing director"."""


@lru_cache(maxsize=65536)
def tells(word: str) -> bool:
    """Whether a word is a subject pronoun, a role or a noun for a body."""
    known = people()
    return word in PRONOUNS or word in known.bodies or known.is_role(word) or word == "old"


class Focus:
    """Resolves every subject pronoun and every description of an article."""

    def __init__(self, company: Company, grammar: Grammar, nominals: Nominals) -> None:
        self.company, self.grammar = company, grammar
        self.tokens, self.known = company.tokens, company.known
        self.descriptions = Descriptions(company, grammar, nominals)
        self.pronouns = Pronouns(company)
        self.meant: dict[int, Meant] = {}
        """What pronouns mean, by their word."""
        self.phrases: dict[int, Meant] = {}
        """What phrases for somebody unnamed or described mean, by the word where they begin."""
        self.past: list[Sentence] = []
        self.lines: dict[int, bool] = {}
        """Which paragraphs are no prose, as far as asked."""
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
        found = at.keys() | {i for i, key in enumerate(keys) if key in telling}
        return sorted(i for i in found if not quoted[i] or keys[i] in PRONOUNS)

    def is_line(self, at: int) -> bool:
        """Whether a word's paragraph is no prose."""
        number = self.tokens.paragraph[at]
        if number not in self.lines:
            self.lines[number] = self.is_no_prose(number)
        return self.lines[number]

    def is_no_prose(self, number: int) -> bool:
        """Whether a paragraph is all in capitals, a few words without an end, or a bare tweet.

        Of captions that stand together each may have more words.
        """
        text = self.tokens.paragraphs[number].text.rstrip()
        together = self.is_open(number - 1, CAPTION) or self.is_open(number + 1, CAPTION)
        few = self.is_open(number, CAPTION if together else SHORT_LINE)
        is_tweet = any(sign in text for sign in IN_TWEETS) and not any(mark in text for mark in '“"')
        return text.isupper() or few or is_tweet

    def is_open(self, number: int, most: int) -> bool:
        """Whether a paragraph of at most so many words ends without a full stop, as no sentence does."""
        tokens = self.tokens
        if not 0 <= number < len(tokens.paragraphs):
            return False
        last = tokens.paragraphs[number].text.rstrip().rstrip(MARKS)[-1:]
        return last.isalnum() and tokens.first[number + 1] - tokens.first[number] <= most

    def close(self, sentence: Sentence) -> None:
        """Remember a sentence of prose, or a heading that is a name: "ANN EXAMPLE" above what she says."""
        if sentence.entries and (not sentence.aside or self.is_heading(sentence)):
            self.past.append(sentence)

    def is_heading(self, sentence: Sentence) -> bool:
        number = self.tokens.paragraph[sentence.entries[0].at]
        first, last = self.tokens.first[number], self.tokens.first[number + 1]
        naming = self.grammar.named.get(first)
        is_name = naming is not None and naming.kind in ("actor", "full") and naming.end == last
        return (
            is_name
            and self.tokens.paragraphs[number].zone != "headline"
            and self.tokens.words[first].isupper()
        )

    def word(self, at: int, sentence: Sentence) -> int:
        """Read one word or phrase into its sentence; returns where the next one begins."""
        reference = self.company.at.get(at)
        end = self.naming(reference, sentence) if reference is not None else None
        return end or self.phrase(at, sentence)

    def naming(self, reference: Reference, sentence: Sentence) -> int | None:
        """Read a naming; None where it names nobody and its words are read one by one."""
        naming = reference.naming
        meant = self.named(reference)
        if meant is None:
            return None
        if not (meant.figure and meant.figure.type != "person" and self.is_role(naming.end)):
            self.enter(sentence, naming.start, naming.end, meant)
        return naming.end

    def named(self, reference: Reference) -> Meant | None:
        """The figure of a naming; one without a name where it may be one of several, or a rare name."""
        naming = reference.naming
        if reference.figure is not None:
            return Meant(reference.figure, reference.rule, reference.confidence)
        if reference.rule == "name of several":
            return Meant(Figure("unnamed"), reference.rule, PARTLY)
        if naming.kind == "part" and naming.keys not in self.company.index.surnames:
            return self.first_name(naming)
        return self.unknown(naming) if naming.kind in ("body", "capitals") else None

    def first_name(self, naming: Naming) -> Meant | None:
        """Somebody whom only an unknown first name tells, where the words around it speak of a person."""
        relative = self.is_relative(naming.start)
        gender = self.known.given_gender.get(naming.keys[0])
        if relative and gender is None:
            gender = self.known.gender_of_role(self.tokens.keys[naming.start - 1])
        told = self.tells_age(naming.end) or (gender and self.speaks(naming.end))
        if told or (gender and (relative or self.begins_sentence(naming.start))):
            return Meant(Figure("person", gender=gender), "unknown first name", 0.8)
        return None

    def begins_sentence(self, at: int) -> bool:
        return at == 0 or self.tokens.sentence[at] != self.tokens.sentence[at - 1]

    def tells_age(self, at: int) -> bool:
        """Whether an age stands between commas: "Sibi, 20, said"."""
        tokens = self.tokens
        inside = at + 1 < len(tokens) and tokens.between[at] == tokens.between[at + 1] == ", "
        return inside and tokens.keys[at].isdigit()

    def speaks(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens.joined[at] and self.tokens.keys[at] in self.known.speech

    def is_relative(self, at: int) -> bool:
        """Whether a first name follows what its bearer is to somebody: "Mrs Example's husband [Ben]"."""
        keys = self.tokens.keys
        owned = at > 1 and (keys[at - 2] == "'s" or keys[at - 2] in OWNERS)
        return owned and self.tokens.joined[at] and keys[at - 1] in self.known.family

    def phrase(self, at: int, sentence: Sentence) -> int:
        """Read a pronoun, a role or a noun for a body."""
        word = self.tokens.keys[at]
        if word in OWNERS:
            return self.noted(at, sentence)
        if word in SUBJECTS:
            self.pronoun(at, sentence)
        elif self.descriptions.is_head_noun(at):
            return self.role(at, sentence)
        elif word in self.known.bodies:
            self.body(at, sentence)
        return at + 1

    def noted(self, at: int, sentence: Sentence) -> int:
        """Note what "his" means, or "he" between marks, which stray marks may have put there."""
        meant = self.pronouns.antecedent(at, sentence, self.past)
        self.meant[at] = Meant(meant.figure, meant.rule, meant.confidence - 0.1)
        return at + 1

    def pronoun(self, at: int, sentence: Sentence) -> None:
        """Resolve a subject pronoun and put it into its sentence."""
        meant = self.meant[at] = self.pronouns.antecedent(at, sentence, self.past)
        if meant.figure is not None:
            part: Part = "other" if sentence.has_subject and self.grammar.is_object(at) else "subject"
            sentence.add(Entry(at, meant.figure, part, meant.confidence))

    def role(self, at: int, sentence: Sentence) -> int:
        """Read "a spokesman", "one senior official", "the activist": somebody unnamed or described."""
        end, start = self.descriptions.head_end(at), self.descriptions.phrase_start(at)
        if not self.descriptions.belongs_to_name(start, end) and not self.descriptions.are_several(end - 1):
            meant = self.descriptions.person(start, end, self.past)
            if meant is not None:
                self.phrases[start] = meant
                somebody = meant if meant.figure else Meant(Figure("unnamed"), meant.rule, PARTLY)
                self.enter(sentence, start, end, somebody, described=True)
        return end

    def body(self, at: int, sentence: Sentence) -> None:
        """Read "the fund", "the paper"."""
        found = self.descriptions.body(at)
        if found is not None:
            start, figure = found
            if not self.tokens.capital[at] and last_body(self.past) not in (None, figure):
                figure = Figure("organisation")  # "the bank" may be that one; "the Bank" is not
            self.phrases[start] = Meant(figure, "body", 0.85)
            self.enter(sentence, start, at + 1, self.phrases[start])

    def enter(self, sentence: Sentence, at: int, end: int, meant: Meant, described: bool = False) -> None:
        """Put a figure into its sentence, with the part that the words from `at` to `end` play there."""
        if meant.figure is not None:
            part = self.grammar.part(at, end, sentence.has_subject)
            sentence.add(Entry(at, meant.figure, part, meant.confidence, described))

    def is_role(self, at: int) -> bool:
        """Whether a role follows what stands before it: "the Mean Girls star", "a Fund managing director"."""
        for word in range(at, min(at + LONGEST_ROLE, len(self.tokens))):
            if not self.tokens.joined[word] or self.grammar.is_verb(word):
                return False
            if self.known.is_role(self.tokens.keys[word]):
                return True
        return False

    def unknown(self, naming: Naming) -> Meant:
        """A body, or capitals that may be a rare name: "he" and "it" are then unsure of others."""
        name = self.tokens.spelled(naming.start, naming.end)
        return Meant(Figure("organisation" if naming.kind == "body" else "unnamed", name), naming.kind, 0.6)
