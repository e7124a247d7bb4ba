"""What a person should look at, most doubtful first, each with the lines that decide it.

Doubts are read from content/articles alone. What an editor decides goes into the sidecar beside the
raw file, where it outlasts every later run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from rich.console import Console
from rich.text import Text

from brexitsite.articles import duplicates
from brexitsite.model import Actor, Article, Quotation, Slug
from brexitsite.store import articles, registry
from brexitsite.store.files import write_atomically
from brexitsite.store.project import Project

SURE = 0.97
"""A link above this probability is not worth a person's time."""
OFTEN = 3
"""So many quotations make an unknown name worth a file in content/actors/."""
NARROW = timedelta(days=2)
"""An inferred date within so many days of certain is not worth a person's time."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to look at: how doubtful (1 most), what it is, where, and the lines to paste."""

    weight: float
    what: str
    where: str
    detail: str
    paste_into: str
    paste: str


def run(project: Project, page: Path | None, limit: int) -> int:
    """The command: print the doubts, or write them as a page for a browser."""
    found = list(map(articles.read, articles.scan(project.articles)))
    known = registry.load(project.content)
    doubts = sorted(all_doubts(found, known.actors), key=lambda d: (-d.weight, d.where, d.what))
    if page is not None:
        write_atomically(page, as_page(doubts[:limit]))
        print(f"{min(limit, len(doubts))} of {len(doubts)} doubts written to {page}")
    else:
        _print(doubts[:limit], len(doubts))
    return 0


def all_doubts(found: Iterable[Article], actors: Mapping[Slug, Actor]) -> Iterator[Doubt]:
    """Every doubt about some articles."""
    listed = [article for article in found if article.withdrawn is None]
    known = set(actors)
    for article in listed:
        yield from _doubtful_links(article)
        yield from _doubtful_date(article)
    yield from _unknown_names(listed, known)
    yield from _possible_duplicates(listed)


def _doubtful_links(article: Article) -> Iterator[Doubt]:
    for q in article.quotations:
        if q.speaker_type == "person" and not q.checked and q.confidence < SURE and q.continues is None:
            yield Doubt(
                weight=1 - q.confidence if q.speakers else 0.5 + (1 - q.confidence) / 2,
                what="who said it" if q.speakers else "nobody is named as the speaker",
                where=article.raw,
                detail=f"“{q.text[:120]}” — {_said_by(q, article)}",
                paste_into=_sidecar(article),
                paste=_decision(q),
            )


def _said_by(q: Quotation, article: Article) -> str:
    names = ", ".join(article.names[slug] for slug in q.speakers) or "nobody"
    return f"{names}, from “{q.said_by}” ({q.rule}, {q.confidence:.0%})"


def _decision(q: Quotation) -> str:
    speaker = f"speaker = {_toml(q.speakers[0] if q.speakers else '')}   # a slug, or '' for nobody"
    return f"[[quotation]]\ntext = {_toml(q.text)}\n{speaker}\nchecked = true\n"


def _doubtful_date(article: Article) -> Iterator[Doubt]:
    window = article.dated.window
    if window and window[1] - window[0] > NARROW:
        days = (window[1] - window[0]).days
        yield Doubt(
            weight=min(0.9, 0.3 + days / 50),
            what=f"the date is inferred, within {days} days",
            where=article.raw,
            detail="; ".join(article.dated.evidence),
            paste_into=_sidecar(article),
            paste=f"date = {article.day.isoformat()}\n",
        )


def _unknown_names(listed: Iterable[Article], known: set[Slug]) -> Iterator[Doubt]:
    counts: Counter[Slug] = Counter()
    names: dict[Slug, str] = {}
    for article in listed:
        counts.update(s for q in article.quotations for s in q.speakers if s not in known)
        names.update(article.names)
    for slug, count in counts.items():
        if count >= OFTEN:
            name = names[slug]
            *first, last = name.split()
            yield Doubt(
                weight=min(0.8, 0.2 + count / 50),
                what=f"quoted {count} times, without a page",
                where=name,
                detail="A public figure gets a file; anybody else stays as printed.",
                paste_into=f"content/actors/{slug}.md",
                paste=f"---\nkind: person\nname: {name}\nsort_name: {last}, {' '.join(first)}\n---\n",
            )


def _possible_duplicates(listed: Iterable[Article]) -> Iterator[Doubt]:
    by_raw = {article.raw: article for article in listed}
    texts = {name: "\n".join(article.paragraphs) for name, article in by_raw.items()}
    sketches = {name: duplicates.sketch(text) for name, text in texts.items()}
    for pair, verdict in duplicates.compared(sketches, texts.__getitem__).items():
        one, other = by_raw[pair[0]], by_raw[pair[1]]
        if verdict is None:
            continue
        yield Doubt(
            weight=0.6,
            what="perhaps the same article twice",
            where=one.raw,
            detail=f"“{one.title}” and “{other.title}” ({other.raw})",
            paste_into=_sidecar(one),
            paste=f"same_as = [{_toml(other.raw)}]   # or not_same_as\n",
        )


def _sidecar(article: Article) -> str:
    return f"content/raw/{article.raw.rpartition('.')[0]}.toml"


def _toml(text: str) -> str:
    """A TOML basic string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _print(doubts: Iterable[Doubt], of: int) -> None:
    console, number = Console(highlight=False), 0
    for number, doubt in enumerate(doubts, 1):
        console.print(Text(f"{number}. {doubt.what}: {doubt.where}", "bold"), soft_wrap=True)
        console.print(Text(f"   {doubt.detail}"), soft_wrap=True)
        console.print(Text(f"   into {doubt.paste_into}:", "dim"), soft_wrap=True)
        for line in doubt.paste.splitlines():
            console.print(Text(f"      {line}", "green"), soft_wrap=True)
    console.print(f"{number} of {of} doubts shown")


def as_page(doubts: Iterable[Doubt]) -> str:
    """The doubts as a page that stands alone."""
    templates = Environment(
        loader=PackageLoader("brexitsite.commands", "."), autoescape=True, undefined=StrictUndefined
    )
    return templates.get_template("review.html").render(doubts=list(doubts))
