"""Learn the ranker's weights from annotated articles: python -m brexitsite.commands.train TRAIN.jsonl --out FILE.

The data is PolNeAR's training part as JSON lines: id, publisher, text, quotes (start, end, speaker), ignore. Nothing
of its text is kept: only weights of features, a calibration curve and the hash of the data. The same data gives the
same file. Publishers are the folds: what is calibrated was predicted by a model that never saw that publisher.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from brexitsite.model import Paragraph
from brexitsite.quotes import attribution, features, ranking
from brexitsite.quotes.attribution import History
from brexitsite.quotes.candidates import Candidate, Reading, quoted, read
from brexitsite.quotes.marks import QuotedSpan, quoted_spans
from brexitsite.quotes.ranking import Model

Slope: TypeAlias = tuple[float, NDArray[np.float64]]
_OVERLAP = 0.8
_SEEN_AT_LEAST = 3
_SMALLEST = 0.02
_EMPTY = Model({}, {}, 0.0, ((1.0, 1.0),))
_PART = re.compile(r"[^,;:()–—]+")
_AFTER_HEAD = re.compile(
    r"(?<=\w)\s+(?:of|for|in|at|on|to|from|with|who|whom|whose|which|that|where|near|as|speaking|writing)\b.*",
    re.S,
)
_POSSESSOR = re.compile(r".*(?:['’]s|s['’])\s+(?=\w)", re.S)


@dataclass(frozen=True)
class Document:
    """An annotated article: its paragraphs with their offsets, and the gold quotations."""

    publisher: str
    text: str
    paragraphs: list[Paragraph]
    offsets: list[int]
    quotes: list[dict[str, Any]]
    ignored: list[list[int]]


def documents(path: Path) -> list[Document]:
    """Read the annotated articles."""
    with path.open(encoding="utf-8") as lines:
        return [_document(json.loads(line)) for line in lines if line.strip()]


def _document(record: dict[str, Any]) -> Document:
    paragraphs, offsets, position = [], [], 0
    for line in record["text"].split("\n"):
        if line.strip():
            paragraphs.append(Paragraph(line))
            offsets.append(position)
        position += len(line) + 1
    return Document(
        record["publisher"], record["text"], paragraphs, offsets, record["quotes"], record.get("ignore", [])
    )


def gold_of(document: Document, span: QuotedSpan) -> dict[str, Any] | None:
    """The gold quotation that a found one matches."""
    start, end = (document.offsets[span.at.paragraph] + place for place in (span.at.start, span.at.end))
    for quote in document.quotes:
        inter = min(end, quote["end"]) - max(start, quote["start"])
        if inter > 0 and inter / (max(end, quote["end"]) - min(start, quote["start"])) >= _OVERLAP:
            return quote
    return None


def is_ignored(document: Document, span: QuotedSpan) -> bool:
    """Whether the annotators left these marks out."""
    start, end = (document.offsets[span.at.paragraph] + place for place in (span.at.start, span.at.end))
    return any(2 * (min(end, b) - max(start, a)) > end - start for a, b in document.ignored)


def heads(source: dict[str, Any]) -> list[tuple[int, int]]:
    """The stretches of a gold source that name it, without what follows a preposition and without possessors."""
    found = []
    for part in _PART.finditer(source["text"]):
        words = _AFTER_HEAD.sub("", part.group())
        possessor = _POSSESSOR.match(words)
        start = part.start() + (possessor.end() if possessor else 0)
        if words.strip() and start < part.start() + len(words):
            found.append((source["start"] + start, source["start"] + part.start() + len(words)))
    return found


def is_right(document: Document, reading: Reading, candidate: Candidate, source: dict[str, Any]) -> bool:
    """Whether a candidate is what the annotators marked: its head lies in a head of theirs."""
    mention = candidate.mention
    frame, offset = reading.frame(mention.paragraph), document.offsets[mention.paragraph]
    start, end = (
        offset + place for place in (frame.starts[mention.phrase.end - 1], frame.ends[mention.phrase.end - 1])
    )
    if source["text"].lower() in ("who", "which", "that"):
        return (
            0 <= source["start"] - end <= 100
            and "r" in mention.predicate.way
            and "." not in document.text[end : source["start"]]
        )
    return any(start < b and a < end for a, b in heads(source))


@dataclass
class Example:
    document: int
    features: list[list[str]]
    right: list[bool]


def source_examples(stories: Sequence[Document]) -> list[Example]:
    """Every quotation with a right candidate, the quotation before it taken as rightly attributed."""
    return [example for number, document in enumerate(stories) for example in _examples(number, document)]


def _examples(number: int, document: Document) -> Iterable[Example]:
    spans = quoted_spans(document.paragraphs)
    reading, history = read(document.paragraphs, spans), History()
    for k, span in enumerate(spans):
        gold = gold_of(document, span)
        if gold is None:
            continue
        quotation = quoted(reading, k)
        if span.continues is not None:
            history.quotation = quotation
            continue
        setting, proposed = attribution.situation(reading, quotation, history)
        source = gold["speaker"]
        right = [
            source is not None and is_right(document, reading, candidate, source) for candidate in proposed
        ]
        if any(right):
            yield Example(
                number, [features.describe(reading, setting, candidate) for candidate in proposed], right
            )
            history = History(quotation, proposed[right.index(True)])
        else:
            history = History(quotation, None)


# --- fitting ------------------------------------------------------------------------------


def _index(examples: Iterable[Iterable[Sequence[str]]]) -> dict[str, int]:
    counts = Counter(feature for rows in examples for row in rows for feature in row)
    return {
        feature: k for k, feature in enumerate(sorted(f for f, n in counts.items() if n >= _SEEN_AT_LEAST))
    }


def fit_source(examples: Sequence[Example], penalty: float = 3.0, rounds: int = 80) -> dict[str, float]:
    """Fit a softmax over each quotation's candidates; several may be right, one of them must win."""
    index = _index(example.features for example in examples)
    columns, rows, groups, right, row = [], [], [], [], 0
    for group, example in enumerate(examples):
        for names, is_true in zip(example.features, example.right, strict=True):
            known = [index[name] for name in names if name in index]
            columns.extend(known)
            rows.extend([row] * len(known))
            groups.append(group)
            right.append(is_true)
            row += 1
    c, r, g, y = np.array(columns), np.array(rows), np.array(groups), np.array(right)

    def loss(weights: NDArray[np.float64]) -> Slope:
        scores = np.bincount(r, weights[c], row)
        all_shares, true_shares = _softmax(scores, g), _softmax(np.where(y, scores, -1e9), g)
        slope = np.bincount(c, (all_shares - true_shares)[r], len(index)) + penalty * weights
        cost = (
            -np.log(np.maximum(1e-12, np.bincount(g, all_shares * y))).sum() + penalty / 2 * weights @ weights
        )
        return float(cost), slope

    return _named(index, _descend(loss, len(index), rounds))


def _softmax(scores: NDArray[np.float64], groups: NDArray[np.int64]) -> NDArray[np.float64]:
    highest = np.full(groups[-1] + 1, -1e30)
    np.maximum.at(highest, groups, scores)
    powers = np.exp(scores - highest[groups])
    return powers / np.bincount(groups, powers)[groups]


def fit_speech(
    rows: Sequence[Sequence[str]], speech: Sequence[bool], penalty: float = 2.0, rounds: int = 80
) -> dict[str, float]:
    """Fit a logistic regression: somebody's words, or marks for another reason."""
    index = _index([rows])
    c = np.array([index[name] for row in rows for name in row if name in index])
    r = np.array([k for k, row in enumerate(rows) for name in row if name in index])
    y = np.array(speech, dtype=float)

    def loss(weights: NDArray[np.float64]) -> Slope:
        scores = np.bincount(r, weights[c], len(rows))
        slope = np.bincount(c, (1 / (1 + np.exp(-scores)) - y)[r], len(index)) + penalty * weights
        cost = np.logaddexp(0, np.where(y > 0, -scores, scores)).sum() + penalty / 2 * weights @ weights
        return float(cost), slope

    return _named(index, _descend(loss, len(index), rounds))


def _descend(
    loss: Callable[[NDArray[np.float64]], Slope], size: int, rounds: int, memory: int = 8
) -> NDArray[np.float64]:
    """Minimise with L-BFGS (Nocedal and Wright, algorithm 7.5), halving steps until the loss falls."""
    weights = np.zeros(size)
    cost, slope = loss(weights)
    steps: list[tuple[NDArray[np.float64], NDArray[np.float64]]] = []
    for _ in range(rounds):
        direction = -_scaled(slope, steps)
        length = 1.0 if steps else 1.0 / max(1.0, float(np.abs(slope).max()))
        for _ in range(20):
            new_cost, new_slope = loss(weights + length * direction)
            if new_cost <= cost + 1e-4 * length * float(slope @ direction):
                break
            length /= 2
        steps = [*steps, (length * direction, new_slope - slope)][-memory:]
        weights, improved = weights + length * direction, cost - new_cost
        cost, slope = new_cost, new_slope
        if improved < 1e-5 * abs(cost):
            break
    return weights


def _scaled(
    slope: NDArray[np.float64], steps: Sequence[tuple[NDArray[np.float64], NDArray[np.float64]]]
) -> NDArray[np.float64]:
    """The slope times an estimate of the inverse Hessian from the last steps (two-loop recursion)."""
    result, factors = slope.copy(), []
    for step, change in reversed(steps):
        factor = (step @ result) / (step @ change)
        factors.append(factor)
        result -= factor * change
    if steps:
        step, change = steps[-1]
        result *= (step @ change) / (change @ change)
    for (step, change), factor in zip(steps, reversed(factors), strict=True):
        result += step * (factor - (change @ result) / (step @ change))
    return result


def _named(index: dict[str, int], weights: NDArray[np.float64]) -> dict[str, float]:
    return {name: round(float(weights[k]), 3) for name, k in index.items() if abs(weights[k]) >= _SMALLEST}


# --- the whole ----------------------------------------------------------------------------


@dataclass
class Judged:
    """A quotation as a model that never saw its publisher judged it."""

    publisher: str
    row: list[str]
    speech: bool
    share: float
    right: bool
    has_source: bool
    single: bool
    score: float = 0.0


def judge(stories: Iterable[Document], model: Model) -> list[Judged]:
    """Run attribution as it runs on the site and compare each decision with the annotators'."""
    return [judged for document in stories for judged in _judge(document, model)]


def _judge(document: Document, model: Model, debug=False) -> Iterable[Judged]:
    spans = quoted_spans(document.paragraphs)
    reading, history = read(document.paragraphs, spans), History()
    for k, span in enumerate(spans):
        gold = gold_of(document, span)
        if span.continues is not None:
            if gold is not None:
                history.quotation = quoted(reading, k)
            continue
        if gold is None and is_ignored(document, span):
            continue
        decision = attribution.decide(reading, k, history, model)
        source = gold["speaker"] if gold else None
        right = (
            source is not None
            and decision.best is not None
            and is_right(document, reading, decision.best, source)
        )
        row = features.describe_speech(decision.setting, decision.best, decision.share)
        judged = Judged(
            document.publisher,
            row,
            gold is not None,
            decision.share,
            right,
            source is not None,
            not span.double,
        )
        if debug:
            o = document.offsets[span.at.paragraph]
            a, b = o + span.at.start, o + span.at.end
            frame = reading.frame(decision.best.mention.paragraph) if decision.best else None
            who = (
                " ".join(frame.words[decision.best.mention.phrase.start : decision.best.mention.phrase.end])
                if frame
                else None
            )
            yield (
                judged,
                f"[{who}] "
                + (
                    document.text[max(0, a - 130) : a]
                    + "[["
                    + document.text[a:b][:150]
                    + "]]"
                    + document.text[b : b + 70]
                ).replace("\n", " | "),
            )
        else:
            yield judged
        if gold is not None:
            history = History(decision.quotation, decision.best)


def isotonic(pairs: Sequence[tuple[float, bool]], points: int = 40) -> list[tuple[float, float]]:
    """Fit a rising curve from share to the frequency of being right, by pooling adjacent violators."""
    blocks: list[list[float]] = []
    ordered = sorted(pairs)
    for chunk in np.array_split(np.arange(len(ordered)), points):
        blocks.append([ordered[chunk[-1]][0], float(sum(ordered[i][1] for i in chunk)), float(len(chunk))])
        while len(blocks) > 1 and blocks[-2][1] / blocks[-2][2] >= blocks[-1][1] / blocks[-1][2]:
            share, hits, count = blocks.pop()
            blocks[-1] = [share, blocks[-1][1] + hits, blocks[-1][2] + count]
    return [(round(share, 4), round(hits / count, 4)) for share, hits, count in blocks]


def train(path: Path) -> tuple[dict[str, Any], list[Judged]]:
    """Learn both models; also give what cross-validation by publisher says of every quotation."""
    stories = documents(path)
    examples = source_examples(stories)
    judged: list[Judged] = []
    for publisher in sorted({document.publisher for document in stories}):
        kept = [e for e in examples if stories[e.document].publisher != publisher]
        model = Model(fit_source(kept), {}, 0.0, ((1.0, 1.0),))
        judged += judge([d for d in stories if d.publisher == publisher], model)
    double = [j for j in judged if not j.single]
    _judge_speech(double)
    stored = {
        "trained_on_sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "speech_from": best_threshold(double),
        "calibration": isotonic([(j.share, j.right) for j in double if j.has_source]),
        "speech": fit_speech([j.row for j in double], [j.speech for j in double]),
        "source": fit_source(examples),
    }
    return stored, double


def _judge_speech(judged: Sequence[Judged]) -> None:
    """Let a model that never saw a publisher say which of its quotations are speech."""
    for publisher in {j.publisher for j in judged}:
        kept = [j for j in judged if j.publisher != publisher]
        weights = fit_speech([j.row for j in kept], [j.speech for j in kept])
        for own in judged:
            if own.publisher == publisher:
                own.score = ranking.total(weights, own.row)


def f1(judged: Iterable[Judged], threshold: float) -> tuple[float, float]:
    """Detection and end-to-end F1 at a threshold for speech."""
    counts = Counter[str]()
    for j in judged:
        said = j.score >= threshold
        counts["said"] += said
        counts["speech"] += j.speech
        counts["found"] += said and j.speech
        counts["sourced"] += j.has_source
        counts["given"] += said and (j.has_source or not j.speech)
        counts["right"] += said and j.right
    return 2 * counts["found"] / (counts["said"] + counts["speech"]), 2 * counts["right"] / (
        counts["sourced"] + counts["given"]
    )


def best_threshold(judged: Sequence[Judged]) -> float:
    """The threshold for speech that gives the best end-to-end F1."""
    return max((step / 10 for step in range(-20, 21)), key=lambda threshold: f1(judged, threshold)[1])


def main() -> None:
    """Train and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("train", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    stored, judged = train(arguments.train)
    arguments.out.write_text(
        json.dumps(stored, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8"
    )
    report(judged, stored["speech_from"])


def report(judged: Sequence[Judged], threshold: float) -> None:
    """Print how well each publisher does with models that never saw it."""
    for publisher in [*sorted({j.publisher for j in judged}), ""]:
        own = [j for j in judged if publisher in ("", j.publisher)]
        sourced = [j for j in own if j.has_source]
        right = sum(j.right for j in sourced) / len(sourced)
        detection, whole = f1(own, threshold)
        print(
            f"{publisher or 'all':14} {len(own):5} accuracy {right:.4f}  detection F1 {detection:.4f}  end to end F1 {whole:.4f}"
        )


if __name__ == "__main__":
    main()
