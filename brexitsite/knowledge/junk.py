"""Load junk.toml: which lines of an article are not its prose, with reasons and examples."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class LineRule:
    """A class of lines known by their words alone."""

    name: str
    because: str
    pattern: re.Pattern[str]
    drops: tuple[str, ...]
    keeps: tuple[str, ...]
    in_pages: bool
    """Does it hold for saved pages too, where elements part sections and links have words?"""
    having: tuple[str, ...] = ()
    """Words in small letters, one of which a line must have; none where any line may fit."""

    def takes(self, line: str, low: str) -> bool:
        """Does a line go? `low` is the line in small letters."""
        if not self.having:
            return self.pattern.fullmatch(line) is not None
        for word in self.having:
            if word in low:
                return self.pattern.fullmatch(line) is not None
        return False


@dataclass(frozen=True, slots=True)
class Case:
    """A short article, its first line the title, and the lines of it that a rule takes away."""

    text: str
    drops: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormRule:
    """A class of lines known only with the article around them."""

    name: str
    because: str
    cases: tuple[Case, ...]


@cache
def line_rules() -> tuple[LineRule, ...]:
    """Return the rules for single lines, in the order of the file."""
    content = _content()
    lists = {"{agency}": "|".join(content["agencies"]), "{any_case}": "|".join(content["any_case"])}
    return tuple(_line_rule(rule, lists) for rule in content["line"])


@cache
def form_rules() -> dict[str, FormRule]:
    """Return the rules of method by name."""
    return {
        rule["name"]: FormRule(
            rule["name"],
            rule["because"],
            tuple(Case(c["text"], tuple(c["drops"])) for c in rule.get("case", ())),
        )
        for rule in _content()["form"]
    }


@cache
def picture_verbs() -> tuple[str, ...]:
    """Return the verbs, as patterns, by which a caption says what its picture shows."""
    return tuple(_content()["picture_verbs"])


@cache
def _content() -> dict[str, Any]:
    return tomllib.loads(files("brexitsite.knowledge").joinpath("junk.toml").read_text("utf-8"))


def _line_rule(rule: dict[str, Any], lists: dict[str, str]) -> LineRule:
    name, because, lines, drops, keeps = (rule[key] for key in ("name", "because", "lines", "drops", "keeps"))
    unknown = set(rule) - {"name", "because", "lines", "drops", "keeps", "case", "in_pages", "having"}
    if unknown:
        raise ValueError(f"junk.toml: the rule '{name}' has the unknown keys {sorted(unknown)}")
    whole = "|".join(f"(?:{line})" for line in lines)
    for mark, words in lists.items():
        whole = whole.replace(mark, words)
    pattern = re.compile(whole, re.NOFLAG if rule.get("case") else re.IGNORECASE)
    in_pages, having = rule.get("in_pages", True), tuple(rule.get("having", ()))
    return LineRule(name, because, pattern, tuple(drops), tuple(keeps), in_pages, having)
