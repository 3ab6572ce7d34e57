"""How many independent origins claims have, counted from the pages as they come, beside people's count.

    python -m bench.origins [--read PAGES.jsonl] [--out ROWS.jsonl]

Needs the claims that were read by hand (see `bench/README.md`). Each claim's pages are a case of their
own, and the claim's words are traced in it, as `sayso trace CASE CLAIM --json` does.

`--read` takes pages that Sayso
has read before, one JSON a line; `--out` keeps the rows that are scored.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.corpora import Row, scorer
from bench.reports import CLAIMS, GOLD, gold, pages
from sayso.asking import trail_of
from sayso.case import Original, open_case
from sayso.model import Page
from sayso.provenance.trail_json import trail_dict
from sayso.relating import relate

ASKED = {
    "innermost source, F1": 0.75,
    "whole chain, F1": 0.60,
    "origins, exact": 0.92,
    "origins, mean error": 0.10,
    "denials, exact": 0.80,
    "denials, mean error": 0.40,
    "pages by origins, B-cubed F1": 0.97,
}

_SHORT = {
    "innermost": "innermost source, F1",
    "chain": "whole chain, F1",
    "exact": "origins, exact",
    "denials": "denials, exact",
    "grouping": "pages by origins, B-cubed F1",
}


def traced(claim: Row, known: dict[str, Page], folder: Path) -> Row:
    """The trail of one claim as ``sayso trace --json`` writes it."""
    with open_case(folder / f"{claim['id']}.sayso", create=True) as case:
        for page in (known[page["id"]] for page in claim["pages"]):
            case.add(Original(page.id, json.dumps(page.as_dict()).encode(), "record"), (page,))
        relate(case)
        return trail_dict(trail_of(case, claim["claim"]), id=claim["id"])


def figures(rows: Sequence[Row]) -> dict[str, float]:
    """The scorer's figures by name."""
    score = scorer("score_origins").score(gold(), {row["id"]: row for row in rows})
    return {
        "innermost source, F1": score["innermost"]["f1"],
        "whole chain, F1": score["chain"]["f1"],
        "origins, exact": score["counts"]["exact"],
        "origins, mean error": score["counts"]["error"],
        "denials, exact": score["denials"]["exact"],
        "denials, mean error": score["denials"]["error"],
        "pages by origins, B-cubed F1": score["grouping"],
    }


def headline() -> dict[str, float]:
    """The shares among these figures, by the names they have in `floors.toml`."""
    found = figures(answers(pages(gold(), None)))
    return {f"origins.{short}": found[name] for short, name in _SHORT.items()}


def answers(known: dict[str, Page]) -> list[Row]:
    """The trail of every claim, each traced in a case of its own."""
    with TemporaryDirectory() as folder:
        return [traced(claim, known, Path(folder)) for claim in gold()]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--read", type=Path)
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    if not CLAIMS.exists() or not GOLD.exists():
        print(f"skipped: {GOLD} is not here")
        return
    claims = gold()
    known = pages(claims, args.read)
    rows = answers(known)
    if args.out:
        args.out.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    for row, claim in zip(rows, claims, strict=True):
        told = claim.get("accepted_origins", [claim["independent_origins"]])
        denied = claim.get("accepted_denials", [claim["independent_denials"]])
        print(
            f"{claim['id']}  origins {row['independent_origins']} of {told}"
            f"  denials {row['independent_denials']} of {denied}  {claim['claim'][:60]}"
        )
    for name, figure in figures(rows).items():
        print(f"{name:32}{figure:.3f}   asked {ASKED[name]:.2f}")


if __name__ == "__main__":
    main()
