"""References to copy, and the address to report a mistake to."""

from __future__ import annotations

import re
from functools import partial
from urllib.parse import quote

from brexitsite.model import Article
from brexitsite.plugin import markup, wording
from brexitsite.plugin.addresses import Here
from brexitsite.plugin.edition import Appearance, Edition
from brexitsite.plugin.views.parts import Citation

WORDS_OF_A_TITLE = 12

_escaped = partial(re.compile(r"([\\{}%&$#_])").sub, r"\\\1")


def of_article(edition: Edition, article: Article, here: Here) -> Citation:
    outlet = edition.outlets.get(article.outlet or "")
    plain = ". ".join(
        [
            *([wording.listing(article.authors)] if article.authors else []),
            f"“{article.title}”",
            f"{outlet.name if outlet else 'Source not stated'}, {wording.dated(article.dated)}",
            f"{edition.site.name}, {here.url}",
        ]
    )
    return Citation(plain, plain.replace(here.url, f"<{here.url}>"), _bibtex(article, edition, here.url))


def of_quotation(edition: Edition, appearance: Appearance, speaker: str, here: Here) -> Citation:
    article = appearance.article
    outlet = edition.outlets.get(article.outlet or "")
    printed = f"{outlet.name if outlet else 'source not stated'}, {wording.dated(article.dated)}"
    words = f"“{' '.join(appearance.words)}”"
    source = f"quotation {appearance.id}, from {article.raw}, SHA-256 {article.raw_sha256}"
    tail = f"{speaker}, in “{article.title}”, {printed}. {edition.site.name}"
    return Citation(
        plain=f"{words} {tail}, {here.url} ({source})",
        markdown=f"> {words}\n>\n> {tail}, <{here.url}> ({source})",
        bibtex=_bibtex(article, edition, here.url, appearance.id),
    )


def _bibtex(article: Article, edition: Edition, url: str, id: str | None = None) -> str:
    outlet = edition.outlets.get(article.outlet or "")
    fields = {
        "title": article.title,
        "author": " and ".join(article.authors),
        "journal": outlet.name if outlet else "",
        "date": article.day.isoformat(),
        "url": url,
        "note": f"{edition.site.name}{f', quotation {id}' if id else ''}",
    }
    lines = [f"  {key} = {{{_escaped(value)}}}," for key, value in fields.items() if value]
    return "\n".join([f"@article{{{id or article.slug},", *lines, "}"])


def report_href(report: str, subject: str) -> str | None:
    """Where a mistake is reported: a mail with its subject filled in, or a page."""
    href = markup.address_href(report)
    if href and href.startswith("mailto:"):
        return f"{href}?subject={quote(subject)}"
    return href


def title_of(appearance: Appearance, speaker: str) -> str:
    """A quotation as a headline: who, and the first words."""
    words = wording.shortened(appearance.words[0], WORDS_OF_A_TITLE).rstrip(",")
    return f"{speaker}: “{words}”"


def speaker_of(edition: Edition, appearance: Appearance) -> str:
    """Who said it, as a headline names them."""
    first, names = appearance.first, appearance.article.names
    known = (edition.people[s].name if s in edition.people else names.get(s, s) for s in first.speakers)
    said_by = "" if wording.is_pronoun(first.said_by) else first.said_by
    return wording.listing(tuple(known)) or wording.capitalised(said_by or "Speaker not named")
