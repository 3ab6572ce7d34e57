"""From the tree that article extraction gives to a page's text, its blocks and its citations."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml import etree

from sayso.model import Block, BlockKind, Citation, Span
from sayso.reading.markup import Marking, letters_of

_BETWEEN = "\n\n"
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_PARTING = frozenset(
    {"body", "code", "div", "fw", "graphic", "head", "item", "list", "p", "quote", "row", "table"}
)
_Link = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Passage:
    """One heading or paragraph: its words, where they link to, and the quotations it lies in.

    ``level`` is a heading's (1 for ``h1``), ``quotes`` the numbers of the quotations, outermost first.
    """

    kind: BlockKind
    text: str
    links: tuple[_Link, ...] = ()
    level: int | None = None
    quotes: tuple[int, ...] = ()

    def as_heading(self) -> Passage:
        """This passage as the page's headline, wherever it stood."""
        return dataclasses.replace(self, kind="heading", level=1, quotes=())


def passages_of(body: etree._Element, marking: Marking) -> list[Passage]:
    """The passages under ``body`` in reading order, white space made plain, empty ones left out.

    ``marking`` tells captions and quotations within quotations from the others.
    """
    walk = _Walk(marking)
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        if event == "start":
            walk.enter(element)
        else:
            walk.leave(element)
    walk.part()
    return walk.passages


def lay_out(passages: list[Passage]) -> tuple[str, tuple[Block, ...], tuple[Citation, ...]]:
    """The text of ``passages`` with an empty line between them, and blocks and citations in it."""
    text = _BETWEEN.join(passage.text for passage in passages)
    placed = list(zip(passages, _spans(passages), strict=True))
    citations = [
        Citation((span[0] + start, span[0] + end), url, passage.text[start:end])
        for passage, span in placed
        for start, end, url in passage.links
    ]
    blocks: list[Block] = []
    _add_blocks(blocks, placed)
    return text, tuple(blocks), tuple(citations)


def _spans(passages: list[Passage]) -> Iterator[Span]:
    start = 0
    for passage in passages:
        yield start, start + len(passage.text)
        start += len(passage.text) + len(_BETWEEN)


def _add_blocks(
    blocks: list[Block], placed: list[tuple[Passage, Span]], parent: str | None = None, depth: int = 0
) -> None:
    """The blocks of ``placed``, which lie in ``depth`` quotations, the innermost being ``parent``."""
    for quote, run in itertools.groupby(placed, key=lambda item: item[0].quotes[depth : depth + 1]):
        inside = list(run)
        if quote:
            span = inside[0][1][0], inside[-1][1][1]
            blocks.append(Block(f"b{len(blocks) + 1}", "quote", span, parent))
            _add_blocks(blocks, inside, blocks[-1].id, depth + 1)
            continue
        for passage, span in inside:
            blocks.append(Block(f"b{len(blocks) + 1}", passage.kind, span, parent))


class _Walk:
    """The passage being gathered, and what stands open around it."""

    def __init__(self, marking: Marking) -> None:
        self.passages: list[Passage] = []
        self._marking = marking
        self._pieces: list[str] = []
        self._length = 0
        self._links: list[_Link] = []
        self._level: int | None = None
        self._quotes = 0
        self._depth = 0
        self._url: str | None = None

    def enter(self, element: etree._Element) -> None:
        if element.tag in _PARTING:
            self.part()
        if element.tag == "quote":
            self._quotes += self._depth == 0
            self._depth += 1
        elif element.tag == "head":
            self._level = _level(element)
        elif element.tag == "ref":
            self._url = _address(element)
        elif element.tag == "lb":
            self._break()
        elif element.tag == "cell" and self._pieces:
            self._add("\t")
        self._write(element.text)

    def leave(self, element: etree._Element) -> None:
        if element.tag in _PARTING:
            self.part()
        if element.tag == "quote":
            self._depth -= 1
        elif element.tag == "head":
            self._level = None
        elif element.tag == "ref":
            self._url = None
        self._write(element.tail)

    def part(self) -> None:
        """End the passage that is being gathered."""
        if words := "".join(self._pieces).rstrip():
            letters = letters_of(words)
            quotes = (self._quotes, *self._marking.quotes.get(letters, ())) if self._depth else ()
            otherwise: BlockKind = "caption" if letters in self._marking.captions else "paragraph"
            kind: BlockKind = "heading" if self._level else otherwise
            self.passages.append(Passage(kind, words, tuple(self._links), self._level, quotes))
        self._pieces, self._length, self._links = [], 0, []

    def _break(self) -> None:
        """A line break; the second in a row ends the passage, as it does for the eye."""
        if self._pieces and self._pieces[-1].endswith("\n"):
            self.part()
        elif self._pieces:
            self._add("\n")

    def _write(self, piece: str | None) -> None:
        plain = _SPACE.sub(" ", piece or "")
        if not self._pieces or self._pieces[-1][-1].isspace():
            plain = plain.lstrip(" ")
        if self._url and plain.strip():
            start = self._length + len(plain) - len(plain.lstrip())
            self._links.append((start, self._length + len(plain.rstrip()), self._url))
        self._add(plain)

    def _add(self, piece: str) -> None:
        if piece:
            self._pieces.append(piece)
            self._length += len(piece)


def _level(head: etree._Element) -> int:
    rend = head.get("rend", "")
    return int(rend[1:]) if re.fullmatch(r"h[1-6]", rend) else 2


def _address(ref: etree._Element) -> str | None:
    """Where a link leads, if it leads to a page at all."""
    target = ref.get("target", "")
    try:
        return target if urlsplit(target).scheme in ("http", "https") else None
    except ValueError:
        return None
