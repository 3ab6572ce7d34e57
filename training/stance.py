"""Learn how a page stands to a claim, from rumours whose reports were labelled.

    python -m training.stance --corpus ../shared/data/emergent/claims.jsonl --pages read.jsonl

``--pages`` holds the corpus's pages as Sayso reads them, a line of JSON each. The labels tell how a page's
text stands to the headline it is given with, and that is what the model learns from: the headline is the
claim. Nothing is drawn by chance but the folds, which have a seed.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from sayso.claims.stance import TOWARDS, WEIGHTS, Floats, Weights, described, softmax
from sayso.model import Page

Ints = NDArray[np.int64]

SEED, FOLDS, INNER = 1, 10, 4
RIDGES = (0.1, 0.3, 1.0)
EVENNESS = (0.5, 0.7, 0.9)
"""How far rare stances are weighted up: 0 not at all, 1 until all three weigh the same."""


@dataclass(frozen=True, slots=True)
class Example:
    """A page with its headline, the rumour it is about, and the label as a place in `TOWARDS`."""

    page: Page
    headline: str
    claim: str
    group: int
    stance: int


def examples(corpus: Path, pages: Path) -> list[Example]:
    """The labelled pages, in the corpus's order."""
    with pages.open(encoding="utf-8") as lines:
        read = {page.id: page for page in (Page.from_dict(json.loads(line)) for line in lines)}
    with corpus.open(encoding="utf-8") as lines:
        rumours = [json.loads(line) for line in lines]
    return [
        Example(read[row["id"]], row["headline"], one["claim"], n, TOWARDS.index(row["stance"]))
        for n, one in enumerate(rumours)
        for row in one["pages"]
    ]


def folds_of(groups: Ints, count: int) -> Ints:
    """A fold for each example; all examples of a rumour are in one."""
    names = np.unique(groups)
    place = dict(zip(np.random.default_rng(SEED).permutation(names).tolist(), range(len(names)), strict=True))
    return np.asarray([place[group] % count for group in groups.tolist()])


def fitted(names: tuple[str, ...], found: Floats, stance: Ints, ridge: float, evenness: float) -> Weights:
    """Multinomial logistic regression; the loss has one lowest point."""
    empty = np.zeros((found.shape[1], len(TOWARDS)))
    start = Weights(names, found.mean(0), found.std(0) + 1e-6, empty, np.zeros(len(TOWARDS)))
    scaled, truth = start.scaled(found), np.eye(len(TOWARDS))[stance]
    weight = (len(stance) / np.maximum(1, truth.sum(0))) ** evenness
    heavy = (weight[stance] / weight[stance].sum())[:, None]

    def loss(flat: Floats) -> tuple[float, Floats]:
        held = flat.reshape(-1, len(TOWARDS))
        chance = softmax(scaled @ held[:-1] + held[-1])
        wrong = heavy * (chance - truth)
        value = -float((heavy * truth * np.log(chance + 1e-12)).sum()) + ridge / 2 * float(
            (held[:-1] ** 2).sum()
        )
        return value, np.vstack([scaled.T @ wrong + ridge * held[:-1], wrong.sum(0)]).ravel()

    best = minimize(
        loss,
        np.zeros((found.shape[1] + 1) * len(TOWARDS)),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": 150},
    )
    held = best.x.reshape(-1, len(TOWARDS))
    return Weights(names, start.middle, start.spread, held[:-1], held[-1])


def chosen(names: tuple[str, ...], found: Floats, stance: Ints, groups: Ints) -> tuple[float, float]:
    """The ridge and the evenness that do best on folds of these examples."""
    fold = folds_of(groups, INNER)

    def worth(ridge: float, evenness: float) -> float:
        guess = np.zeros_like(stance)
        for number in range(INNER):
            others, these = fold != number, fold == number
            model = fitted(names, found[others], stance[others], ridge, evenness)
            guess[these] = model.chances(found[these]).argmax(1)
        return float(np.mean(f1s(stance, guess)))

    return max(((r, e) for r in RIDGES for e in EVENNESS), key=lambda pair: worth(*pair))


def f1s(stance: Ints, found: Ints) -> list[float]:
    """F1 of each of `TOWARDS`, 0 where neither has it."""
    pairs = [(stance == n, found == n) for n in range(len(TOWARDS))]
    return [float(2 * (gold & mine).sum() / max(1, gold.sum() + mine.sum())) for gold, mine in pairs]


def learned(rows: Sequence[Example]) -> Weights:
    """Weights from all of these examples, ridge and evenness chosen among themselves."""
    names, found = described([(row.headline, row.page) for row in rows])
    stance, groups = np.asarray([row.stance for row in rows]), np.asarray([row.group for row in rows])
    return fitted(names, found, stance, *chosen(names, found, stance, groups))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--pages", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    args = parser.parse_args()
    learned(examples(args.corpus, args.pages)).save(args.out)


if __name__ == "__main__":
    main()
