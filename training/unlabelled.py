"""Read news texts that nobody labelled, for a teacher to label (Baly et al., EMNLP 2020: 37,554 articles).

    python -m training.unlabelled TEXTS --corpus CORPUS

counts their words and tells how much of any dev article stands in one of them.

Articles by the labelled corpus's publishers from its own months are left out, so that no page of its
dev or test part is met in training.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

PUBLISHERS = (
    "breitbart",
    "huff",
    "new york times",
    "politico",
    "usa today",
    "washington post",
    "western journal",
)
MONTHS = ("2015-01", "2017-03")
COUNT, SEED = 5700, 13
"""How many are read, and the seed of their order."""
RUN = 8
"""Words in a run that two texts are compared by."""
LENGTHS = (80, 2000)
"""Words of the articles that are read."""


def texts_of(folder: Path, seed: int) -> Iterator[tuple[str, str]]:
    """Id and text of the folder's articles, title first, in an order that the seed settles."""
    paths = sorted(folder.glob("*.json"))
    random.Random(seed).shuffle(paths)
    for path in paths:
        row = json.loads(path.read_text(encoding="utf-8"))
        body = row["content_original"].strip()
        outlet, date = row["source"].lower(), row["date"]
        close = not date[:4].isdecimal() or MONTHS[0] <= date < MONTHS[1]
        if close and any(name in outlet for name in PUBLISHERS):
            continue
        if LENGTHS[0] <= len(body.split()) <= LENGTHS[1]:
            yield path.stem, f"{row['title'].strip().rstrip('.')}.\n\n{body}"


def runs_of(text: str) -> set[tuple[str, ...]]:
    """All runs of `RUN` words of a text."""
    words = re.findall(r"\w+", text.lower())
    return set(zip(*(words[n:] for n in range(RUN)), strict=False))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", type=Path)
    parser.add_argument("--corpus", type=Path, required=True, help="folder with dev.jsonl")
    args = parser.parse_args()
    with (args.corpus / "dev.jsonl").open(encoding="utf-8") as lines:
        dev = {row["id"]: runs_of(row["text"]) for row in map(json.loads, lines)}
    count, most = 0, (0.0, "", "")
    for id, text in itertools.islice(texts_of(args.texts, SEED), COUNT):
        count += len(text.split())
        found = runs_of(text)
        most = max(most, *((len(found & runs) / len(runs), article, id) for article, runs in dev.items()))
    print(f"{count:,} words; the most of a dev article that stands in one of them: {most[0]:.1%} {most[1:]}")


if __name__ == "__main__":
    main()
