"""Score the inferring of dates: articles whose date lines are taken away, against what these said.

    python -m tests.quality.score_dates ../shared/corpus/brexit-2016 [--every 5]

given: share of the articles for which a window is given; right: share of the windows that hold the
day; width: days of the median window; seconds: CPU seconds that 1,000 articles take to clean.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

from brexitsite.articles import dates
from brexitsite.articles.clean import clean_text
from brexitsite.articles.decode import decoded
from brexitsite.articles.evidence import Evidence
from brexitsite.errors import Quarantined
from brexitsite.pipeline import Knowledge

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Undated:
    """An article's prose, whose first and last possible day we know and the program does not."""

    name: str
    paragraphs: tuple[str, ...]
    first: date
    last: date


def undated(files: Iterable[Path]) -> Iterator[Undated]:
    """The articles among some files that state their day."""
    for path in files:
        try:
            text = clean_text(decoded(path.read_bytes()))
        except Quarantined:
            continue
        if text.dated:
            title = (text.title,) if text.title_basis == "stated" else ()
            yield Undated(path.stem, (*title, *text.paragraphs), text.dated.day, text.dated.day)


def score(articles: Iterable[Undated], evidence: Evidence) -> dict[str, float]:
    """The three figures over some articles."""
    rows = [(a, dates.infer(a.paragraphs, evidence)) for a in articles]
    windows = [(a, d.window) for a, d in rows if d and d.window]
    right = [a.first <= last and first <= a.last for a, (first, last) in windows]
    return {
        "given": len(windows) / max(1, len(rows)),
        "right": sum(right) / max(1, len(right)),
        "median width": median((last - first).days + 1 for _, (first, last) in windows) if windows else 0.0,
    }


def of_corpus(corpus: Path, every: int) -> dict[str, float]:
    """The figures over every so manieth article of a corpus, and what cleaning 1,000 of them takes."""
    evidence = Knowledge.load(ROOT / "content").evidence
    started = time.process_time()
    articles = list(undated(sorted(corpus.glob("*/*.txt"))[::every]))
    taken = (time.process_time() - started) / max(1, len(articles)) * 1000
    return score(articles, evidence) | {"CPU seconds to clean 1,000": taken}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--every", type=int, default=1)
    options = parser.parse_args()
    print(of_corpus(options.corpus, options.every))
