"""Sampled misses of the dev part, to be read by eye: `docs/errors.md` is written from them.

    python -m bench.misses [--count 50] [--seed 7]

A miss is a gold attribution that no answer matches in content and source (half their words each).
"""

from __future__ import annotations

import argparse
import random
from typing import Any

from bench.corpora import POLNEAR, Row, present, read_all, rows, scorer

Words = tuple[frozenset[int], frozenset[int]]


def misses(gold: Row, answer: Row) -> list[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Each gold attribution without a match, with the answers that share a word of its content or its cue."""
    score = scorer("score_attributions")
    starts = [m.start() for m in score.WORD.finditer(gold["text"])]
    outer = [a for a in answer["attributions"] if score.outermost(a)]

    def words(a: dict[str, Any]) -> Words:
        return score.words_under(a["content"], starts), score.words_under(a["source"], starts)

    def alike(a: Words, b: Words) -> bool:
        return bool(score.dice(a[0], b[0]) >= 0.5 and score.dice(a[1], b[1]) >= 0.5)

    found = []
    for a in gold["attributions"]:
        mine = words(a)
        if mine[0] and not any(alike(mine, words(b)) for b in outer):
            cue = score.words_under(a["cue"], starts)
            near = [b for b in answer["attributions"] if score.words_under(b["cue"], starts) & cue]
            near += [b for b in outer if b not in near and words(b)[0] & mine[0]]
            found.append((a, near))
    return found


def shown(text: str, a: dict[str, Any]) -> str:
    """An attribution's words, role by role."""
    parts = (" … ".join(text[s:e] for s, e in a[role]) or "-" for role in ("source", "cue", "content"))
    nested = "" if a.get("parent") is None else " (nested)"
    return " | ".join(parts) + nested


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    if not present():
        parser.exit(2, "the gold corpora are not here (see bench/README.md)\n")
    answers = read_all(POLNEAR / "dev.jsonl")
    every = [(row, *miss) for row in rows(POLNEAR / "dev.jsonl") for miss in misses(row, answers[row["id"]])]
    print(f"{len(every)} misses; {args.count} of them:\n")
    for row, gold, near in random.Random(args.seed).sample(every, args.count):
        print("gold :", shown(row["text"], gold))
        for answer in near:
            print("found:", shown(row["text"], answer))
        print()


if __name__ == "__main__":
    main()
