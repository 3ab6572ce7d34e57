"""The words of a page as two pages are compared by: case, accents, quotes, dashes and spaces aside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.model import Span

_LETTER = r"\w\u0300-\u036f\u00ad\u200b-\u200d"
_WORD = re.compile(rf"[{_LETTER}]+(?:['’ʼ][{_LETTER}]+)*")
_LINE = re.compile(r"[^\n]+")
_LONGEST_NOTICE = 300
_NOTICES = (
    "all rights reserved", "copyright ©", "copyright (c)", "copyright 20", "© 20", "may not be published",
    "may not be reproduced", "may not be redistributed", "terms of use", "terms of service",
    "privacy policy", "our newsletter", "newsletter sign", "email newsletter", "daily newsletter",
    "weekly newsletter", "sign up for", "sign up to", "subscribe to", "subscribe now", "click here",
    "follow us on", "follow him on", "follow her on", "follow me on", "like us on", "share this",
    "share it in the comments", "in the comments below", "read more:", "contributed to this report",
    "contributed to this story", "contributed to this article", "this story has been updated",
    "this article has been updated", "trackback url", "permalink",
)  # fmt: skip
"""What lines say that tell the reader about the page; two pages that have them have not copied."""

_FUNCTION = frozenset(
    "a about above after again against all also although am among an and any are as at back be because been "
    "before being between both but by can could did do does done down during each even ever every few for "
    "from further get go got had has have having he her here hers him himself his how i if in into is it its "
    "itself just like made make many may me might more most much must my no nor not now of off on once one "
    "only or other our out over own said same say says she should since so some still such t than that the "
    "their them then there these they this those through to too told two under until up upon very was we "
    "well were what when where whether which while who whom whose why will with within without would yet you "
    "your s new according dont didnt doesnt isnt wasnt cant wont im ive its thats hes shes theyre".split()
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order: each made ``plain``, and where it stands.

    ``bearing`` are those that bear meaning ("the" does not); ``naming`` begin with a capital or a figure.
    """

    plain: tuple[str, ...]
    spans: tuple[Span, ...]
    bearing: tuple[bool, ...]
    naming: tuple[bool, ...]


def words_of(text: str) -> Words:
    """The words of ``text``; lines that are a notice (rights, newsletters, credits of staff) have none."""
    low = _lowered(text)
    spans = [
        word.span()
        for line in _LINE.finditer(low)
        if not _is_notice(line[0])
        for word in _WORD.finditer(low, *line.span())
    ]
    plain = [_plain(low[start:end]) for start, end in spans]
    return Words(
        plain=tuple(plain),
        spans=tuple(spans),
        bearing=tuple(word != "" and word not in _FUNCTION for word in plain),
        naming=tuple(not text[start].islower() for start, _ in spans),
    )


def within(spans: Sequence[Span], words: Words) -> NDArray[np.bool_]:
    """Which of ``words`` begin in one of ``spans``."""
    starts = np.array([start for start, _ in words.spans], dtype=np.int64)
    inside = np.zeros(len(starts) + 1, dtype=np.int64)
    for start, end in spans:
        inside[np.searchsorted(starts, start)] += 1
        inside[np.searchsorted(starts, max(start, end))] -= 1
    return np.cumsum(inside)[:-1] > 0


def _lowered(text: str) -> str:
    """``text`` in lower case, every letter in its place."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def _is_notice(line: str) -> bool:
    return len(line) <= _LONGEST_NOTICE and any(notice in line for notice in _NOTICES)


def _plain(word: str) -> str:
    if word.isascii():
        return word.replace("'", "") if "'" in word else word
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", word).casefold()))
