"""Follow the trails of all pages to where they end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from .graph import Graph, graph_of
from .paths import Evidence, Paths
from .voices import Voices


@dataclass(frozen=True, slots=True)
class Trails:
    """Where each page's trails end.

    ``ends`` are the voices each page is led back to, ``beyond`` those that each go-between is led back
    to at which some chain stops. ``untold`` are the pages whose trail ends without a source,
    each with the page at which it does, ``circled`` those that lead into a circle only, with its number
    in ``circles``, which are all that were found. ``silent`` are the ends that are outlets whose own pages
    are there, and give no source.
    """

    ends: dict[str, tuple[int, ...]]
    beyond: dict[int, tuple[int, ...]]
    untold: dict[str, str]
    circled: dict[str, int]
    circles: tuple[tuple[str, ...], ...]
    silent: frozenset[int]


def follow(evidence: Evidence, paths: Paths, voices: Voices) -> Trails:
    """Follow ``paths`` from every page, on through the pages of those they name, to the ends."""
    graph = graph_of(evidence, paths, voices)
    count, labels = _circles(graph)
    members: list[list[int]] = [[] for _ in range(count)]
    for node, label in enumerate(labels):
        members[label].append(node)
    return _told(graph, labels, members)


def _circles(graph: Graph) -> tuple[int, list[int]]:
    """How many groups of nodes there are that rest on one another, and the group of each node."""
    edges = [(node, to) for node, some in graph.onward.items() for to in some]
    rows, columns = np.asarray(edges, dtype=np.int64).reshape(-1, 2).T
    matrix = csr_array((np.ones(len(edges), dtype=np.int8), (rows, columns)), shape=(graph.size, graph.size))
    count, labels = connected_components(matrix, directed=True, connection="strong")
    return int(count), [int(label) for label in labels]


def _reach(graph: Graph, labels: list[int], members: list[list[int]]) -> tuple[list[int], list[int]]:
    """The groups at which trails end; and for each group, as the bits of a number, which of them are its."""
    onward = [{labels[to] for node in some for to in graph.onward[node]} for some in members]
    back: list[list[int]] = [[] for _ in members]
    for label, some in enumerate(onward):
        some.discard(label)
        for to in some:
            back[to].append(label)
    waiting = [len(some) for some in onward]
    ready = [label for label, some in enumerate(onward) if not some]
    reach = [0] * len(members)
    for number, label in enumerate(ready):
        reach[label] = 1 << number
    ends = list(ready)
    while ready:
        label = ready.pop()
        for before in back[label]:
            reach[before] |= reach[label]
            waiting[before] -= 1
            if not waiting[before]:
                ready.append(before)
    return ends, reach


def _told(graph: Graph, labels: list[int], members: list[list[int]]) -> Trails:
    circle = {label: names for label, some in enumerate(members) if (names := _circle(graph, some))}
    circles = tuple(sorted(circle.values()))
    number = {label: circles.index(names) for label, names in circle.items()}
    last, reach = _reach(graph, labels, members)
    final = {
        mask: _final(graph, members, number, [last[bit] for bit in _bits(mask)])
        for mask in dict.fromkeys(reach)
    }
    first = len(graph.voices.all)
    pages = {page: final[reach[labels[first + place]]] for place, page in enumerate(graph.pages)}
    stops = {voice for node in range(first, graph.size) for voice in graph.onward[node] if voice < first}
    beyond = {voice: final[reach[labels[voice]]].voices for voice in sorted(stops)}
    return Trails(
        {page: one.voices for page, one in pages.items()},
        {voice: ends for voice, ends in beyond.items() if voice not in ends},
        {page: one.page for page, one in pages.items() if one.page is not None and not one.voices},
        {
            page: one.circle
            for page, one in pages.items()
            if one.circle is not None and one.page is None and not one.voices
        },
        circles,
        frozenset(min(some) for some in members if len(some) > 1 and min(some) < first),
    )


@dataclass(frozen=True, slots=True)
class _Final:
    """Where trails end: at these voices, at a page that gives no source, in a circle by its number."""

    voices: tuple[int, ...]
    page: str | None
    circle: int | None


def _final(graph: Graph, members: list[list[int]], circles: dict[int, int], groups: list[int]) -> _Final:
    nodes = sorted(min(members[group]) for group in groups if group not in circles)
    pages = [graph.name(node) for node in nodes if graph.is_page(node)]
    voices = tuple(node for node in nodes if not graph.is_page(node))
    circled = [circles[group] for group in groups if group in circles]
    return _Final(voices, min(pages, default=None), min(circled, default=None))


def _circle(graph: Graph, group: list[int]) -> tuple[str, ...]:
    """The names of those in ``group``, who rest on one another; none for one and its own pages."""
    owners = {graph.owner(node) for node in group}
    return tuple(sorted(graph.name(owner) for owner in owners)) if len(owners) > 1 else ()


def _bits(number: int) -> Iterator[int]:
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest
