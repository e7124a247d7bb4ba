"""Show on a terminal who said what in a file, and what is cut from one, with the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text

from brexitsite.articles.decode import decoded
from brexitsite.errors import BrexitsiteError, Quarantined
from brexitsite.model import Article, Quotation, RawArticle
from brexitsite.pipeline import Knowledge, article
from brexitsite.store import raw
from brexitsite.store.project import Project

HTML = (".html", ".htm")


def quotes(project: Project, files: Sequence[Path]) -> int:
    """Print each file's quotations in their paragraphs, with speaker, rule and confidence."""
    if not files:
        raise BrexitsiteError("quotes: no file is given; name one or more raw articles, or use --ndjson")
    known, console = Knowledge.load(project.content), _console()
    refused = [name for name in files if not _shown(name, project, known, console)]
    return 3 if refused else 0


def _shown(path: Path, project: Project, known: Knowledge, console: Console) -> bool:
    try:
        found = article(_read(path, project, known), known)
    except Quarantined as error:
        console.print(Text(f"{path}: {error}", "red"), soft_wrap=True)
        return False
    console.print(Text(f"{found.title}  ({found.day}, {found.dated.basis})", "bold"), soft_wrap=True)
    for number, paragraph in enumerate(found.paragraphs):
        inside = [q for q in found.quotations if q.at.paragraph == number]
        console.print(_marked(paragraph, inside), soft_wrap=True)
        for quotation in inside:
            console.print(_reason(quotation, found), soft_wrap=True)
    return True


def _marked(paragraph: str, quotations: Iterable[Quotation]) -> Text:
    text = Text(paragraph)
    for q in quotations:
        text.stylize("dim" if q.kind == "scare" else "green", q.at.start, q.at.end)
        for place, style in ((q.said_by_at, "bold cyan"), (q.cue_at, "yellow")):
            if place is not None and place.paragraph == q.at.paragraph:
                text.stylize(style, place.start, place.end)
    return text


def _reason(q: Quotation, found: Article) -> Text:
    names = ", ".join(found.names[slug] for slug in q.speakers)
    who = names or (f"“{q.said_by}”" if q.said_by else "nobody")
    return Text(f"    {q.id}  {q.kind}: {who}  [{q.rule}, {q.confidence:.2f}]", "dim")


def explain(project: Project, path: Path) -> int:
    """Print a raw file as a diff: what stays, what goes and by which rule."""
    from brexitsite.articles.clean import clean

    known, console = Knowledge.load(project.content), _console()
    file = _read(path, project, known)
    text = clean(file, known.outlets, known.evidence)
    when = f"{text.dated.day} ({text.dated.basis})" if text.dated else "no date"
    console.print(Text(f"{text.title}  [{text.title_basis}]  {when}", "bold"))
    if path.suffix.lower() in HTML:
        _explain_page(text.paragraphs, console)
    else:
        _explain_lines(decoded(file.data), {d.line: d.because for d in text.dropped}, console)
    for d in text.dropped:
        if d.line is None:
            console.print(Text(f"- {d.text}   ← {d.because}", "red"), soft_wrap=True)
    return 0


def _explain_page(paragraphs: Iterable[str], console: Console) -> None:
    for paragraph in paragraphs:
        console.print(Text(f"  {paragraph}"), soft_wrap=True)


def _explain_lines(text: str, dropped: dict[int | None, str], console: Console) -> None:
    for number, line in enumerate(text.split("\n")):
        if number in dropped:
            console.print(Text(f"- {line}   ← {dropped[number]}", "red"), soft_wrap=True)
        elif line.strip():
            console.print(Text(f"  {line}"), soft_wrap=True)


def _read(path: Path, project: Project, known: Knowledge) -> RawArticle:
    """A raw file with its sidecar and, inside the project's raw folder, that folder's defaults."""
    inside = path.resolve().is_relative_to(project.raw.resolve())
    folder = project.raw.resolve() if inside else path.resolve().parent
    name = raw.printable(path.resolve().relative_to(folder))
    return raw.Sidecars(folder, known.outlets.by_slug).article(raw.RawFile(name, path.resolve()))


def _console() -> Console:
    return Console(highlight=False)
