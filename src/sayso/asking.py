"""Ask a case: its claims with their counts, and the trail of one, by its id or in a reader's own words."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sayso.case import Case
from sayso.claims.matching import states
from sayso.claims.meaning import encode, index
from sayso.claims.statements import statements
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
    listed = [_listed(row, tracer.claim(row)) for row in rows[:limit]]
    return sorted(listed, key=lambda one: (-one.reports, one.first_seen or "~", one.id))


def _listed(row: dict[str, Any], trail: Trail) -> Listed:
    asserting, denying = trail.count.asserting, trail.count.denying
    counts = len(trail.reports), asserting.number, denying.number
    return Listed(row["id"], row["text"], *counts, row["first_seen"], str(asserting))


def trail_of(case: Case, words: str) -> Trail:
    """The trail of the claim with this id, or of the claim that ``words`` state.

    Pages that state it are found by their words and by what they mean, and read for whom they have it from.
    """
    tracer = Tracer(case)
    if _ID.fullmatch(words):
        for row in case.derived("claims"):
            if row["id"] == words:
                return tracer.claim(row)
    return tracer.asked(words)


class Tracer:
    """Traces claims of one case; what all of them need is looked up once."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._sources = index_of(case)
        self._copies, self._references = copies_of(case), references_of(case)
        self._features = list(case.derived("page_features"))

    def claim(self, row: dict[str, Any]) -> Trail:
        """The trail of a claim of the case through the pages of its story."""
        ids = [one["page"] for one in self._features if one["story"] == row["story"]]
        return self._trail(row["text"], ids)

    def asked(self, claim: str) -> Trail:
        """The trail of a claim in a reader's words."""
        ranked = index((row["page"], row["features"]) for row in self._features).ranked(claim)
        return self._trail(claim, [id for id, _ in ranked[:_LOOKED_AT]])

    def _trail(self, claim: str, ids: Sequence[str]) -> Trail:
        pages = [page for page in map(self._case.page, ids) if _states(claim, page)]
        return trace(claim, pages, self._sources, self._copies, self._references)


def _states(claim: str, page: Page) -> bool:
    said = statements(page)
    vectors = encode([claim, *(one.text for one in said)])
    return states(claim, vectors[0], said, vectors[1:])


def as_json(trail: Trail, id: str | None) -> str:
    """The trail as ``sayso trace --json`` writes it."""
    return json.dumps(trail_dict(trail, id), ensure_ascii=False, indent=2)
