"""To whom the quotations of the digest lead: the honest figures of the page about the method."""

from __future__ import annotations

from collections import Counter

from brexitsite.plugin.edition import Appearance, Edition
from brexitsite.plugin.views.reference import Share

LABELS = {
    "page": "to a person or organisation with a page",
    "person": "to a person without a page, by name",
    "organisation": "to an organisation without a page, by name",
    "unnamed": "to nobody: the article leaves its source unnamed",
    "unsure": "to nobody: the program is not sure enough whom the article means",
    "none": "to nobody: the article gives no source",
}
CHECKED = "read by an editor, who found the speaker right or put it right"


def shares(edition: Edition) -> tuple[Share, ...]:
    """How many quotations lead to whom, of all in the digest; then how many an editor has checked."""
    said = [appearance for group in edition.appearances.values() for appearance in group]
    found = Counter(_led_to(edition, appearance) for appearance in said)
    checked = sum(1 for a in said if a.first.checked or a.first.corrected)
    rows = [(LABELS[key], found[key]) for key in LABELS if found[key]]
    return tuple(_share(label, number, len(said)) for label, number in (*rows, (CHECKED, checked)))


def _led_to(edition: Edition, appearance: Appearance) -> str:
    first = appearance.first
    if any(slug in edition.people for slug in first.speakers):
        return "page"
    if first.speakers:
        return "organisation" if first.speaker_type == "organisation" else "person"
    return first.speaker_type if first.speaker_type in ("unnamed", "none") else "unsure"


def _share(label: str, number: int, of: int) -> Share:
    percent = f"{100 * number / of:.0f} %" if of else "–"
    return Share(label, f"{number:,}", percent)
