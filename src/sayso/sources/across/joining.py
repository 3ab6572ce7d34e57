"""Join sources tie by tie, the surest first, and never two that must stay apart.

As the surest come first, it is the weakest tie between two that a person told apart that is cut.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from .fitting import fits
from .folding import Key
from .seen import Seen
from .ties import Tie


class Joined:
    """Which of the sources of all pages are one so far, and by which ties."""

    def __init__(self, seen: Sequence[Seen]) -> None:
        self._seen = seen
        self._root = list(range(len(seen)))
        self._members = [[number] for number in range(len(seen))]
        # These hold what is joined already only, and what is to be kept apart: most sources stay alone.
        self._pages: dict[int, set[str]] = {}
        self._persons: dict[int, dict[Key, int]] = {}
        self._sides: dict[int, set[tuple[int, bool]]] = defaultdict(set)
        self._decided: set[int] = set()
        self._boundaries = 0
        self.ties: list[Tie] = []

    def root(self, number: int) -> int:
        """The one that stands for all that ``number`` is joined with."""
        while self._root[number] != number:
            self._root[number] = self._root[self._root[number]]
            number = self._root[number]
        return number

    def clusters(self) -> dict[int, list[int]]:
        """The members of each that is left, by the one that stands for them."""
        return {at: sorted(self._members[at]) for at in range(len(self._root)) if self._root[at] == at}

    def keep_apart(self, some: Collection[int], others: Collection[int]) -> None:
        """Never join one of ``some`` with one of ``others``; what is joined already stays so."""
        left, right = set(map(self.root, some)), set(map(self.root, others))
        for root in left - right:
            self._sides[root].add((self._boundaries, True))
        for root in right - left:
            self._sides[root].add((self._boundaries, False))
        self._boundaries += 1

    def join(self, ties: Iterable[Tie]) -> None:
        """Join by these ties, in the order of how sure they are."""
        for tie in sorted(ties, key=lambda tie: (-tie.confidence, tie.one, tie.other)):
            one, other = self.root(tie.one), self.root(tie.other)
            if (
                one != other
                and not self._forbidden(one, other)
                and not (tie.guarded and self._against(one, other))
            ):
                large = self._unite(one, other)
                if tie.rule == "decision" or self._decided & {one, other}:
                    self._decided.add(large)
                self.ties.append(tie)

    def _forbidden(self, one: int, other: int) -> bool:
        few, many = sorted((self._sides.get(one, set()), self._sides.get(other, set())), key=len)
        return any((boundary, not side) in many for boundary, side in few)

    def _against(self, one: int, other: int) -> bool:
        """Whether a page names both, as two, or their full names are different people's."""
        if not self._pages_of(one).isdisjoint(self._pages_of(other)):
            return True
        pairs = [(a, b) for a in self._persons_of(one).values() for b in self._persons_of(other).values()]
        unlike = [not fits(self._seen[a], self._seen[b]) for a, b in pairs]
        # Who was decided to be one may have names that are unlike each other.
        return bool(unlike) and all(unlike) if self._decided & {one, other} else any(unlike)

    def _pages_of(self, root: int) -> set[str]:
        return self._pages.get(root) or {self._seen[root].page}

    def _persons_of(self, root: int) -> dict[Key, int]:
        """The full names of persons among those joined, each with one who bears it."""
        if root in self._persons:
            return self._persons[root]
        one = self._seen[root]
        return {one.key: root} if one.whole and one.kind == "person" else {}

    def _unite(self, one: int, other: int) -> int:
        small, large = sorted((one, other), key=lambda root: (len(self._members[root]), root))
        self._pages.setdefault(large, self._pages_of(large)).update(self._pages_of(small))
        self._persons.setdefault(large, self._persons_of(large)).update(self._persons_of(small))
        if small in self._sides:
            self._sides[large] |= self._sides.pop(small)
        self._root[small] = large
        self._members[large] += self._members[small]
        return large
