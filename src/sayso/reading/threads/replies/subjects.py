"""Whether a comment that begins so can be the one that an answer calls by that subject."""

from __future__ import annotations

from typing import Literal

from sayso.reading.threads.replies.markers import ELLIPSIS, plain

_LIMIT = 29
Fit = Literal["exact", "edited", "none"]


def fit(subject: str, words: str) -> Fit:
    """How ``subject`` goes with a comment of these ``words``, of which the first lines are enough.

    A comment that was edited after it got its subject still shares most of its first words.
    """
    words = plain(words)
    if subject == subject_of(words):
        return "exact"
    if not subject.endswith(ELLIPSIS):
        return "none"
    wanted = subject.removesuffix(ELLIPSIS).rstrip()
    if len(wanted) > 12 and words.startswith(wanted):
        return "exact"
    return "edited" if _shared(wanted.lower().split(), words.lower().split()) else "none"


def subject_of(words: str) -> str:
    """What Drupal calls a comment without a title: its beginning, cut at a word."""
    if len(words) <= _LIMIT:
        return words
    cut = words[: _LIMIT - 1]
    if words[_LIMIT - 1] != " " and " " in cut:
        cut = cut[: cut.rindex(" ")]
    return cut.rstrip() + ELLIPSIS


def _shared(wanted: list[str], words: list[str]) -> bool:
    same = 0
    for one, other in zip(wanted, words, strict=False):
        if one != other:
            break
        same += 1
    return len(wanted) >= 4 and same >= max(3, 0.6 * len(wanted))
