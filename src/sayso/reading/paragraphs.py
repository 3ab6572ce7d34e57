"""The paragraphs of plain text, whether blank lines stand between them or each is a line of its own."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.model import Span

_WIDEST_WRAP = 120
_FULL_LINE = 0.85
_QUOTED = re.compile(r"(?:>[ \t]?)+")
_BULLET = re.compile(r"(?:[-*•‣–]|\d{1,3}[.)])[ \t]")
_HASHES = re.compile(r"#{1,6}[ \t]+(?=\S)")
_SENTENCE_END = re.compile(r"[.!?…:;,][\"'”’»)\]]*\Z")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it; ``indent`` is in columns."""

    start: int
    end: int
    text: str
    indent: int

    @property
    def quoted(self) -> str:
        """The marks ``>`` it begins with."""
        match = _QUOTED.match(self.text)
        return match[0].replace(" ", "").replace("\t", "") if match else ""

    @property
    def hashed(self) -> bool:
        """Whether it begins with the marks ``#`` of a heading."""
        return _HASHES.match(self.text) is not None

    @property
    def bulleted(self) -> bool:
        """Whether it begins as an entry of a list does."""
        return _BULLET.match(self.text) is not None

    @property
    def ends_sentence(self) -> bool:
        """Whether its last words can be a sentence's."""
        return _SENTENCE_END.search(self.text) is not None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together, and whether blank lines stand around them."""

    lines: tuple[Line, ...]
    alone: bool

    @property
    def span(self) -> Span:
        """From its first character to its last."""
        return self.lines[0].start, self.lines[-1].end

    @property
    def inner(self) -> Span:
        """The span without the mark it begins with (``>`` or ``#``)."""
        first = self.lines[0]
        mark = _QUOTED.match(first.text) or _HASHES.match(first.text)
        return first.start + (mark.end() if mark else 0), self.lines[-1].end


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set: the column its lines are wrapped at, if they are, and whether some are blank."""

    width: int
    spaced: bool


def lines_of(text: str, span: Span) -> list[Line]:
    """The lines of ``text`` within ``span``, those that are blank too."""
    start, found = span[0], []
    for whole in text[slice(*span)].splitlines(keepends=True):
        words = whole.strip()
        before = len(whole) - len(whole.lstrip())
        indent = len(whole[:before].expandtabs(4))
        found.append(Line(start + before, start + before + len(words), words, indent))
        start += len(whole)
    return found


def setting_of(lines: Iterable[Line]) -> Setting:
    """How the text of these lines is set."""
    lines = list(lines)
    written = [line for line in lines if line.text]
    lengths = [line.indent + len(line.text) for line in written]
    short = [length for length in lengths if length <= _WIDEST_WRAP]
    wrapped = len(short) >= 0.9 * len(lengths)  # where too many are longer than anyone wraps, nothing is
    return Setting(max(short, default=0) if wrapped else 0, spaced=len(written) < len(lines))


def paragraphs_of(lines: Iterable[Line], setting: Setting) -> Iterator[Paragraph]:
    """The paragraphs that ``lines`` make in a text that is set so."""
    for blank, run in itertools.groupby(lines, key=lambda line: not line.text.strip("> \t")):
        if blank:
            continue
        groups = list(_groups(list(run), setting))
        for group in groups:
            yield Paragraph(tuple(group), alone=setting.spaced and len(groups) == 1)


def _groups(run: list[Line], setting: Setting) -> Iterator[list[Line]]:
    group = run[:1]
    for previous, line in itertools.pairwise(run):
        if not _continues(previous, line, setting):
            yield group
            group = []
        group.append(line)
    yield group


def _continues(previous: Line, line: Line, setting: Setting) -> bool:
    """Whether ``line`` goes on with the paragraph of ``previous``: it was broken because it was full."""
    if previous.quoted != line.quoted or line.indent > previous.indent:
        return False
    if line.bulleted or line.hashed or previous.hashed:
        return False
    if not setting.spaced and previous.ends_sentence:
        return False
    first_word = len(line.text.split(None, 1)[0])
    return previous.indent + len(previous.text) + 1 + first_word >= _FULL_LINE * setting.width > 0
