"""Where a noun phrase begins and what part it plays in its sentence, as far as words alone show it."""

from __future__ import annotations

from typing import Literal, TypeAlias

from brexitsite.actors.company import Company
from brexitsite.actors.figures import Figure
from brexitsite.actors.names import Naming
from brexitsite.actors.tokens import PLURAL_SEAMS

Part: TypeAlias = Literal["subject", "other", "oblique", "owner"]

JOINING = frozenset(
    """and but while as when if because that whether although though after before since until than or nor who
    which where so how why what whom yet then later also however meanwhile yesterday today tonight""".split()
)
COPULAS = frozenset(("is", "was", "are", "were"))
VERBS = COPULAS | frozenset("has had have will would can could may might did does".split())
SUBORDINATE = frozenset(
    "when while as after before although though if since because once whereas whenever".split()
)
LONGEST_DESCRIPTION = 7
LONGEST_APPOSITION = 9
BESIDE = frozenset((", ", " (", ",", " , "))


BODILY = frozenset("voice eyes face tone lip hands".split())
"""Parts that do what their owner does: a voice breaks, eyes fill."""


class Grammar:
    """Reads phrases of an article around its namings."""

    def __init__(self, company: Company) -> None:
        self.company, self.tokens, self.known = company, company.tokens, company.known
        self.named: dict[int, Naming] = {}
        for reference in company.references:
            for at in range(reference.naming.start, reference.naming.end):
                self.named[at] = reference.naming

    def describes(self, at: int) -> bool:
        """Whether a word can stand between the determiner and the name ("former Tory leader")."""
        word, known = self.tokens.keys[at], self.known
        naming = self.named.get(at)
        if (
            naming is not None
            and naming.kind in ("actor", "full", "title", "body")
            and word not in known.parties
        ):
            return False
        if naming is not None and naming.kind == "office":
            return True
        return (
            self.tokens.capital[at]
            or word in known.former
            or word in known.neutral_modifiers
            or known.is_role(word)
            or word in known.parties
        ) and not (word in known.determiners or word in known.prepositions or word in JOINING)

    def phrase_start(self, at: int) -> int:
        """Where the noun phrase of a name that begins at `at` begins: "the [Tory leader Ann Example]"."""
        start = at
        while start > 0 and self.tokens.joined[start] and at - start < LONGEST_DESCRIPTION:
            if not self.describes(start - 1):
                break
            start -= 1
        if start > 0 and self.tokens.joined[start] and self.tokens.keys[start - 1] in self.known.determiners:
            start -= 1
        return start

    def apposed_to(self, at: int, end: int) -> Figure | None:
        """Whose name a phrase follows after a comma: "[Ann Example], a reporter".

        A verb right after it makes it a subject of its own: "to Ann Example, the reporter said".
        """
        start = self.phrase_start(at)
        return None if self.is_verb(end) else self.named_before(start)

    def named_before(self, start: int) -> Figure | None:
        """The person whose name ends right before a comma or bracket and the word at `start`."""
        if start == 0 or self.tokens.between[start] not in BESIDE:
            return None
        naming = self.named.get(start - 1)
        return self.person(naming.start) if naming is not None else None

    def person(self, at: int) -> Figure | None:
        """The person named by the naming that begins at a word."""
        reference = self.company.at.get(at)
        figure = reference.figure if reference is not None else None
        return figure if figure is not None and figure.type == "person" else None

    def bearer(self, start: int, end: int) -> Figure | None:
        """Whose apposition the words from `start` up to `end` are: "Ann Example, [38]", "[the head], Ann".

        A phrase with an article and a verb after it is a subject; bare words beside a name never are.
        """
        bare = self.tokens.keys[start] not in self.known.determiners
        run = self.run_start(start)
        before = self.named_before(run) or (
            self.named_before(self.run_start(run - 1)) if self.is_aged(run) else None
        )
        if before is not None and (bare or not self.is_verb(end)):
            return before
        return self.named_after(end) or self.named_behind(end)

    def named_behind(self, end: int) -> Figure | None:
        """Whose full name follows a complement at once: "the mayor of Ventry [Ann Example] said"."""
        tokens, known = self.tokens, self.known
        head = tokens.keys[end - 1]
        if (
            head in known.voices
            or not known.is_role(head)
            or tokens.keys[end : end + 1] not in (["of"], ["for"])
        ):
            return None
        for at in range(end + 1, min(end + LONGEST_APPOSITION, len(tokens))):
            if not tokens.joined[at] or not tokens.capital[at] or known.is_role(tokens.keys[at]):
                return None
            name = self.named.get(at + 1)
            if name is not None and name.kind in ("actor", "full") and name.end - name.start > 1:
                person = tokens.joined[at + 1] and self.is_verb(name.end)
                return self.person(name.start) if person else None
        return None

    def is_aged(self, at: int) -> bool:
        """Whether an age stands alone before the comma: "Ann Example, 38, [a nurse]"."""
        return at > 1 and self.tokens.between[at] == ", " and self.tokens.keys[at - 1].isdigit()

    def run_start(self, at: int) -> int:
        """Where the run of joined words that a word stands in begins, unless a verb comes before it there."""
        start = at
        while start > 0 and self.tokens.joined[start] and at - start < LONGEST_APPOSITION:
            if self.is_verb(start - 1) or self.tokens.keys[start - 1] in JOINING:
                return at
            start -= 1
        return start

    def named_after(self, end: int) -> Figure | None:
        """Whose name comes after a complement and a comma: "the head of the bank, [Ann Example]"."""
        tokens, at = self.tokens, end
        while at < len(tokens) and tokens.joined[at] and at - end < LONGEST_APPOSITION:
            if self.is_verb(at):
                return None
            at += 1
        if at >= len(tokens) or tokens.between[at] != ", ":
            return None
        name = next(
            (i for i in range(at, min(at + LONGEST_APPOSITION, len(tokens))) if not self.leads_on(i, at)), at
        )
        reference = self.company.at.get(name)
        if reference is None or reference.naming.kind not in ("actor", "full", "title"):
            return None
        return self.person(name)

    def leads_on(self, at: int, first: int) -> bool:
        """Whether a word belongs to the description between the comma at `first` and a name."""
        return (at == first or self.tokens.joined[at]) and self.person(at) is None and self.describes(at)

    def list_start(self, start: int, end: int) -> int:
        """Where a list of three names begins that holds this one: "masks of [Ann], Bob and Cy Example"."""
        if self.is_and(start) and start > 1:
            middle = self.named.get(start - 2)
            first = self.listed_before(middle.start) if middle is not None else None
        else:
            first = self.listed_before(start) if self.is_and(end + 1) and end + 1 in self.named else None
        return start if first is None else first

    def is_and(self, at: int) -> bool:
        """Whether "and" joins a word to the one before it."""
        tokens = self.tokens
        return (
            1 < at < len(tokens)
            and tokens.keys[at - 1] == "and"
            and tokens.joined[at]
            and tokens.joined[at - 1]
        )

    def listed_before(self, start: int) -> int | None:
        """Where the name begins that a comma parts from this one."""
        naming = self.named.get(start - 1) if self.tokens.between[start] == ", " else None
        return self.phrase_start(naming.start) if naming is not None else None

    def with_body(self, start: int) -> int:
        """Where a phrase begins if a body owns it: "[Labour's] Ann Example"."""
        if start < 2 or self.tokens.keys[start - 1] != "'s" or not self.tokens.joined[start]:
            return start
        owner = self.named.get(start - 2)
        reference = self.company.at.get(owner.start) if owner is not None else None
        figure = reference.figure if reference is not None else None
        is_body = figure is not None and figure.type == "organisation"
        return self.phrase_start(owner.start) if owner is not None and is_body else start

    def is_verb(self, at: int) -> bool:
        """Whether a word that goes on from what stands before it is a verb, as far as its form tells."""
        if at >= len(self.tokens) or not self.tokens.joined[at]:
            return False
        word = self.tokens.keys[at]
        return word in self.known.speech or word in VERBS or word.endswith("ed")

    def is_owner(self, end: int) -> bool:
        """Whether what ends at `end` owns what follows: "Ann Example's", "Mr Davies’ plan"."""
        if end >= len(self.tokens):
            return False
        if self.tokens.keys[end] == "'s" and self.tokens.joined[end]:
            return True
        return self.tokens.between[end] in PLURAL_SEAMS and self.tokens.keys[end - 1].endswith("s")

    def owns_itself(self, end: int) -> bool:
        """Whether what somebody owns is part of himself: "Ann Example's [voice] cracked"."""
        keys = self.tokens.keys
        return keys[end] == "'s" and end + 1 < len(keys) and keys[end + 1] in BODILY

    def is_oblique(self, start: int) -> bool:
        """Whether a preposition governs the phrase that begins at `start`, "according to" apart."""
        if start == 0 or not self.tokens.joined[start]:
            return False
        before = self.tokens.keys[start - 1]
        if before == "to" and start > 1 and self.tokens.keys[start - 2] == "according":
            return False
        return before in self.known.prepositions

    def is_object(self, start: int) -> bool:
        """Whether a word that is no conjunction, adverb or clause opener runs right into the phrase."""
        if start == 0 or not self.tokens.joined[start]:
            return False
        before = self.tokens.keys[start - 1]
        return before not in JOINING and not before.endswith("ly")

    def part(self, start: int, end: int, has_subject: bool) -> Part:
        """The part that a phrase plays; `has_subject`: its sentence had a subject before it."""
        if self.is_owner(end) and not self.owns_itself(end):
            return "owner"
        start = self.with_body(self.phrase_start(start))
        if self.is_oblique(start) or self.is_oblique(self.list_start(start, end)):
            return "oblique"
        return "other" if has_subject and self.is_object(start) else "subject"
