"""Find the passages that two pages share, though words of them were changed, dropped or moved.

Pairs of words that both pages have are the seeds. Seeds that follow each other on both pages are
chained, and the words between them aligned as well as they can be. What is dense enough in words that
agree is a passage; it begins and ends where the agreement does.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from sayso.provenance.copies.sides import Side
from sayso.provenance.copies.words import Words

_REACH = 24
"""Words from one seed of a chain to the next, at most."""
_SHIFT = 12
"""How many more of them there may be on one page than on the other."""
_SLICE = 64
"""Seeds aligned at a time: the work of one alignment grows with the square of its length."""
_BEYOND = 16
"""Words looked at before the first seed of a chain and after the last."""

_GAIN, _GAIN_OF_NAME, _GAIN_OF_SMALL, _LOSS = 1.0, 0.6, 0.35, 0.5
"""What a word that agrees is worth, a name that does, as those of one story do, a word such as "the"
that does, and a word that does not agree."""
_DROP, _PATIENCE = 6.0, 40
"""A passage ends where it has lost as much as this, or has not gained for so many words that agree."""
_ENOUGH, _ENOUGH_BESIDE = 8.0, 3.0
"""What a passage must be worth by itself, and where the two pages share another that is."""

Match = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A passage as the words that agree: their numbers on the one page and on the other, both rising."""

    matches: tuple[Match, ...]
    worth: float


def stretches(one: Side, other: Side) -> tuple[Stretch, ...]:
    """The passages that ``one`` and ``other`` share, in the order of ``one``; no two overlap."""
    found = [
        stretch
        for chain in _chains(_seeds(one, other))
        for stretch in _dense(_aligned(chain, one.words, other.words), one.words)
    ]
    apart = list(_apart(found, one.words))
    if not any(stretch.worth >= _ENOUGH for stretch in apart):
        return ()
    return tuple(sorted(apart, key=lambda stretch: stretch.matches[0]))


def _seeds(one: Side, other: Side) -> list[Match]:
    """Where two words in a row agree."""
    return sorted((one.places[pair], other.places[pair]) for pair in one.places.keys() & other.places)


def _chains(seeds: list[Match]) -> list[list[Match]]:
    """The seeds, each behind the one it continues best."""
    closed: list[list[Match]] = []
    open_: list[list[Match]] = []
    for i, j in seeds:
        closed += [chain for chain in open_ if i - chain[-1][0] > _REACH]
        open_ = [chain for chain in open_ if i - chain[-1][0] <= _REACH]
        fitting = [
            (abs((j - chain[-1][1]) - (i - chain[-1][0])), number)
            for number, chain in enumerate(open_)
            if chain[-1][0] < i and 0 < j - chain[-1][1] <= _REACH
        ]
        shift, number = min(fitting, default=(_SHIFT + 1, 0))
        if shift <= _SHIFT:
            open_[number].append((i, j))
        else:
            open_.append([(i, j)])
    return [chain for chain in closed + open_ if len(chain) > 1]


def _aligned(chain: list[Match], one: Words, other: Words) -> list[Match]:
    """The words that agree along ``chain`` and a little beyond it."""
    first, last = chain[0], chain[-1]
    corners = [(max(0, first[0] - _BEYOND), max(0, first[1] - _BEYOND)), *chain[_SLICE:-1:_SLICE]]
    corners.append((last[0] + _BEYOND, last[1] + _BEYOND))
    matches: list[Match] = []
    for (i, j), (to_i, to_j) in itertools.pairwise(corners):
        here, there = one.plain[i:to_i], other.plain[j:to_j]
        for same in LCSseq.opcodes(here, there):
            if same.tag == "equal":
                matches += (
                    (i + at, j + same.dest_start + at - same.src_start)
                    for at in range(same.src_start, same.src_end)
                    if here[at]
                )
    return matches


def _dense(matches: Sequence[Match], words: Words) -> Iterator[Stretch]:
    """The parts of ``matches`` where more agrees than does not, each as long as it goes on gaining."""
    start = 0
    while start < len(matches):
        worth = top = _gain(words, matches[start])
        best = at = start
        while at + 1 < len(matches) and at - best < _PATIENCE:
            at += 1
            worth -= _LOSS * _between(matches[at - 1], matches[at])
            if worth <= max(0.0, top - _DROP):
                break
            worth += _gain(words, matches[at])
            if worth > top:
                best, top = at, worth
        if top >= _ENOUGH_BESIDE:
            yield Stretch(tuple(matches[start : best + 1]), top)
        start = best + 1


def _gain(words: Words, match: Match) -> float:
    if not words.bearing[match[0]]:
        return _GAIN_OF_SMALL
    return _GAIN_OF_NAME if words.naming[match[0]] else _GAIN


def _between(match: Match, following: Match) -> int:
    """How many words in a row do not agree."""
    return max(following[0] - match[0], following[1] - match[1]) - 1


def _apart(found: list[Stretch], words: Words) -> Iterator[Stretch]:
    """The stretches, of those that overlap the better; what is left of the other if it is enough."""
    here: set[int] = set()
    there: set[int] = set()
    for stretch in sorted(found, key=lambda stretch: (-stretch.worth, stretch.matches)):
        left = [match for match in stretch.matches if match[0] not in here and match[1] not in there]
        for part in [stretch] if len(left) == len(stretch.matches) else list(_dense(left, words)):
            (i, j), (to_i, to_j) = part.matches[0], part.matches[-1]
            span, original = range(i, to_i + 1), range(j, to_j + 1)
            if here.isdisjoint(span) and there.isdisjoint(original):
                here.update(span)
                there.update(original)
                yield part
