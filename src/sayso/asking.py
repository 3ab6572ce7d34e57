"""Ask a case: its claims with their counts, and the trail of one, by its id or in a reader's own words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from sayso.case import Case
from sayso.claims.matching import Vectors
from sayso.claims.meaning import encode, index
from sayso.claims.statements import statements
from sayso.claims.stating import Said, stating
from sayso.model import Page
from sayso.provenance.tracing import trace
from sayso.provenance.trail import Trail
from sayso.provenance.trail_json import trail_dict
from sayso.relating import copies_of, index_of, references_of

LOOKED_AT = 150
"""Pages, the likeliest first, that are read for what they say of a claim."""
_ID = re.compile(r"[0-9a-f]{10}")


@dataclass(frozen=True, slots=True)
class Listed:
    """A claim as a list shows it: its reports, and the number of its independent origins and denials.

    ``told`` is the number of origins with what else it could be.
    """

    id: str
    text: str
    reports: int
    origins: int
    denials: int
    first_seen: str | None
    told: str


def claims_of(case: Case, *, limit: int, least: int = 2, keep: bool = True) -> list[Listed]:
    """The claims with most reports, at least ``least`` of them, with their origins counted.

    Trails that had to be traced for that are kept in the case, unless ``keep`` says not to.
    """
    rows = [row for row in case.derived("claims") if row["reports"] >= least]
    rows.sort(key=lambda row: (-row["reports"], row["first_seen"] or "~", row["id"]))
    trails = {row["claim"]: row for row in case.derived("trails")}
    wanted = [row for row in rows[:limit] if row["id"] not in trails]
    if wanted:
        trails |= _traced(case, wanted)
        if keep:
            case.replace_derived({"trails": trails.values()}, computed_from=case.fingerprint())
    listed = [_listed(row, trails[row["id"]]["trail"]) for row in rows[:limit]]
    return sorted(listed, key=lambda one: (-one.reports, one.first_seen or "~", one.id))


def _traced(case: Case, rows: Sequence[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Rows with the trails of the claims that ``rows`` are."""
    tracer, pages = Tracer(case), reports_of(case)
    found = {}
    for row in rows:
        trail = tracer.trail(row["text"], pages[row["id"]])
        numbers = trail.count.asserting.number, trail.count.denying.number
        found[row["id"]] = {
            "claim": row["id"],
            "independent_origins": numbers[0],
            "independent_denials": numbers[1],
            "trail": trail_dict(trail),
        }
    return found


def _listed(row: dict[str, Any], trail: dict[str, Any]) -> Listed:
    numbers = len(trail["reports"]), trail["independent_origins"], trail["independent_denials"]
    return Listed(row["id"], row["text"], *numbers, row["first_seen"], trail["told"])


def trail_of(case: Case, words: str) -> Trail:
    """The trail of the claim with this id, or of the claim that ``words`` state.

    Pages that state it are found by their words and by what they mean, and read for whom they have it from.
    """
    if _ID.fullmatch(words):
        for row in case.derived("claims"):
            if row["id"] == words:
                return Tracer(case).trail(row["text"], reports_of(case)[words])
    return Tracer(case).trail(words)


def reports_of(case: Case) -> dict[str, list[str]]:
    """The pages that make each claim's statements."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in case.derived("statements"):
        found[row["claim"]].append(row["page"])
    return found


class Tracer:
    """Traces claims of one case; what all of them need is looked up once."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._sources = index_of(case)
        self._copies, self._references = copies_of(case), references_of(case)
        self._ranking = index((row["page"], row["features"]) for row in case.derived("page_features"))

    def trail(self, claim: str, known: Iterable[str] = ()) -> Trail:
        """The trail of a claim, in anybody's words; pages ``known`` to report it are among its reports."""
        ranked = self._ranking.ranked(claim)[:LOOKED_AT]
        ids = dict.fromkeys([*(id for id, _ in ranked), *known])
        vector, said = _said(claim, [self._case.page(id) for id in ids])
        chosen = dict.fromkeys([*stating(claim, vector, ranked, said), *known])
        some = [said[id] for id in chosen]
        return trace(claim, vector, some, self._sources, self._copies, self._references)


def _said(claim: str, pages: Sequence[Page]) -> tuple[Vectors, dict[str, Said]]:
    """The claim's vector, and what each page states; all texts are encoded at once."""
    found = [(page, statements(page)) for page in pages]
    vectors = encode([claim, *(one.text for _, some in found for one in some)])
    ends = np.cumsum([1, *(len(some) for _, some in found)]).tolist()
    spans = zip(found, ends[:-1], ends[1:], strict=True)
    return vectors[0], {page.id: Said(page, some, vectors[a:b]) for (page, some), a, b in spans}
