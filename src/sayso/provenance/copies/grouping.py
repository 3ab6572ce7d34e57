"""Find the pages that are one text in many places, so that each is compared with one of them only.

What a news agency sends out stands on thousands of pages word for word; to compare each with each
would never end. The first of them stands for all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from sayso.provenance.copies.shingles import Shingles

_BANDS, _ROWS, _SEED = 8, 8, 20
_AT_A_TIME = 4096
_ALIKE = 0.85
"""The share of all their shingles that two pages have both, from which they are one text."""


def first_alike(pages: Sequence[Shingles]) -> list[int]:
    """For each page the number of the first that has the same text, small changes aside; often its own.

    ``pages`` are the shingles of each, in the order in which one is to stand for those after it.
    """
    first = list(range(len(pages)))
    for number, earlier in enumerate(_earlier(pages)):
        for other in earlier:
            if first[other] < number and _likeness(pages[number], pages[first[other]]) >= _ALIKE:
                first[number] = first[other]
                break
    return first


def _earlier(pages: Sequence[Shingles]) -> Iterator[list[int]]:
    """For each page those before it that begin a group with it in one band, fewest first."""
    bands = [_first_equal(band) for band in np.split(_digests(pages), _BANDS, axis=1)]
    for number, found in enumerate(zip(*bands, strict=True)):
        yield sorted({other for other in found if other < number}) if len(pages[number]) else []


def _digests(pages: Sequence[Shingles]) -> NDArray[np.uint32]:
    digests = np.empty((len(pages), _BANDS * _ROWS), dtype=np.uint32)
    for start in range(0, len(pages), _AT_A_TIME):
        some = pages[start : start + _AT_A_TIME]
        hashes = np.concatenate(some).astype(np.uint64)
        offsets = np.cumsum([0, *map(len, some)]).astype(np.uint64)
        matrix = RMinHash.digest_matrix_from_flat_token_hashes(hashes, offsets, _BANDS * _ROWS, _SEED)
        digests[start : start + len(some)] = matrix.to_rows()
    return digests


def _first_equal(rows: NDArray[np.uint32]) -> list[int]:
    """For each row the number of the first that equals it."""
    whole = np.ascontiguousarray(rows).view(np.dtype((np.void, rows.shape[1] * 4))).ravel()
    _, first, which = np.unique(whole, return_index=True, return_inverse=True)
    found: list[int] = first[which.ravel()].tolist()
    return found


def _likeness(one: Shingles, other: Shingles) -> float:
    here, there = np.unique(one), np.unique(other)
    shared = len(np.intersect1d(here, there, assume_unique=True))
    return shared / max(1, len(here) + len(there) - shared)
