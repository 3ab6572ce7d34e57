"""Words a second from text to JSON, on one core, and where the time goes.

    python -m bench.speed [--articles N]

Reads the dev articles in one process; stages are timed by wrapping the functions they go through.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import resource
import time
from collections.abc import Callable
from typing import Any

from bench.corpora import POLNEAR, rows
from sayso.attribution import attribute as attribution
from sayso.attribution import tagger
from sayso.attribution.network import shipped
from sayso.reading import read_page
from sayso.sources import resolve


class Clock:
    """Seconds spent in each named stage."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}

    def timed(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def wrapper(*args: Any, **kwargs: Any) -> Any:
            began = time.perf_counter()
            try:
                return function(*args, **kwargs)
            finally:
                self.spent[name] = self.spent.get(name, 0.0) + time.perf_counter() - began

        return wrapper


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=84)
    args = parser.parse_args()
    clock = Clock()
    network = shipped()
    network.encode = clock.timed("encoder", network.encode)  # type: ignore[method-assign]
    network.link = clock.timed("linker", network.link)  # type: ignore[method-assign]
    attribution.words_of = clock.timed("words", attribution.words_of)
    tagger.best_labels = clock.timed("decoding", tagger.best_labels)
    attribution.with_scopes = clock.timed("scopes", attribution.with_scopes)
    attribution.with_meaning = clock.timed("meaning", attribution.with_meaning)
    sources = clock.timed("sources", resolve)
    reading = clock.timed("reading", read_page)
    texts = [
        json.dumps({"id": row["id"], "text": row["text"]}).encode() for row in rows(POLNEAR / "dev.jsonl")
    ]
    texts = (texts * (args.articles // len(texts) + 1))[: args.articles]
    words = 0
    began = time.perf_counter()
    for text in texts:
        page = reading(text)
        words += len(page.text.split())
        page = dataclasses.replace(page, attributions=sources(page, attribution.attribute(page)))
        json.dumps(page.as_dict())
    whole = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{words / whole:,.0f} words/s ({words:,} words, {whole:.1f} s), peak {peak:.0f} MB")
    for name, seconds in sorted(clock.spent.items(), key=lambda item: -item[1]):
        print(f"{name:10} {seconds / whole:6.1%}")
    print(f"{'rest':10} {1 - sum(clock.spent.values()) / whole:6.1%}")


if __name__ == "__main__":
    main()
