"""Learn where comments begin in flat text: the weights in `sayso.reading.threads.replies.boundaries`.

    python -m training.boundaries --threads pheme.jsonl --flatten ../shared/bench/flatten_threads.py

Flattens the threads as saved pages would hold them (seed 1), and fits a logistic regression to every line
that may go on or begin a comment. Prints the weights, to be written into that module, and how many lines are
judged wrongly: by weights that have seen all events, and by those that have not seen the event of the line.
"""

from __future__ import annotations

import argparse
import itertools
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.reading.threads.replies.boundaries import FEATURES, features, habits_of
from sayso.reading.threads.replies.markers import lines_from

Floats = NDArray[np.float64]
HEADING = "\nComments\n"
RIDGE, ROUNDS = 1.0, 60


def fitted(seen: Floats, begins: Floats) -> Floats:
    """The weights of a logistic regression, by Newton's method, held back by `RIDGE`."""
    weights = np.zeros(seen.shape[1])
    for _ in range(ROUNDS):
        chance = _chances(seen, weights)
        slope = seen.T @ (begins - chance) - RIDGE * weights
        curve = (seen * (chance * (1 - chance))[:, None]).T @ seen + RIDGE * np.eye(len(weights))
        weights += np.linalg.solve(curve, slope)
    return weights


def _chances(seen: Floats, weights: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-seen @ weights)))


def lines_in(pages: Path, threads: Path) -> tuple[Floats, Floats, NDArray[np.str_]]:
    """What is seen of each line, whether it begins a comment, and its thread's event."""
    events = {row["id"]: row["event"] for row in map(json.loads, threads.open(encoding="utf-8"))}
    seen, begins, of = [], [], []
    for row in map(json.loads, (pages / "gold.jsonl").open(encoding="utf-8")):
        text = (pages / "pages" / f"{row['id']}.txt").read_text(encoding="utf-8")
        lines = list(lines_from(text, text.index(HEADING) + len(HEADING)))
        starts = {comment["span"][0] for comment in row["comments"]}
        habits = habits_of(lines)
        for before, line in itertools.pairwise(lines):
            if not (before.answers or line.answers):
                seen.append(features(before.text, line.text, habits))
                begins.append(line.span[0] in starts)
                of.append(events[row["id"]])
    return np.asarray(seen), np.asarray(begins, dtype=float), np.asarray(of)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--threads", type=Path, required=True)
    parser.add_argument("--flatten", type=Path, required=True)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, str(args.flatten), str(args.threads), folder, "--seed", "1"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        seen, begins, events = lines_in(Path(folder), args.threads)
    weights = fitted(seen, begins)
    for name, weight in zip(FEATURES, weights, strict=True):
        print(f"    {json.dumps(name)}: {weight:.2f},")
    unseen = np.zeros(len(begins))
    for event in np.unique(events):
        here = events == event
        unseen[here] = _chances(seen[here], fitted(seen[~here], begins[~here]))
    for told, chance in (("seen", _chances(seen, weights)), ("not seen", unseen)):
        print(f"lines judged wrongly, event {told}: {((chance > 0.5) != begins).sum()} of {len(begins)}")


if __name__ == "__main__":
    main()
