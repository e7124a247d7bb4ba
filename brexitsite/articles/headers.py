"""What stands around a raw text's prose: title, date, authors, source, in the shapes that files come in.

A header is read line by line from the top; what states nothing and is not the title is the article's.
Nothing here is YAML, Markdown or HTML: a header's words are text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from brexitsite.articles import bylines
from brexitsite.articles.layout import Line
from brexitsite.articles.printed_dates import date_line, printed
from brexitsite.knowledge.press import OUTLET_WORDS

HIGHEST = 40
"""Paragraphs at the top among which a header is looked for."""
FARTHEST = 3
"""Paragraphs (a standfirst, a subtitle) that may stand between two lines of a header."""
LONGEST_TITLE = 1000
"""Code points of a first line that a header line follows; what is shown of it is shorter."""
LONGEST_BARE_TITLE = 160
"""Code points of a title that no other header line confirms."""
LONGEST_HEADER_LINE = 400

KEYS = {
    "title": "title headline head",
    "subtitle": "subtitle standfirst subheading",
    "date": "date published publication-date pubdate publish-date published-at published-on posted created "
    "published-time date-published",
    "changed": "updated modified last-updated last-modified load-date",
    "author": "author authors byline by writer written-by creator",
    "source": "source outlet publication newspaper publisher site website journal",
    "url": "url link permalink canonical",
    "other": "section length language copyright graphic edition pages page type publication-type journal-code "
    "dateline category categories tags tag keywords keyword description summary slug status template save_as id "
    "layout draft lang image images comments series subject geographic person company industry ticker word-count",
}
MEANING = {key: meaning for meaning, keys in KEYS.items() for key in keys.split()}
LABEL = re.compile(r"([A-Za-z][\w -]{0,24}?)\s*:\s*(.*)")
PICTURE = re.compile(r"date (\d{4}-\d{1,2}-\d{1,2}) caption (.*?) source (\S.*)", re.IGNORECASE)
READ_TIME = re.compile(
    r"(?:estimated )?(?:read(?:ing)? time:? )?\d{1,3}[ -]min(?:ute)?s?(?: read)?", re.IGNORECASE
)
EXPORT = re.compile(r"\d{1,6} of \d{1,6} documents?", re.IGNORECASE)
EXPORT_END = re.compile(r"copyright\b.{0,100}|all rights reserved\.?", re.IGNORECASE)
LINK = re.compile(
    r"\[[^\]]{0,40}\]\((https?://[^\s)]+)\)|(?:original|source|url)?:? ?(https?://\S+)", re.IGNORECASE
)
DATELINE = re.compile(r"[A-Z][A-Z .,'’/-]{1,40}(?:\([^)]{1,30}\) ?)?\s?[-–—]\s?\S")
PROSE_END = re.compile(r"[a-z0-9)”’\"'%][.]['”’\")]*$|[.,][”\"’']$")
SMALL_BEFORE_DATE = frozenset(
    "on of by since until before after from in to the for and a between around dated".split()
)


@dataclass(frozen=True, slots=True)
class Header:
    """What the lines around the prose state; `used` are those lines, each with the reason why it goes."""

    title: Line | None = None
    words: str | None = None
    """The title's words, where only part of `title`'s line is the title."""
    day: date | None = None
    changed: date | None = None
    authors: tuple[str, ...] = ()
    source: str | None = None
    url: str | None = None
    used: dict[int, str] = field(default_factory=dict)
    """Line number → why the line is not prose."""
    cut: dict[int, int] = field(default_factory=dict)
    """Line number → code points of its mended text that are header, not prose."""
    exported: bool = False

    def and_used(self, line: Line, because: str, **stated: object) -> Header:
        """Add a line and what it states; what was stated before stays."""
        new = {k: v for k, v in stated.items() if v and not getattr(self, k)}
        return replace(self, used=self.used | {line.number: because}, **new)  # type: ignore[arg-type]

    @property
    def stated_day(self) -> date | None:
        return self.day or self.changed


Reader = Callable[[Header, Line], Header | None]


def read(lines: Sequence[Line]) -> Header:
    """Read the header at the top of a text and the trailer at its end."""
    header, first = _front_matter(lines) or (_one_line(lines) or Header(), 0)
    return _trailer(_top(header, lines[first:HIGHEST]), lines)


def _top(header: Header, lines: Sequence[Line]) -> Header:
    """Read on while lines state something, or do so a few lines below; the first that does not is the title."""
    between = 0
    for n, line in enumerate(lines):
        found = None if line.number in header.cut else _stated(header, line, lines[n + 1 : n + 2])
        if found:
            header, between = found, 0
        elif header.title is None and header.words is None and _is_title(header, line, lines[n + 1 :]):
            header = replace(header, title=line, used=header.used | {line.number: "title"})
        else:
            between += 1
            if between > FARTHEST or not _goes_on(header, lines[n + 1 : n + 1 + FARTHEST - between + 1]):
                break
    return header


def _goes_on(header: Header, after: Sequence[Line]) -> bool:
    return any(_is_certain(line) for line in after)


def _is_certain(line: Line) -> bool:
    """Is it a header line wherever it stands near the top?"""
    return bool(date_line(line.text) or bylines.byline(line.text) or READ_TIME.fullmatch(line.text))


def _stated(header: Header, line: Line, after: Sequence[Line]) -> Header | None:
    if len(line.text) > LONGEST_HEADER_LINE:
        return None
    if line.text in ("---", "***", "* * *") and (header.used or after):
        return header.and_used(line, "separator")
    return next((found for reader in READERS if (found := reader(header, line))), None)


# --- lines that state something -------------------------------------------------------------


def _picture(header: Header, line: Line) -> Header | None:
    """Read "date 2019-04-04 caption … source …": caption and source are the picture's, not the article's."""
    found = PICTURE.fullmatch(line.text)
    return header.and_used(line, "picture header", day=_first_day(found[1])) if found else None


def _label(header: Header, line: Line) -> Header | None:
    found = LABEL.fullmatch(line.text)
    if not found:
        return None
    meaning = MEANING.get(found[1].lower().replace(" ", "-"))
    if meaning in (None, "other"):
        return header.and_used(line, "label") if _among_labels(header, line) and " " not in found[1] else None
    return _meant(header, line, meaning, _unquoted(found[2]))


def _among_labels(header: Header, line: Line) -> bool:
    return header.exported or header.used.get(line.number - 1) == "label"


def _meant(header: Header, line: Line, meaning: str | None, value: str) -> Header:
    if meaning in ("date", "changed"):
        return header.and_used(
            line, "label", **{"day" if meaning == "date" else "changed": _first_day(value)}
        )
    if meaning == "title" and header.title is None and header.words is None and value:
        return replace(header, title=line, words=value, used=header.used | {line.number: "label"})
    if meaning == "author":
        return header.and_used(line, "label", authors=bylines.people(value))
    if meaning == "source":
        return header.and_used(line, "label", source=bylines.recased(value))
    return header.and_used(line, "label", **({"url": value} if meaning == "url" else {}))


def _unquoted(value: str) -> str:
    r"""Take off the quotes around a written value: "\"Talks \\\"go on\\\"\"" is Talks "go on"."""
    if len(value) < 2 or value[0] != value[-1] or value[0] not in "\"'":
        return value
    return re.sub(r"\\(.)", r"\1", value[1:-1]) if value[0] == '"' else value[1:-1].replace("''", "'")


def _first_day(text: str) -> date | None:
    return next((p.day for p in printed(re.sub(r"(?<=\d)T(?=\d)", " ", text[:200]))), None)


def _date(header: Header, line: Line) -> Header | None:
    day = date_line(line.text)
    return header.and_used(line, "date", day=day) if day else None


def _byline(header: Header, line: Line) -> Header | None:
    found = bylines.byline(line.text)
    return header.and_used(line, "byline", authors=found[0], source=found[1]) if found else None


def _read_time(header: Header, line: Line) -> Header | None:
    return header.and_used(line, "reading time") if READ_TIME.fullmatch(line.text) else None


def _export(header: Header, line: Line) -> Header | None:
    """Read an archive's export: its counter, and the publication's name under it."""
    if EXPORT.fullmatch(line.text):
        return replace(header.and_used(line, "export"), exported=True)
    if header.exported and not header.source and header.title is None and not date_line(line.text):
        return header.and_used(line, "export", source=re.sub(r"\s*\([^)]*\)$", "", line.text))
    return None


def _mixed(header: Header, line: Line) -> Header | None:
    """Read "*Ann Other* | Daily Example | 3 April 2019": a date line with names in its other parts."""
    parts = [p.strip(" *_") for p in re.split(r"\s+[|•·–—-]\s+|\s*[|•·]\s*", line.text) if p.strip(" *_")]
    days = [d for p in parts if (d := date_line(p))]
    rest = [p for p in parts if not date_line(p) and not READ_TIME.fullmatch(p)]
    if not days or len(rest) > 3 or any(len(p) > 60 or p.endswith(".") for p in rest):
        return None
    authors = tuple(a for p in rest for a in bylines.people(p))
    others = [p for p in rest if not bylines.people(p)]
    source = next((p for p in others if _is_outlet(p)), others[0] if others and authors else None)
    return header.and_used(line, "date", day=days[0], authors=authors, source=source)


def _is_outlet(text: str) -> bool:
    return any(w.lower() in OUTLET_WORDS for w in re.findall(r"\w+", text))


READERS: tuple[Reader, ...] = (_picture, _export, _date, _label, _byline, _read_time, _mixed)


# --- the title ------------------------------------------------------------------------------


def _is_title(header: Header, line: Line, after: Sequence[Line]) -> bool:
    """A first line is the title if a header line follows at once, or if it is short and does not end as prose."""
    if not after or len(line.text) > LONGEST_TITLE:
        return False
    if any(_is_certain(a) or _mixed(header, a) for a in after[:2]):
        return True
    short = len(line.text) <= LONGEST_BARE_TITLE
    return (
        short
        and not PROSE_END.search(line.text)
        and not DATELINE.match(line.text)
        and line.text[-1] not in ":,"
    )


def title_words(header: Header) -> str | None:
    """Return the title as stated, a heading mark taken off."""
    if header.words is not None:
        return header.words
    return re.sub(r"^#{1,3}\s+(?=\S)", "", header.title.text) if header.title else None


# --- whole files in one shape ---------------------------------------------------------------


def _front_matter(lines: Sequence[Line]) -> tuple[Header, int] | None:
    """Read a block of "key: value" lines between two "---" at the top; it is text, never YAML."""
    if not lines or lines[0].text != "---":
        return None
    end = next((n for n, line in enumerate(lines[1:HIGHEST], 1) if line.text in ("---", "...")), None)
    if end is None:
        return None
    header = Header(used={lines[0].number: "front matter"})
    for line in lines[1 : end + 1]:
        found = LABEL.fullmatch(line.text)
        meaning = MEANING.get(found[1].lower().replace(" ", "-")) if found else None
        stated = _meant(header, line, meaning, _unquoted(found[2])) if found and meaning else None
        header = stated or replace(header, used=header.used | {line.number: "front matter"})
    return header, end + 1


def _one_line(lines: Sequence[Line]) -> Header | None:
    """Read a text saved on one line, "title 3 April 2019 prose": the title ends where the date stands."""
    if len(lines) != 1 or len(lines[0].text) < LONGEST_BARE_TITLE:
        return None
    text = lines[0].text
    for p in printed(text[: LONGEST_TITLE + 40]):
        title, rest = text[: p.start].strip(" |•-–—"), text[p.end :].lstrip(" |•-–—")
        if _parts_title(title, rest):
            return Header(lines[0], title, p.day, cut={lines[0].number: len(text) - len(rest)})
    return None


def _parts_title(title: str, rest: str) -> bool:
    last = title.rsplit(" ", 1)[-1].lower()
    return (
        bool(title)
        and last not in SMALL_BEFORE_DATE
        and not title.endswith(",")
        and not rest[:1].islower()
        and bool(rest)
    )


def _trailer(header: Header, lines: Sequence[Line]) -> Header:
    """Read the labels, copyright and link lines at a text's end, from the last one up."""
    for line in reversed(lines[-12:]):
        if line.number in header.used:
            break
        found = _trailing(header, line)
        if not found:
            break
        header = found
    return header


def _trailing(header: Header, line: Line) -> Header | None:
    label = LABEL.fullmatch(line.text)
    if label and label[1].lower().replace(" ", "-") in (
        "load-date",
        "language",
        "graphic",
        "publication-type",
        "journal-code",
    ):
        return header.and_used(
            line, "export", changed=_first_day(label[2]) if "load" in label[1].lower() else None
        )
    if EXPORT_END.fullmatch(line.text) and len(line.text) < 130:
        return header.and_used(line, "export")
    link = LINK.fullmatch(line.text)
    return header.and_used(line, "link", url=link[1] or link[2]) if link else None


def body(header: Header, lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines that are not the header's; of a line that is partly header, the rest."""
    for line in lines:
        cut = header.cut.get(line.number)
        if cut:
            yield replace(line, text=line.text[cut:])
        elif line.number not in header.used:
            yield line
