"""What changed on the way from report to report: hedges dropped, numbers, names and places that differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from sayso.attribution.spans import shared
from sayso.claims.details import Detail, agreement, details
from sayso.claims.grouping import SAME
from sayso.claims.matching import Vectors
from sayso.claims.statements import Statement
from sayso.model import Page, Spans

ChangeKind = Literal["hedge dropped", "hedge added", "number", "name", "place", "day", "negation"]

_VERSIONS: dict[str, ChangeKind] = {"number": "number", "name": "name", "place": "place", "day": "day"}
_EARLIEST = 12
"""Statements that a later one is held against, so that a claim with very many reports takes no longer."""


@dataclass(frozen=True, slots=True)
class Version:
    """How one statement has a detail: the page, the words, and where they stand.

    Without ``words`` the statement lacks the detail; ``spans`` then are those of the whole statement.
    They are empty for a headline that is no part of its page's text.
    """

    page: str
    words: str
    spans: Spans


@dataclass(frozen=True, slots=True)
class Change:
    """A detail that a ``later`` statement has otherwise than the ``first``; ``what`` is the detail's subject.

    For a number that is what it counts, for a hedge the hedging words.
    """

    kind: ChangeKind
    what: str
    first: Version
    later: Version


def changes(pages: Sequence[tuple[Page, Statement]]) -> tuple[Change, ...]:
    """What changed between statements of one claim, given in order of time, each with its page.

    A statement is held against the earliest dozen before it, and differs from the first of them that does;
    a change that several later statements share is given once, with the earliest of them, and none is given
    back to what an earlier one had.
    """
    found: dict[tuple[str, str, str, str], Change] = {}
    known: set[tuple[str, str]] = set()
    for n, (page, later) in enumerate(pages):
        settled: set[tuple[str, str]] = set()
        for before, first in pages[: min(n, _EARLIEST)]:
            if first.page == later.page:
                continue
            fresh = list(_between(before, first, page, later))
            for change in fresh:
                back = change.later.words and (change.kind, change.later.words.lower()) in known
                if (change.kind, change.what) not in settled and not back:
                    known |= {(change.kind, one.words.lower()) for one in (change.first, change.later)}
                    key = change.kind, change.what, change.first.words.lower(), change.later.words.lower()
                    found.setdefault(key, change)
            settled.update((change.kind, change.what) for change in fresh)
    return tuple(found.values())


def compare(
    first: tuple[Page, Sequence[Statement], Vectors],
    later: tuple[Page, Sequence[Statement], Vectors],
    same: float = SAME,
) -> tuple[tuple[Statement, Statement, tuple[Change, ...]], ...]:
    """The statements that two pages have in common, each pair with what changed in it.

    Of either page its statements and their vectors are given. Two statements are a pair if each is the
    other's likest on its page, and as like as ``same``.
    """
    (page, said, ours), (other, told, theirs) = first, later
    if not said or not told:
        return ()
    likeness = np.asarray(ours @ theirs.T)
    back = likeness.argmax(0)
    forth = ((n, int(likeness[n].argmax())) for n in range(len(said)))
    pairs = [(n, m) for n, m in forth if back[m] == n and likeness[n, m] >= same]
    return tuple((said[n], told[m], changes([(page, said[n]), (other, told[m])])) for n, m in pairs)


def _between(before: Page, first: Statement, page: Page, later: Statement) -> Iterator[Change]:
    compared = agreement(first.text, later.text)
    for one, other in compared.differ:
        if one.kind in _VERSIONS:
            what = one.slot if one.kind in ("number", "day") else ""
            yield Change(_VERSIONS[one.kind], what, _version(first, one), _version(later, other))
    denied, denies = (_negations(statement) for statement in (first, later))
    if len(denied) % 2 != len(denies) % 2:
        yield Change("negation", "not", _of(first, denied), _of(later, denies))
    yield from _hedging(before, first, page, later)


def _hedging(before: Page, first: Statement, page: Page, later: Statement) -> Iterator[Change]:
    hedged, hedges = _hedges(before, first), _hedges(page, later)
    if hedged and not hedges:
        yield Change("hedge dropped", hedged[0].words.lower(), hedged[0], _lacking(later))
    if hedges and not hedged:
        yield Change("hedge added", hedges[0].words.lower(), _lacking(first), hedges[0])


def _hedges(page: Page, statement: Statement) -> list[Version]:
    beside = [Version(page.id, page.text[start:end], ((start, end),)) for start, end in statement.hedges]
    inside = [_version(statement, one) for one in details(statement.text) if one.kind == "hedge"]
    return beside or inside


def _negations(statement: Statement) -> list[Detail]:
    return [one for one in details(statement.text) if one.kind == "negation"]


def _of(statement: Statement, found: Sequence[Detail]) -> Version:
    return _version(statement, found[0]) if found else _lacking(statement)


def _lacking(statement: Statement) -> Version:
    return Version(statement.page, "", statement.spans)


def _version(statement: Statement, detail: Detail) -> Version:
    return Version(statement.page, detail.words, placed(statement, detail))


def placed(statement: Statement, detail: Detail) -> Spans:
    """Where a detail of the statement's text stands on its page: more than one span if a cue parts it."""
    found: list[tuple[int, int]] = []
    at = 0
    for start, end in statement.spans:
        size = end - start
        for a, b in shared((at, at + size), [detail.span]):
            found.append((start + a - at, start + b - at))
        at += size + 1
    return tuple(found)
