"""The blocks of a story that came as plain text: headings, paragraphs, quotations, comments.

The text itself is never touched; blocks are spans into it. Two ways of writing are understood:
paragraphs between blank lines (perhaps hard wrapped), and one paragraph a line.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.errors import UnreadablePage
from sayso.model import Block, BlockKind, Page, Span

MAX_LINES = 300_000
"""More lines than any story has; what has more is data, and its blocks would fill the memory."""

_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"  # those of str.splitlines
_WIDEST_WRAP = 120
_FULL_LINE = 0.85
_LONGEST_HEADING = 120
_QUOTED = re.compile(r"(?:>[ \t]?)+")
_BULLET = re.compile(r"(?:[-*•‣–]|\d{1,3}[.)])[ \t]")
_HASHES = re.compile(r"#{1,6}[ \t]+(?=\S)")
_SENTENCE_END = re.compile(r"[.!?…:;,][\"'”’»)\]]*\Z")
_BYLINE = re.compile(r"by\s", re.I)
_COMMENTS = re.compile(r"(?:\d+ )?comments?(?: ?\(\d+\))?:?", re.I)


def read_text(text: str, *, file: str) -> Page:
    """The page whose text is ``text``, with its blocks in reading order and its title, id left empty.

    Lines that begin with ``>`` are a quote block, the paragraphs in it have it as their parent.
    What follows a line that says only "Comments" is of kind ``comment``. The title is the first
    heading, if no paragraph stands before it. Raises :class:`UnreadablePage` for more lines than
    anyone can have meant as a story.
    """
    if sum(map(text.count, _LINE_ENDS)) > MAX_LINES:
        reason = f"more than {MAX_LINES:,} lines, which is data rather than a story at any size"
        raise UnreadablePage(file, reason, "give one story a file")
    blocks = _blocks(text)
    first = next((b for b in blocks if b.kind in ("heading", "paragraph")), None)
    title = text[slice(*first.span)] if first and first.kind == "heading" else None
    return Page("", text, title=title, blocks=blocks)


def _blocks(text: str) -> tuple[Block, ...]:
    passages = list(_passages(text))
    comments = next((i for i, p in enumerate(passages) if i and p.says(_COMMENTS)), len(passages))
    drafts = _article_drafts(passages[: comments + 1])
    drafts += [("comment", passage.span, None) for passage in passages[comments + 1 :]]
    return tuple(
        Block(f"b{number}", kind, span, None if parent is None else f"b{parent + 1}")
        for number, (kind, span, parent) in enumerate(drafts, 1)
    )


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    indent: int

    @property
    def quoted(self) -> str:
        match = _QUOTED.match(self.text)
        return match[0].replace(" ", "").replace("\t", "") if match else ""


@dataclass(frozen=True, slots=True)
class _Passage:
    """Lines that belong together, and whether blank lines stand around them."""

    lines: tuple[_Line, ...]
    alone: bool

    @property
    def span(self) -> Span:
        return self.lines[0].start, self.lines[-1].end

    @property
    def inner(self) -> Span:
        """The span without the mark it begins with (``>`` or ``#``)."""
        first = self.lines[0]
        mark = _QUOTED.match(first.text) or _HASHES.match(first.text)
        return first.start + (mark.end() if mark else 0), self.lines[-1].end

    def says(self, pattern: re.Pattern[str]) -> bool:
        return len(self.lines) == 1 and pattern.fullmatch(self.lines[0].text) is not None


def _passages(text: str) -> Iterator[_Passage]:
    lines = list(_lines(text))
    written = [line for line in lines if line.text]
    width = _wrap_width(written)
    spaced = len(written) < len(lines)
    for blank, run in itertools.groupby(lines, key=lambda line: not line.text.strip("> \t")):
        if blank:
            continue
        groups = list(_groups(list(run), width, spaced))
        for group in groups:
            yield _Passage(tuple(group), alone=spaced and len(groups) == 1)


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for whole in text.splitlines(keepends=True):
        indent = len(whole) - len(whole.lstrip())
        words = whole.strip()
        yield _Line(start + indent, start + indent + len(words), words, indent)
        start += len(whole)


def _wrap_width(lines: list[_Line]) -> int:
    """The column lines are wrapped at, or 0 where too many are longer than anyone wraps."""
    lengths = [line.indent + len(line.text) for line in lines]
    short = [length for length in lengths if length <= _WIDEST_WRAP]
    return max(short, default=0) if len(short) >= 0.9 * len(lengths) else 0


def _groups(run: list[_Line], width: int, spaced: bool) -> Iterator[list[_Line]]:
    group = run[:1]
    for previous, line in itertools.pairwise(run):
        if not _continues(previous, line, width, spaced):
            yield group
            group = []
        group.append(line)
    yield group


def _continues(previous: _Line, line: _Line, width: int, spaced: bool) -> bool:
    """Whether ``line`` goes on with the paragraph of ``previous``: it was broken because it was full."""
    if previous.quoted != line.quoted or line.indent > previous.indent:
        return False
    if _COMMENTS.fullmatch(previous.text) or _COMMENTS.fullmatch(line.text):
        return False
    if _BULLET.match(line.text) or _HASHES.match(line.text) or _HASHES.match(previous.text):
        return False
    if not spaced and _SENTENCE_END.search(previous.text):
        return False
    first_word = len(line.text.split(None, 1)[0])
    return previous.indent + len(previous.text) + 1 + first_word >= _FULL_LINE * width > 0


_Draft = tuple[BlockKind, Span, int | None]


def _article_drafts(passages: list[_Passage]) -> list[_Draft]:
    drafts: list[_Draft] = []
    for quoted, run in itertools.groupby(passages, key=lambda p: bool(p.lines[0].quoted)):
        group = list(run)
        if quoted:
            quote = len(drafts)
            drafts.append(("quote", (group[0].span[0], group[-1].span[1]), None))
            drafts += [("paragraph", passage.inner, quote) for passage in group]
            continue
        for passage in group:
            heading = _is_heading(passage, first=not drafts, last=passage is passages[-1])
            drafts.append(("heading" if heading else "paragraph", passage.inner, None))
    return drafts


def _is_heading(passage: _Passage, *, first: bool, last: bool) -> bool:
    line = passage.lines[0].text
    if passage.says(_COMMENTS):
        return True
    if len(passage.lines) > 1 or last or _BYLINE.match(line):
        return False
    if _HASHES.match(line):
        return True
    fits = len(line) <= _LONGEST_HEADING and not _SENTENCE_END.search(line) and not _BULLET.match(line)
    return fits and (first or passage.alone) and any(char.isalpha() for char in line)
