"""Any number of articles for the bench: the samples, each time with other words, days and people.

Other words of the same length take the place of some, so that quotations stay where they are and
no two articles are copies of each other. The same number gives the same article, everywhere.
"""

from __future__ import annotations

import csv
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from brexitsite.model import Article, Dated, Quotation, Slug
from brexitsite.store import articles, ledger
from brexitsite.store.ledger import Ledger

FIRST_DAY, DAYS = date(2015, 1, 1), 5 * 365 + 1
TAGS = tuple(f"tag-{number:03}" for number in range(300))
OTHER_WORDS = 0.6
"""Share of the longer words that are replaced: fewer would leave copies of one article."""
OTHER_PEOPLE = 0.5
"""Share of the people of a sample that somebody else of the register stands in for."""

_WORD = re.compile(r"\b[a-z]{5,}\b")


@dataclass(frozen=True)
class Samples:
    """What variations are made of: articles, their words by length, other people to name."""

    articles: Sequence[Article]
    words: Mapping[int, Sequence[str]]
    people: Sequence[Slug]
    cues: frozenset[str]
    """Words of speech, which stay."""

    @classmethod
    def of(cls, content: Path) -> Samples:
        """The cleaned articles and the register of a content folder."""
        found = [articles.read(path) for path in articles.scan(content / "articles")]
        register = content / "register" / "members.csv"
        with register.open(encoding="utf-8", newline="") as file:
            people = [row["slug"] for row in csv.DictReader(file)]
        cues = {word for a in found for q in a.quotations for word in (q.cue or "").split()}
        return cls([a for a in found if a.paragraphs], _by_length(found, cues), people, frozenset(cues))


def _by_length(found: Iterable[Article], without: set[str]) -> dict[int, list[str]]:
    words: dict[int, set[str]] = defaultdict(set)
    for article in found:
        for word in _WORD.findall(" ".join(article.paragraphs)):
            if word not in without:
                words[len(word)].add(word)
    return {length: sorted(group) for length, group in words.items()}


def whole(samples: Samples, number: int) -> Article:
    """A variation of one sample, with its quotations and mentions."""
    dice = random.Random(f"whole {number}")
    model = samples.articles[number % len(samples.articles)]
    cast = _cast(model, samples, dice)
    paragraphs = tuple(_in_other_words(text, samples, dice) for text in model.paragraphs)
    ids = {q.id: f"b{number}x{n}" for n, q in enumerate(model.quotations)}
    return replace(
        _dated(model, number, dice),
        paragraphs=paragraphs,
        names={cast[slug]: name for slug, name in model.names.items()},
        people=tuple(dict.fromkeys(cast.get(slug, slug) for slug in model.people)),
        mentions=tuple(replace(m, actor=cast.get(m.actor, m.actor)) for m in model.mentions),
        quotations=tuple(_recast(q, paragraphs, ids, cast) for q in model.quotations),
    )


def _cast(model: Article, samples: Samples, dice: random.Random) -> dict[Slug, Slug]:
    named = sorted({*model.names, *model.people})
    return {s: dice.choice(samples.people) if dice.random() < OTHER_PEOPLE else s for s in named}


def _in_other_words(text: str, samples: Samples, dice: random.Random) -> str:
    def other(found: re.Match[str]) -> str:
        word = found.group()
        stays = word in samples.cues or dice.random() >= OTHER_WORDS
        return word if stays else dice.choice(samples.words[len(word)])

    return _WORD.sub(other, text)


def _dated(model: Article, number: int, dice: random.Random) -> Article:
    day = FIRST_DAY + timedelta(days=dice.randrange(DAYS))
    return replace(
        model,
        slug=f"{model.slug[:40].strip('-')}-{number}",
        dated=Dated(day, "stated"),
        added=day,
        raw=f"bench/{number:07}.txt",
        updated=None,
    )


def _recast(
    q: Quotation, paragraphs: Sequence[str], ids: Mapping[str, str], cast: Mapping[Slug, Slug]
) -> Quotation:
    return replace(
        q,
        id=ids[q.id],
        text=paragraphs[q.at.paragraph][q.at.start : q.at.end],
        continues=ids[q.continues] if q.continues else None,
        speakers=tuple(dict.fromkeys(cast.get(slug, slug) for slug in q.speakers)),
        about=tuple(dict.fromkeys(cast.get(slug, slug) for slug in q.about)),
        corrected=None,
        was=None,
    )


def minimal(samples: Samples, number: int) -> Article:
    """Two variations in one, of 4 KB, with one to three of 300 tags and nobody named or quoted."""
    dice = random.Random(f"minimal {number}")
    one, other = whole(samples, 2 * number), whole(samples, 2 * number + 1)
    return replace(
        _dated(one, number, dice),
        paragraphs=(*one.paragraphs, *other.paragraphs),
        topics=tuple(sorted(dice.sample(TAGS, dice.randint(1, 3)))),
        outlet=None,
        authors=(),
        republish="full",
        retold=True,
        names={},
        people=(),
        mentions=(),
        quotations=(),
        also_in=(),
    )


def raw_text(article: Article) -> str:
    """An article as a raw file: headline, day, paragraphs."""
    head = f"{article.title}\n\n{article.day.day} {article.day:%B %Y}\n\n"
    return head + "\n\n".join(article.paragraphs) + "\n"


def store(made: Iterable[Article], content: Path) -> None:
    """Write articles and a ledger of them as `clean` would."""
    book = Ledger()
    for article in sorted(_written(made, content / "articles"), key=lambda a: (a.day, a.slug)):
        book.place(article.raw, article.address, article.added)
    ledger.save(book, content / "ledger.csv")


def _written(made: Iterable[Article], folder: Path) -> Iterator[Article]:
    for article in made:
        articles.write(article, folder)
        yield replace(article, paragraphs=(), quotations=(), mentions=(), names={})
