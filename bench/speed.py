"""Words a second from text to JSON, on one core, and where the time goes.

    python -m bench.speed [--articles N]

Reads the dev articles in one process, as often as N asks for. Peak memory is the process's highest.
"""

from __future__ import annotations

import argparse
import importlib
import json
import resource
import time
from collections import defaultdict
from collections.abc import Callable
from typing import Any

import sayso
from bench.corpora import POLNEAR, present, rows

STAGES = {
    "sayso.pipeline:read_page": "reading",
    "sayso.attribution.attributing:words_of": "words",
    "sayso.attribution.network:OnnxNetwork.encode": "encoder",
    "sayso.attribution.network:OnnxNetwork.link": "linker",
    "sayso.attribution.tagger:best_labels": "decoding",
    "sayso.attribution.attributing:nested": "nesting",
    "sayso.attribution.attributing:with_scopes": "scopes",
    "sayso.attribution.attributing:with_meaning": "meaning",
    "sayso.sources:resolve": "sources",
    "sayso.model:Page.as_dict": "writing",
}
"""Functions by module and name, and the stage that the time in each counts for; none calls another."""


def timed(spent: dict[str, float]) -> None:
    """Wrap each stage's function, so that its seconds are added to ``spent``."""
    for path, stage in STAGES.items():
        module, _, name = path.partition(":")
        *owners, attribute = name.split(".")
        owner: Any = importlib.import_module(module)
        for part in owners:
            owner = getattr(owner, part)
        setattr(owner, attribute, _wrapped(getattr(owner, attribute), stage, spent))


def _wrapped(function: Callable[..., Any], stage: str, spent: dict[str, float]) -> Callable[..., Any]:
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        began = time.perf_counter()
        try:
            return function(*args, **kwargs)
        finally:
            spent[stage] += time.perf_counter() - began

    return wrapper


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=84)
    args = parser.parse_args()
    if not present():
        parser.exit(2, "the gold corpora are not here (see bench/README.md)\n")
    texts = [
        json.dumps({"id": row["id"], "text": row["text"]}).encode() for row in rows(POLNEAR / "dev.jsonl")
    ]
    sayso.read(texts[0])  # what is loaded once is not counted
    spent: dict[str, float] = defaultdict(float)
    timed(spent)
    words, began = 0, time.perf_counter()
    for number in range(args.articles):
        page = sayso.read(texts[number % len(texts)])
        json.dumps(page.as_dict())
        words += len(page.text.split())
    whole = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{words / whole:,.0f} words/s ({words:,} words in {whole:.1f} s), peak {peak:.0f} MB")
    for stage, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"{stage:10} {seconds / whole:6.1%}")
    print(f"{'rest':10} {1 - sum(spent.values()) / whole:6.1%}")


if __name__ == "__main__":
    main()
