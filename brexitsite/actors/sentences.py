"""The sentences of an article as far as who is who goes: the figures in each and the parts they play."""

from __future__ import annotations

from dataclasses import dataclass, field

from brexitsite.actors.figures import Figure
from brexitsite.actors.grammar import Part

MOST_FIGURES = 60
"""Figures kept of one sentence: a list of thousands without a full stop tells nothing about "he"."""

RECENT = 2
"""Sentences before, whose subjects a description may mean."""


@dataclass(slots=True)  # a frozen one takes four times as long to make
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

    @property
    def people(self) -> list[Figure]:
        """The people who are its subjects."""
        return [e.figure for e in self.entries if e.part == "subject" and e.figure.type == "person"]


def recent_subjects(past: list[Sentence]) -> list[list[Figure]]:
    """The people who are subjects of each of the last sentences, the last first."""
    return [sentence.people for sentence in reversed(past[-RECENT:])]


def last_subject(past: list[Sentence]) -> Figure | None:
    """The subject of the last sentence that has one: a person or somebody unnamed."""
    for sentence in reversed(past[-RECENT:]):
        for entry in sentence.entries:
            if entry.part == "subject" and entry.figure.type != "organisation":
                return entry.figure
    return None


def last_body(past: list[Sentence]) -> Figure | None:
    """The last subject of the last sentences that is, or with its unknown name may be, a body."""
    for sentence in reversed(past[-RECENT:]):
        for entry in sentence.entries:
            if entry.part == "subject" and entry.figure.type != "person" and entry.figure.name:
                return entry.figure
    return None
