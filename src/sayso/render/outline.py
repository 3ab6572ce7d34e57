"""An outline for the terminal: entries under entries, with lines that guide the eye, as deep as they go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, chop_cells
from rich.color import ColorSystem
from rich.style import Style

Piece = tuple[str, str]
"""Words, and the style they are set in, as rich names it: "bold", "italic cyan"."""

_DEEPEST = 30
_ROOM = 40
"""Columns that an entry has at least, however deep it stands: nothing may drop off the edge."""
_FORK, _LAST, _PASSING, _CLEAR = "├── ", "└── ", "│   ", "    "


@dataclass(frozen=True, slots=True)
class Entry:
    """Lines of pieces that stand ``depth`` levels below the title; 1 is the first level."""

    depth: int
    lines: tuple[tuple[Piece, ...], ...]


def outline(entries: Sequence[Entry], width: int, colour: bool) -> Iterator[str]:
    """The lines of ``entries``, which stand in depth-first order, wrapped to ``width`` columns.

    Levels beyond the thirtieth stand at the thirtieth and say which they are: guides would fill
    the screen. Time and memory grow with the entries alone, not with their depth.
    """
    for entry, followed in zip(entries, _followed(entries), strict=True):
        guides = "".join(_PASSING if more else _CLEAR for more in followed[:-1])
        lines = entry.lines
        if entry.depth > _DEEPEST:
            lines = ((*lines[0], (f" (level {entry.depth})", "dim")), *lines[1:])
        room = max(width - 4 * len(followed), _ROOM)
        lead = _FORK if followed[-1] else _LAST
        for line in lines:
            for row in _wrapped(line, room):
                yield (_styled(guides + lead, "dim", colour) + _row(row, colour)).rstrip()
                lead = _PASSING if followed[-1] else _CLEAR


def wrapped(pieces: Iterable[Piece], width: int, colour: bool) -> Iterator[str]:
    """One line of pieces, wrapped."""
    return (_row(row, colour) for row in _wrapped(pieces, max(width, _ROOM)))


def _followed(entries: Sequence[Entry]) -> list[tuple[bool, ...]]:
    """For each entry and level down to its own, whether more stands on that level below it."""
    found: list[tuple[bool, ...]] = []
    more: tuple[bool, ...] = ()
    for entry in reversed(entries):
        depth = min(entry.depth, _DEEPEST)
        here = (*more[:depth], *(False for _ in range(depth - len(more))))
        found.append(here)
        more = (*here[: depth - 1], True)
    return found[::-1]


def _wrapped(pieces: Iterable[Piece], width: int) -> Iterator[list[Piece]]:
    row: list[Piece] = []
    used = 0
    for word, style in _words(pieces, width):
        size = cell_len(word)
        if used + size > width and word.strip():
            yield row
            row, used = [], 0
        if used or word.strip():
            row.append((word, style))
            used += size
    yield row


def _words(pieces: Iterable[Piece], width: int) -> Iterator[Piece]:
    """Words and the blanks between them; a word wider than ``width`` comes in parts that fit."""
    for text, style in pieces:
        for number, word in enumerate(text.split(" ")):
            if number:
                yield " ", style
            if cell_len(word) <= width:
                yield word, style
            else:
                yield from ((part, style) for part in chop_cells(word, width))


def _row(row: Iterable[Piece], colour: bool) -> str:
    return "".join(_styled(words, style, colour) for words, style in row).rstrip()


def _styled(words: str, style: str, colour: bool) -> str:
    if not (colour and style and words):
        return words
    return Style.parse(style).render(words, color_system=ColorSystem.STANDARD)
