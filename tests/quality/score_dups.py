"""Score the finding of duplicates against the listed pairs of a corpus.

    python -m tests.quality.score_dups ../shared/bench/clean/dups-dev.json ../shared/corpus/brexit-2016

same found: listed "same" pairs that are called the same; overlap flagged: listed "overlap" pairs
put before an editor; merged wrongly: pairs called the same that are not listed so.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from brexitsite.articles import duplicates


def bodies(corpus: Path) -> dict[str, str]:
    """The text of each file without title and date, by its id in the gold."""
    files = {f"{p.parent.name}/{p.stem}": p for p in sorted(corpus.glob("*/*.txt"))}
    return {id: "\n".join(path.read_text("utf-8").split("\n")[4:]) for id, path in files.items()}


def score(gold: Mapping[str, list[dict[str, object]]], texts: Mapping[str, str]) -> dict[str, float]:
    """The three figures, over the pairs whose files are here."""
    sketches = {id: duplicates.sketch(text) for id, text in texts.items()}
    found = duplicates.compared(sketches, texts.__getitem__)
    verdicts = {frozenset(pair): verdict for pair, verdict in found.items() if verdict}
    listed = {frozenset((str(p["a"]), str(p["b"]))): p["label"] for p in gold["pairs"]}
    same = [pair for pair, kind in listed.items() if kind == "same" and pair <= texts.keys()]
    overlap = [pair for pair, kind in listed.items() if kind == "overlap" and pair <= texts.keys()]
    merged = [pair for pair, verdict in verdicts.items() if verdict == "same"]
    return {
        "same found": sum(verdicts.get(p) == "same" for p in same) / max(1, len(same)),
        "overlap flagged": sum(p in verdicts for p in overlap) / max(1, len(overlap)),
        "merged wrongly": float(sum(listed.get(pair) != "same" for pair in merged)),
    }


if __name__ == "__main__":
    print(score(json.loads(Path(sys.argv[1]).read_text()), bodies(Path(sys.argv[2]))))
