"""What is kept of a page so that it can be found and grouped: its word pieces, and what it is about.

Made once, when a page is added; finding and grouping need neither its text nor the encoder again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.claims.meaning.encoder import WIDTH, Encoder, Vectors, shipped
from sayso.model import Page

LEAD = 100
"""Words of the beginning that tell what a page is about."""
LONGEST = 50_000
"""Characters of a story that its pieces are taken from."""
HEADLINE = 3
"""How many times a piece in the headline counts."""
_THOUSANDS = re.compile(r"(?<=\d),(?=\d\d\d)")


@dataclass(frozen=True, slots=True)
class Features:
    """Many pages' features: page ``ids[n]`` has [start[n], start[n + 1]) of ``piece`` and ``count``.

    ``piece`` are numbers in the encoder's vocabulary, each once a page; ``vector`` [pages, WIDTH] is
    the mean of the headline's and the beginning's unit vectors, in bytes: 127 is one.
    """

    ids: tuple[str, ...]
    start: NDArray[np.int64]
    piece: NDArray[np.uint16]
    count: NDArray[np.uint8]
    vector: NDArray[np.int8]

    def part(self, numbers: NDArray[np.int64]) -> Features:
        """The features of some of the pages."""
        size = np.diff(self.start)[numbers]
        start = np.cumsum([0, *size], dtype=np.int64)
        place = np.repeat(self.start[numbers] - start[:-1], size) + np.arange(start[-1])
        ids = tuple(self.ids[n] for n in numbers)
        return Features(ids, start, self.piece[place], self.count[place], self.vector[numbers])


def features(page: Page) -> bytes:
    """The features of a page's article, about one kilobyte: its comments and quoted pages don't count."""
    return features_of(page.title, page.article.text)


def features_of(title: str | None, text: str, encoder: Encoder | None = None) -> bytes:
    """The same for a headline and a text."""
    encoder = encoder or shipped()
    text = text[:LONGEST]
    lead = " ".join([title or "", *text[: 20 * LEAD].split()[:LEAD]])
    vector = encoder.encode([title or lead, lead]).mean(0)
    counts = Counter(pieces_of(text, encoder))
    for piece in pieces_of(title or "", encoder):
        counts[piece] += HEADLINE
    pieces = np.array(sorted(counts), dtype="<u2")
    times = np.array([min(counts[piece], 255) for piece in pieces.tolist()], dtype=np.uint8)
    return b"".join((np.rint(vector * 127).astype(np.int8).tobytes(), pieces.tobytes(), times.tobytes()))


def pieces_of(text: str, encoder: Encoder) -> list[int]:
    """The word pieces of a text, punctuation left out; 1,200 and 1200 are one number."""
    plain = _THOUSANDS.sub("", text)
    encoding = encoder.tokenizer.encode(plain, add_special_tokens=False)
    return [piece for piece, token in zip(encoding.ids, encoding.tokens, strict=True) if token[-1].isalnum()]


def gathered(pages: Iterable[tuple[str, bytes]]) -> Features:
    """The features of many pages, by their ids; in the order of the ids, whatever order they come in."""
    rows = sorted(pages)
    blobs = [blob for _, blob in rows]
    sizes = [(len(blob) - WIDTH) // 3 for blob in blobs]
    vector = np.frombuffer(b"".join(blob[:WIDTH] for blob in blobs), dtype=np.int8).reshape(-1, WIDTH)
    pairs = list(zip(blobs, sizes, strict=True))
    piece = np.frombuffer(b"".join(blob[WIDTH : WIDTH + 2 * size] for blob, size in pairs), dtype="<u2")
    count = np.frombuffer(b"".join(blob[WIDTH + 2 * size :] for blob, size in pairs), dtype=np.uint8)
    start = np.cumsum([0, *sizes], dtype=np.int64)
    ids = tuple(id for id, _ in rows)
    return Features(ids, start, piece, count, vector)


def vectors_of(found: Features) -> Vectors:
    """The pages' vectors as numbers."""
    return np.asarray(found.vector, dtype=np.float32) / np.float32(127)
