"""Find the pairs of pages that may share a passage, among very many, and the text that tells nothing.

All shingles of all pages are sorted once. Pages that share two near each other, in the same order, are
a pair to look at. What stands on many pages of one outlet that are otherwise not alike, or on very many
pages of any, is standing text, which does not show that anybody copied.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.provenance.copies.shingles import SHINGLE, Shingles

_EACH_WITH_EACH = 12
"""A shingle on more pages than this pairs each with the first only."""
_VERY_MANY, _MANY_OF_AN_OUTLET = 100, 6
"""A shingle on more pages than this, or on so many of one outlet, is of standing text."""
_MOSTLY = 0.5
"""The share of a page, from which on it is more than standing text."""
_NEAR, _SHIFT = 30, 10
"""How far apart two shared shingles may be, and how much more so on one page than on the other."""
_FEWEST, _FEWEST_RARE = 7, 4
"""Words that bear meaning which shingles near each other must hold, and those that only two pages have."""

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of pages by number, the lower first, in rising order; and the shingles of standing text."""

    pairs: tuple[tuple[int, int], ...]
    standing: Shingles


def candidates(pages: Sequence[Shingles], outlets: Sequence[str | None]) -> Candidates:
    """The pairs among ``pages`` that may share a passage, given the shingles and outlet of each."""
    index = _Index(pages)
    standing = index.standing(outlets)
    pairs = _near(index.shared(~standing))
    return Candidates(pairs, np.unique(index.shingles[index.starts[standing]]))


@dataclass(frozen=True, slots=True)
class Points:
    """Shingles that two pages share: the pages' numbers, where on each, and whether no other page has it.

    They are in the order of the first page, of the second, and of where they stand on the first.
    """

    one: NDArray[np.int32]
    other: NDArray[np.int32]
    at_one: NDArray[np.int32]
    at_other: NDArray[np.int32]
    rare: NDArray[np.bool_]


class _Index:
    """All shingles of all pages in rising order, one on a page once, and where each one's group begins.

    ``page`` and ``at`` are where each stands, ``group`` the number of those that are the same.
    """

    def __init__(self, pages: Sequence[Shingles]) -> None:
        lengths = np.array([len(page) for page in pages], dtype=np.int64)
        bits = np.uint64(int(lengths.sum()).bit_length())
        packed = np.concatenate([np.empty(0, np.uint32), *pages]).astype(np.uint64) << bits
        packed |= np.arange(len(packed), dtype=np.uint64)
        packed.sort()
        shingles = (packed >> bits).astype(np.uint32)
        packed &= (np.uint64(1) << bits) - np.uint64(1)
        places = packed.view(np.int64)
        page = np.repeat(np.arange(len(pages), dtype=np.int32), lengths)[places]
        once = np.append(True, (np.diff(shingles) != 0) | (np.diff(page) != 0))[: len(packed)]
        self.shingles, self.page = shingles[once], page[once]
        self.at = (places[once] - (np.cumsum(lengths) - lengths)[self.page]).astype(np.int32)
        begins = np.append(True, np.diff(self.shingles) != 0)[: len(self.shingles)]
        self.starts = np.flatnonzero(begins)
        self.sizes = np.diff(self.starts, append=len(self.shingles))
        self.group = np.cumsum(begins, dtype=np.int32) - 1

    def standing(self, outlets: Sequence[str | None]) -> NDArray[np.bool_]:
        """Which groups are of standing text.

        A page that is such text for the most part tells one story again, and does not count.
        """
        numbers = {name: number for number, name in enumerate(dict.fromkeys(outlets))}
        outlet = np.array([numbers[name] if name else -1 for name in outlets], dtype=np.int32)
        frequent = self._frequent(outlet, np.ones(len(self.page), dtype=bool))
        share = np.bincount(self.page, frequent[self.group]) / np.maximum(1, np.bincount(self.page))
        return self._frequent(outlet, share[self.page] <= _MOSTLY)

    def _frequent(self, outlet: NDArray[np.int32], counted: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Which groups stand on many pages, by the entries that are ``counted``."""
        groups = len(self.sizes)
        frequent = np.bincount(self.group[counted], minlength=groups) > _VERY_MANY
        own = outlet[self.page]
        asked = counted & (own >= 0) & (self.sizes[self.group] >= _MANY_OF_AN_OUTLET)
        both = own[asked].astype(np.int64) * groups + self.group[asked]
        pairs, counts = np.unique(both, return_counts=True)
        frequent[pairs[counts >= _MANY_OF_AN_OUTLET] % max(1, groups)] = True
        return frequent

    def shared(self, groups: NDArray[np.bool_]) -> Points:
        """Every shingle of ``groups`` that two pages share."""
        found = list(self._two_by_two(groups))
        one, other = (np.concatenate(side) for side in zip(*found, strict=True))
        rare = np.zeros(len(one), dtype=bool)
        rare[: len(found[0][0])] = True
        order = np.lexsort((self.at[one], self.page[other], self.page[one]))
        one, other = one[order], other[order]
        return Points(self.page[one], self.page[other], self.at[one], self.at[other], rare[order])

    def _two_by_two(self, groups: NDArray[np.bool_]) -> Iterator[tuple[Numbers, Numbers]]:
        """Places in the index, those in groups of two first."""
        for size in range(2, _EACH_WITH_EACH + 1):
            starts = self.starts[groups & (self.sizes == size)][:, None]
            one, other = np.triu_indices(size, 1)
            yield (starts + one).ravel(), (starts + other).ravel()
        large = groups & (self.sizes > _EACH_WITH_EACH)
        starts, behind = self.starts[large], self.sizes[large] - 1
        first = np.repeat(starts, behind)
        yield first, first + 1 + np.arange(len(first)) - np.repeat(np.cumsum(behind) - behind, behind)


def _near(points: Points) -> tuple[tuple[int, int], ...]:
    """The pairs of pages with points that follow each other closely on both, and hold words enough."""
    step, over = np.diff(points.at_one), np.diff(points.at_other)
    same = (np.diff(points.one) == 0) & (np.diff(points.other) == 0)
    goes_on = same & (step > 0) & (step <= _NEAR) & (over > 0) & (np.abs(step - over) <= _SHIFT)
    first = np.flatnonzero(np.append(True, ~goes_on))[: len(points.one)]
    words = np.append(SHINGLE, np.where(goes_on, np.minimum(step, SHINGLE), SHINGLE))
    rare = np.append(False, points.rare[1:] & points.rare[:-1] & goes_on)
    fewest = np.where(np.logical_or.reduceat(rare, first), _FEWEST_RARE, _FEWEST)
    enough = np.add.reduceat(words, first) >= fewest
    ones, others = points.one[first][enough].tolist(), points.other[first][enough].tolist()
    return tuple(sorted(set(zip(ones, others, strict=True))))
