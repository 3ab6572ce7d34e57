"""Which pages of a case state a claim: those that rank high for it, and say something near enough to it."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.claims.matching import Vectors
from sayso.claims.statements import Statement
from sayso.model import Page

RANKED = 0.75
"""How high a page has to rank, as a share of what the three likeliest pages have."""
NEAR = 0.5
"""How near a page's nearest statement has to come to the claim, ..."""
NEAREST = 0.55
"""... and which share of what the two nearest pages come."""
VERBATIM = 1.1
"""How near makes it no matter how a page ranks: it has the claim's own words. All four were chosen on the
same 128 rumours."""
_SHARED = 0.5
"""What it adds to a likeness of meaning that the claim's words are there."""
_WORD = re.compile(r"\w{4,}|[A-Z]\w+")
_STEM = 5


@dataclass(frozen=True, slots=True)
class Said:
    """What a ``page`` states, with a unit row of ``vectors`` for each statement."""

    page: Page
    statements: Sequence[Statement]
    vectors: Vectors


def stating(
    claim: str, claim_vector: Vectors, ranked: Sequence[tuple[str, float]], said: Mapping[str, Said]
) -> list[str]:
    """The ids of the pages that state ``claim``, likeliest first.

    ``ranked`` are pages with their scores, best first, and ``said`` is what each of these states. Words
    that few of these pages have tell more: pages of one story share its people and places.
    """
    if not ranked:
        return []
    near = _nearness(claim, claim_vector, {id: said[id] for id, _ in ranked})
    score_bar = RANKED * float(np.mean([score for _, score in ranked[:3]]))
    near_bar = max(NEAR, NEAREST * float(np.mean(sorted(near.values())[-2:])))
    return [
        id for id, score in ranked if near[id] >= VERBATIM or (score >= score_bar and near[id] >= near_bar)
    ]


def _nearness(claim: str, claim_vector: Vectors, said: Mapping[str, Said]) -> dict[str, float]:
    """For each page how near the nearest of its statements comes to the claim."""
    stems = {id: [_stems(one.text) for one in page.statements] for id, page in said.items()}
    asked = sorted(_stems(claim))
    having = {stem: sum(any(stem in some for some in page) for page in stems.values()) for stem in asked}
    tells = {stem: math.log(1 + len(said) / max(1, having[stem])) for stem in asked}
    total = sum(tells.values()) or 1.0
    found = {}
    for id, page in said.items():
        likeness = (page.vectors @ claim_vector).tolist()
        shares = (sum(tells[stem] for stem in asked if stem in some) / total for some in stems[id])
        pairs = zip(likeness, shares, strict=True)
        found[id] = max((like + _SHARED * share for like, share in pairs), default=0.0)
    return found


def _stems(text: str) -> set[str]:
    return {word.lower()[:_STEM] for word in _WORD.findall(text)}
