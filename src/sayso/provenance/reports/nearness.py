"""Tell which words of a page state a claim: by meaning, and by the words they share with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from sayso.model import Span
from sayso.provenance.reports.known import Known
from sayso.provenance.reports.statements import Statement

Encode = Callable[[Sequence[str]], NDArray[np.float32]]
"""Turns texts into unit vectors, one a row, which lie close together where the texts mean the same."""

SHARED_WORDS = 0.5
"""What it adds to a likeness, at most, that words of the claim are there."""
FLOOR = 0.5
"""Words that are less near to the claim than this do not state it, ..."""
SHARE = 0.8
"""... nor do those that come less near to it than this share of what comes nearest on the page."""
_SENTENCE_ONLY = 0.95
"""What counts of a statement's whole sentence, which has its source in it too."""
_WORD = re.compile(r"\w{4,}|[A-Z]\w+")
_STEM = 5


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near the texts of a page come to a claim, and how near is near enough here."""

    of_text: Mapping[str, float]
    of_statement: tuple[float, ...]
    level: float

    def near(self, text: str) -> bool:
        """Whether ``text`` states the claim."""
        return self.of_text[text] >= self.level


def nearness(
    claim: str, known: Known, places: Sequence[Span], statements: Sequence[Statement], encode: Encode
) -> Nearness:
    """How near each sentence at ``places``, and each of the ``statements``, comes to the claim."""
    sentences = [known.words(place) for place in places]
    parts = (part for one in statements for part in one.parts + one.more)
    texts = list(
        dict.fromkeys([claim, *sentences, *parts, *(known.words(one.sentence) for one in statements)])
    )
    vectors = encode(texts)
    asked = _stems(claim)
    shared = [len(asked & _stems(text)) / max(1, len(asked)) for text in texts]
    likeness = (vectors @ vectors[0]).tolist()
    of_text = {t: near + SHARED_WORDS * share for t, near, share in zip(texts, likeness, shared, strict=True)}
    found = _of_statements(known, statements, of_text)
    top = max((near for near, one in zip(found, statements, strict=True) if one.chain), default=0.0)
    return Nearness(of_text, found, max(FLOOR, SHARE * top))


def _of_statements(
    known: Known, statements: Sequence[Statement], of_text: Mapping[str, float]
) -> tuple[float, ...]:
    """The nearest of each statement's parts; for the longest in a sentence, the sentence counts as well."""
    longest = set()
    for _, group in groupby(range(len(statements)), key=lambda n: statements[n].sentence):
        longest.add(max(group, key=lambda n: sum(end - start for start, end in statements[n].said.content)))
    found = []
    for n, one in enumerate(statements):
        near = max((of_text[part] for part in one.parts + one.more), default=0.0)
        whole = _SENTENCE_ONLY * of_text[known.words(one.sentence)] if n in longest else 0.0
        found.append(max(near, whole))
    return tuple(found)


def _stems(text: str) -> set[str]:
    return {word.lower()[:_STEM] for word in _WORD.findall(text)}
