"""Short texts as vectors."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.meaning import encode
from sayso.claims.meaning.encoder import PORTION, WIDTH


def test_texts_that_mean_nearly_the_same_lie_closer() -> None:
    ship, boat, tax = encode(
        [
            "The ship sank off the coast of Vessia",
            "A vessel went down near the Vessian shore",
            "Parliament in Orlan voted to raise taxes",
        ]
    )
    assert ship @ boat > ship @ tax + 0.2


def test_vectors_have_length_one() -> None:
    lengths = np.linalg.norm(encode(["The harbour is shut.", "Nobody was hurt"]), axis=1)
    assert np.allclose(lengths, 1, atol=1e-5)


def test_a_text_without_a_word_is_like_nothing() -> None:
    assert not encode(["", " \n"]).any()


def test_no_texts_make_no_vectors() -> None:
    assert encode([]).shape == (0, WIDTH)


def test_more_texts_than_are_encoded_together() -> None:
    texts = [f"Canister number {number}" for number in range(PORTION + 3)]
    assert np.array_equal(encode(texts)[-3:], encode(texts[-3:]))


@given(st.lists(st.text(max_size=60), max_size=6), st.text(max_size=60))
def test_a_vector_does_not_depend_on_what_else_is_encoded(others: list[str], text: str) -> None:
    (alone,) = encode([text])
    assert np.array_equal(encode([*others, text])[-1], alone)
    assert np.isfinite(alone).all()
