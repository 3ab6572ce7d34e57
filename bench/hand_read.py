"""The count alone, on chains that people read: where each page has it from is given, how many origins not.

    python -m bench.hand_read

What is left to the count is to put together what is one and to tell what counts. Beside it stands always
answering one origin and no denial, and the count on chains of which a share is missing (the mean of ten
draws), as a program that reads pages would miss them.
"""

from __future__ import annotations

import json
import random
import sys
from typing import Any

from bench.corpora import SHARED, Row, scorer
from sayso.provenance.origins import count
from sayso.provenance.trail import Chain, Copy, Link, Origin, Report

GOLD = SHARED / "data" / "emergent" / "origins-dev.json"
MISSING, DRAWS = (0.15, 0.3), 10
WORDS = 40
"""The gold tells which pages share text, not how much; a sentence or two is taken."""


def claims() -> list[Row]:
    with GOLD.open(encoding="utf-8") as file:
        found: list[Row] = json.load(file)
        return found


def predicted(claim: Row, missing: float = 0.0, seed: int = 0) -> Row:
    """What the scorer is given for one claim."""
    chance = random.Random(seed)
    reports = [_report(page, chance, missing) for page in claim["pages"]]
    found = count(reports, [Copy(page, source, WORDS, (), False) for page, source in claim["copies"]])
    return {
        "id": claim["id"],
        "reports": [{"page": page["id"], "chains": page["chains"]} for page in claim["pages"]],
        "origins": [_shown(one) for one in found.asserting.origins],
        "independent_origins": found.asserting.number,
        "independent_denials": found.denying.number,
    }


def _shown(origin: Origin) -> Row:
    return {"name": origin.name, "kind": origin.kind, "pages": origin.pages}


def _report(page: Row, chance: random.Random, missing: float) -> Report:
    kept = [
        tuple(_chain(page["id"], chain) for chain in page.get(way) or () if chance.random() >= missing)
        for way in ("chains", "denials")
    ]
    none: Chain = (Link("not given", "not given", page["id"]),)
    return Report(page["id"], (), page["stance"], kept[0] or ((none,) if page["chains"] else ()), kept[1])


def _chain(page: str, links: list[Row]) -> Chain:
    return tuple(
        Link(
            one["name"],
            "social" if one["kind"] == "social account" else one["kind"],
            page,
            source=one["name"],
            speaks_for=one.get("speaks_for"),
        )
        for one in links
    )


def always_one(claim: Row) -> Row:
    pages = [page["id"] for page in claim["pages"]]
    origins = [{"name": "", "kind": "unnamed", "pages": pages}]
    return {"reports": [], "origins": origins, "independent_origins": 1, "independent_denials": 0}


def table() -> str:
    gold = claims()
    lines = ["| chains | origins: exact | error | denials: exact | error | grouping |", "| --- " * 6 + "|"]
    lines.append(_row("all, as read by hand", [_score(gold, [predicted(claim) for claim in gold])]))
    for share in MISSING:
        drawn = [[predicted(claim, share, seed) for claim in gold] for seed in range(DRAWS)]
        lines.append(_row(f"{share:.0%} missing", [_score(gold, some) for some in drawn]))
    lines.append(_row("always 1 and 0", [_score(gold, [always_one(claim) for claim in gold])]))
    return "\n".join(lines)


def _score(gold: list[Row], answers: list[Row]) -> Any:
    ids = [claim["id"] for claim in gold]
    return scorer("score_origins").score(gold, dict(zip(ids, answers, strict=True)))


def _row(name: str, scores: list[Any]) -> str:
    wanted = [(what, figure) for what in ("counts", "denials") for figure in ("exact", "error")]
    means = [sum(one[what][figure] for one in scores) / len(scores) for what, figure in wanted]
    means.append(sum(one["grouping"] for one in scores) / len(scores))
    return f"| {name} | " + " | ".join(f"{mean:.3f}" for mean in means) + " |"


def main() -> int:
    if not GOLD.is_file():
        print("the claims that were read by hand are not here (see bench/README.md)", file=sys.stderr)
        return 2
    print(table())
    return 0


if __name__ == "__main__":
    sys.exit(main())
