"""Load the language data of this folder; each table says why its words are there."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Gender = Literal["he", "she"]
VerbClass = Literal["say", "name", "act"]


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("brexitsite.knowledge").joinpath(f"{name}.toml").read_text("utf-8"))


def _words(value: str | list[str]) -> frozenset[str]:
    return frozenset(value.split() if isinstance(value, str) else value)


@cache
def function_words() -> Mapping[str, frozenset[str]]:
    """Closed classes of English: their name → lower-case words; pronouns are one class."""
    tables = _table("function_words")
    pronouns = tables.pop("pronouns")
    classes = {name: _words(table["words"]) for name, table in tables.items()}
    lists = [words for words in pronouns.values() if isinstance(words, list)]
    return {**classes, "pronouns": frozenset(word for words in lists for word in words)}


@cache
def honorifics() -> Mapping[str, Gender | None]:
    """Lower-case words before a name, and the gender that they tell."""
    genders: dict[str, Gender | None] = {"he": "he", "she": "she", "either": None}
    return {word: genders[name] for name, table in _table("honorifics").items() for word in table["words"]}


@cache
def nominal_heads() -> Mapping[str, str]:
    """Nouns that can speak, singular and plural, lower case → person, body, people or text."""
    heads: dict[str, str] = {}
    for name, table in _table("nominal_heads").items():
        if name == "speech":
            continue
        for word in _words(table["words"]):
            heads.setdefault(word, name)
            if name != "people":
                heads.setdefault(plural(word), name)
    return heads


@cache
def relayed() -> Mapping[str, frozenset[str]]:
    """Words by which a reporter passes on words at second hand: adverbs, reports, after."""
    return {name: _words(table["words"]) for name, table in _table("relayed").items()}


@cache
def constructions() -> Mapping[str, frozenset[str]]:
    """Words that make a construction in which it is certain whose words are quoted, by what they do."""
    return {name: _words(table["words"]) for name, table in _table("constructions").items()}


def makes(construction: str, word: str) -> bool:
    """Whether a word makes a construction of constructions.toml."""
    return word in constructions()[construction]


@cache
def speech_nouns() -> frozenset[str]:
    """Acts of speech as nouns, singular and plural: "claim", "warnings"."""
    words = _words(_table("nominal_heads")["speech"]["words"])
    return words | {plural(word) for word in words}


def plural(noun: str) -> str:
    """Form a regular plural.

    >>> [plural(noun) for noun in ("ally", "spokesman", "boss", "aide")]
    ['allies', 'spokesmen', 'bosses', 'aides']
    """
    if noun.endswith("man"):
        return noun[:-2] + "en"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


@cache
def speech_verbs() -> Mapping[str, tuple[str, VerbClass]]:
    """Every form of a verb that reports words → its base form and class; the first class named wins."""
    classes: tuple[VerbClass, ...] = ("say", "name", "act")
    tables = _table("speech_verbs")
    forms: dict[str, tuple[str, VerbClass]] = {}
    for verb_class in classes:
        for entry in tables[verb_class]["verbs"]:
            for form in verb_forms(entry):
                forms.setdefault(form, (entry.split(":")[0], verb_class))
    return forms


def verb_forms(entry: str) -> Iterator[str]:
    """List base, third person, past, participle and -ing form of "base[:past[:participle]]".

    >>> list(verb_forms("write:wrote:written"))
    ['write', 'writes', 'writing', 'wrote', 'written']
    >>> list(verb_forms("deny"))
    ['deny', 'denies', 'denying', 'denied']
    """
    base, *past = entry.split(":")
    yield base
    yield plural(base) if base != "go" else "goes"
    yield _ing(base, past)
    yield from past or [_past(base)]


def _past(base: str) -> str:
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    return base + ("d" if base.endswith("e") else "ed")


def _ing(base: str, past: list[str]) -> str:
    doubled = base + base[-1]
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if (past and past[0].startswith(doubled)) or base in ("put", "hit", "begin", "cut"):
        return doubled + "ing"
    return (base[:-1] if base.endswith("e") and not base.endswith("ee") else base) + "ing"


@cache
def combinations(part: Literal["source", "speech"]) -> tuple[str, ...]:
    """The combinations of values that a part of the ranker weighs, as in "where type"."""
    groups = _table("ranker_features")[part]
    return tuple(line for group in groups for line in group["weighed"].strip().split("\n"))
