"""Find the sets of like elements on a page that may be its comments, or stand at the head or foot of each."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

import numpy as np
from lxml.html import HtmlElement

from sayso.reading.threads.markup import words
from sayso.reading.threads.markup.outline import Counts, Outline
from sayso.reading.threads.markup.scoring import NAMED, Family, Stretches, named, scored

_MARK = 150
_RIVAL = 0.25
_BEHIND = 8
_NO_COMMENTS = ("html", "body", "meta", "link")


def families_of(outline: Outline) -> list[Family]:
    """The likely sets of comments, best first; of those about as likely, the ones with more words in them."""
    stretches = (one for key, numbers in outline.keys.items() for one in _stretches(outline, key, numbers))
    found = [family for family in (scored(outline, one) for one in stretches) if family is not None]
    best = max((family.score for family in found), default=0.0)
    most = max((family.prose for family in found if family.score > _RIVAL * best), default=1) or 1

    def rank(family: Family) -> tuple[float, bool, tuple[int, ...]]:
        worth = family.score * (0.3 + 0.7 * min(1.0, family.prose / most))
        return -worth, family.mode != "whole", family.heads

    return sorted(found, key=rank)


def _stretches(outline: Outline, key: str, numbers: list[int]) -> Iterator[Stretches]:
    """What the elements called ``key`` may be of the comments: the whole, what leads or what trails each."""
    heads = np.unique(np.array(numbers, dtype=np.int64))
    evidence = named(outline, key, heads)
    if (
        evidence < 0
        or key.startswith(_NO_COMMENTS)
        or len(heads) < 2
        and (not evidence or re.search(r"[1-9]", key))
    ):
        return
    starts, ends = outline.opens[heads], outline.closes[heads]
    yield Stretches(key, heads, "whole", starts, ends, evidence)
    above = _parents(outline, heads)
    if above is None:
        return
    same = above[:-1] == above[1:]
    if not same.any():
        yield from _apart(outline, key, heads, evidence)
    elif key.endswith("0") or not words.pieces(key) & words.AROUND:
        first, last = np.insert(~same, 0, True), np.append(~same, True)
        upto = np.where(last, outline.closes[above], np.append(starts[1:], 0))
        since = np.where(first, outline.opens[above], np.insert(ends[:-1], 0, 0))
        yield Stretches(key, heads, "leads", starts, upto, evidence, last)
        yield Stretches(key, heads, "trails", since, ends, evidence, first)


def _parents(outline: Outline, heads: Counts) -> Counts | None:
    """The elements around ``heads``, if each has one."""
    places = [outline.place.get(outline.elements[n].getparent(), -1) for n in heads]
    return None if -1 in places else np.array(places, dtype=np.int64)


def _apart(outline: Outline, key: str, heads: Counts, evidence: float) -> Iterator[Stretches]:
    """Heads that stand each in an element of its own."""
    starts = outline.opens[heads]
    if evidence >= NAMED and _followed(outline, int(heads[0])) > outline.closes[heads[0]]:
        ends = np.array([_followed(outline, int(n)) for n in heads])
        if bool((ends > outline.closes[heads]).all()):
            yield Stretches(key, heads, "leads", starts, ends, evidence)
    small = outline.between("chars", starts, outline.closes[heads]).max() <= _MARK
    if evidence and len(heads) > 1 and small and key.endswith("0"):
        yield from _raised(outline, key, heads, evidence)


def _followed(outline: Outline, number: int) -> int:
    """Where that ends which stands behind an element and is named for a comment too."""
    end = int(outline.closes[number])
    for following in itertools.islice(outline.elements[number].itersiblings(), _BEHIND):
        if following not in outline.place or not _is_named(following):
            break
        end = int(outline.closes[outline.place[following]])
    return end


def _is_named(element: HtmlElement) -> bool:
    names = words.pieces(f"{element.get('class', '')} {element.get('id', '')}")
    return element.tag == "dd" or bool(names & words.ITEM and not names & words.AROUND)


def _raised(outline: Outline, key: str, heads: Counts, evidence: float) -> Iterator[Stretches]:
    """What is around each of the heads, as far up as it holds no other of them."""
    above = _parents(outline, heads)
    while above is not None and len(np.unique(above)) == len(above):
        starts, ends = outline.opens[above], outline.closes[above]
        if bool((ends[:-1] > starts[1:]).any()):
            break
        yield Stretches(f"{key}^", above, "whole", starts, ends, evidence)
        above = _parents(outline, above)
