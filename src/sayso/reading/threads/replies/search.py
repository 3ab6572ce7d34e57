"""The most likely reading of a whole thread, and how likely its parts are among all readings."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.reading.threads.replies.moves import Move, Moves, Stretch
from sayso.reading.threads.replies.paths import Node

WIDE, NARROW = 10, 3
"""Readings that are kept side by side: for the result, and for a first look."""
_MARGIN = 8.0


@dataclass(slots=True)
class _State:
    """What readings have in common that end with the same path; ``arcs`` is how they came to it.

    ``score`` is the logarithm of the best one's chance, ``total`` of all of theirs together.
    """

    node: Node | None
    score: float
    total: float
    arcs: list[tuple[_State, Move]] = field(default_factory=list)
    best: tuple[_State, Move] | None = None
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Step:
    """How one stretch is read: the answer's move, and the share of all readings that agree on it."""

    stretch: Stretch
    move: Move
    share: float


def best_reading(stretches: Iterable[Stretch], moves: Moves, beam: int = WIDE) -> list[Step]:
    """The most likely moves, one for each stretch that ends with an answer."""
    states, layers, read = [_State(None, 0.0, 0.0)], [], []
    for stretch in stretches:
        if stretch.name is None:
            continue
        states = _extended(states, stretch, moves, beam)
        layers.append(states)
        read.append(stretch)
    return _traced(layers, read)


def _extended(states: list[_State], stretch: Stretch, moves: Moves, beam: int) -> list[_State]:
    assert stretch.name is not None
    within = moves.within(stretch, stretch.name)
    arcs = [(state.score + move.score, state, move) for state in states for move in within]
    known = moves.known(stretch.name, [state.node for state in states])
    for state, nodes in zip(states, known, strict=True):
        above = moves.above(stretch, stretch.name, state.node, nodes)
        arcs += [(state.score + move.score, state, move) for move in above]
    limit = max(arc[0] for arc in arcs) - _MARGIN
    arcs = sorted((arc for arc in arcs if arc[0] >= limit), key=lambda arc: -arc[0])
    return _merged(arcs, stretch, moves, beam)


def _merged(
    arcs: list[tuple[float, _State, Move]], stretch: Stretch, moves: Moves, beam: int
) -> list[_State]:
    """The states that ``arcs`` lead to, the best first: one for each path."""
    parents: dict[tuple[int, int, int], Node] = {}
    merged: dict[tuple[int, int], _State] = {}
    for score, state, move in arcs:
        key = move.first, move.stop, id(move.up)
        parent = move.known or parents.get(key)
        if parent is None:
            parent = parents[key] = Node(move.first, move.stop, stretch.name, move.up)
            moves.remember(parent)
        target = merged.get((move.start, id(parent)))
        if target is None:
            if len(merged) == beam:
                continue
            node = Node(move.start, stretch.stop, None, parent)
            target = merged[move.start, id(parent)] = _State(node, score, -math.inf, best=(state, move))
        target.arcs.append((state, move))
        target.total = _sum(target.total, state.total + move.score)
    return list(merged.values())


def _sum(one: float, other: float) -> float:
    high, low = (one, other) if one > other else (other, one)
    return high + math.log1p(math.exp(low - high))


def _traced(layers: list[list[_State]], read: list[Stretch]) -> list[Step]:
    """Back from the best end; shares of readings are handed back from each state to those before it."""
    if not layers:
        return []
    top = max(state.total for state in layers[-1])
    weights = [math.exp(state.total - top) for state in layers[-1]]
    for state, weight in zip(layers[-1], weights, strict=True):
        state.share = weight / sum(weights)
    at, steps = layers[-1][0], []
    for states, stretch in zip(reversed(layers), reversed(read), strict=True):
        shares = _hand_back(states)
        assert at.best is not None
        move = at.best[1]
        steps.append(Step(stretch, move, min(1.0, shares[move.start, move.first])))
        at = at.best[0]
    return steps[::-1]


def _hand_back(states: list[_State]) -> dict[tuple[int, int], float]:
    """The share of each answer's start and parent in a layer."""
    shares: dict[tuple[int, int], float] = {}
    for state in states:
        for before, move in state.arcs:
            part = state.share * math.exp(before.total + move.score - state.total)
            before.share += part
            shares[move.start, move.first] = shares.get((move.start, move.first), 0.0) + part
    return shares
