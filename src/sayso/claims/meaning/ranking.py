"""Find the pages that report what a text says, likeliest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from sayso.claims.meaning.encoder import Encoder, Vectors, shipped, unit
from sayso.claims.meaning.features import Features, gathered, pieces_of, vectors_of
from sayso.claims.meaning.weighing import Weights, matched, rows_of, weights

POOL = 300
"""Pages that are looked at once more, beside one another."""
NEIGHBOURS, SHARPNESS = 5, 4
"""How many of the pages most like it vouch for a page, and how much more the closer ones count."""
OWN = 0.6
"""How like a page another has to be to count as much as the page itself."""
MEANING = 0.5
"""How much the meaning counts beside the words, in how a page fits a text."""
WORDS = 0.7
"""The words' share in how like two pages are."""


@dataclass(frozen=True, slots=True)
class Index:
    """The features of a case's pages, ready to be asked."""

    found: Features
    weights: Weights
    encoder: Encoder

    def ranked(self, text: str) -> list[tuple[str, float]]:
        """Every page's id with a score, best first; scores of one text compare, those of two do not."""
        first = self.words(text) + MEANING * self.meaning(text)
        pool = np.argsort(-first, kind="stable")[:POOL]
        scores = first.copy()
        scores[pool] = self._vouched(pool, first[pool])
        order = np.argsort(-scores, kind="stable")
        return [(self.found.ids[n], float(scores[n])) for n in order]

    def words(self, text: str) -> Vectors:
        """How many of the telling words each page has, as a share of what the best page has."""
        values = matched(self.found, self.weights, pieces_of(text, self.encoder))
        return values / max(float(values.max(initial=0)), 1e-9)

    def meaning(self, text: str) -> Vectors:
        """How close each page's headline and beginning are in meaning."""
        (asked,) = self.encoder.encode([text])
        return np.asarray(vectors_of(self.found) @ asked, dtype=np.float32)

    def _vouched(self, pool: NDArray[np.int64], first: Vectors) -> Vectors:
        """For each page of the pool its score and that of those most like it, by how like they are.

        Pages of one story seldom use all the words of a claim: one page's lend to another's.
        """
        found = self.found.part(pool)
        rows, about = rows_of(found, self.weights), unit(vectors_of(found))
        like = WORDS * (rows @ csr_array(rows.T)).toarray() + (1 - WORDS) * about @ about.T
        np.fill_diagonal(like, 0)
        if len(pool) > NEIGHBOURS:
            like[like < np.sort(like, axis=1)[:, -NEIGHBOURS, None]] = 0
        np.fill_diagonal(like, OWN)
        like = np.maximum(like, 0) ** SHARPNESS
        return np.asarray(like @ first / like.sum(1), dtype=np.float32)


def index(pages: Iterable[tuple[str, bytes]]) -> Index:
    """An index of pages, given their ids and their features."""
    found, encoder = gathered(pages), shipped()
    return Index(found, weights(found, encoder.share), encoder)
