"""Arithmetic of spans: what they share, what is left of them, which of many lies where."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from sayso.model import Span


def disjoint(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, without empty ones and without those that begin inside an earlier one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if start < end and (not found or start >= found[-1][1]):
            found.append((start, end))
    return found


def merged(spans: Iterable[Span]) -> list[Span]:
    """The stretches that the spans cover together, in order and disjoint."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return found


def trimmed(text: str, span: Span) -> Span:
    """The stretch without white space at its ends."""
    words = text[slice(*span)]
    start = span[0] + len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def around(spans: Sequence[Span], position: int) -> Span | None:
    """The one of the sorted, disjoint ``spans`` that ``position`` lies in."""
    number = bisect_right(spans, (position, 1 << 60)) - 1
    if number >= 0 and position < spans[number][1]:
        return spans[number]
    return None


def near(span: Span, spans: Sequence[Span]) -> Sequence[Span]:
    """Those of the sorted, disjoint ``spans`` that share a place with ``span``."""
    first = max(bisect_left(spans, (span[0], -1)) - 1, 0)
    return [other for other in spans[first : bisect_left(spans, (span[1], -1))] if other[1] > span[0]]


def shared(span: Span, spans: Sequence[Span]) -> Iterator[Span]:
    """What ``span`` has in common with each of ``spans``."""
    for start, end in near(span, spans):
        yield max(start, span[0]), min(end, span[1])


def outside(span: Span, spans: Sequence[Span]) -> Iterator[Span]:
    """What is left of ``span`` without ``spans``."""
    at = span[0]
    for start, end in shared(span, spans):
        if start > at:
            yield at, start
        at = end
    if span[1] > at:
        yield at, span[1]
