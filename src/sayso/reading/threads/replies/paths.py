"""The path from a comment up to the article, shared between the readings of a page."""

from __future__ import annotations

from sayso.reading.threads.replies.markers import Name


class Node:
    """A comment on lines ``first`` to ``stop``, or one that is gone (``first`` negative), and what is above.

    Nodes never change, so that paths share them: a comment that gets its name later is another node.
    ``unnamed`` is the nearest comment on the path, itself included, that no answer has named.
    """

    __slots__ = ("depth", "first", "jump", "name", "stop", "unnamed", "up")

    def __init__(self, first: int, stop: int, name: Name | None, up: Node | None) -> None:
        self.first, self.stop, self.name, self.up = first, stop, name, up
        self.depth: int = up.depth + 1 if up else 0
        self.unnamed: Node | None = self if name is None else up and up.unnamed
        self.jump: Node | None = up
        if up and up.jump and up.jump.jump and up.depth - up.jump.depth == up.jump.depth - up.jump.jump.depth:
            self.jump = up.jump.jump

    @property
    def gone(self) -> bool:
        """Whether the page no longer shows it."""
        return self.first < 0


def on_path(node: Node, last: Node) -> bool:
    """Whether ``node`` is ``last`` or above it; a path of n comments takes about log n steps."""
    at: Node | None = last
    while at and at.depth > node.depth:
        at = at.jump if at.jump and at.jump.depth >= node.depth else at.up
    return at is node
