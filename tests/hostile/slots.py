"""Every place where words from outside can come to stand: given words are put into each.

A slot makes, of the words and a number, files below content/. The articles' own words hold
`canary-SLOT-NUMBER`, by which a test sees that the article was published.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path

Files = dict[str, str]
Slot = Callable[[str, int], Files]

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta name="author" content="{author}"><meta property="og:site_name" content="{site}">
<meta property="article:published_time" content="2031-05-04"></head>
<body><article><h1>{title}</h1><p>The {canary} ferry ran on time all day.</p>
{body}<p>The crew went home at six in the evening.</p></article></body></html>
"""


def canary(slot: str, number: int) -> str:
    return f"canary-{slot}-{number}"


def line(words: str) -> str:
    return " ".join(words.split())


def quoted(value: object) -> str:
    """A value as TOML, YAML and JSON write it; signs that YAML refuses outright go by their number."""
    text = json.dumps(value, ensure_ascii=False)
    return re.sub("[\x7f-\x9f\ufffe\uffff]", lambda sign: f"\\u{ord(sign[0]):04x}", text)


def text(slot: str, number: int, body: str, title: str = "", header: str = "") -> str:
    """A raw text with a body that says where it is."""
    title = title or f"The {slot} ferry number {number}"
    return (
        f"{title}\n\n2031-05-03\n{header}\nThe {canary(slot, number)} ferry ran on time all day.\n\n{body}\n"
    )


def page(slot: str, number: int, body: str = "", **head: str) -> str:
    """A saved page; what stands in its head is escaped, as a paper's own program does it."""
    said = {"title": f"The {slot} ferry {number}", "author": "Ann Example", "site": "The Ferry Post"} | head
    shown = {key: html.escape(words) for key, words in said.items()}
    return PAGE.format(canary=canary(slot, number), body=body, **shown)


def text_body(words: str, n: int) -> Files:
    return {f"raw/text-body/{n}.txt": text("text-body", n, f"{words}\n\nThe crew went home at six.")}


def page_body(words: str, n: int) -> Files:
    return {f"raw/page-body/{n}.html": page("page-body", n, words)}


def escaped_page_body(words: str, n: int) -> Files:
    return {f"raw/escaped/{n}.html": page("escaped", n, f"<p>He wrote {html.escape(words)} on it.</p>")}


def text_title(words: str, n: int) -> Files:
    return {f"raw/text-title/{n}.txt": text("text-title", n, "It was calm.", title=line(words))}


def page_head(words: str, n: int) -> Files:
    return {f"raw/page-head/{n}.html": page("page-head", n, title=words, author=words, site=words)}


def first_paragraph(words: str, n: int) -> Files:
    body = f"It began with {words} on that day.\n\nThe {canary('first', n)} ferry ran on time."
    return {f"raw/first/{n}.txt": f"The first ferry {n}\n\n2031-05-03\n\n{body}\n"}


def header_lines(words: str, n: int) -> Files:
    """Author and source as a text's head names them."""
    header = f"By {line(words)}\n\nSource: {line(words)}\n"
    return {f"raw/header/{n}.txt": text("header", n, "It was calm.", header=header)}


def speaker(words: str, n: int) -> Files:
    """A speaker whom nobody knows, a cue with the words in it, and the words as a quotation."""
    said = f"“We sail at noon,” said {line(words)}.\n\n“We do not,” Ann Example {line(words)} told us."
    quoting = f"“{line(words)} and no more of it,” said Mara Quill, the mayor of Harrow."
    return {f"raw/speaker/{n}.txt": text("speaker", n, f"{said}\n\n{quoting}")}


def actor(words: str, n: int) -> Files:
    """An actor whose file has it in every plain text (lives and notes are Markdown), quoted in an article."""
    name = line(f"Ann Bearer{n} {words}")
    keys = {
        "kind": "person",
        "name": name,
        "sort_name": line(f"{words} Bearer{n}"),
        "aliases": [f"Bearer{n} Ann"],
        "party": [{"party": words, "source": words}],
        "side": {"side": "open", "source": words},
    }
    head = "\n".join(f"{key}: {quoted(v)}" for key, v in keys.items())
    said = f"“We sail at noon today,” said Bearer{n} Ann."
    return {
        f"actors/bearer-{n}.md": f"---\n{head}\n---\n\nAnn Bearer{n} sails.\n",
        f"raw/actor/{n}.txt": text("actor", n, said),
    }


def outlet(words: str, n: int) -> Files:
    keys = {"name": words, "about": words, "url": f"https://paper{n}.example/"}
    rows = "".join(f"{key} = {quoted(value)}\n" for key, value in keys.items())
    return {f"outlets/paper-{n}.toml": rows, f"raw/paper-{n}/1.txt": text("outlet", n, "It was calm.")}


def sidecar(words: str, n: int) -> Files:
    """Everything that an editor can write beside an article, with somebody else's words in it."""
    said = text("sidecar", n, "“We sail at noon today,” said Ann Example.")
    url = quoted(f"https://a.example/{words}")
    rows = f"title = {quoted(words)}\nauthors = [{quoted(words)}]\nurl = {url}\n"
    decision = (
        '[[quotation]]\ntext = "We sail at noon today,"\nspeaker = "mara-quill"\ncorrected = 2031-06-01\n'
    )
    reason = f"was = {quoted(words)}\nbecause = {quoted(words)}\n"
    return {f"raw/sidecar/{n}.txt": said, f"raw/sidecar/{n}.toml": rows + decision + reason}


def withdrawn(words: str, n: int) -> Files:
    rows = f"withdrawn = {quoted(words)}\n"
    return {f"raw/gone/{n}.txt": text("gone", n, "It was calm."), f"raw/gone/{n}.toml": rows}


def file_name(words: str, n: int) -> Files:
    safe = words.replace("/", "∕").replace("\0", "").encode()[:180].decode(errors="ignore")
    return {f"raw/name/{n} {safe}.txt": text("name", n, "It was calm.")}


ARTICLES: dict[str, Slot] = {
    "text-body": text_body,
    "page-body": page_body,
    "escaped": escaped_page_body,
    "text-title": text_title,
    "page-head": page_head,
    "first": first_paragraph,
    "header": header_lines,
    "speaker": speaker,
    "actor": actor,
    "outlet": outlet,
    "sidecar": sidecar,
    "gone": withdrawn,
    "name": file_name,
}
SHOWN_WHOLE = ("text-body", "escaped", "first")
"""Slots whose words must stand on the page as they are."""


def fill(content: Path, payloads: Iterable[str]) -> None:
    """Put every payload into every slot of a content folder."""
    topics = content / "topics.toml"
    for number, words in enumerate(payloads):
        named = f"name = {quoted(words)}\nabout = {quoted(words)}\n"
        with topics.open("a", encoding="utf-8") as file:
            file.write(f'\n[topic-{number}]\n{named}words = ["crew", "ferry"]\n')
        for slot in ARTICLES.values():
            for name, text in slot(words, number).items():
                (content / name).parent.mkdir(parents=True, exist_ok=True)
                (content / name).write_text(text, "utf-8", "surrogatepass")
    (content / "raw" / "_defaults.toml").write_text('republish = "full"\n')
