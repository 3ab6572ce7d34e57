"""Find the attribution in whose content another one lies: as its parent says, else by the spans."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import Attribution, Span


def hosts_of(attributions: Sequence[Attribution], spans: list[Span | None]) -> list[int | None]:
    """For each attribution, the number of the one whose content its source lies in."""
    by_id = {one.id: number for number, one in enumerate(attributions)}
    around = _smallest_around(attributions, spans)
    hosts: list[int | None] = []
    for number, one in enumerate(attributions):
        parent = by_id.get(one.parent) if one.parent is not None and one.within == "content" else None
        hosts.append(around[number] if parent is None or parent == number else parent)
    return hosts


def _smallest_around(attributions: Sequence[Attribution], spans: list[Span | None]) -> list[int | None]:
    """Sweep down the page with the contents that are open, the one that opened last on top."""
    opening = sorted(
        (start, -end, one.id, number)
        for number, one in enumerate(attributions)
        for start, end in one.content
        if start < end
    )
    found: list[int | None] = [None] * len(attributions)
    sources = sorted((span[0], number) for number, span in enumerate(spans) if span is not None)
    stack: list[tuple[int, int]] = []
    upcoming = 0
    for at, number in sources:
        while upcoming < len(opening) and opening[upcoming][0] <= at:
            stack.append((-opening[upcoming][1], opening[upcoming][3]))
            upcoming += 1
        while stack and stack[-1][0] <= at:
            stack.pop()
        found[number] = next(
            (other for end, other in reversed(stack[-8:]) if end > at and other != number), None
        )
    return found
