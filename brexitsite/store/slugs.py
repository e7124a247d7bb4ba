"""Slugs: the words of an address, made by the program alone."""

from __future__ import annotations

import re

from unidecode import unidecode

MAX_LENGTH = 60


def slug_of(text: str, otherwise: str) -> str:
    """Lower-case ASCII words joined by hyphens, cut between words; `otherwise` where none is left.

    >>> slug_of("Après la “Réforme”: what now?", "article")
    'apres-la-reforme-what-now'
    >>> slug_of("???", "article")
    'article'
    """
    words = re.findall(r"[a-z0-9]+", unidecode(text[:400]).lower().replace("'", ""))
    slug = "-".join(words)
    if len(slug) > MAX_LENGTH:
        slug = slug[: MAX_LENGTH + 1].rpartition("-")[0] or slug[:MAX_LENGTH]
    return slug or otherwise
