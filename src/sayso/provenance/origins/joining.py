"""Put together what turns out to be one."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Thing = TypeVar("Thing", bound=Hashable)


class Joined(Generic[Thing]):
    """Things in groups: each alone at first, until two of them are joined."""

    def __init__(self) -> None:
        self._towards: dict[Thing, Thing] = {}

    def head(self, thing: Thing) -> Thing:
        """The one thing that stands for the group of ``thing``."""
        self._towards.setdefault(thing, thing)
        while self._towards[thing] != thing:
            self._towards[thing] = self._towards[self._towards[thing]]
            thing = self._towards[thing]
        return thing

    def join(self, one: Thing, other: Thing) -> bool:
        """Make the groups of both one; whether they were two before."""
        first, second = self.head(one), self.head(other)
        self._towards[second] = first
        return first != second

    def join_all(self, things: list[Thing]) -> list[Thing]:
        """``things``, made one group."""
        for other in things[1:]:
            self.join(things[0], other)
        return things

    def groups(self, things: Iterable[Thing]) -> list[list[Thing]]:
        """``things`` by groups, in the order in which each group first comes."""
        found: dict[Thing, list[Thing]] = {}
        for thing in things:
            found.setdefault(self.head(thing), []).append(thing)
        return list(found.values())
