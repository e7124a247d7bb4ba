"""Every parser that untrusted or hand-written input reaches, and what input to throw at it."""

from __future__ import annotations

import functools
import random
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from lxml.html import fromstring

from brexitsite.articles.decode import decoded, mended
from brexitsite.articles.duplicates import shingles
from brexitsite.errors import BrexitsiteError
from brexitsite.model import Outlet, RawArticle, Sidecar
from brexitsite.pipeline import Knowledge, article
from brexitsite.plugin import markup
from brexitsite.store import actors, ledger, outlets, raw, registry, site, timeline, topics
from brexitsite.store.fields import Fields, parsed_toml
from brexitsite.store.markdown import from_markdown, to_markdown
from brexitsite.store.slugs import slug_of

GOLDEN = Path(__file__).parents[1] / "golden" / "content"
Parser = Callable[[bytes], object]

HEAD = "A day at the weir\n\n3 May 2024\n\n"
MARKS = "“”‘’\"'«»()[]<>&;:,.!?-–—…*_#|/\\`~=+@%${}^09aZéßı"
SIGNS = " \n\t\u00a0\u2028\u200b\u202e\ufeff\x00\x07\x1b\x85\ufffd\U0001f600\u0301"
PIECES = (
    *MARKS,
    *SIGNS,
    *("\n\n", "\r\n", "\x1b[31m", "e\u0301", "    ", "* * *", "1. ", "---\n", "- {a: b}\n", "!!x ", "[x]\n"),
    *(
        "said ",
        "he said",
        " told ",
        "according to ",
        "Mr ",
        "Dr. ",
        "Lord ",
        "MP ",
        "Anna ",
        "Ada Brock ",
        "O’Neil ",
    ),
    *("the mayor ", "her spokesman ", "By ", "Source: ", "Title: ", "Date: ", "yesterday ", "on Tuesday "),
    *("3 May 2024", "2024-05-03", "05/03/24", "10:30pm ", "Updated ", "Read more", "Copyright "),
    *("http://a.example/", "a@b.example ", "[x](y)", "![x](y)", "&amp;", "&#8220;", "&lt", "<![CDATA["),
    *("<p>", "</p>", "<div ", "<b>", "<!--", "-->", "<script>", "</script>", "<a href='", "class=x "),
    *("name = ", "[[quotation]]\n", "text = ''", "date = 2024-05-03\n", "kind: person\n", "words = ['a']\n"),
    *(
        "x-y,X Y,P,C,f,Q from 2024-05-03\n",
        "293,2024-05-03,T,1,2\n",
        "1,x-y,Aye\n",
        "a.txt,b/,2024-05-03,,\n",
    ),
)


@functools.cache
def knowledge() -> Knowledge:
    """What is known of an invented harbour town."""
    return Knowledge.load(GOLDEN)


def _article(name: str, head: str = "") -> Parser:
    return lambda data: article(RawArticle(name, head.encode() + data, Sidecar()), knowledge())


def _sidecar(data: bytes) -> object:
    return raw.sidecar(Fields("a.toml", parsed_toml(data, "a.toml")), {"bell": Outlet("bell", "The Bell")})


def _from_file(name: str, load: Callable[[Path], object], head: bytes = b"") -> Parser:
    def parse(data: bytes) -> object:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, name)
            path.write_bytes(head + data)
            return load(path)

    return parse


def _register(name: str, columns: Sequence[str]) -> Parser:
    def parse(data: bytes) -> object:
        with tempfile.TemporaryDirectory() as folder:
            content = Path(folder)
            (content / "register").mkdir()
            (content / "register" / name).write_bytes(",".join(columns).encode() + b"\n" + data)
            return registry.load(content)

    return parse


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _markdown(data: bytes) -> None:
    for line in _text(data).splitlines():
        assert from_markdown(to_markdown(line)) == line


def _life(data: bytes) -> None:
    """A life of the greatest length that is read has plain elements, and links to pages and mail alone."""
    shown = fromstring(f"<div>{markup.html(_text(data)[: actors.LONGEST_LIFE])}</div>")
    for element in shown.iter("*"):
        assert element.tag not in (
            "script",
            "style",
            "iframe",
            "img",
            "form",
            "input",
            "object",
            "svg",
            "math",
        )
        assert set(element.attrib) <= {"href", "title", "scope"}
        scheme = element.get("href", "").partition(":")[0].lower()
        assert scheme not in ("javascript", "vbscript", "data"), element.get("href")


PARSERS: dict[str, Parser] = {
    "text": _article("a.txt"),
    "text-body": _article("a.txt", HEAD),
    "page": _article("a.html"),
    "decode": lambda data: (decoded(data), decoded(data, html=True)),
    "line": lambda data: mended(_text(data), entities=True),
    "duplicates": lambda data: shingles(_text(data)),
    "slug": lambda data: slug_of(_text(data), "article"),
    "markdown": _markdown,
    "life": _life,
    "sidecar": _sidecar,
    "actor": _from_file("a.md", actors.read),
    "actor-body": _from_file("a.md", actors.read, b"---\nkind: person\nname: X Y\nsort_name: Y, X\n"),
    "outlet": _from_file("a.toml", lambda path: outlets.load(path.parent)),
    "offices": _from_file("offices.toml", registry.load_offices),
    "topics": _from_file("topics.toml", topics.load),
    "timeline": _from_file("timeline.toml", timeline.load),
    "site": _from_file("site.toml", site.load),
    "ledger": _from_file("ledger.csv", ledger.load, b"id,address,added,moved_to,withdrawn\n"),
    "members": _register("members.csv", registry.MEMBER),
    "divisions": _register("divisions.csv", registry.DIVISION),
    "votes": _register("votes.csv", registry.VOTE),
}


def parse(name: str, data: bytes) -> None:
    """Give a parser some input; anything but its result or an error for its user is a find."""
    said = ""
    try:
        PARSERS[name](data)
    except BrexitsiteError as error:
        said = str(error)
    assert said == " ".join(said.splitlines()), "an error is one line"


def made_up(chance: random.Random, longest: int) -> bytes:
    """Pieces in any order, some of them many times: what makes a regular expression go back and forth."""
    parts: list[str] = []
    for _ in range(chance.randrange(1, 12)):
        run = "".join(chance.choices(PIECES, k=chance.randrange(1, 5)))
        parts.append(run * chance.choice((1, 1, 2, 5, 30, longest // (10 * len(run)) + 1)))
    data = "".join(parts).encode("utf-8", "replace")[:longest]
    return _damaged(chance, data) if chance.random() < 0.1 else data


def _damaged(chance: random.Random, data: bytes) -> bytes:
    spoilt = bytearray(data)
    for _ in range(chance.randrange(1, 20)):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt)
