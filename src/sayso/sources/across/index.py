"""Find sources: whoever speaks in an attribution, the outlet of a page, everyone whom a name may mean."""

from __future__ import annotations

from collections.abc import Sequence

from .folding import Key, fold
from .source import Anchor, Source


class Index:
    """The sources of a case, for looking up."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self.by_id = {one.id: one for one in sources}
        self._speaking = {mention: one.id for one in sources for mention in one.mentions}
        self._publishing = {page: one.id for one in sources for page in one.published}
        self._names = [
            (key, one)
            for one in sources
            if one.names
            for key in sorted({*map(fold, one.names), fold(one.name)})
        ]

    def source_of(self, page: str, attribution: str) -> str | None:
        """The id of the source of an attribution; None if the page gives none."""
        anchor: Anchor = (page, attribution)
        return self._speaking.get(anchor)

    def outlet_of(self, page: str) -> str | None:
        """The id of the outlet that published a page; None if that is not known."""
        return self._publishing.get(page)

    def find(self, name: str) -> tuple[Source, ...]:
        """The sources that ``name`` may mean, in any spelling or under any of their names, best first.

        A whole name comes before one that only begins so ("Anton"), and that before one that has the
        words further on; among equals, who is mentioned most.
        """
        if not name.strip():
            return ()
        wanted = fold(name)
        found: dict[str, tuple[int, int, str]] = {}
        for key, one in self._names:
            fit = _fit(wanted, key)
            if fit is not None:
                rank = (fit, -len(one.mentions), one.id)
                found[one.id] = min(rank, found.get(one.id, rank))
        return tuple(self.by_id[id] for _, _, id in sorted(found.values()))


def _fit(wanted: Key, key: Key) -> int | None:
    """How well a name fits what is wanted, 0 the best; its last word may be a beginning only."""
    if wanted == key:
        return 0
    size = len(wanted)
    for at in range(len(key) - size + 1):
        if key[at : at + size - 1] == wanted[:-1] and key[at + size - 1].startswith(wanted[-1]):
            return 1 if at == 0 else 2
    return None
