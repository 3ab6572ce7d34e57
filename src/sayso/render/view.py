"""How much of a page is shown, and to what kind of screen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """What a person asked to see.

    ``width`` in columns and ``colour`` matter to the terminal alone. With ``full`` nothing is
    shortened there. Comments in abusive words are folded unless ``show_all``; ``thread_alone``
    leaves out the article.
    """

    width: int = 100
    colour: bool = False
    full: bool = False
    show_all: bool = False
    thread_alone: bool = False
