"""Hang each attribution under the one whose content it lies in."""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict

from sayso.attribution.decode import Link, Range

Tree = list[tuple[Link, int | None]]

MOSTLY = 0.8
"""A link belongs into another's content if this share of its own words lies in it; the rest is cut off."""


def nested(links: list[Link]) -> Tree:
    """The links that can stand together, in page order, each with the index of its parent (or None).

    A link is nested in another if its cue lies in the other's content, and so does most of its own
    source and content; what hangs out is cut off. A link without content, and the weaker of two that
    claim the same content, is dropped.
    """
    kept = _distinct([link for link in links if link.content])
    kept.sort(key=lambda link: (-_size(link.content), link.cue))  # so that a parent comes before its children
    fitted: list[Link] = []
    parents: list[int | None] = []
    over: defaultdict[int, list[int]] = defaultdict(list)  # which links so far have a word in their content
    for number, link in enumerate(kept):
        around = [n for n in over[link.cue[0]] if _inside(link, fitted[n])]
        parent = min(around, key=lambda n: _size(fitted[n].content), default=None)
        fitted.append(link if parent is None else _cut(link, fitted[parent].content))
        parents.append(parent)
        for word in _words(fitted[-1].content):
            over[word].append(number)
    return _in_page_order(fitted, parents)


def _in_page_order(links: list[Link], parents: list[int | None]) -> Tree:
    order = sorted(
        range(len(links)), key=lambda n: (_extent(links[n])[0], -_extent(links[n])[1], links[n].cue)
    )
    place = {n: at for at, n in enumerate(order)}
    return [(links[n], None if (up := parents[n]) is None else place[up]) for n in order]


def _distinct(links: list[Link]) -> list[Link]:
    kept: list[Link] = []
    over: defaultdict[int, list[int]] = defaultdict(list)
    for link in sorted(links, key=lambda x: (-x.sure_cue, x.cue)):
        words = _words(link.content)
        shared = Counter(n for word in words for n in over[word])
        if not any(_same(link, kept[n], count) for n, count in shared.items()):
            for word in words:
                over[word].append(len(kept))
            kept.append(link)
    return kept


def _same(one: Link, other: Link, shared: int) -> bool:
    """Whether two links, neither inside the other, have nearly all words of their contents in common."""
    nearly = 2 * shared > 0.9 * (_size(one.content) + _size(other.content))
    return nearly and not (_inside(one, other) or _inside(other, one))


def _inside(inner: Link, outer: Link) -> bool:
    """Whether the inner link stands in the outer one's content, which is longer than its own."""
    room = outer.content
    if _size(inner.content) >= _size(room) or not any(
        a <= inner.cue[0] and inner.cue[1] <= b for a, b in room
    ):
        return False
    own = inner.source + inner.content
    return bool(_common(inner.content, room)) and _size(_common(own, room)) >= MOSTLY * _size(own)


def _cut(link: Link, room: tuple[Range, ...]) -> Link:
    """The link without the words that stand outside ``room``."""
    return dataclasses.replace(link, source=_common(link.source, room), content=_common(link.content, room))


def _common(spans: tuple[Range, ...], room: tuple[Range, ...]) -> tuple[Range, ...]:
    pieces = ((max(a, c), min(b, d)) for a, b in spans for c, d in room)
    return tuple(sorted((a, b) for a, b in pieces if a < b))


def _words(spans: tuple[Range, ...]) -> set[int]:
    return {word for a, b in spans for word in range(a, b)}


def _size(spans: tuple[Range, ...]) -> int:
    return sum(b - a for a, b in spans)


def _extent(link: Link) -> Range:
    spans = (link.cue, *link.source, *link.content)
    return min(a for a, _ in spans), max(b for _, b in spans)
