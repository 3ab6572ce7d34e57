"""How each comment stands to what it answers: it supports it, denies it, asks about it, or only comments.

A linear model over words, questions and what the two texts share (`reply_features`); plain numpy.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.attribution.reply_features import heard, pieces, signs
from sayso.model import Reply

STANCES: tuple[Reply, ...] = ("support", "deny", "query", "comment")
WEIGHTS = Path(__file__).with_name("weights") / "replies.json"

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Weights:
    """A linear model: what each sign and each bucket of words adds to the four scores.

    ``middle`` and ``spread`` bring the signs to one scale; ``constant`` holds how common each stance is
    taken to be, and ``sharpness`` how far apart the chances are.
    """

    middle: Floats
    spread: Floats
    sign: Floats
    piece: Floats
    constant: Floats
    sharpness: float = 1.0

    @classmethod
    def load(cls, path: Path = WEIGHTS) -> Weights:
        """The weights as `save` writes them."""
        held = json.loads(path.read_text(encoding="utf-8"))
        small = np.frombuffer(base64.b64decode(held["piece"]), dtype=np.int8)
        piece = small.reshape(-1, len(STANCES)).astype(np.float64) * float(held["step"])
        middle, spread, sign = (np.asarray(held[name]) for name in ("middle", "spread", "sign"))
        return cls(middle, spread, sign, piece, np.asarray(held["constant"]), held["sharpness"])

    def save(self, path: Path) -> None:
        """As JSON; what the buckets add is kept in 8 bits."""
        step = float(np.abs(self.piece).max()) / 127 or 1.0
        small = np.round(self.piece / step).astype(np.int8)
        held = {
            name: getattr(self, name).round(4).tolist() for name in ("middle", "spread", "sign", "constant")
        }
        held |= {"sharpness": round(self.sharpness, 4), "step": step}
        held["piece"] = base64.b64encode(small.tobytes()).decode("ascii")
        path.write_text(json.dumps(held) + "\n", encoding="utf-8")

    def chances(self, found: Sequence[tuple[list[float], list[int]]]) -> Floats:
        """The chance of each of `STANCES` for each comment's signs and buckets, [comments, 4]."""
        if not found:
            return np.zeros((0, len(STANCES)))
        scores = ((np.asarray([sign for sign, _ in found]) - self.middle) / self.spread) @ self.sign
        scores += np.stack([self.piece[some].sum(0) / max(1, len(some)) ** 0.5 for _, some in found])
        return softmax(scores * self.sharpness + self.constant)


def reply_stances(
    pairs: Sequence[tuple[str, str]], weights: Weights | None = None
) -> list[dict[Reply, float]]:
    """The chance of each stance, for each comment and the words of what it answers.

    An empty string stands for words that are not known. The four chances of a comment add up to one
    (but for rounding); the stance to show is the likeliest. They are set so that the rare stances are
    found too: most replies only comment, and that is taken to be less common than it is.
    """
    found = described(pairs)
    rows = (weights or shipped()).chances(found)
    return [dict(zip(STANCES, map(float, row.round(4)), strict=True)) for row in rows]


def described(pairs: Sequence[tuple[str, str]]) -> list[tuple[list[float], list[int]]]:
    """Signs and buckets of words for each comment and what it answers."""
    known = {text: heard(text) for text in {answered for _, answered in pairs}}
    both = ((heard(comment), known[answered]) for comment, answered in pairs)
    return [(signs(comment, answered), pieces(comment)) for comment, answered in both]


def softmax(scores: Floats) -> Floats:
    """Scores as chances, row by row."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True))


@cache
def shipped() -> Weights:
    """The weights in the package, loaded once a process."""
    return Weights.load()
