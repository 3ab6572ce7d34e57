"""How well a page's stance to a claim is found: ten folds of whole rumours, each by a model of the others.

    python -m bench.stance read.jsonl

``read.jsonl`` holds the corpus's pages as Sayso reads them, a line of JSON each.

The model is made anew in each fold, and so is the choice of ridge and evenness, among the other folds only.
The labels tell how a page's text stands to the headline it is given with; "towards the headline" asks that,
"towards the rumour" asks about the corpus's own wording of it, which such a headline may contradict.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from training.stance import FOLDS, Example, Ints, chosen, examples, f1s, fitted, folds_of

from bench.corpora import SHARED
from sayso.claims.stance import TOWARDS, described

CORPUS = SHARED / "data" / "emergent" / "claims.jsonl"
ASKED = 0.65

Guesses = dict[str, Ints]


def outcome(rows: list[Example]) -> Guesses:
    """What models of the other folds say of each page, asked about its headline and about the rumour."""
    names, headlines = described([(row.headline, row.page) for row in rows])
    _, rumours = described([(row.claim, row.page) for row in rows])
    stance, groups = np.asarray([row.stance for row in rows]), np.asarray([row.group for row in rows])
    fold = folds_of(groups, FOLDS)
    found = {"towards the headline": np.zeros_like(stance), "towards the rumour": np.zeros_like(stance)}
    for number in range(FOLDS):
        others, these = fold != number, fold == number
        best = chosen(names, headlines[others], stance[others], groups[others])
        model = fitted(names, headlines[others], stance[others], *best)
        for guess, asked in zip(found.values(), (headlines, rumours), strict=True):
            guess[these] = model.chances(asked[these]).argmax(1)
    return found


def table(rows: list[Example]) -> str:
    stance = np.asarray([row.stance for row in rows])
    majority = np.full_like(stance, TOWARDS.index("observing"))
    lines = [f"| {FOLDS} folds by rumour | macro-F1 | {' | '.join(TOWARDS)} | accuracy |", "| --- " * 6 + "|"]
    for name, guess in {**outcome(rows), "always observing": majority}.items():
        scores = f1s(stance, guess)
        figures = [float(np.mean(scores)), *scores, float((guess == stance).mean())]
        lines.append(f"| {name} | {' | '.join(f'{figure:.3f}' for figure in figures)} |")
    counts = ", ".join(f"{name} {(stance == n).sum()}" for n, name in enumerate(TOWARDS))
    return "\n".join([*lines, "", f"Asked: macro-F1 {ASKED}. Pages: {counts}."])


def main(arguments: list[str]) -> int:
    pages = Path(arguments[0]) if arguments else Path("read.jsonl")
    if not CORPUS.is_file() or not pages.is_file():
        print("the labelled rumours, or their pages as Sayso reads them, are not here", file=sys.stderr)
        return 2
    print(table(examples(CORPUS, pages)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
