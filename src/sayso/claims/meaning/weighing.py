"""How much each word piece tells of a page: the more, the fewer pages of the case or of all news have it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from sayso.claims.meaning.encoder import Vectors
from sayso.claims.meaning.features import Features

ALL_NEWS = 1000
"""Pages of other news that the case's are counted with: in a case of ten all may be on one story."""
_SATURATION, _LENGTH = 1.2, 0.75
"""BM25's usual constants: how soon repeating a piece stops to count, and how much a page's length does."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What is known of the pieces: how many pages have them, and how long a page is beside the others.

    ``pages`` and ``having`` [pieces] count `ALL_NEWS` too; ``length`` [pages] has one for a page as long
    as most.
    """

    pages: float
    having: Vectors
    length: Vectors

    @property
    def telling(self) -> Vectors:
        """How much each piece tells, at least one."""
        return np.asarray(np.log((1 + self.pages) / (1 + self.having)) + 1, dtype=np.float32)

    @property
    def rarity(self) -> Vectors:
        """The same as BM25 has it."""
        return np.log1p((self.pages - self.having + 0.5) / (self.having + 0.5))


def weights(found: Features, share: Vectors) -> Weights:
    """What the pieces tell among the pages ``found``; ``share`` is the share of all news that has each."""
    having = np.bincount(found.piece, minlength=len(share)).astype(np.float32)
    sums = np.concatenate([[0], np.cumsum(found.count, dtype=np.int64)])
    length = np.diff(sums[found.start]).astype(np.float32)
    mean = max(float(length.mean()), 1.0) if len(length) else 1.0
    return Weights(len(found.ids) + ALL_NEWS, having + ALL_NEWS * share, length / np.float32(mean))


def rows_of(found: Features, weights: Weights) -> csr_array:
    """Unit rows [pages, pieces]: what each piece tells, more where the page repeats it."""
    values = (1 + np.log(found.count, dtype=np.float32)) * weights.telling[found.piece]
    shape = len(found.ids), len(weights.having)
    return unit_rows(csr_array((values, found.piece.astype(np.int32), found.start), shape=shape))


def unit_rows(rows: csr_array) -> csr_array:
    """The rows, each divided by its length; what has none stays as it is."""
    sizes = np.diff(rows.indptr)
    squares = np.bincount(np.repeat(np.arange(len(sizes)), sizes), rows.data**2, len(sizes))
    scale = 1 / np.sqrt(np.where(squares > 0, squares, 1))
    data = (rows.data * np.repeat(scale, sizes)).astype(np.float32)
    return csr_array((data, rows.indices, rows.indptr), shape=rows.shape)


def matched(found: Features, weights: Weights, pieces: list[int]) -> Vectors:
    """BM25 of every page for a text's ``pieces``."""
    asked = np.bincount(pieces, minlength=len(weights.having)).astype(np.float32)
    hit = np.flatnonzero((asked > 0)[found.piece])
    page = np.searchsorted(found.start, hit, side="right") - 1
    piece, count = found.piece[hit], found.count[hit].astype(np.float32)
    limit = _SATURATION * (1 - _LENGTH + _LENGTH * weights.length[page])
    value = asked[piece] * weights.rarity[piece] * count * (_SATURATION + 1) / (count + limit)
    return np.bincount(page, value, len(found.ids)).astype(np.float32)
