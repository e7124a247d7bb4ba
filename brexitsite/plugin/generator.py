"""Pelican's way in: read the content, compile the edition, print the site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

from pelican.generators import Generator

from brexitsite.errors import BuildError
from brexitsite.plugin import addresses, edition, exports, machines, prints, texts
from brexitsite.plugin.edition import Edition, Sources
from brexitsite.plugin.feeds import catalogue
from brexitsite.plugin.pages import article, front, gone, people, period, person, reference, subject
from brexitsite.plugin.press import Press
from brexitsite.plugin.templates import templates
from brexitsite.plugin.unit import File, Unit
from brexitsite.store import forked, ledger, outlets, parsed, registry, site, state, timeline, topics
from brexitsite.store.files import digest
from brexitsite.store.memory import no_collection
from brexitsite.store.state import State

MAKERS = (
    exports.units,
    front.units,
    people.units,
    person.units,
    article.units,
    period.units,
    subject.units,
    reference.units,
    gone.units,
    catalogue.units,
    machines.units,
)
"""In this order the work is handed out: what takes longest in one piece comes first."""


class DigestGenerator(Generator):  # type: ignore[misc]
    """Makes every page of the digest; Pelican's own generators have nothing to do."""

    def generate_output(self, _writer: object) -> None:
        """Bring the site up to date."""
        build(self.settings, Path(self.output_path))


@no_collection()
def build(settings: dict[str, Any], folder: Path) -> State:
    """Write below `folder` what has changed since the last build, and the state for the next one.

    Without the setting BREXITSITE_STATE everything is written.
    """
    program = prints.of_program()
    compiled = edition.compile(read(settings, program), program)
    where, previous = settings.get("BREXITSITE_STATE"), settings.get("BREXITSITE_PREVIOUS")
    last = state.read(Path(where)) if where and previous else None
    theme = Path(settings["THEME"])
    press = Press(
        templates=templates(theme),
        folder=folder,
        workers=workers(settings),
        last=last or State(),
        previous=Path(previous) if previous else None,
    )
    done = press.run(chain(units(compiled), static_units(theme)), compiled.common)
    _check_names(done)
    if where:
        state.write(done, Path(where))
    return done


def units(edition: Edition) -> Iterator[Unit]:
    """All that the site is made of, the theme's own files aside."""
    for make in MAKERS:
        yield from make(edition)


def static_units(theme: Path) -> Iterator[Unit]:
    """A unit for each file of the theme that is sent as it is."""
    folder = theme / "static"
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        name = addresses.THEME + path.relative_to(folder).as_posix()
        content = path.read_bytes()
        yield Unit(f"static {name}", (digest(content),), (), lambda n=name, c=content: [File(n, c)])  # type: ignore[misc]


def read(settings: dict[str, Any], program: str = "") -> Sources:
    """What Pelican's settings say where to find; SITEURL, if set, goes before site.toml's.

    `program` is a digest of code and libraries: what was parsed by another one is parsed again.
    """
    content, memory = Path(settings["PATH"]), settings.get("BREXITSITE_PARSED")
    of_site = site.load(content / "site.toml")
    url = settings.get("SITEURL")
    return Sources(
        site=replace(of_site, url=url.rstrip("/")) if url else of_site,
        registry=registry.load(content),
        outlets=outlets.load(content / "outlets"),
        topics=topics.load(content / "topics.toml"),
        events=timeline.load(content / "timeline.toml"),
        ledger=ledger.load(Path(settings.get("BREXITSITE_LEDGER", content / "ledger.csv"))),
        texts=texts.load(content / "pages"),
        articles=parsed.read_all(
            folder=Path(settings.get("BREXITSITE_ARTICLES", content / "articles")),
            memory=Path(memory) if memory else None,
            program=program,
            workers=workers(settings),
        ),
        searched=settings.get("BREXITSITE_SEARCH", True),
    )


def workers(settings: dict[str, Any]) -> int:
    return int(settings.get("BREXITSITE_WORKERS") or forked.cores())


def _check_names(done: State) -> None:
    seen: dict[str, str] = {}
    for key, unit in done.units.items():
        for name in unit.files:
            if seen.setdefault(name, key) != key:
                raise BuildError(f"{name}: both '{seen[name]}' and '{key}' write it; rename one of them")
