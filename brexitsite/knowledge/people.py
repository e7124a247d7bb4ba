"""How newspapers speak of people, from people.toml: titles, given names, roles, and what is no name."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, TypeAlias

Gender: TypeAlias = Literal["he", "she"]
Words: TypeAlias = frozenset[str]

PERSON_ENDINGS = ("ist", "man", "woman", "person", "ician")
"""Endings of nouns that mean a person and hardly ever anything else."""


@dataclass(frozen=True, slots=True)
class People:
    """The word lists of people.toml; every word is lower case with accents folded."""

    titles: Words
    knights: Words
    peers: Words
    posts: Words
    honours: Words
    title_gender: dict[str, Gender]
    jobs: dict[str, str]
    given: Words
    given_gender: dict[str, Gender]
    particles: Words
    roles: Words
    not_roles: Words
    role_gender: dict[str, Gender]
    adjectival: Words
    checkable: Words
    outside_politics: Words
    anybody: Words
    family: Words
    sides: dict[str, Words]
    voices: Words
    spokespeople: Words
    relations: Words
    parties: dict[str, str]
    body_heads: Words
    bodies: Words
    never_names: Words
    ambiguous_surnames: Words
    common_surnames: Words
    prepositions: Words
    determiners: Words
    former: Words
    neutral_modifiers: Words
    other_offices: Words
    speech: Words
    politics: Words
    private_life: Words

    def is_doubtful_surname(self, word: str) -> bool:
        """Whether a capitalised word alone may be no surname: a noun ("May"), a first name ("Gordon")."""
        return word in self.ambiguous_surnames or word in self.given

    def is_role(self, word: str) -> bool:
        """Whether a lower-case noun says what somebody is.

        >>> people().is_role("economist"), people().is_role("economy"), people().is_role("list")
        (True, False, False)
        """
        return word in self.roles or (word.endswith(PERSON_ENDINGS) and word not in self.not_roles)

    def may_be_role(self, word: str) -> bool:
        """Whether a word's ending lets it say what somebody is: "biographer", "creator", "reveller"."""
        return self.is_role(word) or word.endswith(("er", "or", "ian", "ant"))

    def tells_apart(self, word: str) -> bool:
        """Whether a lower-case word before a noun says which one: a party, a job, "shadow", an age."""
        return word in self.parties or self.is_role(word) or word in self.other_offices or word.isdigit()

    @property
    def side_words(self) -> Words:
        return frozenset[str]().union(*self.sides.values())

    def side_of(self, words: Iterable[str]) -> str | None:
        """The side of the referendum that words put somebody on.

        >>> people().side_of(["anti", "eu"]), people().side_of(["remain"]), people().side_of(["tory"])
        ('leave', 'remain', None)
        """
        told = set(words)
        for side, other in (("leave", "remain"), ("remain", "leave")):
            if told & self.sides[other if "anti" in told else side]:
                return side
        if told & self.sides["union"]:
            return "leave" if "anti" in told else "remain" if "pro" in told else None
        return None

    def gender_of_role(self, word: str) -> Gender | None:
        if word in self.role_gender:
            return self.role_gender[word]
        if word.endswith("woman"):
            return "she"
        return "he" if word.endswith("man") and word in self.roles else None


def gendered(table: dict[str, str]) -> dict[str, Gender]:
    """Each word of a table's `he` and `she` lists, with the list that it stands in."""
    he: dict[str, Gender] = dict.fromkeys(table["he"].split(), "he")
    she: dict[str, Gender] = dict.fromkeys(table["she"].split(), "she")
    return he | she


def all_words(table: dict[str, str]) -> Words:
    return frozenset(" ".join(table[key] for key in ("he", "she", "either")).split())


def read() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("people.toml").read_text("utf-8"))


@cache
def people() -> People:
    """The word lists, read once."""
    tables = read()
    titles, given, roles = tables["titles"], tables["given_names"], tables["roles"]
    bodies, words = tables["organisations"], tables["words"]
    return People(
        titles=all_words(titles),
        title_gender=gendered(titles),
        **{key: frozenset(titles[key].split()) for key in ("knights", "peers", "posts", "honours")},
        jobs={title: job for title, job in tables["jobs"].items() if title != "because"},
        given=all_words(given),
        given_gender=gendered(given),
        particles=frozenset(tables["particles"]["words"].split()),
        roles=all_words(roles),
        not_roles=frozenset(tables["not_roles"]["words"].split()),
        role_gender=gendered(roles),
        **{
            key: frozenset(tables["callings"][key].split())
            for key in ("checkable", "outside_politics", "anybody", "family")
        },
        sides={
            side: frozenset(tables["sides"][side].split()) for side in ("leave", "remain", "union", "words")
        },
        adjectival=frozenset(tables["role_adjectives"]["words"].split()),
        spokespeople=frozenset(tables["spokespeople"]["words"].split()),
        voices=frozenset(tables["voices"]["words"].split()),
        relations=frozenset(tables["relations"]["words"].split()),
        parties={word: name for word, name in tables["parties"].items() if word != "because"},
        body_heads=frozenset(bodies["heads"].split()),
        bodies=frozenset(bodies["common"].split()),
        **{key: frozenset(listed.split()) for key, listed in words.items() if key != "because"},
    )
