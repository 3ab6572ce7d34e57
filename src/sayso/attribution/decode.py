"""From the network's scores to links: the best valid sequence of labels, and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Range = tuple[int, int]

NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Link:
    """One attribution as the tagger sees it: half-open ranges of word numbers, and how sure it is."""

    cue: Range
    source: tuple[Range, ...]
    content: tuple[Range, ...]
    sure_cue: float
    sure_source: float
    sure_content: float


def best_labels(scores: Floats) -> Ints:
    """The best valid BIO sequence for each row of ``scores`` [N, T, 1 + 2R] (Viterbi).

    Label 0 is outside; 2r - 1 begins role r and 2r goes on with it. Going on is valid only after a
    label of the same role.
    """
    count, length, labels = scores.shape
    result = np.zeros((count, length), dtype=np.int64)
    if not length:
        return result
    allowed = np.zeros((labels, labels), dtype=np.float32)
    for inside in range(2, labels, 2):
        allowed[:, inside] = NEVER
        allowed[[inside - 1, inside], inside] = 0
    total = scores[:, 0].copy()
    total[:, 2::2] = NEVER
    back = np.zeros((length, count, labels), dtype=np.int8)
    for step in range(1, length):
        paths = total[:, :, None] + allowed
        back[step] = paths.argmax(1)
        total = paths.max(1) + scores[:, step]
    result[:, -1] = total.argmax(1)
    rows = np.arange(count)
    for step in range(length - 1, 0, -1):
        result[:, step - 1] = back[step, rows, result[:, step]]
    return result


def runs(labels: Ints, role: int) -> tuple[Range, ...]:
    """The half-open ranges that ``labels`` gives to ``role`` (1 for the first role, 2 for the second...)."""
    begin, inside = 2 * role - 1, 2 * role
    found: list[Range] = []
    for at in np.flatnonzero((labels == begin) | (labels == inside)).tolist():
        if found and labels[at] == inside and found[-1][1] == at:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return tuple(found)


def softmax(scores: Floats) -> Floats:
    """Probabilities over the last axis."""
    shifted = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(-1, keepdims=True), dtype=np.float32)
