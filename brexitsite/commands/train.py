"""Learn the ranker's weights from annotated articles: make train DATA=TRAIN.jsonl.

Nothing of the articles' text is kept: only weights of combinations of values, two calibration curves,
two thresholds and the hash of the data. The same data gives the same file. Publishers are the folds:
what is calibrated and reported was predicted by models that never saw that publisher.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from brexitsite.knowledge.language import combinations
from brexitsite.quotes import ranking
from brexitsite.quotes.ranking import Model
from brexitsite.quotes.training.curves import rising
from brexitsite.quotes.training.examples import Choice, Judged, choices, judged, publishers
from brexitsite.quotes.training.fitting import Settings, Stored, fit_choice, fit_speech
from brexitsite.quotes.training.gold import Document, documents
from brexitsite.quotes.training.scores import Outcome, detection, end_to_end, thresholds

STORED = Path(__file__).parents[1] / "knowledge/ranker.json"
SOURCE = Settings(penalty=2.0, sparsity=0.2)
SPEECH = Settings(penalty=4.0, sparsity=0.2)
"""Chosen by the loss on publishers that were left out."""


@dataclass(frozen=True, slots=True)
class Trained:
    """What is stored, and what cross-validation by publisher says of every pair of marks."""

    stored: dict[str, Any]
    outcomes: list[Outcome]


def train(path: Path) -> Trained:
    """Learn both models, and what their probabilities are worth."""
    articles = documents(path)
    examples = [choice for article in articles for choice in choices(article)]
    cases = [case for name in publishers(articles) for case in _unseen(articles, examples, name)]
    outcomes = _outcomes(cases)
    speech_from, source_from = thresholds(outcomes)
    stored = {
        "trained_on_sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "speech_from": speech_from,
        "source_from": source_from,
        "speech_curve": rising([(o.speech, o.is_speech) for o in outcomes]),
        "source_curve": rising([(o.share, o.is_right) for o in outcomes if o.has_source]),
        "speech": _fit_speech(cases),
        "source": fit_choice(examples, combinations("source"), SOURCE),
    }
    return Trained(stored, outcomes)


def _unseen(articles: Sequence[Document], examples: Sequence[Choice], publisher: str) -> list[Judged]:
    """What a model that never saw a publisher says of its articles."""
    kept = [choice for choice in examples if choice.publisher != publisher]
    source = ranking.weights(fit_choice(kept, combinations("source"), SOURCE))
    own = [article for article in articles if article.publisher == publisher]
    return judged(own, Model(source, speech=()))


def _outcomes(cases: Sequence[Judged]) -> list[Outcome]:
    """Let models that never saw a publisher say which of its quotations are speech."""
    outcomes = []
    for publisher in publishers(cases):
        known = ranking.weights(_fit_speech([case for case in cases if case.publisher != publisher]))
        outcomes += [_outcome(case, known) for case in cases if case.publisher == publisher]
    return outcomes


def _outcome(case: Judged, known: ranking.Weights) -> Outcome:
    speech = ranking.chance(ranking.total(known, case.described))
    return Outcome(case.publisher, speech, case.share, case.is_speech, case.has_source, case.is_right)


def _fit_speech(cases: Sequence[Judged]) -> Stored:
    described = [case.described for case in cases]
    return fit_speech(described, (case.is_speech for case in cases), combinations("speech"), SPEECH)


# --- writing and reporting ----------------------------------------------------------------


def written(stored: dict[str, Any]) -> str:
    """ranker.json: a line for each combination, so that a change of weights can be reviewed."""
    lines = []
    for name, value in stored.items():
        if isinstance(value, dict):
            rows = (f"    {_json(key)}: {_json(row)}" for key, row in value.items())
            lines.append(f"  {_json(name)}: {{\n" + ",\n".join(rows) + "\n  }")
        else:
            lines.append(f"  {_json(name)}: {_json(value)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def report(trained: Trained) -> str:
    """How well each publisher does with models that never saw it, and how right the sure are."""
    limits = trained.stored["speech_from"], trained.stored["source_from"]
    lines = [f"{'publisher':14} marks accuracy detection end-to-end"]
    for publisher in [*sorted({o.publisher for o in trained.outcomes}), "all"]:
        own = [o for o in trained.outcomes if publisher in ("all", o.publisher)]
        sourced = [o for o in own if o.has_source]
        accuracy = sum(o.is_right for o in sourced) / len(sourced)
        scores = f"{accuracy:8.4f} {detection(own, limits[0]):9.4f} {end_to_end(own, *limits):10.4f}"
        lines.append(f"{publisher:14} {len(own):5} {scores}")
    return "\n".join([*lines, "", *_calibration(trained)])


def _calibration(trained: Trained) -> list[str]:
    """Confidence against how often it is right, of what would be named."""
    stored = trained.stored
    pairs = [
        (
            ranking.calibrated(stored["speech_curve"], o.speech)
            * ranking.calibrated(stored["source_curve"], o.share),
            o.is_right,
        )
        for o in trained.outcomes
        if o.has_source or not o.is_speech
    ]
    lines = ["confidence   named  right"]
    for low, high in (
        (0.98, 1.01),
        (0.95, 0.98),
        (0.9, 0.95),
        (0.8, 0.9),
        (0.6, 0.8),
        (0.0, 0.6),
        (0.9, 1.01),
    ):
        own = [right for confidence, right in pairs if low <= confidence < high]
        lines.append(f"{low:.2f}–{min(1.0, high):.2f} {len(own):8} {sum(own) / max(1, len(own)):6.3f}")
    return lines


def main() -> None:
    """Train, write the weights, print what cross-validation says."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("train", type=Path, help="the annotated articles, as JSON lines")
    parser.add_argument("--out", type=Path, default=STORED, help="where the weights go")
    arguments = parser.parse_args()
    trained = train(arguments.train)
    arguments.out.write_text(written(trained.stored), encoding="utf-8")
    print(report(trained))


if __name__ == "__main__":
    main()
