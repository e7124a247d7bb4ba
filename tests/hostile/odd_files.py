"""Files that are broken, malicious, too big or oddly named, and what must become of each."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

PUBLISHED, REFUSED = "published", "refused"


@dataclass(frozen=True)
class Odd:
    """One file: its name as bytes, what makes it, and what must become of it."""

    name: bytes
    make: Callable[[Path], object]
    fate: str
    word: str
    """Stands in its text."""

    @property
    def told(self) -> str:
        """Its name in the log."""
        text = self.name.decode("utf-8", "backslashreplace")
        return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in text)


def text(title: str, body: str, day: str = "2031-05-03") -> bytes:
    return f"{title}\n\n{day}\n\n{body}\n".encode()


def page(body: str, day: str = "2031-05-04") -> bytes:
    stamp = f'<meta property="article:published_time" content="{day}">'
    head = f'<meta charset="utf-8"><title>Ferries at sea</title>{stamp}'
    return f"<!DOCTYPE html><html><head>{head}</head><body><article>{body}</article></body></html>".encode()


def odd_files() -> Iterator[Odd]:
    """Every kind of odd file once."""
    number = 0

    def odd(name: str | bytes, fate: str, content: Callable[[str], bytes]) -> Odd:
        nonlocal number
        number += 1
        word = f"oddword{number:03}"
        raw = name.encode("utf-8", "surrogateescape") if isinstance(name, str) else name
        return Odd(raw, lambda path: path.write_bytes(content(said(word))), fate, word)

    def said(word: str) -> str:
        return f"The {word} ferry ran on time all day, and nobody waited."

    for name, fate, content in (*_contents(), *_names(), *_large()):
        yield odd(name, fate, content)
    for name, make in _special():
        yield Odd(name, make, REFUSED, "no word stands in it")


HEAD = "---\ntitle: Ferry\ndate: 2031-05-03\nsave_as: ../escaped.html\nstatus: hidden\n---\n\n"
Content = Callable[[str], bytes]
Row = tuple[str | bytes, str, Content]


def _contents() -> Iterator[Row]:
    yield "empty.txt", REFUSED, lambda _: b""
    yield "spaces.txt", REFUSED, lambda _: b" \n\t\n "
    yield "program.txt", REFUSED, lambda s: b"\x7fELF" + bytes(range(32)) * 60 + s.encode()
    yield "picture.html", REFUSED, lambda s: b"\x89PNG\r\n\x1a\n" + bytes(500) + s.encode()
    yield "no-date.txt", REFUSED, lambda s: s.encode()
    yield "day-thirty.txt", REFUSED, lambda s: text("Ferries", s, "2031-02-30")
    yield "year-zero.html", REFUSED, lambda s: page(f"<p>{s}</p>", "0000-00-00T99:99:99Z")
    yield "sixteen.txt", PUBLISHED, lambda s: text("Ferries in 16 bits", s).decode().encode("utf-16")
    yield "windows.txt", PUBLISHED, lambda s: text("Ferries", f"{s} “Café”").decode().encode("cp1252")
    yield "mark.html", PUBLISHED, lambda s: b"\xef\xbb\xbf" + page(f"<p>{s}</p>")
    yield "said-latin.html", PUBLISHED, lambda s: page(f"<p>{s} naïve</p>").replace(b"utf-8", b"latin-1")
    yield "broken-utf8.txt", PUBLISHED, lambda s: text("Naïve ferries", s) + b"tea \xff\xfe tea\n"
    yield "nul.txt", PUBLISHED, lambda s: text("Ferries", f"te\0a. {s}")
    yield "nul.html", PUBLISHED, lambda s: page(f"<p>te\0a &#7; &#xFFFF; {s}</p>")
    yield "same-a.txt", PUBLISHED, lambda s: text("The same ferry", s)
    yield "same-b.txt", PUBLISHED, lambda s: text("The same ferry", s)
    yield "punctuation.txt", PUBLISHED, lambda s: text("?!… – “”", s)
    yield "dots.txt", PUBLISHED, lambda s: text("../../../../escaped", s)
    yield "index.txt", PUBLISHED, lambda s: text("index", s)
    yield "long-title.txt", PUBLISHED, lambda s: text("tea " * 120, s)
    yield "one-letter-title.txt", PUBLISHED, lambda s: text("x" * 300, s)
    yield (
        "front-matter.txt",
        PUBLISHED,
        lambda s: (HEAD + s).encode(),
    )
    yield (
        "keys.txt",
        PUBLISHED,
        lambda s: f"Title: Ferry\nDate: 2031-05-03\nSave_as: index.html\n\n{s}\n".encode(),
    )
    yield (
        "anchors.txt",
        PUBLISHED,
        lambda s: text("!!python/name:os.system", f"{s}\n\n&a [*a, *a]: {{b: *a}}"),
    )
    yield "unclosed.html", PUBLISHED, lambda s: page(f"<p>{s}</p><div><table><tr><!-- tea")
    yield (
        "nested-marks.txt",
        PUBLISHED,
        lambda s: text("Marks", f"{s}\n\n" + "“‘" * 300 + " said Ann " + "”’" * 90),
    )


def _names() -> Iterator[Row]:
    for name in (
        "new\nline.txt",
        "..two-dots..txt",
        "\N{GRINNING FACE} ferry.txt",
        "n" * 250 + ".txt",
        "-rf.txt",
        "$(touch escaped);`id`&|.txt",
        "\x1b[31mred\x07.txt",
        "[bold]x[@click].txt",
        "<img src=x onerror=alert(1)>.txt",
        " spaces at both ends .txt",
        "UPPER.TXT",
        "turned\u202etxt.exe.txt",
        "C:colon.txt",
        "__pycache__.txt",
        b"not-utf8-\xff\xfe.txt",
    ):
        yield name, PUBLISHED, lambda s: text("An oddly named ferry", s)


def _large() -> Iterator[Row]:
    yield "bytes.txt", REFUSED, lambda s: text("Long", s) + b"tea " * 1_300_000
    yield "characters.txt", REFUSED, lambda s: text("Long", s) + b"tea " * 600_000
    yield "lines.txt", REFUSED, lambda s: text("Long", s) + b"tea\n" * 120_000
    yield "paragraphs.txt", REFUSED, lambda s: text("Long", s) + b"Tea was served at five.\n\n" * 6_000
    yield "marks.txt", REFUSED, lambda s: text("Long", s) + "“tea” ".encode() * 3_000
    yield "tags.html", REFUSED, lambda s: page(f"<p>{s}</p>" + "<i>x</i>" * 40_000)
    yield (
        "attributes.html",
        REFUSED,
        lambda s: page(f"<p {' '.join(f'a{n}=1' for n in range(20_000))}>{s}</p>"),
    )
    yield "deep.html", PUBLISHED, lambda s: page(f"<p>{s}</p>" + "<div>" * 200 + "tea")
    yield "brackets.txt", PUBLISHED, lambda s: text("Runs", f"{s}\n\n" + "[" * 50_000)
    yield "links.txt", PUBLISHED, lambda s: text("Runs", f"{s}\n\n" + "[a](" * 20_000)
    yield "blanks.txt", PUBLISHED, lambda s: text("Runs", f"{s}\n\na" + " " * 300_000 + "b")
    yield "names.txt", PUBLISHED, lambda s: text("Runs", f"{s}\n\n" + "Anna " * 60_000 + "said")
    yield "initials.txt", PUBLISHED, lambda s: text("Runs", f"{s}\n\n" + "A. " * 60_000)
    yield "capitals.txt", PUBLISHED, lambda s: text("Runs", f"{s}\n\n" + "A" * 600_000)


def _special() -> Iterator[tuple[bytes, Callable[[Path], object]]]:
    yield b"link-out.txt", lambda path: path.symlink_to("/etc/hostname")
    yield b"link-nowhere.txt", lambda path: path.symlink_to("/nonexistent/tea")
    yield b"link-self.txt", lambda path: path.symlink_to("link-self.txt")
    yield b"loop", lambda path: path.symlink_to(".")
    yield b"etc", lambda path: path.symlink_to("/etc")
    yield b"pipe.txt", os.mkfifo
    yield b"folder.txt", Path.mkdir
    yield b"sparse.txt", _write_sparse


def _write_sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(20 << 30)
