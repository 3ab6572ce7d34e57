"""Whether a line goes on with the comment of the line before it, or begins another one."""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from dataclasses import dataclass
from operator import mul

from sayso.reading.threads.replies.markers import Line

_HANDLE = re.compile(r"[@＠](\w+)")
_ONLY_HANDLES = re.compile(r"[.|]? ?@\w+(?: @\w+)*:?")
# Learnt (`training/boundaries.py`) from the lines of 201 threads of short messages; a page on which few
# lines call the host by name, as under most news, uses the half of them that does not speak of one.
WEIGHTS = {
    "bias": -0.72,
    "handled": -0.28,
    "names host": 4.80,
    "leads with host": 1.47,
    "leads with other": 2.93,
    "only handles": -1.84,
    "address": -0.79,
    "tag": -0.79,
    "small letter": -1.39,
    "bullet": -0.12,
    "before: no host": -1.82,
    "before: no host, names host": -1.33,
    "before: only handles": -1.54,
    "before: opens": -0.45,
    "before: unended": -0.00,
    "both long": 2.31,
    "before: tag": -0.48,
}
FEATURES = tuple(WEIGHTS)


@dataclass(frozen=True, slots=True)
class Habits:
    """How comments look on this page: whom they address, where they do, and how long they get."""

    host: str | None
    longest: int


@dataclass(frozen=True, slots=True)
class Boundaries:
    """For each line the logarithm of the chances that it goes on, and that it begins a comment.

    A line that must begin one, being the first or after a marker, has 0 and 0.
    """

    on: tuple[float, ...]
    begins: tuple[float, ...]
    sums: tuple[float, ...]

    def whole(self, first: int, stop: int) -> float:
        """The chance that lines ``first`` to ``stop`` are of one comment, given where it begins."""
        return self.sums[stop] - self.sums[first + 1]

    def split(self, first: int, stop: int) -> list[int]:
        """Where the comments begin of which the lines ``first`` to ``stop`` most likely are."""
        if first >= stop:
            return []
        return [first, *(n for n in range(first + 1, stop) if self.begins[n] > self.on[n])]

    def clear(self, first: int, stop: int) -> float:
        """How sure it is that these lines are one comment: the chance of its least likely line."""
        lines = range(first, min(stop + 1, len(self.on)))
        return math.exp(min(max(self.on[n], self.begins[n]) for n in lines))


def boundaries_of(lines: list[Line]) -> Boundaries:
    """The chances for every line of a thread, from how it and the line before it look."""
    habits = habits_of(lines)
    weights = tuple(WEIGHTS.values())
    on, begins = [0.0], [0.0]
    for before, line in itertools.pairwise(lines):
        free = not (before.answers or line.answers)
        odds = sum(map(mul, weights, features(before.text, line.text, habits))) if free else 0.0
        on.append(-math.log1p(math.exp(odds)) if free else 0.0)
        begins.append(-math.log1p(math.exp(-odds)) if free else 0.0)
    return Boundaries(tuple(on), tuple(begins), (0.0, *itertools.accumulate(on)))


def habits_of(lines: list[Line]) -> Habits:
    """The habits that the lines of a thread show."""
    written = [line for line in lines if not line.answers]
    named = Counter(name for line in written for name in set(handles_of(line.text)))
    host, count = named.most_common(1)[0] if named else (None, 0)
    longest = max((len(line.text) for line in written), default=0)
    return Habits(host if count >= 0.5 * len(written) else None, longest)


def handles_of(text: str) -> list[str]:
    """The names that ``text`` calls with an at sign, in small letters."""
    return [name.lower() for name in _HANDLE.findall(text)]


def features(before: str, line: str, habits: Habits) -> tuple[float, ...]:
    """What speaks for ``line`` beginning a comment, or going on with that of ``before``; see WEIGHTS."""
    host = habits.host
    named, earlier = handles_of(line), handles_of(before)
    by_host = host is not None and host in named
    lead = line.lstrip(".|\"“”'‘( ")[:1] == "@"
    no_host = host is not None and host not in earlier
    return tuple(
        map(
            float,
            (
                1,
                host is not None,
                by_host,
                by_host and lead and named[0] == host,
                lead and not by_host,
                bool(_ONLY_HANDLES.fullmatch(line)),
                line.startswith(("http://", "https://", "www.")),
                line[0] == "#",
                line[0].islower(),
                line[0] in "-–—*•|",
                no_host,
                no_host and by_host,
                bool(_ONLY_HANDLES.fullmatch(before)),
                before[-1] in ",:;–-(",
                before[-1] not in ".!?…\"”'’)",
                len(before) + len(line) > habits.longest + 1,
                before[0] == "#",
            ),
        )
    )
