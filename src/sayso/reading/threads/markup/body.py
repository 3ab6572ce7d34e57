"""The words of one comment as passages, with their links and quotations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from sayso.reading.passages import Passage
from sayso.reading.threads.markup.fields import Piece

_SPACE = re.compile(r"\s+")
_PARTING = frozenset(
    "address article aside blockquote center dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 header hr li"
    " main ol p pre section table tr ul details".split()
)


def passages_of(pieces: Iterable[Piece], base: str) -> tuple[Passage, ...]:
    """The passages that ``pieces`` of the body make; links are made absolute by ``base``."""
    walk = _Body(base)
    for piece in pieces:
        if piece.event == "open":
            walk.enter(piece.element)
        elif piece.event == "close":
            walk.leave(piece.element)
        elif piece.part == "body":
            walk.write(piece.text)
    walk.part()
    return tuple(walk.passages)


class _Body:
    def __init__(self, base: str) -> None:
        self.passages: list[Passage] = []
        self._base = base
        self._pieces: list[str] = []
        self._length = 0
        self._links: list[tuple[int, int, str]] = []
        self._quotes: list[int] = []
        self._quoted = 0
        self._url: str | None = None

    def enter(self, element: HtmlElement) -> None:
        if element.tag in _PARTING:
            self.part()
        if element.tag == "blockquote":
            self._quoted += 1
            self._quotes.append(self._quoted)
        elif element.tag == "a":
            self._url = _address(self._base, element.get("href"))
        elif element.tag == "br":
            self._break()
        elif element.tag == "q":
            self._add("“")

    def leave(self, element: HtmlElement) -> None:
        if element.tag in _PARTING:
            self.part()
        if element.tag == "blockquote":
            self._quotes.pop()
        elif element.tag == "a":
            self._url = None
        elif element.tag == "q":
            self._add("”")

    def part(self) -> None:
        """End the passage that is being gathered."""
        words = "".join(self._pieces).rstrip()
        if words:
            links = tuple(link for link in self._links if link[0] < link[1] <= len(words))
            self.passages.append(Passage("paragraph", words, links, None, tuple(self._quotes)))
        self._pieces, self._length, self._links = [], 0, []

    def write(self, text: str) -> None:
        plain = _SPACE.sub(" ", text)
        if not self._pieces or self._pieces[-1][-1].isspace():
            plain = plain.lstrip(" ")
        if self._url and plain.strip():
            start = self._length + len(plain) - len(plain.lstrip())
            self._links.append((start, self._length + len(plain.rstrip()), self._url))
        self._add(plain)

    def _break(self) -> None:
        if self._pieces and self._pieces[-1].endswith("\n"):
            self.part()
        elif self._pieces:
            self._add("\n")

    def _add(self, piece: str) -> None:
        if piece:
            self._pieces.append(piece)
            self._length += len(piece)


def _address(base: str, href: str | None) -> str | None:
    """Where a link leads, if it leads to a page at all."""
    try:
        url = urljoin(base, (href or "").strip())
        return url if urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None
