"""How well pages are found for a claim's text and grouped into stories: by words, by meaning, by both.

    python -m bench.claims [--json]
    python -m bench.claims --sizes      # seconds and memory for 1,000 to 100,000 pages
    python -m bench.claims --stating READ.jsonl     # the pages that a trail takes for reports of a claim

Needs the corpus of claims (see `bench/README.md`). The claims fall into two halves by a hash of their id:
settings were chosen on the first; the second was only scored. By words alone and by meaning alone,
pages are grouped by average linkage at the threshold that is best on the first half. Of the claims in
this corpus 24 are about one watch, and their pages fit one another's claims. `--stating` takes the
pages as `sayso read` has read them, one JSON a line, all in one case; its settings were chosen on all claims.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from bench.corpora import SHARED, Row, rows, scorer
from sayso.asking import LOOKED_AT
from sayso.claims.meaning import Index, encode, features, index, stories
from sayso.claims.meaning.encoder import Vectors, unit
from sayso.claims.meaning.features import features_of, vectors_of
from sayso.claims.meaning.weighing import rows_of
from sayso.claims.statements import statements
from sayso.claims.stating import Said, stating
from sayso.model import Page

CLAIMS = SHARED / "data" / "emergent" / "claims.jsonl"
ASKED = {"claims.found": 0.97, "claims.groups": 0.93}
_SIZES = (1_000, 10_000, 100_000)
_TRIED = np.arange(0.1, 0.7, 0.02)

Halves = dict[str, list[Row]]
Pages = list[tuple[str, bytes]]
Scores = Callable[[str], list[str]]


def halves(claims: list[Row]) -> Halves:
    """All claims, those that settings were chosen on, and those held out."""

    def first(claim: Row) -> bool:
        return hashlib.sha256(claim["id"].encode()).digest()[0] % 2 == 0

    parts = {"chosen-on": [c for c in claims if first(c)], "held-out": [c for c in claims if not first(c)]}
    return {"": claims, **{f".{name}": part for name, part in parts.items()}}


def features_in(claims: list[Row]) -> Pages:
    """Every page's id and features, each once."""
    pages = {page["id"]: page for claim in claims for page in claim["pages"]}
    return [(id, features_of(page["headline"], page["text"])) for id, page in pages.items()]


def found(parts: Halves, name: str, ranked: Scores) -> dict[str, float]:
    """Mean average precision over all claims and over each half."""
    answers = [{"claim": claim["id"], "ranked": ranked(claim["claim"])} for claim in parts[""]]
    score = scorer("score_claims").score
    return {f"claims.found{name}{half}": score(part, answers)["found"] for half, part in parts.items()}


def grouped(parts: Halves, name: str, groups: dict[str, str]) -> dict[str, float]:
    """B-cubed F1 over all pages and over those of each half of the claims."""
    answers = [{"page": page, "group": group} for page, group in groups.items()]
    score = scorer("score_claims").score
    return {
        f"claims.groups{name}{half}": score(part, answers)["groups"]["f1"] for half, part in parts.items()
    }


def by_scores(asked: Index, scores: Callable[[str], Vectors]) -> Scores:
    """Page ids in the order of some scores."""
    return lambda text: [asked.found.ids[n] for n in np.argsort(-scores(text), kind="stable")]


def linked(parts: Halves, name: str, ids: tuple[str, ...], likeness: Vectors) -> dict[str, float]:
    """The same for average linkage, at the threshold that is best on the first half."""
    distance = np.clip(1 - likeness, 0, None)
    np.fill_diagonal(distance, 0)
    tree = linkage(squareform(distance, checks=False), "average")

    def scores(least: float) -> dict[str, float]:
        labels = fcluster(tree, 1 - least, "distance")
        return grouped(parts, name, dict(zip(ids, map(str, labels), strict=True)))

    return max(map(scores, _TRIED), key=lambda figures: figures[f"claims.groups{name}.chosen-on"])


def figures() -> dict[str, float]:
    """Each figure by its name."""
    claims = list(rows(CLAIMS))
    parts, pages = halves(claims), features_in(claims)
    asked = index(pages)
    words, about = rows_of(asked.found, asked.weights), unit(vectors_of(asked.found))
    return {
        **found(parts, "", lambda text: [id for id, _ in asked.ranked(text)]),
        **found(parts, ".words", by_scores(asked, asked.words)),
        **found(parts, ".meaning", by_scores(asked, asked.meaning)),
        **grouped(parts, "", stories(pages)),
        **linked(parts, ".words", asked.found.ids, (words @ words.T).toarray()),
        **linked(parts, ".meaning", asked.found.ids, about @ about.T),
    }


def made(count: int) -> Pages:
    """The features of pages made of the corpus's sentences: four a story, each with half of them."""
    chosen = random.Random(count)
    sentences = [s for claim in rows(CLAIMS) for page in claim["pages"] for s in page["text"].split(". ")]
    pages: Pages = []
    while len(pages) < count:
        story = chosen.sample(sentences, 30)
        for _ in range(4):
            headline, *told = chosen.sample(story, 16)
            pages.append((f"page-{len(pages)}", features_of(headline, ". ".join(told))))
    return pages


def seconds(count: int) -> dict[str, float]:
    """What ``count`` pages take."""
    clock = time.perf_counter
    at = [clock()]
    pages = made(count)
    at.append(clock())
    asked = index(pages)
    at.append(clock())
    for claim in ("The council of Port Calder has sold its harbour", "Eight canisters were delivered"):
        asked.ranked(claim)
    at.append(clock())
    stories(pages)
    at.append(clock())
    features, indexed, ranked, grouped = np.diff(at).tolist()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"features": features, "index": indexed, "ranked": ranked / 2, "stories": grouped, "MB": memory}


def stating_figures(read: Path) -> dict[str, float]:
    """How many of the pages taken for reports of a claim are, and how many of its reports are taken."""
    pages = {row["id"]: Page.from_dict(row) for row in rows(read)}
    said = {id: _said(page) for id, page in pages.items()}
    asked = index((id, features(page)) for id, page in pages.items())
    right = taken = there = 0
    for claim in rows(CLAIMS):
        ranked = asked.ranked(claim["claim"])[:LOOKED_AT]
        some = stating(claim["claim"], encode([claim["claim"]])[0], ranked, said)
        gold = {page["id"] for page in claim["pages"]}
        right, taken, there = right + len(gold & set(some)), taken + len(some), there + len(gold)
    return {"claims.stating.precision": right / taken, "claims.stating.recall": right / there}


def _said(page: Page) -> Said:
    found = statements(page)
    return Said(page, found, encode([one.text for one in found]))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--stating", type=Path, metavar="READ.jsonl")
    parser.add_argument("--sizes", action="store_true", help="how it grows, instead of how good it is")
    args = parser.parse_args()
    if not CLAIMS.is_file():
        parser.exit(2, "the corpus of claims is not here (see bench/README.md)\n")
    if args.sizes:
        for count in _SIZES:
            print(f"| {count:,} pages |", *(f"{k} {v:.3f} |" for k, v in seconds(count).items()), flush=True)
        return 0
    result: dict[str, Any] = stating_figures(args.stating) if args.stating else figures()
    if args.json:
        print(json.dumps(result, indent=1))
        return 0
    print("| figure | found | asked |\n| --- | --- | --- |")
    for name, value in result.items():
        print(f"| {name} | {value:.3f} | {ASKED.get(name, '')} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
