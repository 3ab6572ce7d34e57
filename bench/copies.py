"""How well copied passages are found, beside what is asked; and how long it takes for very many pages.

    python -m bench.copies [--json] [--pages N ...]

Needs the corpora (see `bench/README.md`). Planted: half of PolNeAR's training articles are hosts; every
second host gets one passage of 2 to 12 sentences, or all, of an article of the other half (see
`bench/planted.py`). A word is counted on both pages: found are the words in the passages of all copies,
planted are those of the planted sentences, changed words too. What the articles already share of
themselves (mostly statements that many quote, and standing text) is found first, on the untouched
articles, and those pairs are left out of both counts; `natural pairs` tells how many there are.
Emergent: the pairs of pages that a reader marked as sharing text, found directly, or through pages
between them. Time: made-up pages of 400 words, three in ten with a passage of an earlier one.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator

from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from bench.corpora import POLNEAR, SHARED, rows
from bench.planted import Planted, edited, planted, sentences_of
from sayso.model import Page, Span
from sayso.provenance.copies import copies, signature
from sayso.provenance.copies.words import words_of
from sayso.provenance.trail import Copy

EMERGENT = SHARED / "data" / "emergent"
ASKED = {"precision": 0.98, "recall": 0.95}
RATES = (0.1, 0.2, 0.3, 0.4)
SEEDS = (1, 2, 3)
_SENTENCES, _COPYING, _OUTLETS = 20, 0.3, 500

Words = set[tuple[str, int]]


def found_in(pages: Iterable[Page]) -> tuple[Copy, ...]:
    """The copies among ``pages``, none of them an agency's."""
    by_id = {page.id: page for page in pages}
    return copies(map(signature, by_id.values()), by_id.__getitem__, lambda _: None)


def planted_figures(texts: dict[str, str], seeds: Iterable[int]) -> dict[str, float]:
    """Precision and recall of words and of pairs of pages, over all ``seeds``."""
    natural = {pair_of(copy) for copy in found_in(Page(id, text) for id, text in texts.items())}
    counts: dict[str, float] = defaultdict(float)
    for seed in seeds:
        pages, gold = planted(texts, seed, RATES)
        _count(counts, {page.id: page.text for page in pages}, gold, found_in(pages), natural)
    result = {"natural pairs": float(len(natural))}
    for part in ("", *(f".{rate:.0%}" for rate in RATES)):
        for kind in ("words", "pairs"):
            hits = counts[f"{kind}.hit{part}"]
            result[f"{kind}.recall{part}"] = hits / counts[f"{kind}.gold{part}"]
            result[f"{kind}.precision{part}"] = hits / counts[f"{kind}.found{part}"]
    return result


def pair_of(copy: Copy) -> frozenset[str]:
    return frozenset((copy.page, copy.source))


def _count(
    counts: dict[str, float],
    texts: dict[str, str],
    gold: list[Planted],
    found: tuple[Copy, ...],
    natural: set[frozenset[str]],
) -> None:
    """Add what was found, planted and both; pairs that are none of the planted count for no rate."""
    by_pair = {frozenset((one.host, one.source)): one for one in gold}
    expected = {pair: _planted_words(one, texts) for pair, one in by_pair.items() if pair not in natural}
    made = {pair_of(copy): _found_words(copy, texts) for copy in found if pair_of(copy) not in natural}
    beside = _carried(by_pair.values(), natural)
    for pair in (expected.keys() | made.keys()) - beside:
        here, there = expected.get(pair, set()), made.get(pair, set())
        for part in ("", f".{by_pair[pair].rate:.0%}") if pair in by_pair else ("",):
            for name, number in (("gold", len(here)), ("found", len(there)), ("hit", len(here & there))):
                counts[f"words.{name}{part}"] += number
                counts[f"pairs.{name}{part}"] += number > 0


def _carried(gold: Iterable[Planted], natural: set[frozenset[str]]) -> set[frozenset[str]]:
    """The pairs that a planted passage makes with pages that shared text with its source all along."""
    alike: dict[str, set[str]] = defaultdict(set)
    for one, other in map(tuple, natural):
        alike[one].add(other)
        alike[other].add(one)
    return {frozenset((one.host, other)) for one in gold for other in alike[one.source]}


def _planted_words(one: Planted, texts: dict[str, str]) -> Words:
    return _words(one.host, texts, one.spans) | _words(one.source, texts, one.originals)


def _found_words(copy: Copy, texts: dict[str, str]) -> Words:
    spans = [passage.span for passage in copy.passages]
    originals = [passage.original for passage in copy.passages]
    return _words(copy.page, texts, spans) | _words(copy.source, texts, originals)


def _words(id: str, texts: dict[str, str], spans: Iterable[Span]) -> Words:
    starts = [start for start, _ in words_of(texts[id]).spans]
    return {(id, at) for begin, end in spans for at in starts if begin <= at < end}


def emergent_figures() -> dict[str, float]:
    """The share of the pairs a reader marked that are found, directly and through others."""
    claims = json.loads((EMERGENT / "origins-dev.json").read_text(encoding="utf-8"))
    marked = {frozenset(pair) for claim in claims for pair in claim["copies"]}
    told = {frozenset((page["id"], claim["id"])) for claim in claims for page in claim["pages"]}
    pages = {p["id"]: Page(p["id"], p["text"]) for c in rows(EMERGENT / "claims.jsonl") for p in c["pages"]}
    pairs = {pair_of(copy): copy for copy in found_in(pages.values())}
    group = _groups(list(pages), pairs)
    claim_of = {min(pair - {c["id"] for c in claims}): max(pair & {c["id"] for c in claims}) for pair in told}
    among = {pair for pair in pairs if len({claim_of.get(id, id) for id in pair}) == 1}
    return {
        "marked": len(marked),
        "directly": len(marked & pairs.keys()) / len(marked),
        "through others": sum(len({group[id] for id in pair}) == 1 for pair in marked) / len(marked),
        "not marked": len(among - marked),
        "not marked, own words": sum(pairs[pair].words > pairs[pair].quoted for pair in among - marked),
    }


def _groups(ids: list[str], pairs: Iterable[frozenset[str]]) -> dict[str, int]:
    """The connected pages, each by the number of its group."""
    number = {id: at for at, id in enumerate(ids)}
    ends = [tuple(number[id] for id in pair) for pair in pairs]
    here, there = zip(*ends, strict=True)
    graph = coo_array(([1] * len(ends), (here, there)), shape=(len(ids), len(ids)))
    return dict(zip(ids, connected_components(graph)[1].tolist(), strict=True))


def made_up(texts: Iterable[str], count: int, seed: int) -> Iterator[Page]:
    """Pages of sentences of ``texts``, six words in ten changed so that none is another's; some copy."""
    chance = random.Random(seed)
    sentences = [text[slice(*span)] for text in texts for span in sentences_of(text)]
    vocabulary = [word for sentence in sentences for word in sentence.split()]
    earlier: list[list[str]] = []
    for number in range(count):
        own = [edited(chance.choice(sentences), 0.6, vocabulary, chance) for _ in range(_SENTENCES)]
        if earlier and chance.random() < _COPYING:
            source, first = chance.choice(earlier), chance.randrange(_SENTENCES // 2)
            taken = source[first : first + chance.randint(2, 8)]
            own[: len(taken)] = [edited(one, chance.choice(RATES), vocabulary, chance) for one in taken]
        earlier.append(own)
        outlet = f"Outlet {chance.randrange(_OUTLETS)}"
        yield Page(f"p{number}", " ".join(own), outlet=outlet, published=f"2031-03-{number % 28 + 1:02}")


def time_figures(texts: list[str], count: int) -> dict[str, float]:
    """Seconds to sign ``count`` pages and to find their copies, and what memory that took."""
    pages = {page.id: page for page in made_up(texts, count, seed=1)}
    words = sum(len(page.text.split()) for page in pages.values())
    start = time.perf_counter()
    signed = list(map(signature, pages.values()))
    middle = time.perf_counter()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = copies(signed, pages.__getitem__, lambda _: None)
    return {
        "words a page": words / count,
        "bytes a signature": sum(len(one.shingles) for one in signed) / count,
        "seconds to sign": middle - start,
        "seconds": time.perf_counter() - middle,
        "copies": len(found),
        "MB more": (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024,
    }


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--pages", type=int, nargs="*", default=[1_000, 10_000])
    args = parser.parse_args()
    if not POLNEAR.is_dir() or not EMERGENT.is_dir():
        parser.exit(2, "the corpora are not here (see bench/README.md)\n")
    texts = {row["id"]: row["text"] for row in rows(POLNEAR / "train.jsonl")}
    found = {f"planted.{name}": value for name, value in planted_figures(texts, SEEDS).items()}
    found |= {f"emergent.{name}": value for name, value in emergent_figures().items()}
    for count in args.pages:
        timed = time_figures(list(texts.values()), count)
        found |= {f"{count:,} pages.{name}": value for name, value in timed.items()}
    if args.json:
        print(json.dumps(found, indent=1))
        return 0
    print("| figure | found | asked |\n| --- | --- | --- |")
    for name, value in found.items():
        print(f"| {name} | {value:,.3f} | {ASKED.get(name.rpartition('.')[2], '')} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
