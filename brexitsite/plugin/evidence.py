"""How the site knows who said something, in words that a reader understands."""

from __future__ import annotations

import functools
import tomllib
from pathlib import Path

from brexitsite.model import Article, Quotation
from brexitsite.plugin import wording
from brexitsite.plugin.views.cards import HowKnown

NOT_NAMED = "The article does not say whose words these are."
NOBODY = "nobody"
WORKED_OUT = "The speaker was worked out from the words around the quotation."


@functools.cache
def _sentences() -> dict[str, dict[str, str]]:
    return tomllib.loads(Path(__file__).with_name("rules.toml").read_text("utf-8"))


@functools.lru_cache(maxsize=1024)
def rule_in_words(rule: str) -> str:
    """The sentences for a rule such as "ranked > pronoun, subject before".

    >>> rule_in_words("continued > name")
    'The quotation goes on from the one before it. The full name is printed.'
    """
    known = _sentences()
    found, _, meant = rule.partition(" > ")
    sentences = (known["found"].get(found), _meant(known["meant"], meant))
    return " ".join(filter(None, sentences)) or WORKED_OUT


def _meant(known: dict[str, str], rule: str) -> str | None:
    """The sentence of a rule, else of the rule that it details."""
    return known.get(rule) or known.get(rule.split(",")[0])


def how_known(article: Article, quotation: Quotation) -> HowKnown:
    """What the attribution of a quotation rests on; of a retelling, without our own words."""
    attributed = bool(quotation.speakers or quotation.said_by)
    return HowKnown(
        rule=rule_in_words(quotation.rule) if attributed else NOT_NAMED,
        certainty=_certainty(quotation, attributed),
        cue=None if article.retold else quotation.cue,
        source_words=None if article.retold else quotation.said_by,
        checked=quotation.checked,
        correction=correction(article, quotation),
    )


def _certainty(quotation: Quotation, attributed: bool) -> str:
    if quotation.checked or quotation.corrected:
        return "checked by a person"
    return wording.certainty(quotation.confidence) if attributed else "speaker not named"


def correction(article: Article, quotation: Quotation) -> str | None:
    """What was corrected, when and why; None where nothing was."""
    if quotation.corrected is None:
        return None
    names = [article.names.get(slug, slug) for slug in quotation.speakers]
    now = wording.listing(names) or quotation.said_by or NOBODY
    because = f": {quotation.because}" if quotation.because else ""
    was = quotation.was or NOBODY
    return f"Corrected on {wording.day(quotation.corrected)} from {was} to {now}{because}"
