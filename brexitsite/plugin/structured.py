"""Structured data (schema.org, as JSON-LD) for machines: honest about what is ours and what is not.

An article's page is our Article, based on the outlet's NewsArticle; a quotation's creator is its
speaker; an actor's page is a ProfilePage about a Person or an Organization.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TypeAlias

from markupsafe import Markup

from brexitsite.model import Actor, Article, Slug
from brexitsite.plugin import addresses
from brexitsite.plugin.addresses import Here
from brexitsite.plugin.edition import Appearance, Edition

Node: TypeAlias = dict[str, Any]

IDENTIFIERS = {
    "wikidata": "https://www.wikidata.org/wiki/{}",
    "theyworkforyou": "https://www.theyworkforyou.com/mp/{}/",
}
"""Public registers of people by the key of an actor's `ids`, with the address of an entry."""

_UNSAFE = (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029"))


def text(node: Node) -> Markup:
    """JSON that may stand inside <script>.

    >>> text({"name": "</script>"})
    Markup('{"@context":"https://schema.org","name":"\\\\u003c/script\\\\u003e"}')
    """
    written = _JSON({"@context": "https://schema.org", **_present(node)})
    for unsafe, safe in _UNSAFE:
        written = written.replace(unsafe, safe)
    return Markup(written)  # noqa: S704 - made safe here


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _present(node: Node) -> Node:
    """A node without what is unknown: None and whatever is empty."""
    return {key: _within(value) for key, value in node.items() if value}


def _within(value: Any) -> Any:
    kind = type(value)
    if kind is dict:
        return _present(value)
    return list(map(_within, value)) if kind is list else value


def article(edition: Edition, article: Article, here: Here) -> Markup:
    site = edition.site
    return text(
        {
            "@type": "Article",
            "@id": here.url,
            "url": here.url,
            "headline": article.title,
            "inLanguage": article.lang,
            "datePublished": article.added.isoformat(),
            "dateModified": article.updated.isoformat() if article.updated else None,
            "publisher": _publisher(edition, here),
            "isPartOf": {"@type": "WebSite", "name": site.name, "url": here.absolute("")},
            "isBasedOn": _based_on(edition, article),
            "mentions": [
                _reference(edition, here, slug) for slug in article.people if slug in edition.people
            ],
            "hasPart": [_quotation(edition, a, here) for a in edition.of_article(article)],
            "about": [edition.topics[t].name for t in article.topics if t in edition.topics],
        }
    )


def _publisher(edition: Edition, here: Here) -> Node:
    return {"@type": "Organization", "name": edition.site.name, "url": here.absolute("")}


def _based_on(edition: Edition, article: Article) -> Node:
    outlet = edition.outlets.get(article.outlet or "")
    exact = article.dated.basis != "inferred"
    return {
        "@type": "NewsArticle",
        "headline": article.title if article.title_basis == "stated" and not article.retold else None,
        "url": article.source_url,
        "datePublished": article.day.isoformat() if exact else None,
        "publisher": {"@type": "Organization", "name": outlet.name, "url": outlet.url} if outlet else None,
        "author": [{"@type": "Person", "name": name} for name in article.authors],
    }


def quotation_page(edition: Edition, appearance: Appearance, here: Here) -> Markup:
    return text(
        {
            **_quotation(edition, appearance, here),
            "isPartOf": {
                "@type": "Article",
                "@id": here.absolute(appearance.article.address),
                "headline": appearance.article.title,
            },
            "isBasedOn": _based_on(edition, appearance.article),
        }
    )


def _quotation(edition: Edition, appearance: Appearance, here: Here) -> Node:
    first = appearance.first
    creators = [_reference(edition, here, s, appearance.article) for s in first.speakers]
    return {
        "@type": "Quotation",
        "@id": here.absolute(addresses.quotation(first.id)),
        "url": here.absolute(addresses.quotation(first.id)),
        "text": "\n".join(appearance.words),
        "creator": creators[0] if len(creators) == 1 else creators,
        "dateCreated": first.said_on.isoformat() if first.said_on else None,
        "about": [_reference(edition, here, s) for s in appearance.about if s in edition.people],
    }


def _reference(edition: Edition, here: Here, slug: Slug, article: Article | None = None) -> Node:
    actor = edition.people.get(slug)
    if actor is None:
        return {"@type": "Person", "name": article.names.get(slug, slug) if article else slug}
    url = here.absolute(addresses.actor(slug))
    return {"@type": _type(actor), "@id": f"{url}#{actor.kind}", "name": actor.name, "url": url}


def _type(actor: Actor) -> str:
    return "Person" if actor.kind == "person" else "Organization"


def profile(edition: Edition, actor: Actor, offices: Iterable[str], here: Here) -> Markup:
    parties = [m.party for m in actor.parties if m.end is None]
    entity = {
        **_reference(edition, here, actor.slug),
        "alternateName": list(actor.aliases),
        "jobTitle": list(offices) if actor.kind == "person" else None,
        "affiliation": [{"@type": "Organization", "name": party} for party in parties],
        "sameAs": [href for href, _ in identifiers(actor)],
    }
    return text({"@type": "ProfilePage", "@id": here.url, "url": here.url, "mainEntity": entity})


def identifiers(actor: Actor) -> list[tuple[str, str]]:
    """Addresses of an actor in public registers, with the register's name."""
    known = ((key, id) for key, id in actor.ids.items() if key in IDENTIFIERS)
    return [(IDENTIFIERS[key].format(id), key) for key, id in known]
