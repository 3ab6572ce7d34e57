"""Choose among the likely sets of comments on a page those that are its threads."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import numpy as np

from sayso.reading.threads.markup import words
from sayso.reading.threads.markup.families import families_of
from sayso.reading.threads.markup.outline import Counts, Outline
from sayso.reading.threads.markup.scoring import NAMED, Family, is_aside

_ALSO = 0.9
_PART = 0.3
_WHOLE, _MANY, _LINKED = 0.97, 4, 0.25
_Covered = tuple[Counts, Counts]


def threads_in(outline: Outline) -> list[Family]:
    """The sets of comments on the page, in its order: the likeliest, and all that surely are comments
    too and lie wholly beside it."""
    families = families_of(outline)
    found: list[Family] = []
    taken: list[_Covered] = []
    for family in families:
        if found and not _is_sure(outline, family):
            continue
        if all(_apart(family, other) for other in taken):
            found.append(_widest(family, families, taken))
            taken.append(_covered(found[-1]))
    return sorted(found, key=lambda family: family.heads[0])


def is_forum(family: Family) -> bool:
    """Whether these are a forum's posts, of which the first is the story."""
    names = words.pieces(family.key)
    return family.named < NAMED and bool(names & words.FORUM) and not names & words.ITEM


def _is_sure(outline: Outline, family: Family) -> bool:
    """Whether these are comments even where others have been found already."""
    if family.mode != "whole":
        return False
    numbered = family.key.endswith("0") or len(family.heads) > 1
    named = family.named >= 1 and numbered and family.score >= _ALSO * len(family.heads)
    return named or _is_complete(outline, family)


def _is_complete(outline: Outline, family: Family) -> bool:
    """Whether each of several named elements has words, few of them links, a time and an author."""
    several = len(family.heads) >= _MANY and "~" not in family.key and family.worth >= _WHOLE
    linked = outline.between("linked", family.starts, family.ends).sum()
    return bool(several and linked < _LINKED * family.prose and not is_aside(outline, family))


def _apart(one: Family, other: _Covered) -> bool:
    """Whether no element of ``one`` lies in, or around, one of the ``other``."""
    starts, ends = other
    at = np.searchsorted(starts, one.ends) - 1
    return not bool(((at >= 0) & (ends[np.maximum(at, 0)] > one.starts)).any())


def _covered(family: Family) -> _Covered:
    """The outermost stretches of ``family``."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in zip(family.starts.tolist(), family.ends.tolist(), strict=True):
        if not ends or start >= ends[-1]:
            starts.append(start)
            ends.append(end)
    return np.array(starts), np.array(ends)


def _widest(family: Family, families: Sequence[Family], beside: Sequence[_Covered]) -> Family:
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
