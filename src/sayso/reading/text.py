"""The blocks of a story that came as plain text, and the thread under it.

The text itself is never touched; blocks are spans into it. Two ways of writing are understood:
paragraphs between blank lines (perhaps hard wrapped), and one paragraph a line.
"""

from __future__ import annotations

import dataclasses
import itertools
import re

from sayso.errors import UnreadablePage
from sayso.model import Block, BlockKind, Page, Span
from sayso.reading.paragraphs import Paragraph, lines_of, paragraphs_of, setting_of
from sayso.reading.threads.flat import flat_thread
from sayso.reading.threads.headed.words import heads_thread
from sayso.reading.threads.placing import Place, with_comments

MAX_LINES = 300_000
"""More lines than any story has; what has more is data, and its blocks would fill the memory."""

_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"  # those of str.splitlines
_LONGEST_HEADING = 120
_BYLINE = re.compile(r"by\s", re.I)


def read_text(text: str, *, file: str, published: str | None = None) -> Page:
    """The page whose text is ``text``, with its blocks in reading order and its title, id left empty.

    Lines that begin with ``>`` are a quote block, the paragraphs in it have it as their parent. Where a
    thread follows the article, each comment is a block; ``published`` tells when "3 hours ago" was.
    The title is the first heading, if no paragraph stands before it. Raises :class:`UnreadablePage`
    for more lines than anyone can have meant as a story.
    """
    if sum(map(text.count, _LINE_ENDS)) > MAX_LINES:
        reason = f"more than {MAX_LINES:,} lines, which is data rather than a story at any size"
        raise UnreadablePage(file, reason, "give one story a file")
    thread = flat_thread(text, published)
    blocks = blocks_of(text[: thread.start] if thread else text, headed=True)
    first = next((b for b in blocks if b.kind in ("heading", "paragraph")), None)
    title = text[slice(*first.span)] if first and first.kind == "heading" else None
    page = Page("", text, title=title, blocks=blocks)
    if thread is None:
        return page
    places = (span and Place(span, span) for _, span in thread.comments)
    page = with_comments(page, [post for post, _ in thread.comments], places)
    return dataclasses.replace(page, problems=thread.problems)


def blocks_of(text: str, *, headed: bool = False) -> tuple[Block, ...]:
    """The blocks of ``text``, in reading order; headings are sought where it is ``headed``."""
    lines = lines_of(text, (0, len(text)))
    drafts = _drafts(list(paragraphs_of(lines, setting_of(lines))), headed=headed)
    return tuple(
        Block(f"b{number}", kind, span, None if parent is None else f"b{parent + 1}")
        for number, (kind, span, parent) in enumerate(drafts, 1)
    )


_Draft = tuple[BlockKind, Span, int | None]


def _drafts(paragraphs: list[Paragraph], *, headed: bool) -> list[_Draft]:
    """Blocks, each with the number of the one it lies in; headings are sought where ``headed``."""
    drafts: list[_Draft] = []
    for quoted, run in itertools.groupby(paragraphs, key=lambda p: bool(p.lines[0].quoted)):
        group = list(run)
        if quoted:
            quote = len(drafts)
            drafts.append(("quote", (group[0].span[0], group[-1].span[1]), None))
            drafts += [("paragraph", paragraph.inner, quote) for paragraph in group]
            continue
        for paragraph in group:
            last = paragraph is paragraphs[-1]
            heading = headed and _is_heading(paragraph, first=not drafts, last=last)
            drafts.append(("heading" if heading else "paragraph", paragraph.inner, None))
    return drafts


def _is_heading(paragraph: Paragraph, *, first: bool, last: bool) -> bool:
    line = paragraph.lines[0]
    if last and heads_thread(line.text):
        return True
    if len(paragraph.lines) > 1 or last or _BYLINE.match(line.text):
        return False
    if line.hashed:
        return True
    fits = len(line.text) <= _LONGEST_HEADING and not line.ends_sentence and not line.bulleted
    return fits and (first or paragraph.alone) and any(char.isalpha() for char in line.text)
