"""Hang attributions under the scopes they lie in."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from sayso.model import Attribution, Span


def adopted(
    attributions: Sequence[Attribution], stretches: Sequence[tuple[str, Span]]
) -> Iterator[Attribution]:
    """The attributions, those without a parent hung under the innermost scope that they lie in."""
    parents = {attribution.id: attribution.parent for attribution in attributions}
    nested = sorted(stretches, key=lambda stretch: (stretch[1][0], -stretch[1][1]))
    around: dict[str, str] = {}
    open_now: list[tuple[str, Span]] = []
    waiting = iter([*nested, ("", (1 << 60, 1 << 60))])
    upcoming = next(waiting)
    for attribution in sorted(attributions, key=lambda a: (a.extent[0], -a.extent[1])):
        start, end = attribution.extent
        while upcoming[1][0] <= start:
            open_now.append(upcoming)
            upcoming = next(waiting)
        while open_now and open_now[-1][1][1] <= start:
            open_now.pop()
        scope = next(
            (name for name, span in reversed(open_now) if end <= span[1] and name != attribution.id), None
        )
        if attribution.parent is None and scope is not None and not _descends(scope, attribution.id, parents):
            parents[attribution.id] = around[attribution.id] = scope
    for attribution in attributions:
        scope = around.get(attribution.id)
        yield attribution if scope is None else dataclasses.replace(attribution, parent=scope, within="scope")


def _descends(identity: str | None, ancestor: str, parents: dict[str, str | None]) -> bool:
    """Whether ``identity`` is ``ancestor`` or lies, however deep, under it."""
    seen: set[str] = set()
    while identity is not None and identity not in seen:
        if identity == ancestor:
            return True
        seen.add(identity)
        identity = parents.get(identity)
    return False
