"""Find the pages that report what a text says, likeliest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from sayso.claims.meaning.encoder import Encoder, Vectors, shipped, unit
from sayso.claims.meaning.features import Features, gathered, pieces_of, vectors_of
from sayso.claims.meaning.weighing import Weights, matched, rows_of, weights

POOL = 300
"""Pages that are looked at once more, beside one another."""
NEIGHBOURS, SHARPNESS = 5, 4
"""How many of the pages most like it vouch for a page, and how much more the closer ones count."""
VOUCHED = 0.7
"""How much of a page's score its neighbours give: pages of one story seldom use all the words of a claim."""
MEANING = 0.5
"""How much the meaning counts beside the words."""


@dataclass(frozen=True, slots=True)
class Index:
    """The features of a case's pages, ready to be asked."""

    found: Features
    weights: Weights
    encoder: Encoder

    def ranked(self, text: str) -> list[tuple[str, float]]:
        """Every page's id with a score, best first; scores of one text compare, those of two do not."""
        first = self.first_scores(text)
        order = np.lexsort((np.arange(len(first)), -first))
        pool = order[:POOL]
        scores = first * (1 - VOUCHED)
        scores[pool] += VOUCHED * self._vouched(pool, first[pool])
        order = np.lexsort((np.arange(len(first)), -scores))
        return [(self.found.ids[n], float(scores[n])) for n in order]

    def first_scores(self, text: str) -> Vectors:
        """How well each page fits by its own words and meaning alone."""
        return self.words(text) + MEANING * self.meaning(text)

    def words(self, text: str) -> Vectors:
        """How many of the telling words each page has, as a share of what the best page has."""
        values = matched(self.found, self.weights, pieces_of(text, self.encoder))
        return values / max(float(values.max(initial=0)), 1e-9)

    def meaning(self, text: str) -> Vectors:
        """How close each page's headline and beginning are in meaning."""
        (asked,) = self.encoder.encode([text])
        return vectors_of(self.found) @ asked

    def _vouched(self, pool: np.ndarray, first: Vectors) -> Vectors:
        """For each page of the pool the score of those most like it, by how like they are."""
        found = self.found.part(pool)
        rows, about = rows_of(found, self.weights), unit(vectors_of(found))
        like = ((rows @ csr_array(rows.T)).toarray() + about @ about.T) / 2
        np.fill_diagonal(like, 0)
        if len(pool) > NEIGHBOURS:
            like[like < np.sort(like, axis=1)[:, -NEIGHBOURS, None]] = 0
        like = np.maximum(like, 0) ** SHARPNESS
        return np.asarray(like @ first / np.maximum(like.sum(1), 1e-9), dtype=np.float32)


def index(pages: Iterable[tuple[str, bytes]]) -> Index:
    """An index of pages, given their ids and their features."""
    found, encoder = gathered(pages), shipped()
    return Index(found, weights(found, encoder.share), encoder)
