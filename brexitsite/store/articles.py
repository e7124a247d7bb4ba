"""An article on disk: slug.md for people, slug.json with the places for the plugin.

`slug.md` is short YAML front matter and the article's paragraphs, escaped so that Markdown shows
exactly their text. `slug.json` holds who is named, mentioned and quoted where, one entry a line.
"""

from __future__ import annotations

import datetime
import glob
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import frontmatter

from brexitsite.errors import ContentError
from brexitsite.model import AlsoIn, Article, DateBasis, Dated, Mention, Place, Quotation
from brexitsite.store import front_matter
from brexitsite.store.fields import Fields
from brexitsite.store.files import write_atomically
from brexitsite.store.front_matter import FrontMatter
from brexitsite.store.markdown import from_markdown, to_markdown

DATE_BASES = ("stated", "metadata", "url", "sidecar", "inferred")
_OPTIONAL = ("role", "said_on", "relayed", "checked", "corrected", "was", "because", "continues")


def scan(folder: Path) -> Iterator[Path]:
    """The slug.md of every article below content/articles, by path."""
    names = glob.iglob(f"{glob.escape(str(folder))}/[0-9]*/[0-9]*/[0-9]*/*.md")  # noqa: PTH207 - thrice as fast
    return map(Path, sorted(names))


def path_of(article: Article, folder: Path) -> Path:
    """Where an article's slug.md lies below content/articles."""
    return folder / f"{article.day:%Y/%m/%d}" / f"{article.slug}.md"


def write(article: Article, folder: Path) -> Path:
    """Write both files, each in one step, and only where they change; return the slug.md."""
    path = path_of(article, folder)
    write_atomically(path.with_suffix(".json"), places(article))
    write_atomically(path, text(article))
    return path


def text(article: Article) -> str:
    """The whole of slug.md."""
    post = frontmatter.Post("\n\n".join(map(to_markdown, article.paragraphs)), FrontMatter())
    post.metadata.update(_front_matter(article))
    return frontmatter.dumps(post) + "\n"


def _front_matter(a: Article) -> dict[str, Any]:
    window = list(a.dated.window) if a.dated.window else None
    keys = {
        "title": a.title,
        "title_basis": a.title_basis,
        "date": a.day,
        "date_basis": a.dated.basis,
        "date_window": window,
        "date_evidence": list(a.dated.evidence),
        "added": a.added,
        "updated": a.updated,
        "slug": a.slug,
        "outlet": a.outlet,
        "source_url": a.source_url,
        "authors": list(a.authors),
        "lang": a.lang,
        "summary": a.summary,
        "topics": list(a.topics),
        "people": list(a.people),
        "raw": a.raw,
        "raw_sha256": a.raw_sha256,
        "also_in": [_also_in(copy) for copy in a.also_in],
        "republish": a.republish,
        "retold": a.retold or None,
        "lead": a.lead or None,
        "withdrawn": a.withdrawn,
    }
    return {key: value for key, value in keys.items() if value not in (None, [], "")}


def _also_in(copy: AlsoIn) -> dict[str, str]:
    keys = {"raw": copy.raw, "outlet": copy.outlet, "source_url": copy.source_url}
    return {key: value for key, value in keys.items() if value}


def places(article: Article) -> str:
    """The whole of slug.json."""
    mentions = [{"actor": m.actor, "at": _at(m.at)} for m in article.mentions]
    lines = [
        '"names": ' + _json(article.names),
        _listed("mentions", mentions),
        _listed("quotations", [_quotation_entry(q) for q in article.quotations]),
    ]
    return "{" + ",\n".join(lines) + "}\n"


def _listed(key: str, entries: list[dict[str, Any]]) -> str:
    return f'"{key}": [' + ",".join("\n" + _json(entry) for entry in entries) + "]"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _at(place: Place | None) -> list[int] | None:
    return [place.paragraph, place.start, place.end] if place else None


def _quotation_entry(q: Quotation) -> dict[str, Any]:
    entry = {
        "id": q.id,
        "at": _at(q.at),
        "text": q.text,
        "kind": q.kind,
        "continues": q.continues,
        "speakers": list(q.speakers),
        "speaker_type": q.speaker_type,
        "said_by": q.said_by,
        "said_by_at": _at(q.said_by_at),
        "cue": q.cue,
        "cue_at": _at(q.cue_at),
        "role": q.role,
        "about": list(q.about),
        "topics": list(q.topics),
        "said_on": q.said_on and q.said_on.isoformat(),
        "relayed": q.relayed,
        "rule": q.rule,
        "confidence": round(q.confidence, 3),
        "checked": q.checked,
        "corrected": q.corrected and q.corrected.isoformat(),
        "was": q.was,
        "because": q.because,
    }
    return {key: value for key, value in entry.items() if key not in _OPTIONAL or value not in (None, False)}


def read(path: Path) -> Article:
    """Read an article by its slug.md; raises ContentError where the pair is damaged."""
    return parsed(path, *pair(path))


def pair(path: Path) -> tuple[bytes, bytes]:
    """The bytes of slug.md and of slug.json; raises ContentError where one is missing."""
    name = str(path)
    try:
        return _bytes_of(name), _bytes_of(f"{name.removesuffix('.md')}.json")
    except OSError as error:
        raise _damaged(path, error) from None


def _bytes_of(name: str) -> bytes:
    with open(name, "rb", buffering=0) as file:  # noqa: PTH123 - twice as fast as a Path
        return file.read()


def _damaged(path: Path, error: Exception) -> ContentError:
    return ContentError(path.with_suffix(".json"), f"is damaged ({error!r})", "run brexitsite clean again")


def parsed(path: Path, markdown: bytes, places: bytes) -> Article:
    """The article that a pair of files holds; raises ContentError where it is damaged."""
    fields, body = front_matter.parsed(path, markdown)
    try:
        return _article(fields, body, json.loads(places))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _damaged(path, error) from None


def _article(fields: Fields, body: str, entries: dict[str, Any]) -> Article:
    article = Article(
        title=fields.required("title"),
        title_basis=fields.choice("title_basis", ("stated", "derived")) or "stated",
        dated=_dated(fields),
        added=fields.required_day("added"),
        updated=fields.day("updated"),
        slug=fields.required("slug"),
        outlet=fields.text("outlet"),
        source_url=fields.text("source_url"),
        authors=fields.texts("authors"),
        lang=fields.text("lang") or "en",
        summary=fields.text("summary") or "",
        topics=fields.texts("topics"),
        people=fields.texts("people"),
        raw=fields.required("raw"),
        raw_sha256=fields.required("raw_sha256"),
        also_in=tuple(map(_copy, fields.tables("also_in"))),
        republish=fields.choice("republish", ("full", "extract")) or "extract",
        retold=fields.flag("retold") or False,
        lead=fields.flag("lead") or False,
        withdrawn=fields.text("withdrawn"),
        paragraphs=tuple(from_markdown(body).split("\n\n")) if body else (),
        names=entries["names"],
        mentions=tuple(Mention(m["actor"], Place(*m["at"])) for m in entries["mentions"]),
        quotations=tuple(map(_quotation, entries["quotations"])),
    )
    fields.finish()
    return article


def _dated(fields: Fields) -> Dated:
    day = fields.required_day("date")
    basis: DateBasis = fields.choice("date_basis", DATE_BASES) or "stated"
    window = fields.days("date_window")
    evidence = fields.texts("date_evidence")
    return Dated(day, basis, window, evidence)


def _copy(row: Fields) -> AlsoIn:
    copy = AlsoIn(row.required("raw"), row.text("outlet"), row.text("source_url"))
    row.finish()
    return copy


def _quotation(entry: dict[str, Any]) -> Quotation:
    return Quotation(
        id=entry["id"],
        at=Place(*entry["at"]),
        text=entry["text"],
        kind=entry["kind"],
        continues=entry.get("continues"),
        speakers=tuple(entry["speakers"]),
        speaker_type=entry["speaker_type"],
        said_by=entry["said_by"],
        said_by_at=place(entry["said_by_at"]),
        cue=entry["cue"],
        cue_at=place(entry["cue_at"]),
        role=entry.get("role"),
        about=tuple(entry["about"]),
        topics=tuple(entry["topics"]),
        said_on=day(entry.get("said_on")),
        relayed=entry.get("relayed", False),
        rule=entry["rule"],
        confidence=entry["confidence"],
        checked=entry.get("checked", False),
        corrected=day(entry.get("corrected")),
        was=entry.get("was"),
        because=entry.get("because"),
    )


def place(at: list[int] | None) -> Place | None:
    """A place as JSON has it."""
    return Place(*at) if at else None


def day(iso: str | None) -> datetime.date | None:
    """A day as JSON has it."""
    return datetime.date.fromisoformat(iso) if iso else None
