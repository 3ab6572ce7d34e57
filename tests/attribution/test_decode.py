"""The best valid label sequence, checked against trying them all."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.attribution.decode import best_labels, runs


def valid(labels: tuple[int, ...]) -> bool:
    pairs = zip((0, *labels), labels, strict=False)
    return all(now == 0 or now % 2 == 1 or before in (now, now - 1) for before, now in pairs)


@given(st.lists(st.lists(st.integers(-5, 5), min_size=5, max_size=5), min_size=1, max_size=4))
def test_no_valid_sequence_scores_better(rows: list[list[int]]) -> None:
    scores = np.asarray([rows], dtype=np.float32)
    labels = tuple(best_labels(scores)[0].tolist())
    assert valid(labels)

    def total(sequence: tuple[int, ...]) -> int:
        return sum(row[label] for row, label in zip(rows, sequence, strict=True))

    assert total(labels) == max(total(s) for s in product(range(5), repeat=len(rows)) if valid(s))


def test_runs_split_where_one_begins_anew() -> None:
    labels = np.asarray([0, 3, 4, 3, 0, 1, 2, 2])
    assert runs(labels, 2) == ((1, 3), (3, 4))
    assert runs(labels, 1) == ((5, 8),)


def test_no_words_no_labels() -> None:
    assert best_labels(np.zeros((1, 0, 3), dtype=np.float32)).shape == (1, 0)
