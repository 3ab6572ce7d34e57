"""Which of a page's statements state a claim that a reader gives in words of their own."""

from __future__ import annotations

import re
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
STATED = 0.8
"""Likeness, and half of the share of the claim's words that are there, from which a page states it:
pages of one story are about the same people and places, and so alike in meaning."""
_WORD = re.compile(r"\w{4,}|[A-Z]\w+")
_STEM = 5

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


def states(claim: str, claim_vector: Vectors, statements: Sequence[Statement], vectors: Vectors) -> bool:
    """Whether one of a page's ``statements``, a unit row of ``vectors`` each, says what the claim says."""
    asked = _stems(claim)
    likeness = (vectors @ claim_vector).tolist()
    return any(
        like + len(asked & _stems(one.text)) / max(1, len(asked)) / 2 >= STATED
        for like, one in zip(likeness, statements, strict=True)
    )


def _stems(text: str) -> set[str]:
    return {word.lower()[:_STEM] for word in _WORD.findall(text)}


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
