"""Turn short texts into vectors that lie close together where the texts mean nearly the same.

A text's vector is the sum of its word pieces' vectors, each learnt so that the sum comes close to what a
transformer makes of the whole text (see ``training/meaning.py``): a page costs a millisecond, not a second.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from tokenizers import Tokenizer

Vectors = NDArray[np.float32]

WIDTH = 256
WEIGHTS = Path(__file__).with_name("weights") / "pieces.npz"
VOCABULARY = Path(__file__).parents[2] / "attribution" / "weights" / "tokenizer.json"
"""The tagger's vocabulary, which is this encoder's too."""
PORTION = 1024
"""Texts that are encoded together: memory does not grow with their number."""


@dataclass(frozen=True, slots=True)
class Encoder:
    """One vector for each word piece: ``scale`` [pieces] times ``vector`` [pieces, WIDTH] of bytes.

    ``share`` is the share of news stories that each piece stands in.
    """

    tokenizer: Tokenizer
    vector: NDArray[np.int8]
    scale: Vectors
    share: Vectors

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors [texts, WIDTH]; that of a text without a word is all zeros."""
        portions = [texts[at : at + PORTION] for at in range(0, len(texts), PORTION)]
        found = [self._encoded(portion) for portion in portions]
        return np.concatenate(found) if found else np.zeros((0, WIDTH), dtype=np.float32)

    def _encoded(self, texts: Sequence[str]) -> Vectors:
        pieces = [one.ids for one in self.tokenizer.encode_batch_fast(texts, add_special_tokens=False)]
        ends = np.cumsum([0, *map(len, pieces)])
        used, column = np.unique(np.concatenate([*pieces, []]).astype(np.int64), return_inverse=True)
        counts = csr_array((np.ones(len(column), np.float32), column, ends), shape=(len(texts), len(used)))
        return unit(counts @ (self.vector[used] * self.scale[used, None]))


def unit(rows: Vectors) -> Vectors:
    """The rows, each divided by its length; what has none stays as it is."""
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(length > 0, length, 1), dtype=np.float32)


def encode(texts: Sequence[str]) -> Vectors:
    """Unit vectors [texts, 256] of short texts: the dot product of two tells how alike they are in meaning.

    That of a text without a word is all zeros. Needs no network, and gives the same for a text whatever
    it is encoded with.
    """
    return shipped().encode(texts)


@cache
def shipped() -> Encoder:
    """The encoder in the package, loaded once a process."""
    with np.load(WEIGHTS) as saved:
        arrays = saved["vector"], saved["scale"], saved["share"]
    return Encoder(Tokenizer.from_file(str(VOCABULARY)), *arrays)
