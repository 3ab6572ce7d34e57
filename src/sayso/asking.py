"""Ask a case: its claims with their counts, and the trail of one, by its id or in a reader's own words."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
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

_LOOKED_AT = 150
"""Pages, the likeliest first, that are read for what they say of a claim."""
_ID = re.compile(r"[0-9a-f]{10}")


@dataclass(frozen=True, slots=True)
class Listed:
    """A claim as a list shows it: its reports, and the number of its independent origins and denials."""

    id: str
    text: str
    reports: int
    origins: int
    denials: int
    first_seen: str | None
    told: str


def claims_of(case: Case, *, limit: int, least: int = 2) -> list[Listed]:
    """The claims with most reports, at least ``least`` of them, with their origins counted."""
    rows = [row for row in case.derived("claims") if row["reports"] >= least]
    rows.sort(key=lambda row: (-row["reports"], row["first_seen"] or "~", row["id"]))
    tracer = Tracer(case)
    pages = reports_of(case)
    listed = [_listed(row, tracer.trail(row["text"], pages[row["id"]])) for row in rows[:limit]]
    return sorted(listed, key=lambda one: (-one.reports, one.first_seen or "~", one.id))


def _listed(row: dict[str, Any], trail: Trail) -> Listed:
    asserting, denying = trail.count.asserting, trail.count.denying
    counts = len(trail.reports), asserting.number, denying.number
    return Listed(row["id"], row["text"], *counts, row["first_seen"], str(asserting))


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
        ranked = self._ranking.ranked(claim)[:_LOOKED_AT]
        pages = {id: self._case.page(id) for id, _ in ranked}
        vector, said = _said(claim, pages)
        ids = dict.fromkeys([*stating(claim, vector, ranked, said), *known])
        some = [pages.get(id) or self._case.page(id) for id in ids]
        return trace(claim, some, self._sources, self._copies, self._references)


def _said(claim: str, pages: Mapping[str, Page]) -> tuple[Vectors, dict[str, Said]]:
    """The claim's vector, and what each page states; all texts are encoded at once."""
    found = {id: statements(page) for id, page in pages.items()}
    vectors = encode([claim, *(one.text for some in found.values() for one in some)])
    ends = np.cumsum([1, *map(len, found.values())]).tolist()
    spans = zip(found.items(), ends[:-1], ends[1:], strict=True)
    return vectors[0], {id: Said(some, vectors[start:end]) for (id, some), start, end in spans}


def as_json(trail: Trail, id: str | None) -> str:
    """The trail as ``sayso trace --json`` writes it."""
    return json.dumps(trail_dict(trail, id), ensure_ascii=False, indent=2)
