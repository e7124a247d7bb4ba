"""Score the text half on the benchmarks beside the project, and hold it to floors.toml.

    python -m tests.quality.gate --bench ../shared/bench

The gold texts belong to their publishers and stay outside the project. Each figure is printed with
a 95 % interval (bootstrap over articles, seeded); a figure below its floor fails the run. Floors
are raised when a figure has risen for good, and never lowered.
"""

from __future__ import annotations

import argparse
import importlib.util
import io
import json
import random
import re
import sys
import time
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from rich.console import Console
from rich.table import Table

from brexitsite.commands import filters
from brexitsite.store.project import Project
from tests.quality import hostile, score_dates, score_dups

ROOT = Path(__file__).parents[2]
RESAMPLES = 100
SURE = 0.9
Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number with its 95 % interval; `lower_is_better` for error rates."""

    name: str
    value: float
    low: float
    high: float
    lower_is_better: bool = False


def scorer(path: Path) -> ModuleType:
    """Load a scorer, which is one file outside any package."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def lines(path: Path) -> list[Document]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def answers(command: Callable[..., int], entries: Iterable[Document]) -> dict[str, Document]:
    """What a filter answers to some entries, by id."""
    asked = io.StringIO("".join(json.dumps(entry) + "\n" for entry in entries))
    out = io.StringIO()
    command(Project.at(ROOT), asked, out)
    return {row["id"]: row for row in map(json.loads, out.getvalue().splitlines())}


def figures(
    prefix: str,
    documents: Sequence[Any],
    rates: Callable[[Sequence[Any]], Mapping[str, float]],
    lower_is_better: Iterable[str] = (),
) -> list[Figure]:
    """Rates over all documents, each with the interval of its resampled values."""
    rng = random.Random(20190404)
    runs = [rates(rng.choices(documents, k=len(documents))) for _ in range(RESAMPLES)]
    result = []
    for name, value in rates(documents).items():
        ordered = sorted(run[name] for run in runs)
        low, high = ordered[len(ordered) * 25 // 1000], ordered[len(ordered) * 975 // 1000]
        result.append(Figure(f"{prefix}: {name}", value, low, high, name in set(lower_is_better)))
    return result


# --- quotations -----------------------------------------------------------------------------


def polnear(bench: Path) -> list[Figure]:
    """PolNeAR: detection, and the right words of the source next to the quotation."""
    module, gold = scorer(bench / "quotes/score.py"), lines(bench / "quotes/polnear-dev.jsonl")
    entries = ({"id": d["id"], "text": d["text"], "date": d["date"]} for d in gold)
    found = {id: _as_sources(row) for id, row in answers(filters.quotes, entries).items()}

    def rates(documents: Sequence[Document]) -> dict[str, float]:
        scores = module.score(documents, found)
        return {
            "detection F1": scores["detection"]["f1"],
            "end-to-end F1": scores["end_to_end"]["f1"],
            "direct, end-to-end F1": scores["end_to_end_direct"]["f1"],
        }

    return figures("polnear-dev", gold, rates)


def _as_sources(row: Document) -> list[Document]:
    spoken = [q for q in row.get("quotes", ()) if q["kind"] != "scare"]
    return [q | {"speaker": q["speaker"] or q["said_by"]} for q in spoken]


def brexit(bench: Path) -> list[Figure]:
    """British articles: is a quotation linked to the person who said it?"""
    module, gold = scorer(bench / "quotes/score_people.py"), lines(bench / "quotes/brexit-dev.jsonl")
    entries = ({"id": d["id"], "text": d["text"], "date": d["date"]} for d in gold)
    found = {id: row.get("quotes", []) for id, row in answers(filters.quotes, entries).items()}
    counts = [module.score_document(d, found[d["id"]], []) for d in gold]

    def rates(documents: Sequence[Document]) -> dict[str, float]:
        total = {key: sum(d[key] for d in documents) for key in documents[0]}
        return dict(module.rates(total))

    return [*figures("brexit-dev", counts, rates, ["false links per 100"]), *_sure(module, gold, found)]


def _sure(module: ModuleType, gold: Sequence[Document], found: Mapping[str, list[Document]]) -> list[Figure]:
    """Does a high confidence mean what it says?"""
    sure = {
        id: [q if q["confidence"] >= SURE else q | {"speaker": None} for q in row]
        for id, row in found.items()
    }
    counts = [module.score_document(d, sure[d["id"]], []) for d in gold]

    def rates(documents: Sequence[Document]) -> dict[str, float]:
        links = sum(d["links"] for d in documents)
        return {
            f"links right where {SURE} sure": sum(d["right"] for d in documents) / links if links else 1.0
        }

    return figures("brexit-dev", counts, rates)


def speed(bench: Path) -> list[Figure]:
    """Words of the raw corpus that are attributed and resolved in a CPU second, and how that compares."""
    texts = [path.read_text("utf-8", "replace") for path in sorted((bench.parent / "corpus").rglob("*.txt"))]
    sample = random.Random(1).sample(texts, min(len(texts), 200))
    words = sum(len(text.split()) for text in sample)
    rounds = [_beside_one_regex(sample) for _ in range(3)]
    rates = sorted(words / ours for ours, _ in rounds)
    times = sorted(ours / plain for ours, plain in rounds)
    return [
        Figure("quotes: words per CPU second", rates[1], rates[0], rates[-1]),
        Figure("quotes: times one regex", times[1], times[0], times[-1], lower_is_better=True),
    ]


def _beside_one_regex(texts: Sequence[str]) -> tuple[float, float]:
    """CPU seconds of attributing some texts, and of one regex that finds “…” in the same run.

    The regex runs once over each text just before that text is attributed, so that both meet the
    machine in the same state.
    """
    pairs, plain = re.compile("“[^”]*”"), 0.0

    class Asked(io.StringIO):
        def __next__(self) -> str:
            nonlocal plain
            line = super().__next__()
            text = json.loads(line)["text"]
            plain += _seconds(lambda: pairs.findall(text))
            return line

    entries = ({"id": n, "text": text, "date": "2016-06-24"} for n, text in enumerate(texts))
    asked = Asked("".join(json.dumps(entry) + "\n" for entry in entries))
    ours = _seconds(lambda: filters.quotes(Project.at(ROOT), asked, io.StringIO()))
    return ours - plain, plain


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def copies(bench: Path) -> list[Figure]:
    """Near-duplicates of one year of the corpus against the listed pairs."""
    gold = json.loads((bench / "clean/dups-dev.json").read_bytes())
    rates = score_dups.score(gold, score_dups.bodies(bench.parent / "corpus/brexit-2016"))
    return [
        Figure(f"duplicates: {name}", value, value, value, name == "merged wrongly")
        for name, value in rates.items()
    ]


# --- cleaning -------------------------------------------------------------------------------

EVERY = 5
"""One article of the corpus in so many is asked for its day."""
LOSSES = ("lost_lines", "lost_words", "hurt")


def texts(bench: Path) -> list[Figure]:
    """Junk and prose of scraped text: the two ordinary sets and the seeds together, the hard one alone."""
    module, folder = scorer(bench / "clean/score_text.py"), bench / "clean"
    ordinary = lines(folder / "text-dev.jsonl") + lines(folder / "text-more-dev.jsonl")
    hard = lines(folder / "text-hard-dev.jsonl")
    wanted = ("junkP", "junkR", *LOSSES)
    return _text_figures("text", module, ordinary + hard, wanted) + _text_figures(
        "hard text", module, hard, ("lost_lines",)
    )


def shapes(bench: Path) -> list[Figure]:
    """Title, date, author and source of one article saved in twenty shapes."""
    module, gold = scorer(bench / "clean/score_text.py"), lines(bench / "clean/shapes/gold.jsonl")
    files = {g["id"]: bench / "clean/shapes" / f"{g['id']}.txt" for g in gold}
    found = answers(filters.clean, ({"id": id, "path": str(path)} for id, path in files.items()))
    wanted = ("title", "date", "author", "source", "lost_words", "added")
    return _scored_texts("shapes", module, gold, found, wanted)


def _text_figures(
    prefix: str, module: ModuleType, gold: Sequence[Document], wanted: Sequence[str]
) -> list[Figure]:
    found = answers(filters.clean, ({"id": g["id"], "text": g["text"]} for g in gold))
    return _scored_texts(prefix, module, gold, found, wanted)


def _scored_texts(
    prefix: str,
    module: ModuleType,
    gold: Sequence[Document],
    found: Mapping[str, Document],
    wanted: Sequence[str],
) -> list[Figure]:
    rows = [module.score_one(g, _as_text(found[g["id"]])) for g in gold]

    def rates(documents: Sequence[Document]) -> dict[str, float]:
        summary = module.summarise(documents)
        return {name: summary[name] for name in wanted if name in summary}

    return figures(prefix, rows, rates, (*LOSSES, "added"))


def _as_text(row: Document) -> Document:
    """A filter's answer as the scorer wants it: what is derived or inferred counts as not given."""
    return {
        "body": row.get("body", ""),
        "title": row.get("title") if row.get("title_basis") == "stated" else None,
        "date": row.get("date") if row.get("date_basis") != "inferred" else None,
        "author": next(iter(row.get("authors", ())), None),
        "source": row.get("source"),
    }


def pages(bench: Path) -> list[Figure]:
    """Bodies, titles, days and authors of real web pages."""
    import gzip

    folder = bench / "clean/html"
    gold = json.loads((folder / "ground-truth-dev.json").read_bytes())
    sources = {
        id: gzip.decompress((folder / f"{id}.html.gz").read_bytes()).decode("utf-8", "replace") for id in gold
    }
    entries = [{"id": id, "html": page, "url": gold[id]["url"]} for id, page in sources.items()]
    first = min(_seconds(lambda: answers(filters.clean, entries[:1])) for _ in range(2))
    started = time.process_time()
    found = answers(filters.clean, entries)
    speed = (len(gold) - 1) / (time.process_time() - started - first)
    rate = Figure("pages: pages per CPU second", speed, speed, speed)
    return _bodies(folder, gold, found) + _metadata(folder, found) + [rate]


def _bodies(folder: Path, gold: Document, found: Mapping[str, Document]) -> list[Figure]:
    module = scorer(folder.parent / "score_html.py")
    rows = [module.page_score(gold[id]["articleBody"], found[id].get("body") or "") for id in sorted(gold)]

    def rates(documents: Sequence[Document]) -> dict[str, float]:
        summary = module.summarise(documents)
        return {name: summary[name] for name in ("f1", "broken")}

    return figures("pages", rows, rates, ["broken"])


def _metadata(folder: Path, found: Mapping[str, Document]) -> list[Figure]:
    module = scorer(folder.parent / "score_meta.py")
    gold = json.loads((folder / "meta-dev.json").read_bytes())
    rows = [_metadata_right(module, g, found[id]) for id, g in sorted(gold.items())]

    def rates(documents: Sequence[Document]) -> dict[str, float]:
        asked = {k: [d[k] for d in documents if d[k] is not None] for k in ("date", "title", "author")}
        return {k: sum(v) / len(v) if v else 1.0 for k, v in asked.items()}

    return figures("pages", rows, rates)


def _metadata_right(module: ModuleType, gold: Document, row: Document) -> Document:
    day = row.get("date") if row.get("date_basis") != "inferred" else None
    title = module.norm(row.get("title")) if row.get("title_basis") == "stated" else ""
    return {
        "date": (day or "") in gold["date"] if gold["date"] else None,
        "title": title in {module.norm(t) for t in gold["title"]} if gold["title"] else None,
        "author": (
            module.names(row.get("authors")) == {module.norm(a) for a in gold["author"]}
            if gold["author"]
            else None
        ),
    }


def undated(bench: Path) -> list[Figure]:
    """Days inferred of a sample of the corpus whose date lines are taken away; how long cleaning it takes."""
    rates = score_dates.of_corpus(bench.parent / "corpus/brexit-2016", EVERY)
    slow = ("median width", "CPU seconds to clean 1,000")
    return [Figure(f"dates inferred: {name}", v, v, v, name in slow) for name, v in rates.items()]


# --- hostile input --------------------------------------------------------------------------


def attacks(bench: Path) -> list[Figure]:
    """Live payloads of the whole pack in every slot, and the share of bad files that fare as they must."""
    pack = bench / "security"
    live, fared = float(hostile.live_payloads(pack)), hostile.bad_files(pack)
    share = fared.right / fared.files
    return [
        Figure("hostile: live payloads", live, live, live, lower_is_better=True),
        Figure("hostile: bad files as expected", share, share, share),
    ]


# --- the table ------------------------------------------------------------------------------

BENCHES = (polnear, brexit, speed, texts, shapes, pages, copies, undated, attacks)


def fails(figure: Figure, floor: float | None) -> bool:
    if floor is None:
        return False
    return figure.value > floor if figure.lower_is_better else figure.value < floor


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--bench", type=Path, required=True, help="folder of the benchmarks")
    bench = parser.parse_args().bench
    if not bench.is_dir():
        print(f"quality: {bench} is not there; give the folder of the benchmarks", file=sys.stderr)
        return 2
    floors = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))
    measured = [figure for measure in BENCHES for figure in measure(bench)]
    missing = sorted(set(floors) - {figure.name for figure in measured})
    _print(measured, floors)
    failed = [f.name for f in measured if fails(f, floors.get(f.name))]
    for name in (*failed, *missing):
        print(f"quality: {name}: below its floor, or not measured", file=sys.stderr)
    print(f"{len(measured) - len(failed)} passed, {len(failed) + len(missing)} failed")
    return 1 if failed or missing else 0


def _print(measured: Iterable[Figure], floors: Mapping[str, float]) -> None:
    table = Table("figure", "value", "95 % interval", "floor")
    for f in measured:
        floor = floors.get(f.name)
        cells = (f"{f.value:.3f}", f"{f.low:.3f}–{f.high:.3f}", "" if floor is None else f"{floor:.3f}")
        table.add_row(f.name, *cells, style="red" if fails(f, floor) else None)
    Console(width=100).print(table)


if __name__ == "__main__":
    sys.exit(main())
