"""The blocks of a story that came as plain text, and the thread under it.

The text itself is never touched; blocks are spans into it. Two ways of writing are understood:
paragraphs between blank lines (perhaps hard wrapped), and one paragraph a line.
"""

from __future__ import annotations

import itertools
import re

from sayso.errors import UnreadablePage
from sayso.model import Block, BlockKind, Page, Span
from sayso.reading.paragraphs import Paragraph, Setting, lines_of, paragraphs_of, setting_of
from sayso.reading.threads.flat import FlatThread, flat_thread
from sayso.reading.threads.headed.words import heads_thread
from sayso.reading.threads.placing import Place, comments_of

MAX_LINES = 300_000
"""More lines than any story has; what has more is data, and its blocks would fill the memory."""

_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"  # those of str.splitlines
_LONGEST_HEADING = 120
_BYLINE = re.compile(r"by\s", re.I)


def read_text(text: str, *, file: str, published: str | None = None) -> Page:
    """The page whose text is ``text``, with its blocks in reading order and its title, id left empty.

    Lines that begin with ``>`` are a quote block, the paragraphs in it have it as their parent.
    Where a thread follows the article, each comment is a block, and its paragraphs lie in it;
    ``published`` tells when "3 hours ago" was. The title is the first heading, if no paragraph
    stands before it. Raises :class:`UnreadablePage` for more lines than anyone can have meant as a story.
    """
    if sum(map(text.count, _LINE_ENDS)) > MAX_LINES:
        reason = f"more than {MAX_LINES:,} lines, which is data rather than a story at any size"
        raise UnreadablePage(file, reason, "give one story a file")
    thread = flat_thread(text, published)
    blocks, places = _blocks(text, thread)
    first = next((b for b in blocks if b.kind in ("heading", "paragraph")), None)
    title = text[slice(*first.span)] if first and first.kind == "heading" else None
    comments = tuple(comments_of([post for post, _ in thread.comments], places)) if thread else ()
    problems = thread.problems if thread else ()
    return Page("", text, title=title, blocks=blocks, comments=comments, problems=problems)


_Draft = tuple[BlockKind, Span, int | None]


def _blocks(text: str, thread: FlatThread | None) -> tuple[tuple[Block, ...], list[Place | None]]:
    """All blocks, and where each comment of ``thread`` stands."""
    article = lines_of(text, (0, thread.start if thread else len(text)))
    drafts = _drafts(list(paragraphs_of(article, setting_of(article))), headed=True)
    places: list[Place | None] = []
    if thread:
        setting = setting_of(lines_of(text, (thread.start, len(text))))
        for _, span in thread.comments:
            places.append((_id(len(drafts)), span) if span else None)
            drafts += _comment(text, span, setting, len(drafts)) if span else []
    blocks = (
        Block(_id(number), kind, span, None if parent is None else _id(parent))
        for number, (kind, span, parent) in enumerate(drafts)
    )
    return tuple(blocks), places


def _id(number: int) -> str:
    return f"b{number + 1}"


def _comment(text: str, span: Span, setting: Setting, number: int) -> list[_Draft]:
    """The block of a comment, which is to have this number, and those in it."""
    inside = _drafts(list(paragraphs_of(lines_of(text, span), setting)), headed=False)
    placed = ((k, s, number if parent is None else number + 1 + parent) for k, s, parent in inside)
    return [("comment", span, None), *placed]


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
