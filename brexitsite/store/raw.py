"""The raw folder: which files are articles, what is written beside them, what is refused."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path

from brexitsite.errors import ContentError, Quarantined
from brexitsite.model import Outlet, QuotationDecision, RawArticle, Sidecar, Slug
from brexitsite.store.fields import Fields, parsed_toml

SUFFIXES = (".txt", ".html", ".htm")
LEFTOVERS = ("._", ".#", ".~")
"""How names begin that editors and file managers give to files of their own."""
MAX_BYTES = 5_000_000
"""A larger file is no article: the longest live blog known has 0.2 MB of text, a page 2 MB."""
DEFAULTS = "_defaults.toml"


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file that may be an article; `name` is its path below the raw folder, safe to print."""

    name: str
    path: Path


def scan(folder: Path) -> Iterator[RawFile]:
    """Every file below `folder` that looks like an article, by path.

    Links to folders, and folders that are named as articles, come too: to be refused by name.
    """
    for parent, folders, names in os.walk(folder):
        here = Path(parent)
        odd = {f for f in folders if (here / f).is_symlink() or _is_article(f)}
        folders[:] = sorted(f for f in folders if f not in odd and not f.startswith("."))
        for name in sorted([*odd, *filter(_is_article, names)]):
            yield RawFile(printable((here / name).relative_to(folder)), here / name)


def _is_article(name: str) -> bool:
    return name.lower().endswith(SUFFIXES) and not name.startswith(LEFTOVERS)


def printable(path: Path) -> str:
    """A path as text that any file, terminal and feed can hold: odd bytes and controls escaped."""
    text = os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in text)


def read_bytes(path: Path) -> bytes:
    """A regular file's bytes; raises Quarantined for a link, a device, a too large or unreadable one."""
    try:
        mode = path.lstat()
        if not stat.S_ISREG(mode.st_mode):
            raise Quarantined("it is no regular file", "put the article's own file there, or remove it")
        if mode.st_size > MAX_BYTES:
            raise Quarantined(
                f"it has {mode.st_size:,} bytes and at most {MAX_BYTES:,} are read",
                "save the article alone, or split the file",
            )
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with os.fdopen(descriptor, "rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise Quarantined(f"it cannot be read ({error.strerror})", "mend its permissions") from None


class Sidecars:
    """What editors wrote beside the raw files of one folder, defaults of folders included."""

    def __init__(self, folder: Path, outlets: Mapping[Slug, Outlet]) -> None:
        self._folder, self._outlets = folder, outlets
        self._defaults: dict[Path, Sidecar] = {}

    def article(self, file: RawFile) -> RawArticle:
        """Read a raw file with all that holds for it; raises Quarantined where something is wrong."""
        data = read_bytes(file.path)
        try:
            beside = self._read(file.path.with_suffix(".toml"))
            return RawArticle(file.name, data, _merged(self.defaults(file.path.parent), beside))
        except ContentError as error:
            raise Quarantined(f"its sidecar is wrong: {error.path}: {error.fault}", error.remedy) from None

    def defaults(self, folder: Path) -> Sidecar:
        """What holds for every file of a folder: its own defaults before those of the folders above."""
        if folder not in self._defaults:
            own = self._read(folder / DEFAULTS)
            if own.outlet is None and folder.name in self._outlets and folder != self._folder:
                own = replace(own, outlet=folder.name)
            above = Sidecar() if folder == self._folder else self.defaults(folder.parent)
            self._defaults[folder] = _merged(above, own)
        return self._defaults[folder]

    def _read(self, path: Path) -> Sidecar:
        if not os.path.lexists(path):
            return Sidecar()
        shown = printable(path.relative_to(self._folder))
        try:
            text = read_bytes(path)
        except Quarantined as error:
            raise ContentError(shown, error.fault, error.remedy) from None
        return sidecar(Fields(shown, parsed_toml(text, shown)), self._outlets)


def sidecar(keys: Fields, outlets: Mapping[Slug, Outlet]) -> Sidecar:
    """A sidecar from its keys; raises ContentError for an unknown key or a wrong value."""
    result = Sidecar(
        title=keys.text("title"),
        date=keys.day("date"),
        outlet=_outlet(keys, outlets),
        url=_url(keys),
        authors=keys.texts("authors") or None,
        republish=keys.choice("republish", ("full", "extract")),
        retold=keys.flag("retold"),
        hide=keys.flag("hide"),
        lead=keys.flag("lead"),
        withdrawn=keys.text("withdrawn"),
        keep_lines=keys.texts("keep_lines"),
        drop_lines=keys.texts("drop_lines"),
        same_as=keys.texts("same_as"),
        not_same_as=keys.texts("not_same_as"),
        mentions=keys.text_table("mentions"),
        quotations=tuple(map(_decision, keys.tables("quotation"))),
    )
    keys.finish()
    return result


def _outlet(keys: Fields, outlets: Mapping[Slug, Outlet]) -> Slug | None:
    slug = keys.text("outlet")
    if slug and slug not in outlets:
        raise keys.error(f"the outlet '{slug}' is unknown", f"add content/outlets/{slug}.toml")
    return slug


def _url(keys: Fields) -> str | None:
    url = keys.text("url")
    if url and not url.startswith(("https://", "http://")):
        raise keys.error(f"the key 'url' is '{url}'", "give an address that begins with https://")
    return url


def _decision(row: Fields) -> QuotationDecision:
    decision = QuotationDecision(
        text=row.required("text"),
        nth=row.number("nth") or 1,
        speaker=row.text("speaker"),
        add=row.flag("add") or False,
        remove=row.flag("remove") or False,
        was=row.text("was"),
        because=row.text("because"),
        corrected=row.day("corrected"),
        checked=row.flag("checked") or False,
    )
    row.finish()
    return decision


def _merged(below: Sidecar, above: Sidecar) -> Sidecar:
    """`above` where it says something, else `below`."""
    said = {f.name: getattr(above, f.name) for f in fields(Sidecar)}
    return replace(below, **{key: value for key, value in said.items() if value not in (None, (), {})})
