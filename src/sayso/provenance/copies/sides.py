"""A page made ready to be laid beside others: its words, which of them are quoted, where two stand."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.model import Page, Span
from sayso.provenance.copies.shingles import SHINGLE, Shingles, shingles_of
from sayso.provenance.copies.words import Words, within, words_of

_RUN = 4
"""Shingles of standing text in a row that make a standing passage: six words that bear meaning."""
_MARKED = re.compile(r"“[^”\n]*”?|\"[^\"\n]*\"?|«[^»\n]*»?|„[^“”\n]*[“”]?")

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Side:
    """The article of a ``page``; words of standing text are made plain to nothing, which agrees with none.

    ``places`` are where two words in a row, one of them bearing meaning, stand first.
    """

    page: Page
    words: Words
    quoted: NDArray[np.bool_]
    places: dict[Pair, int]


def side_of(page: Page, standing: Shingles) -> Side:
    """``page`` made ready; ``standing`` are the shingles of standing text, in rising order."""
    article = page.article
    words = _without(words_of(article.text), standing)
    return Side(article, words, within(list(_quoted(article)), words), _places(words))


def _without(words: Words, standing: Shingles) -> Words:
    if not len(standing):
        return words
    known = np.isin(shingles_of(words), standing)
    if known.sum() < _RUN:
        return words
    bearing = [number for number, bears in enumerate(words.bearing) if bears]
    plain = list(words.plain)
    for is_known, run in itertools.groupby(range(len(known)), key=known.__getitem__):
        places = list(run)
        if is_known and len(places) >= _RUN:
            first, last = bearing[places[0]], bearing[places[-1] + SHINGLE - 1]
            plain[first : last + 1] = [""] * (last + 1 - first)
    return dataclasses.replace(words, plain=tuple(plain))


def _quoted(page: Page) -> Iterator[Span]:
    """What the page gives as the very words of others."""
    for marked in _MARKED.finditer(page.text):
        yield marked.span()
    for one in page.attributions:
        if one.manner == "direct":
            yield from one.content


def _places(words: Words) -> dict[Pair, int]:
    plain, bearing = words.plain, words.bearing
    pairs = zip(reversed(range(len(plain) - 1)), plain[-2::-1], plain[:0:-1], strict=True)
    return {(one, other): i for i, one, other in pairs if one and other and (bearing[i] or bearing[i + 1])}
