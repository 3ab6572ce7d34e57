"""How well and how fast the reply tree of flat text is recovered, beside what is asked.

    python -m bench.flat_threads [--sizes 100 1000 10000 100000]

Flattens the gold threads as a saved page would hold them, with three seeds, and again with more comments
gone and titled; reads the pages, and scores them. "sure" are the answers with a confidence of at least
0.9: how many of all, and how many of them hang under the right parent. The weights of the boundaries
were learnt from these threads; leaving out the event that is read costs 0.002 of any figure but pages,
0.010 of those.
"""

from __future__ import annotations

import argparse
import dataclasses
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench.corpora import SHARED, Row, rows, scorer
from sayso.reading import read_page

THREADS = SHARED / "data" / "threads" / "pheme.jsonl"
FLATTEN = SHARED / "bench" / "flatten_threads.py"
PLAIN: tuple[str, ...] = ()
MANY_GONE = ("--gone", "0.15", "--titled", "0.25")
REAL = SHARED / "stories" / "idlib-2018-with-comments.txt"
# Read by hand: which comment each answers, the one that is gone counted with the others.
# fmt: off
REAL_PARENTS = (
    None, 0, 1, 2, 3, 4, 5, 6, 7, 8, 7, 10, 11, 5, 13, 13, 4, 3, 17, 3, 1, 20, 1, 22, 23, 23, 23, 1, 1, 28, 1,
    None, 31, 32, 33, None, 35, 35, None, 38, 38, 38,
)
# fmt: on
REAL_GONE = 4
ASKED = {PLAIN: "0.98   0.97    0.98    0.80", MANY_GONE: "       0.90"}
WORDS = "ferry harbour council winter bridge toll captain letter island market rain vote crew pilot".split()


def figures() -> dict[str, float]:
    """What is asked of, by name: the shares of the first seed, and of the real page."""
    found: dict[str, float] = {"flat.real page": real_page()}
    for rates, prefix in ((PLAIN, "flat"), (MANY_GONE, "flat, many gone")):
        shares = _shares("1", rates)
        found |= {f"{prefix}.{name}": share for name, share in shares.items() if not name.startswith("sure")}
    return found


def real_page() -> float:
    """The share of the comments of a real page, the one that is gone among them, that are right."""
    comments = read_page(REAL).comments
    places = {comment.id: place for place, comment in enumerate(comments)}
    found = [(None if c.parent is None else places[c.parent], c.missing) for c in comments]
    gold = [(parent, place == REAL_GONE) for place, parent in enumerate(REAL_PARENTS)]
    same = sum(one == other for one, other in zip(found, gold, strict=False))
    return same / max(len(gold), len(found))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="*", default=[100, 1000, 10_000, 100_000])
    sizes = parser.parse_args().sizes
    if not (THREADS.is_file() and FLATTEN.is_file()):
        print(f"no gold threads at {THREADS}, or nothing that flattens them at {FLATTEN}", file=sys.stderr)
        return 2
    print("set                                 comments parents authors pages   sure  right")
    for rates in (PLAIN, MANY_GONE):
        for seed in ("1", "2", "3"):
            shares = _shares(seed, rates).values()
            row = "   ".join(f"{share:.3f}" for share in shares)
            print(f"{'seed ' + seed + ' ' + ' '.join(rates):36}{row}")
        print(f"{'asked':36}{ASKED[rates]}")
    print(f"the real page: {real_page():.3f} of its comments under what they answer (asked: 1)")
    print("comments   seconds (asked: under 5 for 10,000)")
    for size in sizes:
        print(f"{size:>8,}   {_seconds(size):.2f}")
    return 0


def _shares(seed: str, rates: tuple[str, ...]) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        command = [sys.executable, str(FLATTEN), str(THREADS), name, "--seed", seed, *rates]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        gold = {row["id"]: row for row in rows(folder / "gold.jsonl")}
        predicted = {key: _read(folder / "pages" / f"{key}.txt") for key in gold}
    score: Any = scorer("score_threads").score(gold, predicted)
    sure, right = _calibration(gold, predicted)
    shares = {name: score[name] for name in ("parents", "authors", "pages")}
    return {"comments": score["comments"]["f1"], **shares, "sure": sure, "sure and right": right}


def _read(page: Path) -> Row:
    return {"comments": [dataclasses.asdict(comment) for comment in read_page(page).comments]}


def _calibration(gold: dict[str, Row], predicted: dict[str, Row]) -> tuple[float, float]:
    """The share of found answers that are sure of their parent, and of these the share that is right."""
    verdicts = []
    for key, row in gold.items():
        found = {tuple(c["span"]): c for c in predicted[key]["comments"] if c["span"]}
        ids = {c["id"]: c for c in predicted[key]["comments"]}
        for comment in row["comments"]:
            guess = found.get(tuple(comment["span"]))
            if guess and guess["parent"]:
                right = _right(comment, ids[guess["parent"]], row["comments"])
                verdicts.append((guess["confidence"] >= 0.9, right))
    sure = [right for confident, right in verdicts if confident]
    return len(sure) / len(verdicts), sum(sure) / len(sure)


def _right(comment: Row, parent: Row, comments: list[Row]) -> bool:
    if comment["parent_missing"]:
        return bool(parent["missing"] and parent["author"] == comment["parent_missing"]["author"])
    return comment["parent"] is not None and list(parent["span"] or ()) == comments[comment["parent"]]["span"]


def _seconds(size: int) -> float:
    text = _page(size)
    start = time.perf_counter()
    read_page(f"The ferry was late.\nComments\n{text}".encode())
    return time.perf_counter() - start


def _page(size: int) -> str:
    """A thread of made-up comments, some of it as deep as its seed has it."""
    rng, lines = random.Random(size), []
    path: list[tuple[str, str]] = []
    for n in range(size):
        words = " ".join(rng.choices(WORDS, k=12))
        del path[rng.randrange(len(path) + 1) if rng.random() < 0.2 else len(path) :]
        lines.append(words)
        if path:
            lines.append("In reply to {} by {}".format(*path[-1]))
        path.append((words[:28].rsplit(" ", 1)[0] + "…", f"user{n}"))
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
