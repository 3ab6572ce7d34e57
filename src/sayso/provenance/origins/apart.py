"""Why two origins count as two: what was looked for that would make them one, and not found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from sayso.provenance.trail import Origin

LOOKED_FOR = (
    "the same source under another name",
    "one organization that both speak for",
    "one of them named as the source of the other",
    "the same words about an unnamed source",
    "an outlet that only passes the other on",
)


def kept_apart(origins: Iterable[Origin]) -> Iterator[tuple[Origin, Origin, str]]:
    """Every two counted origins, with what was looked for that would make them one.

    There are as many as pairs, so take only as many as you show.
    """
    for one, other in combinations([origin for origin in origins if origin.counted], 2):
        together = len(set(one.pages) & set(other.pages))
        pages = "1 page gives" if together == 1 else f"{together or 'no'} pages give"
        yield one, other, f"{pages} both; looked for and not found: {'; '.join(LOOKED_FOR)}"
