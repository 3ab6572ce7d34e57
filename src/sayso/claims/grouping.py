"""Which statements of a story's pages say the same: its claims, each with the pages that report it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.claims.clauses import is_clause
from sayso.claims.details import Detail, details
from sayso.claims.matching import Vectors
from sayso.claims.statements import Statement

SAME = 0.75
"""The cosine from which two statements may say the same."""
_WIDEST = 200
"""Likest statements that are looked at for each."""
_BLOCK = 1024
_COMMON = 0.2
"""A name in a larger share of a story's statements is what the story is about, and tells none apart."""

Floats = NDArray[np.float32]
Neighbours = list[list[int]]


@dataclass(frozen=True, slots=True)
class Claim:
    """What several statements say alike, in the words of the one nearest to them all.

    ``statements`` are places among those that were grouped, in order; ``reports`` those of them that
    count, for each page its likest. ``pages`` are the ids of the pages in the order of ``reports``.
    """

    text: str
    statements: tuple[int, ...]
    reports: tuple[int, ...]
    pages: tuple[str, ...]


def claims_in(story: Sequence[Statement], vectors: Vectors, same: float = SAME) -> tuple[Claim, ...]:
    """The claims of one story, those with most pages first; a statement that stands alone is one too.

    ``vectors`` holds a unit row for each statement. Two statements are joined if they mean the same and
    do not begin with names of different people or things; numbers and negations may differ. The
    statement with most like it takes those first. The same input gives the same claims. Vectors are
    compared in blocks, so memory grows with the statements and not with their pairs.
    """
    rows = np.ascontiguousarray(vectors, dtype=np.float32)
    near = list(_neighbours(rows, same))
    subjects = _subjects(story)
    full = [_is_full(one.text) for one in story]
    groups = _stars(near, subjects, full)
    claims = [_claim(story, rows, group) for group in groups]
    return tuple(sorted(claims, key=lambda claim: (-len(claim.pages), claim.statements)))


def _neighbours(rows: Floats, same: float) -> Iterator[list[int]]:
    """For each row those like it, likest first, itself left out."""
    for start in range(0, len(rows), _BLOCK):
        block = rows[start : start + _BLOCK] @ rows.T
        for n, likeness in enumerate(block, start):
            likeness[n] = 0
            some = np.flatnonzero(likeness >= same)
            order = some[np.argsort(-likeness[some], kind="stable")][:_WIDEST]
            yield order.tolist()


def _subjects(story: Sequence[Statement]) -> list[frozenset[str]]:
    """The words of the name that each statement begins with, but for names that the whole story shares."""
    found = [_subject(details(one.text)) for one in story]
    count = Counter(word for words in found for word in words)
    most = max(2.0, _COMMON * len(story))
    return [frozenset(word for word in words if count[word] <= most) for words in found]


def _subject(found: Sequence[Detail]) -> frozenset[str]:
    first = next((one for one in found if one.kind == "name" and one.slot == "first"), None)
    return frozenset(first.value.split()) if first else frozenset()


def _stars(near: Neighbours, subjects: Sequence[frozenset[str]], full: Sequence[bool]) -> Iterator[list[int]]:
    """Groups around the statements that have most like them; each statement goes to the first that fits.

    Full sentences come first: a scrap is like many things that are not like each other.
    """
    free = [True] * len(near)
    for centre in sorted(range(len(near)), key=lambda n: (not full[n], -len(near[n]), n)):
        if not free[centre]:
            continue
        fitting = [n for n in near[centre] if free[n] and _same_subject(subjects[centre], subjects[n])]
        group = sorted([centre, *fitting])
        for n in group:
            free[n] = False
        yield group


def _same_subject(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or not one.isdisjoint(other)


def _claim(story: Sequence[Statement], rows: Floats, group: list[int]) -> Claim:
    likeness = rows[group] @ rows[group].mean(0)
    order = sorted(range(len(group)), key=lambda n: (-float(likeness[n]), group[n]))
    reports = {story[group[n]].page: group[n] for n in reversed(order)}
    spoken = [group[n] for n in order]
    best = next((n for n in spoken if _is_full(story[n].text)), spoken[0])
    counted = tuple(sorted(reports.values()))
    return Claim(story[best].text, tuple(group), counted, tuple(story[n].page for n in counted))


def _is_full(text: str) -> bool:
    """Whether the words are a sentence that can stand for the claim by itself."""
    return text[:1].isupper() and is_clause(text)
