"""How likely a set of elements is a page's comments: by what each holds, and by how they are named."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from sayso.reading.threads.markup import words
from sayso.reading.threads.markup.outline import Counts, Outline

Mode = Literal["whole", "leads", "trails"]
NAMED = 0.8
"""The evidence that names give where they speak for comments."""

_NEAR = 5
_UNNAMED = 0.65
_FORUM = 0.6
_NEARLY_ALL = 0.8
_MARKED = 0.6
_PARTED = 0.85
_FEW = 3
_SHORT = 20
_STORY = 250
_Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Stretches:
    """From where to where each comment would go, if the elements ``heads`` were the ``mode`` of it.

    ``named`` is how far names speak for it; where ``open_end``, a stretch goes to the end of a list.
    """

    key: str
    heads: Counts
    mode: Mode
    starts: Counts
    ends: Counts
    named: float
    open_end: npt.NDArray[np.bool_] | None = None


@dataclass(frozen=True, slots=True)
class Family:
    """A likely set of comments: ``heads`` are places in the outline, ``prose`` how many letters they have.

    ``worth`` is how much of what a comment has (words, a time, an author) they have on average, 0 to 1.
    """

    key: str
    heads: tuple[int, ...]
    mode: Mode
    score: float
    named: float
    starts: Counts
    ends: Counts
    prose: int
    worth: float


def named(outline: Outline, key: str, heads: Counts) -> float:
    """How far the names of the elements, and of what is around them, speak for comments: 0 to 1.2.

    Below 0 where they say that these stand beside a story, such as a list of related ones.
    """
    own = words.pieces(key)
    around = _places(outline, heads)
    if own & words.ASIDE or None in around:
        return -1.0
    mine = 1.0 if own & words.ITEM else _FORUM if own & words.FORUM else 0.0
    within = all(around)
    evidence = max(mine, NAMED * within) + (0.2 if mine and within else 0.0)
    return _FORUM * evidence if len(heads) == 1 and own & words.AROUND else evidence


def is_aside(outline: Outline, family: Family) -> bool:
    """Whether names say that these stand beside a story, such as the latest comments of a whole site."""
    aside = words.pieces(family.key) & words.ASIDE
    return bool(aside) or None in _places(outline, np.array(family.heads))


def _places(outline: Outline, heads: Counts) -> list[bool | None]:
    """What is around the first, the middle and the last of ``heads``."""
    return [_around(outline, int(heads[at])) for at in {0, len(heads) // 2, len(heads) - 1}]


def _around(outline: Outline, number: int) -> bool | None:
    """Whether an element lies in what is named for comments; None if in what stands beside a story."""
    for ancestor in itertools.islice(outline.elements[number].iterancestors(), _NEAR):
        if ancestor.tag in ("body", "html"):
            break
        tokens = f"{ancestor.get('class', '')} {ancestor.get('id', '')}".split()
        names = [words.pieces(token) for token in tokens]
        if any(name & words.ITEM and not name & words.ASIDE for name in names):
            return True
        if any(name & words.ASIDE for name in names):
            return None
    return False


def scored(outline: Outline, one: Stretches) -> Family | None:
    """The family that ``one`` is, None if it is none."""
    chars, marked, linked = (_own(outline, one, what) for what in ("chars", "marked", "linked"))
    times, authors = _own(outline, one, "time"), _own(outline, one, "author")
    if not one.named:  # a short link is as good as a name where nothing is named for an author
        authors = np.maximum(authors, _own(outline, one, "handles") * (linked < 40 + 0.2 * chars))
    prose = chars - marked
    fits = 1.0 if one.mode == "whole" else _fits(outline, one, prose)
    prose = _bounded(prose, one)
    texts = (prose > 1) & (linked < 0.7 * chars + 20)
    worth = _worth(texts, times, authors) * np.where(
        outline.between("form", one.starts, one.ends) > 1, 0.8, 1
    )
    worth *= fits
    mean = float(worth.mean())
    if one.named < _UNNAMED:
        titles = _own(outline, one, "titles").mean() > 0.5
        alike = all((count > 0).mean() >= _NEARLY_ALL for count in (texts, times, authors))
        enough = mean > (0.75 if one.mode == "whole" else 0.9) and alike and not titles
        enough = enough and len(one.heads) >= _FEW and bool(np.median(prose) >= _SHORT)
        enough = enough and (one.named > 0 or has_story_before(outline, one.starts))
    else:
        enough = mean > 0.45
    if not enough:
        return None
    score = float(worth.sum()) * mean * (one.named if one.named >= _UNNAMED else 0.2)
    score *= 1.0 if one.mode == "whole" else _PARTED
    heads = tuple(one.heads.tolist())
    letters = int(prose.clip(0).sum())
    return Family(one.key, heads, one.mode, score, one.named, one.starts, one.ends, letters, mean)


def has_story_before(outline: Outline, starts: Counts) -> bool:
    """Whether there is a story before these that they could be on; the entries of a live blog are one."""
    first, start = starts[:1], np.zeros(1, dtype=np.int64)
    letters = outline.between("chars", start, first) - outline.between("linked", start, first)
    return bool(letters[0] >= _STORY)


def _worth(texts: npt.NDArray[np.bool_], times: Counts, authors: Counts) -> _Floats:
    """How much of what a comment has each stretch has: words, a time, an author, and each but once."""
    worth = texts * (0.3 + 0.35 * (times > 0) + 0.35 * (authors > 0))
    several = np.minimum(1, 3 / np.maximum(times, 1)) * np.minimum(1, 4 / np.maximum(authors, 1))
    return np.asarray(worth * several, dtype=np.float64)


def _bounded(prose: Counts, one: Stretches) -> Counts:
    """``prose`` with no more at the open ends, where the rest of the page follows, than is usual."""
    if one.open_end is None:
        return prose
    if one.open_end.all():
        return np.zeros_like(prose)
    usual = int(np.median(prose[~one.open_end]))
    return np.where(one.open_end, np.minimum(prose, usual), prose)


def _fits(outline: Outline, one: Stretches, prose: Counts) -> float:
    """Whether elements that would lead or trail comments look it: they name or number them, and at the
    open end there are words too, and no form."""
    starts, ends = outline.opens[one.heads], outline.closes[one.heads]
    marks = [outline.between(what, starts, ends) > 0 for what in ("author", "time")]
    if (marks[0].astype(int) + marks[1]).mean() < _MARKED and not ("@" in one.key or one.key.endswith("0")):
        return 0.0
    end = -1 if one.mode == "leads" else 0
    form = int(outline.between("form", one.starts, one.ends)[end])
    return (0.3 if prose[end] < 0.2 * np.median(prose) else 1.0) * (0.9 if form else 1.0)


def _own(outline: Outline, one: Stretches, what: str) -> Counts:
    """How much of ``what`` each stretch has, without that of those that lie in it."""
    total = outline.between(what, one.starts, one.ends)
    if len(total) < 2 or bool((one.ends[:-1] <= one.starts[1:]).all()):
        return total
    inside = np.zeros_like(total)
    around: list[int] = []
    ends = one.ends.tolist()
    for i, start in enumerate(one.starts.tolist()):
        while around and ends[around[-1]] <= start:
            around.pop()
        if around:
            inside[around[-1]] += total[i]
        around.append(i)
    return total - inside
