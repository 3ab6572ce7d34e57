"""How well the stance of replies is found: five folds of whole news events, each by a model of the others.

    python -m bench.replies

The model is made anew in each fold, and so is the choice of how common the stances are taken to be.
GMR is the geometric mean of recall; wF2 is the F2 in which support and deny weigh 0.4 each, query and
comment 0.1 (weights of our own; Scarton et al. 2020 show that accuracy and macro-F1 favour the commonest
class, and propose measures of these two kinds).
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

import numpy as np
from training.replies import Ints, Towards, examples, f1s, folds_of, macro_f1, settled

from bench.corpora import SHARED
from sayso.attribution.replies import STANCES, Floats, described

CORPUS = SHARED / "data" / "threads" / "pheme.jsonl"
WEIGHT = (0.4, 0.4, 0.1, 0.1)
COMMENT = STANCES.index("comment")
ASKED, PEER = 0.55, 0.62


@dataclass(frozen=True, slots=True)
class Outcome:
    """Gold stances, their folds, and what models of the other folds say: as shown, and as true chances."""

    gold: Ints
    fold: Ints
    shown: Floats
    true: Floats


def outcome(towards: Towards) -> Outcome:
    rows = examples(CORPUS, towards)
    found = described([(row.comment, row.answered) for row in rows])
    gold = np.asarray([row.stance for row in rows])
    fold = folds_of([row.event for row in rows])
    shown, true = np.zeros((len(rows), len(STANCES))), np.zeros((len(rows), len(STANCES)))
    for number in np.unique(fold):
        others, these = np.flatnonzero(fold != number), np.flatnonzero(fold == number)
        models = settled([found[i] for i in others], gold[others], fold[others])
        for held, model in zip((shown, true), models, strict=True):
            held[these] = model.chances([found[i] for i in these])
    return Outcome(gold, fold, shown, true)


def figures(gold: Ints, found: Ints, fold: Ints) -> dict[str, float]:
    """Macro-F1 of all and on average of the folds, F1 of each stance, GMR, wF2, accuracy."""
    inside = [fold == number for number in np.unique(fold)]
    pairs = [(gold == n, found == n) for n in range(len(STANCES))]
    recall = [float((g & f).sum() / max(1, g.sum())) for g, f in pairs]
    f2 = [float(5 * (g & f).sum() / max(1, 4 * g.sum() + f.sum())) for g, f in pairs]
    return {
        "macro-F1": macro_f1(gold, found),
        "mean of folds": float(np.mean([macro_f1(gold[some], found[some]) for some in inside])),
        **dict(zip(STANCES, f1s(gold, found), strict=True)),
        "GMR": float(np.prod(recall) ** 0.25),
        "wF2": float(np.dot(WEIGHT, f2)),
        "accuracy": float((gold == found).mean()),
    }


def calibration_error(gold: Ints, chances: Floats) -> float:
    """The likeliest stance's chance against how often it is right, in ten steps (ECE)."""
    sure, right = chances.max(1), chances.argmax(1) == gold
    step = np.minimum((sure * 10).astype(int), 9)
    gaps = [abs(sure[step == n].sum() - right[step == n].sum()) for n in range(10)]
    return float(np.sum(gaps) / len(gold))


def table() -> str:
    names: tuple[Towards, ...] = ("previous", "source")
    found = {name: outcome(name) for name in names}
    rows = {f"stance to the {n}": figures(o.gold, o.shown.argmax(1), o.fold) for n, o in found.items()}
    one = found["previous"]
    rows["the same, likeliest by true chances"] = figures(one.gold, one.true.argmax(1), one.fold)
    rows["majority (comment)"] = figures(one.gold, np.full_like(one.gold, COMMENT), one.fold)
    heads = list(next(iter(rows.values())))
    lines = [f"| 5 folds by event | {' | '.join(heads)} |", "| --- " * (len(heads) + 1) + "|"]
    lines += [f"| {n} | {' | '.join(f'{v:.3f}' for v in row.values())} |" for n, row in rows.items()]
    lines += ["", f"Asked: macro-F1 {ASKED}; best of RumourEval 2019 (other folds, more text): {PEER}."]
    for name, o in found.items():
        shown, true = calibration_error(o.gold, o.shown), calibration_error(o.gold, o.true)
        counts = ", ".join(f"{s} {n}" for s, n in zip(STANCES, np.bincount(o.gold), strict=True))
        lines.append(f"To the {name}: {counts}; ECE {shown:.3f} as shown, {true:.3f} as true chances.")
    return "\n".join(lines)


def headline() -> dict[str, float]:
    """The figure that is asked for."""
    one = outcome("previous")
    return {"replies.macro-F1": macro_f1(one.gold, one.shown.argmax(1))}


def main() -> int:
    if not CORPUS.is_file():
        print("the labelled threads are not here (see bench/README.md)", file=sys.stderr)
        return 2
    print(table())
    return 0


if __name__ == "__main__":
    sys.exit(main())
