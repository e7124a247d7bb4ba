"""Learn which lines an outlet prints under many articles, and write them down for a person to review."""

from __future__ import annotations

from pathlib import Path

from brexitsite.articles import furniture, html, lines
from brexitsite.articles.clean import HTML_SUFFIXES
from brexitsite.articles.decode import decoded
from brexitsite.articles.layout import Line
from brexitsite.errors import BrexitsiteError, Quarantined
from brexitsite.model import Slug
from brexitsite.store import outlets, raw
from brexitsite.store.project import Project


def run(project: Project, outlet: Slug, folder: Path) -> int:
    """Count the lines that a folder's articles have in common; add them to content/outlets/OUTLET.toml."""
    path = project.content / "outlets" / f"{outlet}.toml"
    if not path.is_file():
        raise BrexitsiteError(f"learn-outlet: there is no {path}; write its name and domains there first")
    if not folder.is_dir():
        raise BrexitsiteError(f"learn-outlet: there is no folder {folder}; give one of the outlet's articles")
    articles = {file.name: prose for file in raw.scan(folder) if (prose := _prose(file.path))}
    known = outlets.load(path.parent)[outlet].furniture
    learnt = furniture.learnt(articles, known)
    outlets.add_furniture(path, learnt)
    print(f"{len(articles):,} articles read; lines added to {path}: {len(learnt):,}")
    if learnt:
        print("Read them, and delete those that belong to an article: the others are cut from now on.")
    return 0


def _prose(path: Path) -> tuple[Line, ...]:
    """The lines of a file that are left when headers and known junk are gone; none of an unreadable one."""
    page = path.suffix.lower() in HTML_SUFFIXES
    try:
        text = decoded(raw.read_bytes(path), html=page)
        return html.read(text).lines if page else lines.sift(text).prose
    except Quarantined:
        return ()
