"""Check a built site: every link and anchor, id, feed and block of linked data; no file torn.

A page is searched, or parsed where it is not written plainly; files go to all cores in chunks. The
anchors that pages want on other pages are collected and compared at the end, as numbers, so that a
site of a million ids fits in memory.
"""

from __future__ import annotations

import functools
import hashlib
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from brexitsite.publish import data_files, pages
from brexitsite.publish.links import Addresses, OutsideError, Target
from brexitsite.publish.manifest import paths_in
from brexitsite.publish.pages import Found
from brexitsite.store import forked

CHUNK = 200
PARALLEL_FROM = 4 * CHUNK
"""Files; below this, starting processes costs more than it saves."""
SEARCH = "pagefind/"
"""The search index is put in after the pages, so a link to it may lead nowhere yet."""

_END = re.compile(rb"</html\s*>\s*\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong with one file of a site."""

    path: str
    what: str

    def __str__(self) -> str:
        return f"{self.path}: {self.what}"


@dataclass(frozen=True)
class Site:
    """A built site as the checks see it."""

    folder: Path
    files: Collection[str]
    url: str = ""
    hashes: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 that a file must have, where known."""

    @functools.cached_property
    def addresses(self) -> Addresses:
        return Addresses(self.files, self.url)

    @functools.cached_property
    def _proven(self) -> dict[int, set[str]]:
        """By depth of a page: links from there to the site's root and down, that lead to a file."""
        return defaultdict(set)

    def unproven(self, path: str, links: Iterable[str]) -> Iterator[str]:
        """The links of a page that no page at the same depth had, or that the page's place decides."""
        depth = path.count("/")
        proven, root = self._proven[depth], "../" * depth
        for link in sorted(set(links).difference(proven)):
            if link.startswith(root) and "#" not in link and self._leads_down(link[len(root) :]):
                proven.add(link)
            else:
                yield link

    def _leads_down(self, address: str) -> bool:
        return f"{address}index.html" in self.files if address[-1:] in ("", "/") else address in self.files

    def read(self, path: str) -> bytes:
        return (self.folder / path).read_bytes()


@dataclass(slots=True)
class Findings:
    """What some files showed: their faults, the anchors that they want and those that they have."""

    faults: list[Fault] = field(default_factory=list)
    wanted: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Page → ids that links lead to."""
    had: array[int] = field(default_factory=lambda: array("q"))
    """A number for each page and id; they agree between processes forked from one."""


def verify(folder: Path, site_url: str = "") -> list[Fault]:
    """Check every file below a folder; `site_url` is the address at which it is published."""
    files = frozenset(paths_in(folder))
    return verify_files(Site(folder, files, site_url), sorted(files))


def verify_files(site: Site, paths: Sequence[str]) -> list[Fault]:
    """Check some files of a site, and that the links on them lead somewhere in the whole of it."""
    findings = _examined(site, paths)
    faults = [fault for found in findings for fault in found.faults]
    lost = set(_lost_anchors(site, findings, frozenset(paths)))
    if lost:
        pages = (path for path in paths if path.endswith(".html"))
        faults += (fault for path in pages for fault in _pointing_at(site, path, lost))
    return sorted(faults)


def _examined(site: Site, paths: Sequence[str]) -> list[Findings]:
    chunks = [paths[n : n + CHUNK] for n in range(0, len(paths), CHUNK)]
    workers = 1 if len(paths) < PARALLEL_FROM else forked.cores()
    return forked.each(lambda chunk: _examine(site, chunk), chunks, workers)


def _examine(site: Site, paths: Iterable[str]) -> Findings:
    findings = Findings()
    for path in paths:
        data = site.read(path)
        findings.faults += (Fault(path, what) for what in _file_faults(site, path, data))
        if path.endswith(".html"):
            _examine_page(site, path, data, findings)
    return findings


def _file_faults(site: Site, path: str, data: bytes) -> Iterator[str]:
    if not data and not path.rpartition("/")[2].startswith("."):
        yield "is empty"
    elif site.hashes.get(path, "") not in ("", hashlib.sha256(data).hexdigest()):
        yield "is not what was written"
    elif path.endswith((".xml", ".atom", ".rss", ".svg", ".opml")):
        yield from data_files.xml_faults(data)
        yield from _location_faults(site, data)
    elif path.endswith((".json", ".webmanifest")):
        yield from data_files.json_faults(data)


def _location_faults(site: Site, data: bytes) -> Iterator[str]:
    """A sitemap names pages of this site, and such as exist."""
    for address in data_files.locations(data) if data_files.SITEMAP[1:-1].encode() in data[:2000] else ():
        target = site.addresses.target("sitemap.xml", address)
        if site.url and (target is None or target.path not in site.files):
            yield f"lists '{address}', which is no page of the site"


# --- pages ----------------------------------------------------------------------------------


def _examine_page(site: Site, path: str, data: bytes, findings: Findings) -> None:
    """Search a page; what seems wrong with it must be so to a parser too."""
    if not data.strip():
        return
    quick = pages.searched(data)
    if quick is None or not _takes(site, path, data, quick, findings):
        _takes(site, path, data, pages.parsed(data), findings, whatever=True)


def _takes(
    site: Site, path: str, data: bytes, page: Found, findings: Findings, whatever: bool = False
) -> bool:
    """Add what a page shows to the findings, where it has no fault or `whatever` it has."""
    wanted: list[Target] = []
    faults = [*_page_faults(data, page.ids), *_block_faults(page)]
    for link in site.unproven(path, page.links):
        faults += _link_faults(site, path, link, wanted)
    if faults and not whatever:
        return False
    findings.had.extend(hash((path, id)) for id in page.ids)
    findings.faults += (Fault(path, what) for what in faults)
    for target in wanted:
        findings.wanted[target.path].add(target.fragment)
    return True


def _page_faults(data: bytes, ids: Sequence[str]) -> Iterator[str]:
    if not _END.search(data[-200:]):
        yield "does not end with </html>"
    if len(set(ids)) < len(ids):
        yield from (f"has the id '{id}' {n} times" for id, n in Counter(ids).items() if n > 1)


def _block_faults(page: Found) -> Iterator[str]:
    for block in page.blocks:
        yield from data_files.linked_data_faults(block)


def _link_faults(site: Site, path: str, link: str, wanted: list[Target]) -> Iterator[str]:
    try:
        target = site.addresses.target(path, link)
    except OutsideError:
        yield f"links to '{link}', above the site"
        return
    if target is None:
        return
    if target.path not in site.files:
        if not target.path.startswith(SEARCH):
            yield f"links to '{link}', which is no page of the site"
    elif target.fragment not in ("", "top") and target.path.endswith(".html"):
        wanted.append(target)


# --- anchors --------------------------------------------------------------------------------


def _lost_anchors(site: Site, findings: Iterable[Findings], checked: Collection[str]) -> Iterator[Target]:
    """The places that some link leads to and that no page has; pages not checked are asked now."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for found in findings:
        for path, ids in found.wanted.items():
            wanted[path] |= ids
    numbers = {hash((path, id)) for path, ids in wanted.items() for id in ids}
    for found in findings:
        numbers.difference_update(found.had)
    for path, ids in wanted.items():
        missing = {id for id in ids if hash((path, id)) in numbers}
        if missing and path not in checked:
            missing -= ids_of(site.read(path))
        yield from (Target(path, id) for id in missing)


def ids_of(data: bytes) -> frozenset[str]:
    """Every id of a page."""
    return frozenset((pages.searched(data) or pages.parsed(data)).ids)


def _pointing_at(site: Site, path: str, lost: Collection[Target]) -> Iterator[Fault]:
    for link in dict.fromkeys(pages.parsed(site.read(path)).links):
        try:
            target = site.addresses.target(path, link)
        except OutsideError:
            continue
        if target in lost:
            yield Fault(path, f"links to '{link}', a place that the page does not have")
