"""Which rows are worth comparing: those that share what tells most of them.

No row is compared with all others, so the work grows with the rows and not with their pairs.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

TELLING = 30
"""The largest values of a row, by which it is sought."""
SHARED = 200
"""Rows that one column compares with one another; those of a fuller column are compared in parts."""
NEAREST = 8
"""Candidates for each row."""
LEAST = 0.06
"""What two rows have to share to be candidates."""
BLOCK = 1000
_TIE = 1e-3

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


def candidates(rows: csr_array) -> Ints:
    """Pairs [pairs, 2] of rows that are likely to be near, lower number first, each once.

    ``rows`` have values from 0 to 1 and columns in order.
    """
    sought = _in_parts(_most_telling(rows))
    across = csr_array(sought.T)
    found = [_near(sought[at : at + BLOCK] @ across, at) for at in range(0, rows.shape[0], BLOCK)]
    pairs = np.sort(np.concatenate(found), axis=1)
    return np.asarray(np.unique(pairs, axis=0), dtype=np.int64)


def chance(one: Ints, other: Ints) -> Floats:
    """A number from 0 to 1 for each pair, always the same: of many that are alike not all choose one."""
    low, high = np.minimum(one, other).astype(np.uint64), np.maximum(one, other).astype(np.uint64)
    mixed = (low * np.uint64(0x9E3779B97F4A7C15)) ^ (high * np.uint64(0xC2B2AE3D27D4EB4F))
    mixed = (mixed ^ (mixed >> np.uint64(29))) * np.uint64(0xBF58476D1CE4E5B9)
    return np.asarray((mixed >> np.uint64(40)) / np.float64(2**24))


def _most_telling(rows: csr_array) -> csr_array:
    """The rows with their largest values only."""
    row = _row_of(rows)
    order = np.argsort(row - rows.data.astype(np.float64) / 2, kind="stable")
    rank = np.arange(len(order)) - rows.indptr[row]
    return _made(row[rank < TELLING], order[rank < TELLING], rows)


def _made(row: Ints, kept: Ints, rows: csr_array) -> csr_array:
    """Only the values ``kept``, which stand in ``row``, in the order of the rows."""
    start = np.searchsorted(row, np.arange(rows.shape[0] + 1))
    return csr_array((rows.data[kept], rows.indices[kept], start), shape=rows.shape)


def _in_parts(rows: csr_array) -> csr_array:
    """The rows with every column that many have cut into several, each in at most `SHARED` rows."""
    order = np.argsort(rows.indices, kind="stable")
    column = rows.indices[order].astype(np.int64)
    first, stop = np.searchsorted(column, column), np.searchsorted(column, column, side="right")
    parts = -(-(stop - first) // SHARED)
    part = (np.arange(len(order)) - first) * parts // (stop - first)  # of like size: none is left alone
    place = column * (rows.shape[0] // SHARED + 2) + part
    number = np.empty(len(order), dtype=np.int32)
    number[order] = np.cumsum(np.diff(place, prepend=place[:1]) > 0)
    return csr_array((rows.data, number, rows.indptr), shape=(rows.shape[0], int(number.max(initial=0)) + 1))


def _near(shared: csr_array, at: int) -> Ints:
    """For each row, which is number ``at`` or a later one of all, those that share most with it."""
    row, column = _row_of(shared) + at, shared.indices.astype(np.int64)
    kept = (shared.data >= LEAST) & (row != column)
    row, column, value = row[kept], column[kept], shared.data[kept].astype(np.float64)
    order = np.lexsort((-value - chance(row, column) * _TIE, row))
    row, column = row[order], column[order]
    near = np.arange(len(row)) - np.searchsorted(row, row) < NEAREST
    return np.stack([row[near], column[near]], axis=1)


def _row_of(rows: csr_array) -> Ints:
    """For each value the number of its row."""
    return np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))
