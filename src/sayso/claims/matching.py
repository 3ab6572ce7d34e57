"""Which of a page's statements state a claim that a reader gives in words of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.claims.details import Agreement, agreement
from sayso.claims.statements import Statement

LIKE = 0.5
"""The cosine from which a statement may state the claim."""
_NEAR_BEST = 0.15
"""How far below the page's likeliest statement another may lie and still state the claim."""
_DIFFERING, _AGREEING = 0.05, 0.03

Vectors = NDArray[np.floating]


@dataclass(frozen=True, slots=True)
class Match:
    """A statement that states a claim: how like it is (0 to 1), and how their details compare.

    ``place`` is its place among the statements that were searched.
    """

    statement: Statement
    score: float
    details: Agreement
    place: int


def matching(
    claim: str, claim_vector: Vectors, statements: Sequence[Statement], vectors: Vectors, least: float = LIKE
) -> tuple[Match, ...]:
    """The statements that state the claim, likeliest first; none if the page does not state it.

    ``vectors`` holds a unit row for each statement, ``claim_vector`` is the claim's. Likeness of meaning
    decides; details that agree raise it a little and those that differ lower it, but do not rule out:
    eight that became two are still the same claim.
    """
    if not statements:
        return ()
    likeness = np.asarray(vectors @ claim_vector, dtype=np.float64)
    bar = max(least, float(likeness.max()) - _NEAR_BEST)
    found = [_match(claim, statements, likeness, int(n)) for n in np.flatnonzero(likeness >= bar)]
    return tuple(sorted(found, key=lambda match: (-match.score, match.place)))


def _match(claim: str, statements: Sequence[Statement], likeness: NDArray[np.float64], place: int) -> Match:
    details = agreement(claim, statements[place].text)
    firm = sum(one.kind in ("name", "number") for one, _ in details.agree)
    loose = sum(one.kind in ("name", "number") for one, _ in details.differ)
    score = float(likeness[place]) + _AGREEING * min(firm, 3) - _DIFFERING * min(loose, 3)
    return Match(statements[place], round(min(1.0, max(0.0, score)), 4), details, place)
