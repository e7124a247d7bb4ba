"""How the site knows who said something, in words that a reader understands."""

from __future__ import annotations

import functools
import tomllib
from pathlib import Path

from brexitsite.model import Article, Quotation
from brexitsite.plugin import wording
from brexitsite.plugin.views import HowKnown

NOT_NAMED = "The article does not say whose words these are."
NOBODY = "nobody"


@functools.cache
def _sentences() -> dict[str, str]:
    return tomllib.loads(Path(__file__).with_name("rules.toml").read_text("utf-8"))


def rule_in_words(rule: str) -> str:
    """A rule's sentence: its own, or that of the longest known beginning of its name."""
    parts = rule.split("-")
    names = ("-".join(parts[:n]) for n in range(len(parts), 0, -1))
    known = _sentences()
    return next((known[name] for name in names if name in known), known["other"])


def how_known(article: Article, quotation: Quotation) -> HowKnown:
    """What the attribution of a quotation rests on; of a retelling, without our own words."""
    attributed = bool(quotation.speakers or quotation.said_by)
    return HowKnown(
        rule=rule_in_words(quotation.rule) if attributed else NOT_NAMED,
        certainty=_certainty(quotation, attributed),
        cue=quotation.cue,
        source_words=None if article.retold else quotation.said_by,
        checked=quotation.checked,
        correction=correction(article, quotation),
    )


def _certainty(quotation: Quotation, attributed: bool) -> str:
    if quotation.checked or quotation.corrected:
        return "checked by a person"
    return wording.certainty(quotation.confidence) if attributed else "speaker not known"


def correction(article: Article, quotation: Quotation) -> str | None:
    """What was corrected, when and why; None where nothing was."""
    if quotation.corrected is None:
        return None
    names = [article.names.get(slug, slug) for slug in quotation.speakers]
    now = wording.listing(names) or quotation.said_by or NOBODY
    because = f": {quotation.because}" if quotation.because else ""
    was = quotation.was or NOBODY
    return f"Corrected on {wording.day(quotation.corrected)} from {was} to {now}{because}"
