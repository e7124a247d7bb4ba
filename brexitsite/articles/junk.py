"""Lines of an article that are not its prose, by class; the rules and their reasons are in junk.toml.

Losing prose is worse than leaving junk: what no rule knows stays, and rules of form that would cut
most of an article are not believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from brexitsite.articles import forms
from brexitsite.articles.layout import Line
from brexitsite.articles.view import View
from brexitsite.errors import Quarantined
from brexitsite.knowledge.junk import LineRule, line_rules
from brexitsite.model import Dropped, Furniture

LONGEST_JUNK_LINE = 400
"""Code points of the longest line that a rule for single lines looks at."""
WORD = re.compile(r"\w+")
MOST_CHECKED = 1_000
"""Lines beyond which they are not compared with each other."""
LONGEST_CHECKED = 800_000
"""Code points of an article beyond which only single lines are judged."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """What is known beforehand: an outlet's furniture, and lines that an editor keeps or drops.

    `gone` are lines that are no prose for another reason: an editor may name them, too.
    """

    furniture: tuple[Furniture, ...] = ()
    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


NONE = Decisions()


def sift(
    lines: Sequence[Line], title: str | None, decisions: Decisions = NONE
) -> tuple[list[Line], list[Dropped]]:
    """Part an article's lines into prose and junk, both in order.

    Raises Quarantined where an editor's decision names a line that the article lacks.
    """
    judge = _Judge.of([title] if title else [], decisions, line_rules())
    because = judge.alone(lines)
    prose = [line for line in lines if line.number not in because]
    if len(prose) <= MOST_CHECKED and sum(len(line.text) for line in prose) <= LONGEST_CHECKED:
        because |= forms.judged(View(prose, because.values()), judge.keep)
    return _parted(lines, because)


def sift_page(
    lines: Sequence[Line], titles: Sequence[str], decisions: Decisions = NONE
) -> tuple[list[Line], list[Dropped]]:
    """Do the same for a page's lines, whose captions and pull quotes its elements have told already."""
    rules = [rule for rule in line_rules() if rule.in_pages]
    return _parted(lines, _Judge.of(titles, decisions, rules).alone(lines))


def _parted(lines: Sequence[Line], because: Mapping[int, str]) -> tuple[list[Line], list[Dropped]]:
    return (
        [line for line in lines if line.number not in because],
        [Dropped(line.number, line.text, because[line.number]) for line in lines if line.number in because],
    )


@dataclass(frozen=True, slots=True)
class _Judge:
    """Knows a line by itself: what editors decided, furniture, the title again, the rules of junk.toml."""

    rules: Sequence[LineRule]
    known: Mapping[str, str]
    """Lines of furniture and titles, as they are compared, with the reason why they go."""
    firsts: frozenset[str]
    """The first words of those."""
    keep: frozenset[str]
    drop: frozenset[str]
    gone: frozenset[str] = field(default=frozenset())

    @classmethod
    def of(cls, titles: Iterable[str], decisions: Decisions, rules: Sequence[LineRule]) -> _Judge:
        known = dict.fromkeys(map(_key, titles), "title repeated")
        known |= {_key(f.line): "furniture" for f in decisions.furniture}
        known.pop("", None)
        return cls(
            rules,
            known,
            frozenset(key.partition(" ")[0] for key in known),
            frozenset(map(_plain, decisions.keep)),
            frozenset(map(_plain, decisions.drop)),
            frozenset(map(_plain, decisions.gone)),
        )

    def alone(self, lines: Sequence[Line]) -> dict[int, str]:
        """Return the numbers of the lines that go, each with the reason."""
        self._require(line.text for line in lines)
        return {line.number: reason for line in lines if (reason := self._reason(line.text))}

    def _require(self, texts: Iterable[str]) -> None:
        missing = min((self.keep | self.drop) - self.gone - frozenset(texts), default=None)
        if missing is not None:
            raise Quarantined(
                f"the sidecar decides on the line '{missing}', which the article lacks", "correct it there"
            )

    def _reason(self, text: str) -> str | None:
        if text in self.keep:
            return None
        if text in self.drop:
            return "an editor's decision"
        if len(text) > LONGEST_JUNK_LINE:
            return None
        low = text.lower()
        return self._repeated(low) or next((rule.name for rule in self.rules if rule.takes(text, low)), None)

    def _repeated(self, low: str) -> str | None:
        first = WORD.search(low)
        return self.known.get(_key(low)) if first and first[0] in self.firsts else None


def _plain(text: str) -> str:
    return " ".join(text.split())


def _key(text: str) -> str:
    return " ".join(WORD.findall(text.lower()))
