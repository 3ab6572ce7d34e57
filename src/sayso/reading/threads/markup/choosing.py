"""Choose among the likely sets of comments on a page those that are its threads."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import numpy as np

from sayso.reading.threads.markup import words
from sayso.reading.threads.markup.families import families_of
from sayso.reading.threads.markup.outline import Counts, Outline
from sayso.reading.threads.markup.scoring import NAMED, Family

_ALSO = 0.9
_PART = 0.3


def threads_in(outline: Outline) -> list[Family]:
    """The sets of comments on the page, in its order: the likeliest, and all that lie wholly beside it."""
    families = families_of(outline)
    found: list[Family] = []
    for family in families:
        if found and not _is_sure(family):
            continue
        if all(_apart(family, other) for other in found):
            found.append(_widest(family, families, found))
    return sorted(found, key=lambda family: family.heads[0])


def is_forum(family: Family) -> bool:
    """Whether these are a forum's posts, of which the first is the story."""
    names = words.pieces(family.key)
    return family.named < NAMED and bool(names & words.FORUM) and not names & words.ITEM


def _is_sure(family: Family) -> bool:
    """Whether these are comments even where others have been found already."""
    numbered = family.key.endswith("0") or len(family.heads) > 1
    return (
        family.named >= 1
        and family.mode == "whole"
        and numbered
        and family.score >= _ALSO * len(family.heads)
    )


def _apart(one: Family, other: Family) -> bool:
    """Whether no element of one set lies in, or around, one of the other."""
    return not (_touches(one, other) or _touches(other, one))


def _touches(one: Family, other: Family) -> bool:
    """Whether a stretch of ``one`` begins within one of ``other``."""
    starts, ends = _covered(other)
    at = np.searchsorted(starts, one.starts, side="right") - 1
    return bool(((at >= 0) & (one.starts < ends[np.maximum(at, 0)])).any())


def _covered(family: Family) -> tuple[Counts, Counts]:
    """The outermost stretches of ``family``."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in zip(family.starts.tolist(), family.ends.tolist(), strict=True):
        if not ends or start >= ends[-1]:
            starts.append(start)
            ends.append(end)
    return np.array(starts), np.array(ends)


def _widest(family: Family, families: Sequence[Family], beside: Sequence[Family]) -> Family:
    """The set with the most comments of those that have each of ``family`` in one of their own.

    Comments that were folded away have less in them than the others, and still have a place.
    """
    if family.mode != "whole":
        return family
    wider = [other for other in families if _holds(other, family) and all(_apart(other, b) for b in beside)]
    return max(wider, key=lambda other: (len(other.heads), other.score), default=family)


def _holds(other: Family, family: Family) -> bool:
    if other.mode != "whole" or len(other.heads) < len(family.heads) or other.score < _PART * family.score:
        return False
    inner = list(_innermost(other, family))
    return None not in inner and len(set(inner)) == len(inner)


def _innermost(other: Family, family: Family) -> Iterator[int | None]:
    """For each of ``family`` which of ``other`` it lies in."""
    stretches = zip(other.starts.tolist(), other.ends.tolist(), itertools.count(), strict=False)
    ahead = next(stretches, None)
    open_: list[tuple[int, int]] = []
    for start, end in zip(family.starts.tolist(), family.ends.tolist(), strict=True):
        while ahead is not None and ahead[0] <= start:
            open_.append((ahead[1], ahead[2]))
            ahead = next(stretches, None)
        while open_ and open_[-1][0] < end:
            open_.pop()
        yield open_[-1][1] if open_ else None
