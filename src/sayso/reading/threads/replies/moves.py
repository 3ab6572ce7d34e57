"""Which comments an answer may belong to, and how likely each of them is."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sayso.reading.threads.replies.boundaries import Boundaries, handles_of
from sayso.reading.threads.replies.markers import ELLIPSIS, Line, Name
from sayso.reading.threads.replies.paths import Node, on_path
from sayso.reading.threads.replies.subjects import Fit, fit

_QUOTES = "“\"‘'>"

# How many comments of the path, and how many lines of a stretch, are looked at for what is unlikely.
_NEAR = 6
_SEVERAL = 4

# Chosen by hand: of the titles that were given, the share of those so long that they end with an
# ellipsis, more where the text begins with somebody else's words; the chance of an edited beginning.
_LONG, _LONG_OVER_QUOTE, _EDITED = 0.1, 0.6, 0.05
# What speaks against a parent, in logarithms: that another comment of this path is so called or begins
# so, that it is not the deepest so called, that its author would answer himself, or call himself by
# name; and what speaks for it: that two people answer each other in turn.
_ALIKE, _FURTHER, _OWN, _CALLS, _IN_TURN = 4.0, 1.5, 1.0, 2.0, 1.0
# And against each kind of parent as such.
_KNOWN, _UNNAMED, _GONE = 0.7, 0.3, 0.5


@dataclass(frozen=True, slots=True)
class Rates:
    """How often comments are gone from this page, or have a title of their own, and how often an answer
    names whom it answers ("@name")."""

    gone: float = 0.04
    titled: float = 0.08
    greeted: float = 0.5


class Stretch(NamedTuple):
    """Lines ``first`` to ``stop`` that end with an answer to the comment of that name, if they do."""

    first: int
    stop: int
    name: Name | None


class Move(NamedTuple):
    """An answer that begins on line ``start``, and its parent: a ``known`` comment of the path, or one on
    lines ``first`` to ``stop`` under ``up`` that gets its name by this; negative lines if it is gone."""

    score: float
    start: int
    first: int
    stop: int
    up: Node | None
    known: Node | None = None


class Moves:
    """The moves that a page's lines leave open."""

    def __init__(self, lines: list[Line], boundaries: Boundaries, rates: Rates) -> None:
        self._lines = lines
        self._boundaries = boundaries
        self._rates = rates
        self._named: dict[Name, list[Node]] = {}
        # Readings share most of their comments, so the same question is asked dozens of times.
        self._fits: dict[tuple[Name, int, int], Fit] = {}

    def at(self, rates: Rates) -> Moves:
        """The moves on the same page at other rates."""
        moves = Moves(self._lines, self._boundaries, rates)
        moves._fits = self._fits
        return moves

    def remember(self, node: Node) -> None:
        """That a comment has a name now, by which later answers may call it."""
        if node.name:
            self._named.setdefault(node.name, []).append(node)

    def known(self, name: Name, lasts: list[Node | None]) -> list[list[Node]]:
        """For each of the paths that end so, the comments that go by this name, the deepest first.

        What is on none of these paths will be on none to come, and is forgotten.
        """
        nodes = self._named.get(name, [])
        found = [[node for node in nodes if last and on_path(node, last)] for last in lasts]
        live = {id(node): node for some in found for node in some}
        if nodes:
            self._named[name] = list(live.values())
        return [sorted(some, key=lambda node: -node.depth) for some in found]

    def within(self, stretch: Stretch, name: Name) -> list[Move]:
        """Those in which a comment on the article stands in this stretch, before the answer to it."""
        first, stop, _ = stretch
        on, begins = self._boundaries.on, self._boundaries.begins
        best: list[tuple[float, int]] = []
        moves: list[Move] = []
        for n in range(stop - 2, first - 1, -1):
            gain = begins[n + 1] - on[n + 1] + self._greeting(n + 1, name)
            best = sorted([(gain, n + 1), *best], reverse=True)[:_SEVERAL]
            if n > stop - _NEAR - 2 or n < first + 2 or self._may_begin(n, name):
                before = begins[n] if n > first else 0.0
                for more, start in best:
                    score = before + self._boundaries.whole(n, stop) + more + self.naming(name, n, start)
                    moves.append(Move(score, start, n, start, None))
        gone = self._gone(name)
        for gain, start in best:
            score = gone + self._boundaries.whole(start, stop) + gain + on[start] - 1.0
            moves.append(Move(score, start, -stop, -stop, None))
        return moves

    def above(self, stretch: Stretch, name: Name, last: Node | None, known: list[Node]) -> Iterator[Move]:
        """Those in which the stretch is one comment, and ``last`` or what is above it the parent."""
        first, stop, _ = stretch
        whole = self._boundaries.whole(first, stop) + self._greeting(first, name)
        for n, node in enumerate(known):
            yield Move(whole - _KNOWN - _FURTHER * n, first, node.first, node.stop, node.up, node)
        found = bool(known)
        for n, node in enumerate(_unnamed(last)):
            fits = self._fit(name, node.first, node.stop) != "none"
            found = found or fits
            score = whole + self.naming(name, node.first, node.stop) + self._writing(name.author, node)
            score -= _UNNAMED + n + (_ALIKE if known and not fits else 0.0)
            yield Move(score, first, node.first, node.stop, node.up)
        gone = self._gone(name) + whole - (_ALIKE if found else 0.0)
        for depth, up in enumerate(_nearest(last)):
            yield Move(gone - 0.7 * (depth > 0) - 0.2 * depth, first, -stop, -stop, up)

    def naming(self, name: Name, first: int, stop: int) -> float:
        """The chance that a comment on these lines is called so."""
        how = self._fit(name, first, stop)
        if how == "exact":
            return math.log(1 - self._rates.titled)
        if how == "edited":
            return math.log(_EDITED)
        if not name.subject.endswith(ELLIPSIS):
            return math.log(0.9 * self._rates.titled)
        quoted = self._lines[first].text[0] in _QUOTES
        return math.log((_LONG_OVER_QUOTE if quoted else _LONG) * self._rates.titled)

    def _fit(self, name: Name, first: int, stop: int) -> Fit:
        found = self._fits.get((name, first, stop))
        if found is None:
            words = (line.text[:100] for line in self._lines[first : min(stop, first + 4)])
            found = self._fits[name, first, stop] = fit(name.subject, " ".join(words))
        return found

    def _may_begin(self, n: int, name: Name) -> bool:
        return self._lines[n].text[:4].lower() == name.subject[:4].lower()

    def _greeting(self, n: int, name: Name) -> float:
        """The chance that an answer begins with a line that names its parent's author, or does not."""
        rate = min(self._rates.greeted, 0.95)
        if rate <= 0.5:
            return 0.0
        return math.log(rate if name.author.lower() in handles_of(self._lines[n].text) else 1 - rate)

    def _writing(self, author: str, node: Node) -> float:
        """The chance that ``author`` wrote the comment: few answer themselves or call themselves by name."""
        names = (node.up.name if node.up else None, node.up.up.name if node.up and node.up.up else None)
        own = names[0] is not None and names[0].author == author
        calls = author.lower() in handles_of(self._lines[node.first].text)
        back = names[1] is not None and names[1].author == author
        return -_OWN * own - _CALLS * calls + _IN_TURN * (back and not own)

    def _gone(self, name: Name) -> float:
        shown = name.subject.endswith(ELLIPSIS)
        return math.log(self._rates.gone * (0.9 if shown else self._rates.titled + 0.1)) - _GONE


def _unnamed(last: Node | None) -> Iterator[Node]:
    """The comments of the path that no answer has named yet, the nearest ones."""
    node = last and last.unnamed
    for _ in range(_NEAR):
        if node is None:
            break
        yield node
        node = node.up and node.up.unnamed


def _nearest(last: Node | None) -> Iterator[Node | None]:
    """The places for a comment that is gone: under the last ones of the path, or the article."""
    node = last
    for _ in range(_NEAR):
        if node is None:
            break
        yield node
        node = node.up
    yield None
