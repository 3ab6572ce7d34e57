"""A page's tree as a row of elements, so that what lies between two places is counted, not walked."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from lxml import etree
from lxml.html import HtmlElement

from sayso.reading.threads.markup import words

# The part of an id that differs from comment to comment: a number, or a long one in hexadecimal.
_RUN = re.compile(
    r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"
    r"|(?<![0-9a-z])(?=[a-f]{0,40}\d)[0-9a-f]{6,64}(?![0-9a-z])|\d+(?:[-_.:]\d+)*",
    re.I,
)
_LONGEST_MARK = 150
_LONGEST_NAME = 30
UNREAD = frozenset(("script", "style", "noscript", "template", "svg", "select", "textarea", "head"))
_BLOCKS = frozenset(("article", "dd", "div", "dl", "dt", "li", "section", "table", "td", "tr", "ul", "ol"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4"))
Counts = npt.NDArray[np.int64]


@dataclass(slots=True)
class Outline:
    """The elements in document order; ``opens`` and ``closes`` are the moments of a walk through them.

    ``chars`` and each of ``marks`` count up to each moment: how many letters, links' letters, times,
    authors, replies there were before it. What an element holds is the difference of two of them.
    """

    elements: list[HtmlElement]
    opens: Counts
    closes: Counts
    counts: dict[str, Counts]
    keys: dict[str, list[int]]
    place: dict[HtmlElement, int] = field(default_factory=dict)

    def between(self, what: str, starts: Counts, ends: Counts) -> Counts:
        """How much of ``what`` there is from each of the moments ``starts`` to its ``ends``."""
        counts = self.counts[what]
        between: Counts = counts[ends] - counts[starts]
        return between


def outline_of(tree: HtmlElement) -> Outline:
    """The outline of everything under ``tree`` that readers see."""
    walk = _Walk()
    skipped: HtmlElement | None = None
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            if skipped is None:
                walk.text(element.tail)
        elif skipped is not None:
            if event == "end" and element is skipped:
                skipped = None
                walk.text(element.tail)
        elif event == "start":
            if element.tag in UNREAD:
                skipped = element
            else:
                walk.enter(element)
        else:
            walk.leave(element)
    return walk.outline()


class _Walk:
    def __init__(self) -> None:
        self.elements: list[HtmlElement] = []
        self.opens: list[int] = []
        self.closes: list[int] = []
        self.keys: dict[str, list[int]] = defaultdict(list)
        self.now = 0
        self._amounts: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._open: list[tuple[int, frozenset[str], int, int]] = []
        self._inside = {"a": 0, "heading": 0}
        self._totals: dict[str, int] = defaultdict(int)
        self._last: dict[str, int] = defaultdict(int)
        self._paths: list[int] = []
        self._ways: dict[tuple[object, ...], int] = {}
        self._names: dict[str, frozenset[str]] = {}

    def enter(self, element: HtmlElement) -> None:
        number = len(self.elements)
        self.elements.append(element)
        self.opens.append(self.now + 1)
        self.closes.append(0)
        self.now += 2
        marks = self._marks(element, number)
        self._open.append((number, marks, self._totals["chars"], self._totals["marked"]))
        for mark in marks:
            if mark in ("a", "heading"):
                self._inside[mark] += 1
            elif mark == "written":
                self._count("author")
            elif mark not in ("author", "time"):
                self._count(mark)
        if "a" in marks and self._inside["heading"]:
            self._count("titles")
        self.text(element.text)

    def leave(self, element: HtmlElement) -> None:
        number, marks, chars, marked = self._open.pop()
        self._paths.pop()
        small = self._totals["chars"] - chars <= _LONGEST_MARK
        if "a" in marks and 1 < self._totals["chars"] - chars <= _LONGEST_NAME:
            self._count("handles")
        for mark in marks:
            if mark in ("a", "heading"):
                self._inside[mark] -= 1
            elif mark in ("author", "time") and small and self._totals["chars"] > chars:
                if self._last[mark] < self.opens[number]:
                    self._count(mark)
                self._count("marked", self._totals["chars"] - chars - (self._totals["marked"] - marked))
        self.now += 1
        self.closes[number] = self.now
        self.text(element.tail)

    def _count(self, what: str, amount: int = 1) -> None:
        self._amounts[what].append((self.now, amount))
        self._last[what] = self.now
        self._totals[what] += amount

    def text(self, text: str | None) -> None:
        self.now += 1
        plain = text.strip() if text else ""
        if not plain:
            return
        self._count("chars", len(plain))
        if self._inside["a"]:
            self._count("linked", len(plain))
        if len(plain) > _LONGEST_MARK:
            return
        timed, written = words.when(plain), words.SAYS.search(plain)
        if timed:
            self._count("time")
        if written:
            self._count("author")
        if timed or written:
            self._count("marked", len(plain))

    def _marks(self, element: HtmlElement, number: int) -> frozenset[str]:
        """What ``element`` says of itself; its keys are noted on the way."""
        tag = element.tag
        marks: set[str] = set()
        named = "class" in element.attrib
        self._paths.append(self._path(element, named))
        if not named and tag in _BLOCKS:
            self.keys[f"{tag}~{self._paths[-1]}"].append(number)
        for name, value in element.attrib.items():
            if name == "class":
                for token in value.split():
                    marks |= self._named(f"{tag}.{token}", token, number)
            elif name == "id":
                marks |= self._named(f"{tag}#{value}", value, number)
            elif name == "name" and tag == "a":
                self._named(f"{tag}@{value}", value, number)
            elif name in ("itemprop", "itemtype"):
                marks |= self._named(f"{tag}:{value}", value.rpartition("/")[2], number)
            elif name.startswith("data-") and name.endswith("id"):
                self.keys[f"{tag}[{name}]"].append(number)
        if "-" in tag:
            self.keys[tag].append(number)
        if element.get("author") or element.get("data-author"):
            marks.add("written")
        if tag == "time":
            marks.add("time")
        elif tag == "cite":
            marks.add("author")
        elif tag == "a":
            marks.add("a")
        elif tag in _HEADINGS:
            marks.add("heading")
        elif tag == "form":
            marks.add(tag)
        return frozenset(marks)

    def _path(self, element: HtmlElement, named: bool) -> int:
        above = self._paths[-1] if self._paths else 0
        way = (element.tag, element.get("class", "")) if named else (above, element.tag)
        return self._ways.setdefault(way, len(self._ways) + 1)

    def _named(self, full: str, name: str, number: int) -> frozenset[str]:
        """The marks that a class or an id gives; ``full`` has the tag before it."""
        key = _RUN.sub("0", full)
        self.keys[key].append(number)
        if key != full and "." in full:  # a class is shared by others also as it stands
            self.keys[full].append(number)
        marks = self._names.get(key)
        if marks is None:
            marks = self._names[key] = _marks_of(_RUN.sub("0", name))
        return marks

    def outline(self) -> Outline:
        size = self.now + 2
        counts = {}
        for what in (
            "chars",
            "linked",
            "marked",
            "time",
            "author",
            "titles",
            "handles",
            "form",
        ):
            row = np.zeros(size, dtype=np.int64)
            for moment, amount in self._amounts.get(what, ()):
                row[moment] += amount
            # what happens at a moment is counted after it
            counts[what] = np.concatenate(([0], np.cumsum(row)))[: size + 1]
        places = {element: number for number, element in enumerate(self.elements)}
        return Outline(
            self.elements, np.array(self.opens, dtype=np.int64), np.array(self.closes, dtype=np.int64),
            counts, dict(self.keys), places,
        )  # fmt: skip


def _marks_of(name: str) -> frozenset[str]:
    """Whether a name is that of a time or an author."""
    parts = words.pieces(name)
    marks = {"time"} if parts & words.TIME else set()
    if parts & words.AUTHOR and not words.NO_AUTHOR.match(name):
        marks.add("author")
    return frozenset(marks)
