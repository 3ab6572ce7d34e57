"""How a page stands to a claim: it asserts it, denies it, or reports it without doing either.

A linear model over `stance_signs`; plain numpy.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.claims.stance_signs import signs, told
from sayso.model import Page
from sayso.provenance.trail import Towards

TOWARDS: tuple[Towards, ...] = ("for", "against", "observing")
WEIGHTS = Path(__file__).with_name("weights") / "stance.json"
_FURTHEST = 4.0
"""Spreads from the middle beyond which a sign says no more."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign adds to the three scores, with the ``middle`` and ``spread`` that scale it."""

    names: tuple[str, ...]
    middle: Floats
    spread: Floats
    sign: Floats
    constant: Floats

    @classmethod
    def load(cls, path: Path = WEIGHTS) -> Weights:
        """The weights as `save` writes them."""
        held = json.loads(path.read_text(encoding="utf-8"))
        numbers = (np.asarray(held[name]) for name in ("middle", "spread", "sign", "constant"))
        return cls(tuple(held["names"]), *numbers)

    def save(self, path: Path) -> None:
        """As JSON, four decimals."""
        numbers = ("middle", "spread", "sign", "constant")
        held = {"names": self.names} | {name: getattr(self, name).round(4).tolist() for name in numbers}
        path.write_text(json.dumps(held) + "\n", encoding="utf-8")

    def scaled(self, found: Floats) -> Floats:
        """Signs, a row a page, on one scale."""
        return np.clip((found - self.middle) / self.spread, -_FURTHEST, _FURTHEST)

    def chances(self, found: Floats) -> Floats:
        """The chance of each of `TOWARDS` for each row of signs."""
        return softmax(self.scaled(found) @ self.sign + self.constant)


def stance_towards(
    claim: str, page: Page, weights: Weights | None = None
) -> tuple[Towards, dict[Towards, float]]:
    """How the page's article stands to the claim, and the chance of each stance; they add up to one.

    The page needs its attributions. What is weighed is its text, not its headline: a headline may be the
    very claim that is asked about. The rare "against" is taken to be commoner than it is, so that it is
    found at all.
    """
    model = weights or shipped()
    found = signs(claim, told(page))
    row = model.chances(np.asarray([[found[name] for name in model.names]]))[0]
    chances = dict(zip(TOWARDS, map(float, row.round(4)), strict=True))
    return TOWARDS[int(row.argmax())], chances


def softmax(scores: Floats) -> Floats:
    """Scores as chances, row by row."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True))


def described(pairs: Sequence[tuple[str, Page]]) -> tuple[tuple[str, ...], Floats]:
    """The signs' names, and a row of signs for each claim and page."""
    rows = [signs(claim, told(page)) for claim, page in pairs]
    names = tuple(rows[0]) if rows else ()
    return names, np.asarray([[row[name] for name in names] for row in rows])


@cache
def shipped() -> Weights:
    """The weights in the package, loaded once a process."""
    return Weights.load()
