"""What pages say of a claim, and on whose word, beside what people read on them.

    python -m bench.reports [--read PAGES.jsonl] [--out ROWS.jsonl] [--misses]

Needs the claims that were read by hand (see `bench/README.md`). The pages of each claim are given, and
what is scored is whom the chains of each page end in, and whole chains: every name, in order. `--read`
takes pages that Sayso has read before, one JSON a line, instead of reading them again (minutes);
`--out` writes the chains, one line a claim, as the scorer of origins takes them.

The lower lines of the table show what is lost before anything is chosen: `attributions` is what the
best choice among the page's attributions could reach, chain by chain as the page's reading has them,
and `statements` the best choice among the chains that reports are made from. Denials are scored by whom
they end in.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import sayso
from bench.corpora import SHARED, Row, rows, scorer
from sayso.claims.meaning import encode
from sayso.model import Page
from sayso.provenance.reports import report
from sayso.provenance.reports.known import known_from
from sayso.provenance.reports.statements import sentences_of, statements_of
from sayso.provenance.trail import Chain

CLAIMS = SHARED / "data" / "emergent" / "claims.jsonl"
GOLD = SHARED / "data" / "emergent" / "origins-dev.json"
ASKED = {"innermost": 0.75, "chain": 0.60}

Links = list[dict[str, str]]


def gold() -> list[Row]:
    with GOLD.open(encoding="utf-8") as file:
        found: list[Row] = json.load(file)
        return found


def pages(claims: Sequence[Row], read: Path | None) -> dict[str, Page]:
    """The pages of the claims by id, with their attributions."""
    wanted = {page["id"] for claim in claims for page in claim["pages"]}
    if read is not None:
        return {row["id"]: Page.from_dict(row) for row in rows(read) if row["id"] in wanted}
    texts = {page["id"]: page for claim in rows(CLAIMS) for page in claim["pages"] if page["id"] in wanted}
    return {id: _read(id, page) for id, page in texts.items()}


def _read(id: str, page: Row) -> Page:
    data = {"id": id, "title": page["headline"], "text": page["text"]}
    return sayso.read(json.dumps(data).encode())


def links(chains: Sequence[Chain]) -> list[Links]:
    return [[{"name": link.name, "kind": link.kind} for link in chain] for chain in chains]


def answer(claim: Row, known: dict[str, Page]) -> Row:
    """The reports on one claim, as the scorer of origins takes them."""
    reports = []
    for page in claim["pages"]:
        found = report(claim["claim"], known[page["id"]], encode)
        chains, denials = (links(found.chains), links(found.denials)) if found else ([], [])
        reports.append({"page": page["id"], "chains": chains, "denials": denials})
    return {"id": claim["id"], "reports": reports}


def ceilings(claims: Sequence[Row], known: dict[str, Page]) -> Iterator[tuple[str, int, int]]:
    """How many ends of chains, and chains, are among what could be chosen, and how many are asked."""
    score = scorer("score_origins")
    for name, candidates in (("attributions", _attributed), ("statements", _stated)):
        ends = whole = all_ends = all_whole = 0
        for page in (page for claim in claims for page in claim["pages"]):
            given = candidates(known[page["id"]])
            asked = score.unique([chain[-1] for chain in page["chains"]], score.node_same)
            ends += sum(any(score.node_same(last, chain[-1]) for chain in given) for last in asked)
            whole += sum(any(score.chains_same(one, chain) for chain in given) for one in page["chains"])
            all_ends, all_whole = all_ends + len(asked), all_whole + len(page["chains"])
        yield f"{name}: innermost", ends, all_ends
        yield f"{name}: chain", whole, all_whole


def _attributed(page: Page) -> list[Links]:
    return [[{"name": name} for name in one.chain] for one in page.attributions if one.chain]


def _stated(page: Page) -> list[Links]:
    known = known_from(page.article)
    return links([one.chain for one in statements_of(known, sentences_of(known.page)) if one.chain])


def denials(claims: Sequence[Row], answers: dict[str, Row]) -> Any:
    """The scorer's figures with denials in the place of chains."""
    turned = [
        {**claim, "pages": [{**page, "chains": page["denials"]} for page in claim["pages"]]}
        for claim in claims
    ]
    given = {
        id: {**_EMPTY, "reports": [{**one, "chains": one["denials"]} for one in row["reports"]]}
        for id, row in answers.items()
    }
    return scorer("score_origins").score(turned, given)["innermost"]


_EMPTY: dict[str, Any] = {"origins": [], "independent_origins": 0, "independent_denials": 0}


def table(claims: Sequence[Row], known: dict[str, Page], answers: dict[str, Row]) -> str:
    scores = scorer("score_origins").score(claims, {id: {**_EMPTY, **row} for id, row in answers.items()})
    lines = ["| figure | precision | recall | F1 | asked |", "| --- | --- | --- | --- | --- |"]
    for name in ("innermost", "chain"):
        lines.append(_line(name, scores[name], f"{ASKED[name]:.2f}"))
    lines.append(_line("denials: innermost", denials(claims, answers), ""))
    for name, found, every in ceilings(claims, known):
        lines.append(f"| {name} | | {found / every:.3f} | | |")
    return "\n".join(lines)


def _line(name: str, score: Any, asked: str) -> str:
    return f"| {name} | {score['p']:.3f} | {score['r']:.3f} | {score['f1']:.3f} | {asked} |"


def misses(claims: Sequence[Row], answers: dict[str, Row]) -> Iterator[str]:
    """Page by page the chains that were not found, and those that were made up; "~" if the end is right."""
    score = scorer("score_origins")
    for claim in claims:
        yield f"\n{claim['claim']}"
        for page, found in zip(claim["pages"], answers[claim["id"]]["reports"], strict=True):
            for what in ("chains", "denials"):
                for sign, these, those in (("-", page[what], found[what]), ("+", found[what], page[what])):
                    for chain in these:
                        if not any(score.chains_same(chain, other) for other in those):
                            near = any(score.node_same(chain[-1], other[-1]) for other in those)
                            names = " > ".join(link["name"] for link in chain)
                            yield f"  {page['id']:>5} {what:7} {sign}{'~' if near else ' '} {names}"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--read", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    if not GOLD.is_file():
        print("the claims that were read by hand are not here (see bench/README.md)", file=sys.stderr)
        return 2
    claims = gold()
    known = pages(claims, options.read)
    answers = {claim["id"]: answer(claim, known) for claim in claims}
    if options.misses:
        print("\n".join(misses(claims, answers)))
    print(table(claims, known, answers))
    if options.out:
        options.out.write_text("".join(json.dumps(row) + "\n" for row in answers.values()), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
