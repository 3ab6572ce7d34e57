"""Cut a text into words and word pieces, with what the tagger is told of each piece's look.

A *word* here is what the encoder's own pre-tokenizer makes: a run of letters and digits, or one
punctuation mark. Words carry the code-point offsets that every span of an attribution starts from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.model import Span

SHAPES = 16
"""How many shapes a piece can have: case (4) x first of its line (2) x inside quotation marks (2)."""

LINE = re.compile(r"[^\r\n]+")
LONGEST_LINE = 20_000
"""Longer lines are cut before they are tokenized, so that memory stays flat on a page without line ends."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words and pieces, as parallel arrays.

    ``start`` and ``end`` are the words' code-point offsets; ``first`` is each word's first piece;
    ``piece`` and ``shape`` are the pieces' vocabulary ids and shapes; ``line`` numbers the words' lines
    (paragraphs, where those are known).
    """

    start: NDArray[np.int64]
    end: NDArray[np.int64]
    first: NDArray[np.int64]
    line: NDArray[np.int64]
    piece: NDArray[np.int64]
    shape: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.start)

    def part(self, first: int, stop: int) -> Words:
        """The words [first, stop); their pieces are counted anew, their offsets and lines stay."""
        here = slice(first, stop)
        a = int(self.first[first])
        b = int(self.first[stop]) if stop < len(self) else len(self.piece)
        pieces = self.piece[a:b], self.shape[a:b]
        return Words(self.start[here], self.end[here], self.first[here] - a, self.line[here], *pieces)


def words_of(text: str, tokenizer: Tokenizer, within: Sequence[Span] | None = None) -> Words:
    """Tokenize ``text`` line by line, or ``within`` paragraphs; every offset is a code point of ``text``."""
    paragraphs = [match.span() for match in LINE.finditer(text)] if within is None else within
    lines = [piece for start, stop in paragraphs for piece in _cut(text, start, stop)]
    encodings = tokenizer.encode_batch([text[a:b] for a, b in lines], add_special_tokens=False)
    start: list[int] = []
    end: list[int] = []
    first: list[int] = []
    line: list[int] = []
    piece: list[int] = []
    shape: list[int] = []
    for number, ((base, stop), encoding) in enumerate(zip(lines, encodings, strict=True)):
        quoted = _Quotes()
        last_word = None
        for identity, (a, b), word in zip(encoding.ids, encoding.offsets, encoding.word_ids, strict=True):
            if word != last_word:
                surface = text[base + a : base + b]
                look = _case(text[base + a : min(base + b + 1, stop)]) * 4 + (last_word is None) * 2
                look += quoted.see(surface)
                first.append(len(piece))
                start.append(base + a)
                end.append(base + b)
                line.append(number)
                last_word = word
            else:
                end[-1] = base + b
            piece.append(identity)
            shape.append(look)
    arrays = (np.asarray(values, dtype=np.int64) for values in (start, end, first, line, piece, shape))
    return Words(*arrays)


def _cut(text: str, start: int, stop: int) -> Iterator[Span]:
    while stop - start > LONGEST_LINE:
        cut = text.rfind(" ", start, start + LONGEST_LINE)
        cut = cut if cut > start else start + LONGEST_LINE
        yield start, cut
        start = cut
    yield start, stop


def _case(surface: str) -> int:
    """0 for lower case, 1 for a capital, 2 for capitals throughout, 3 for anything else."""
    if surface[:1].isupper():
        return 2 if len(surface) > 1 and surface[1].isupper() else 1
    return 0 if surface[:1].islower() else 3


class _Quotes:
    """Whether the reader is inside double quotation marks, line by line."""

    __slots__ = ("inside",)

    def __init__(self) -> None:
        self.inside = False

    def see(self, surface: str) -> bool:
        """Take in the next word; True if it stands inside a quotation, its marks included."""
        before = self.inside
        if surface == "“" or (surface == '"' and not before):
            self.inside = True
        elif surface == "”" or surface == '"':
            self.inside = False
        return before or self.inside
