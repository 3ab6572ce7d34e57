"""Give a source an id that is made of what it is, so that the order of pages and a rebuild change nothing."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence

from .seen import Seen


def ids_of(one: Seen) -> tuple[str, ...]:
    """The ids that a source may have of which ``one`` gives the name, the widest first.

    One goes by the name alone, the other by the name and the page. A source without a name has one id.
    """
    if not one.key:
        return (_hashed("unnamed", one.page, *one.mentions),)
    narrow = _hashed("named", *one.key, "", one.page)
    return (_hashed("named", *one.key), narrow) if one.whole else (narrow,)


def identify(namesakes: Mapping[int, Sequence[Seen]]) -> dict[int, str]:
    """An id for each source, from those of its ``namesakes``: the pages' sources with the name it goes by.

    A whole name that one source alone goes by is its id; else the first page that has it tells them apart.
    """
    first = {root: min(some, key=lambda one: (not one.whole, one.place)) for root, some in namesakes.items()}
    ids = {root: ids_of(one) for root, one in first.items()}
    sharing = Counter(known[0] for known in ids.values())
    return {root: known[0] if sharing[known[0]] == 1 else known[-1] for root, known in ids.items()}


def _hashed(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]
