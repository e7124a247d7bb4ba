"""The site half: a Pelican plugin that turns article pairs, actors and the rest into the site.

Read generator.py first, then edition.py (what the site is made from), views/ (what templates
get), pages/ (how the one becomes the other) and press.py (what is made again, and how).
"""

from __future__ import annotations

from pelican import signals

from brexitsite.plugin.generator import DigestGenerator


def register() -> None:
    """Connect to Pelican; no other module knows its signals."""
    signals.get_generators.connect(_generators)


def _generators(_pelican: object) -> type[DigestGenerator]:
    return DigestGenerator
