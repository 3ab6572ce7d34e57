"""Fit how likely a link is to be right, on the dev part, and choose below which chance to leave it out."""

from __future__ import annotations

import argparse
import dataclasses
import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.attribution.confidence import Calibration, log_odds
from sayso.attribution.decode import Link
from sayso.attribution.nesting import nested
from sayso.attribution.network import OnnxNetwork
from sayso.attribution.tagger import links_of
from sayso.attribution.words import words_of
from training.evaluate import scorers, spans_of

Matrix = NDArray[np.float64]


def judged(
    rows: list[dict[str, Any]], network: OnnxNetwork, corpus: Path
) -> tuple[list[Link], list[bool], list[int]]:
    """Every link found in the rows, whether gold has one with its source and content, and its row."""
    score, _ = scorers(corpus)
    links: list[Link] = []
    right: list[bool] = []
    group: list[int] = []
    for number, row in enumerate(rows):
        words = words_of(row["text"], network.tokenizer)
        starts = [m.start() for m in score.WORD.finditer(row["text"])]
        gold = [_pair(score, a["content"], a["source"], starts) for a in row["attributions"]]
        for link, parent in nested(links_of(words, network)):
            if parent is not None and not row["nested"]:
                continue
            mine = _pair(score, spans_of(link.content, words), spans_of(link.source, words), starts)
            links.append(link)
            right.append(
                any(score.dice(mine[0], g[0]) >= 0.5 and score.dice(mine[1], g[1]) >= 0.5 for g in gold)
            )
            group.append(number)
    return links, right, group


def _pair(score: Any, content: Any, source: Any, starts: list[int]) -> tuple[frozenset[int], frozenset[int]]:
    return score.words_under(content, starts), score.words_under(source, starts)


def fitted(links: list[Link], right: list[bool], least: float = 0.0) -> Calibration:
    """Logistic regression by Newton's method, lightly ridged."""
    x = np.asarray([[1.0, *map(log_odds, (k.sure_cue, k.sure_source, k.sure_content))] for k in links])
    y = np.asarray(right, dtype=float)
    weight = np.zeros(4)
    for _ in range(30):
        chance = 1 / (1 + np.exp(-x @ weight))
        slope = x.T @ (y - chance) - 0.1 * weight
        curve = (x * (chance * (1 - chance))[:, None]).T @ x + 0.1 * np.eye(4)
        weight += np.linalg.solve(curve, slope)
    return Calibration(*(round(float(w), 4) for w in weight), least=least)


def reliability(
    links: list[Link], right: list[bool], group: list[int], folds: int = 5
) -> list[dict[str, float]]:
    """Stated confidence against what was right, each link judged by a fit on other articles."""
    stated = np.zeros(len(links))
    hit = np.asarray(right, dtype=float)
    fold = np.asarray(group) % folds
    for k in range(folds):
        others, these = np.flatnonzero(fold != k), np.flatnonzero(fold == k)
        model = fitted([links[i] for i in others], [right[i] for i in others])
        stated[these] = [model.confidence(links[i]) for i in these]
    table = []
    for low in np.arange(0, 1, 0.1):
        inside = (stated >= low) & (stated < low + 0.1 + (low > 0.85))
        if inside.any():
            table.append(
                {
                    "from": round(low, 1),
                    "links": int(inside.sum()),
                    "stated": round(stated[inside].mean(), 3),
                    "right": round(hit[inside].mean(), 3),
                }
            )
    return table


def best_floor(links: list[Link], right: list[bool], model: Calibration, gold: int) -> float:
    """The confidence below which leaving links out gives the best F1."""
    stated = np.asarray([model.confidence(link) for link in links])
    hit = np.asarray(right)

    def f1(least: float) -> float:
        kept = stated >= least
        return float(2 * hit[kept].sum() / (kept.sum() + gold))

    return round(max(np.arange(0, 0.6, 0.02), key=f1), 2)


def dev_rows(corpus: Path) -> list[dict[str, Any]]:
    """The dev articles, with the nested attributions where those were added ("nested" tells)."""
    inner = {row["id"]: row for row in _read(corpus / "nested-dev.jsonl")}
    return [
        {**inner.get(row["id"], row), "nested": row["id"] in inner} for row in _read(corpus / "dev.jsonl")
    ]


def _read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "weights", type=Path, help="folder with encoder.onnx and linker.onnx; gets calibration.json"
    )
    parser.add_argument("--corpus", type=Path, required=True)
    args = parser.parse_args()
    rows = dev_rows(args.corpus)
    links, right, _ = judged(rows, OnnxNetwork(args.weights), args.corpus)
    model = fitted(links, right)
    gold = sum(len(row["attributions"]) for row in rows)
    model = dataclasses.replace(model, least=best_floor(links, right, model, gold))
    (args.weights / "calibration.json").write_text(json.dumps(dataclasses.asdict(model), indent=2) + "\n")


if __name__ == "__main__":
    main()
