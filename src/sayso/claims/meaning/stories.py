"""Group pages into stories: those that tell of one event stand together, without anything being asked.

Every page begins as a story of its own. Then the two stories whose pages are most alike on average become
one, until no two are alike enough. Pairs that are each other's nearest are joined all at once, which comes
to the same; a story that is like no other is done. So the work grows with the pages, not with their pairs.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from scipy.sparse import csr_array

from sayso.claims.meaning.candidates import Floats, Ints, candidates, chance
from sayso.claims.meaning.encoder import shipped
from sayso.claims.meaning.features import gathered
from sayso.claims.meaning.weighing import rows_of, weights

ALIKE = 0.25
"""How alike the pages of two stories have to be on average, from 0 to 1, to be one."""
PORTION = 20_000
"""Pairs that are compared together."""
_TIE = 1e-6


def stories(pages: Iterable[tuple[str, bytes]]) -> dict[str, str]:
    """For each page's id the id of its story's first page, given the ids and features of all pages.

    The order of the pages makes no difference.
    """
    found = gathered(pages)
    story = grouped(rows_of(found, weights(found, shipped().share)))
    return {id: found.ids[story[n]] for n, id in enumerate(found.ids)}


def grouped(rows: csr_array, alike: float = ALIKE) -> Ints:
    """For each of the unit ``rows`` the number of the first row of its group."""
    story = np.arange(rows.shape[0])
    heads, size = story, np.ones(len(story))  # of the groups that may still grow
    while len(heads):
        pairs, likeness = _compared(rows, size)
        near = likeness >= alike
        pairs, likeness = pairs[near], likeness[near]
        joined = _nearest(pairs, likeness, len(heads))
        into = np.arange(len(heads))
        into[joined[:, 1]] = joined[:, 0]
        story = _renamed(story, heads, heads[into])
        growing = np.unique(into[pairs])
        join = _join(into, growing)
        rows, size, heads = csr_array(join @ rows), join @ size, heads[growing]
    return story


def _compared(total: csr_array, size: Floats) -> tuple[Ints, Floats]:
    """Pairs of groups that may be each other's nearest, and how alike their pages are on average.

    ``total`` has the sum of each group's rows: the product of two means is the mean of all products.
    """
    scale = np.repeat(1 / size, np.diff(total.indptr))
    mean = csr_array(
        ((total.data * scale).astype(np.float32), total.indices, total.indptr), shape=total.shape
    )
    pairs = candidates(mean)
    likeness = np.zeros(len(pairs))
    for at in range(0, len(pairs), PORTION):
        one, other = pairs[at : at + PORTION].T
        likeness[at : at + PORTION] = mean[one].multiply(mean[other]).sum(axis=1)
    return pairs, likeness + chance(*pairs.T) * _TIE


def _nearest(pairs: Ints, likeness: Floats, count: int) -> Ints:
    """The pairs each of which is the other's nearest, the lower number first."""
    best = np.full(count, -1)
    for number in np.argsort(likeness, kind="stable").tolist():
        one, other = pairs[number]
        best[one], best[other] = other, one
    mutual = np.flatnonzero((best >= 0) & (best[best] == np.arange(count)) & (np.arange(count) < best))
    return np.stack([mutual, best[mutual]], axis=1)


def _renamed(story: Ints, old: Ints, new: Ints) -> Ints:
    """Every row's group, the ``old`` ones by their ``new`` names."""
    name = np.arange(len(story))
    name[old] = new
    return np.asarray(name[story], dtype=np.int64)


def _join(into: Ints, kept: Ints) -> csr_array:
    """The matrix that adds up the rows that go ``into`` each of those ``kept``; the others are left out."""
    members = np.flatnonzero(np.isin(into, kept))
    place = np.searchsorted(kept, into[members])
    return csr_array((np.ones(len(members), np.float32), (place, members)), shape=(len(kept), len(into)))
