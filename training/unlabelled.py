"""Read news texts that nobody labelled, for a teacher to label (Baly et al., EMNLP 2020: 37,554 articles).

Articles by the labelled corpus's publishers from its own months are left out, so that no page of its
dev or test part is met in training.
"""

from __future__ import annotations

import json
import random
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
