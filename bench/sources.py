"""How well sources are gathered across pages, and how fast: made-up pages, gold names, pages of one's own.

    python -m bench.sources [PAGES.jsonl] [--json]

The made-up pages are seeded: stories of about 25 pages with a cast of their own, in which one person is
named in full, by surname or in another spelling, with a role or without, while 60 surnames do for all
stories and about one person in six has the full name of another. Scored are mentions, by B-cubed. Of the
gold speakers it is told how many are joined though one page names them differently. PAGES.jsonl is what
`sayso read` wrote.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from bench.corpora import POLNEAR, Row, present, rows
from sayso.model import Attribution, Page, Spans, Speaker
from sayso.sources.across import Source, gather

SEED = 2031
_SIZES = (1_000, 10_000)
_ASKED_SECONDS = {10_000: 10.0}
_PER_PAGE = 15
_SOUNDS = "mar quil tol vess or ka lin dro bel thor nas rim fen gal hol ster pel ruk sam wen".split()
_ROLES = ("harbour master", "finance minister", "ferry captain", "trade union leader", "marine biologist")

Mention = tuple[str, str]
Clusters = Mapping[Mention, str]


class Stories:
    """Made-up pages, and for each mention who it really is."""

    def __init__(self, pages: int, seed: int = SEED) -> None:
        self.chance = random.Random(seed)
        self.truth: dict[Mention, str] = {}
        self.given = [self._word(2) for _ in range(200)]
        self.surnames = [self._word(3) for _ in range(60)]
        self.pages = [
            self._page(f"{story}-{number}", *cast)
            for story in range(max(1, pages // 25))
            for cast in [self._cast(story)]
            for number in range(25)
        ]

    def _word(self, sounds: int) -> str:
        return "".join(self.chance.sample(_SOUNDS, sounds)).title()

    def _cast(self, story: int) -> tuple[list[tuple[str, str, str]], list[str]]:
        """Who speaks in a story, with surnames that differ, and the names it is known by."""
        persons = [
            (f"{story}/{at}", f"{self.chance.choice(self.given)} {surname}", self.chance.choice(_ROLES))
            for at, surname in enumerate(self.chance.sample(self.surnames, 6))
        ]
        return persons, [self._word(4) for _ in range(12)]

    def _page(self, id: str, persons: Sequence[tuple[str, str, str]], names: Sequence[str]) -> Page:
        forms = {who: self._form(name) for who, name, _ in persons}
        spoken = []
        for number in range(_PER_PAGE):
            who, _, role = self.chance.choice(persons)
            speaker = Speaker(forms[who], "person", role if self.chance.random() < 0.4 else None)
            if number % 3 == 2:
                who, speaker = f"{id}/{number}", Speaker(None, "unnamed", "official")
            self.truth[id, str(number)] = who
            spoken.append(Attribution(str(number), ((0, 4),), (), ((0, 4),), speaker=speaker))
        told = " and ".join(name for name in names if self.chance.random() < 0.6)
        return Page(id, f"They {told} said what was to be said of the pier. " * 8, attributions=tuple(spoken))

    def _form(self, name: str) -> str:
        given, surname = name.split()
        forms = (name, name, name, surname, f"{given}-{surname}", f"{given} Q. {surname}", name.upper())
        return self.chance.choice(forms)


def b_cubed(found: Clusters, truth: Clusters) -> tuple[float, float]:
    """Precision and recall: how much of its cluster is really the same as a mention, and the other way."""
    both = Counter((found[one], truth[one]) for one in truth)
    sizes, true = Counter(found[one] for one in truth), Counter(truth.values())
    precision = sum(n * n / sizes[cluster] for (cluster, _), n in both.items()) / len(truth)
    recall = sum(n * n / true[who] for (_, who), n in both.items()) / len(truth)
    return precision, recall


def by_mention(sources: Iterable[Source]) -> dict[Mention, str]:
    return {mention: one.id for one in sources for mention in one.mentions}


def made_up(pages: int) -> dict[str, float]:
    """Seconds, precision and recall on this many made-up pages."""
    stories = Stories(pages)
    start = time.perf_counter()
    sources = gather(stories.pages)
    seconds = time.perf_counter() - start
    precision, recall = b_cubed(by_mention(sources), stories.truth)
    return {"seconds": seconds, "b3.precision": precision, "b3.recall": recall}


def gold_names() -> dict[str, float]:
    """Whether speakers whom a page names differently, by gold, are kept apart when all pages are gathered."""
    pages = [_gold_page(row) for row in rows(POLNEAR / "speakers-dev.jsonl")]
    sources = by_mention(gather(pages))
    on_page: dict[Mention, set[str]] = defaultdict(set)
    for page in pages:
        for one in page.attributions:
            if one.speaker and one.speaker.name:
                on_page[page.id, sources[page.id, one.id]].add(one.speaker.name)
    mixed = sum(len(some) - 1 for some in on_page.values())
    return {"names": sum(map(len, on_page.values())), "joined on one page": mixed}


def _gold_page(row: Row) -> Page:
    spoken = []
    for number, one in enumerate(row["attributions"]):
        source, cue, content = (_spans(one[part]) for part in ("source", "cue", "content"))
        spoken.append(Attribution(str(number), source, cue, content, speaker=Speaker(**one["speaker"])))
    return Page(row["id"], row["text"], attributions=tuple(spoken))


def _spans(pieces: Sequence[Sequence[int]]) -> Spans:
    return tuple((start, end) for start, end in pieces)


def read_pages(path: Path) -> dict[str, float]:
    """What is found in pages that were read before, of which no gold is known."""
    pages = [Page.from_dict(row) for row in rows(path)]
    start = time.perf_counter()
    sources = gather(pages)
    seconds = time.perf_counter() - start
    named = [one for one in sources if one.names]
    rules = Counter(merge.rule for one in sources for merge in one.merges)
    return {
        "pages": len(pages),
        "seconds": seconds,
        "sources with a name": len(named),
        "without": len(sources) - len(named),
        "on several pages": sum(len({page for page, _ in one.mentions}) > 1 for one in named),
        "with several names": sum(len(one.names) > 1 for one in named),
        **{f"merged by {rule}": count for rule, count in rules.most_common()},
    }


def figures(path: Path | None) -> dict[str, float]:
    """Each figure by its name."""
    found = {f"made-up.{size}.{name}": value for size in _SIZES for name, value in made_up(size).items()}
    if present():
        found |= {f"gold.{name}": value for name, value in gold_names().items()}
    if path is not None:
        found |= {f"read.{name}": value for name, value in read_pages(path).items()}
    return found


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pages", nargs="?", type=Path)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    found = figures(args.pages)
    if args.json:
        print(json.dumps(found, indent=1))
        return 0
    asked = {f"made-up.{size}.seconds": seconds for size, seconds in _ASKED_SECONDS.items()}
    print("| figure | found | asked |\n| --- | --- | --- |")
    for name, value in found.items():
        shown = f"{value:,}" if isinstance(value, int) else f"{value:.3f}"
        print(f"| {name} | {shown} | {f'under {asked[name]:.0f}' if name in asked else ''} |")
    if not present():
        print("\nThe gold corpora are not here (see bench/README.md).")
    return 0


if __name__ == "__main__":
    sys.exit(main())
