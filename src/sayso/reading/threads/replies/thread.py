"""The comments of a page saved as flat text, and which answers which."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass

from sayso.model import Span
from sayso.reading.threads.posts import Post
from sayso.reading.threads.replies.boundaries import Boundaries, boundaries_of, handles_of
from sayso.reading.threads.replies.markers import Line, Name, lines_from, plain
from sayso.reading.threads.replies.moves import Moves, Rates, Stretch
from sayso.reading.threads.replies.search import NARROW, Step, best_reading
from sayso.reading.threads.replies.subjects import fit

_CLEAR = 0.8
_Placed = tuple[Post, Span | None]


@dataclass(frozen=True, slots=True)
class RepliesThread:
    """The comments in page order, each with its span of the text, None where it is gone.

    ``unclear`` are the keys of those whose parent, beginning or end could as well be another.
    """

    comments: tuple[_Placed, ...]
    unclear: tuple[str, ...] = ()


def replies_thread(text: str, start: int, *, headed: bool = False) -> RepliesThread | None:
    """The comments in ``text`` from ``start`` on.

    Comments that are gone from the page but answered are among them, missing, in the place where the
    page's order has them. A post's subject is its title, where that is not how its text begins; its
    author is known only if somebody answers it; its confidence is the share that readings with this
    parent have among all readings that were weighed. None if no line says what it answers, unless the
    text is ``headed`` as a thread: then all of it answers the article.
    """
    lines = list(lines_from(text, start))
    stretches = _stretches(lines)
    if not stretches or not (headed or any(stretch.name for stretch in stretches)):
        return None
    boundaries = boundaries_of(lines)
    rates = Rates(greeted=_greeted(lines, stretches))
    moves = Moves(lines, boundaries, rates)
    if steps := best_reading(stretches, moves, NARROW):
        steps = best_reading(stretches, moves.at(_rates(steps, lines, rates)))
    return _Layout(lines, boundaries).thread(stretches, steps)


def replies_start(text: str) -> int | None:
    """Where the thread in ``text`` begins if no heading tells it: at the comment that is answered first.

    Comments on the article before it cannot be told from the article. None if the first line that says
    what it answers names a comment that is not shown before it.
    """
    lines = list(lines_from(text, 0))
    marked = next((n for n, line in enumerate(lines) if line.answers), 0)
    for n in range(marked - 1, -1, -1):
        if _begins(lines, n, marked, lines[marked].answers):
            return lines[n].span[0]
    return None


def _stretches(lines: list[Line]) -> list[Stretch]:
    """The lines between the markers; of a comment without words nothing is left."""
    found, first = [], 0
    for n, line in enumerate(lines):
        if line.answers:
            if n > first:
                found.append(Stretch(first, n, line.answers))
            first = n + 1
    return [*found, Stretch(first, len(lines), None)] if first < len(lines) else found


def _greeted(lines: list[Line], stretches: list[Stretch]) -> float:
    """The share of answers that name whom they answer ("@name")."""
    named = [
        any(name.author.lower() in handles_of(line.text) for line in lines[first:stop])
        for first, stop, name in stretches
        if name
    ]
    return (sum(named) + 0.5) / (len(named) + 1)


def _rates(steps: list[Step], lines: list[Line], first: Rates) -> Rates:
    """The page's own rates, from a first reading of it."""
    parents = {step.move.first: step for step in steps}
    gone = sum(n < 0 for n in parents)
    titled = sum(
        n >= 0 and not _begins(lines, step.move.first, step.move.stop, step.stretch.name)
        for n, step in parents.items()
    )
    return Rates((gone + 0.4) / (len(parents) + 10), (titled + 0.8) / (len(parents) + 10), first.greeted)


def _begins(lines: list[Line], first: int, stop: int, name: Name | None) -> bool:
    words = plain(" ".join(line.text[:100] for line in lines[first : min(stop, first + 4)]))
    return name is not None and fit(name.subject, words) != "none"


@dataclass(slots=True)
class _Comment:
    first: int
    stop: int
    parent: int | None = None
    name: Name | None = None
    confidence: float = 1.0
    clear: float = 1.0


class _Layout:
    """The comments of a reading, as they come in."""

    def __init__(self, lines: list[Line], boundaries: Boundaries) -> None:
        self._lines = lines
        self._boundaries = boundaries
        self._comments: dict[int, _Comment] = {}

    def thread(self, stretches: list[Stretch], steps: list[Step]) -> RepliesThread:
        """All comments, their keys given in page order."""
        for step in steps:
            self._add_step(step)
        if stretches[-1].name is None:
            self._add_tops(stretches[-1].first, stretches[-1].stop)
        keys = {first: str(n) for n, first in enumerate(self._comments, 1)}
        comments = tuple(self._post(comment, keys) for comment in self._comments.values())
        unclear = (keys[comment.first] for comment in self._comments.values() if comment.clear < _CLEAR)
        return RepliesThread(comments, tuple(unclear))

    def _add_step(self, step: Step) -> None:
        stretch, move, share = step.stretch, step.move, step.share
        self._add_tops(stretch.first, move.first if move.first >= stretch.first else move.start)
        if move.first not in self._comments:
            above = move.up.first if move.up else None
            self._comments[move.first] = _Comment(move.first, move.stop, above, None, share, share)
        self._comments[move.first].name = stretch.name
        self._comments[move.start] = _Comment(move.start, stretch.stop, move.first, None, share, share)

    def _add_tops(self, first: int, stop: int) -> None:
        """Comments on the article that nobody answers."""
        starts = self._boundaries.split(first, stop)
        for start, end in itertools.pairwise([*starts, stop]):
            sure = math.exp(self._boundaries.begins[start])
            clear = self._boundaries.clear(start, end)
            self._comments[start] = _Comment(start, end, confidence=sure, clear=clear)

    def _post(self, comment: _Comment, keys: dict[int, str]) -> _Placed:
        gone, name = comment.first < 0, comment.name
        titled = name and (gone or not _begins(self._lines, comment.first, comment.stop, name))
        post = Post(
            keys[comment.first],
            None if comment.parent is None else keys[comment.parent],
            name.author if name else None,
            subject=name.subject if name and titled else None,
            missing=gone,
            confidence=round(comment.confidence, 3),
        )
        if gone:
            return post, None
        return post, (self._lines[comment.first].span[0], self._lines[comment.stop - 1].span[1])
