"""A page's text as HTML with its attributions marked: nested ones nested, overlapping ones cut apart."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from markupsafe import Markup, escape

from sayso.model import Attribution, Block, Comment, Page, Span

_PARTS = ("content", "source", "cue")
_DEEPEST_TINT = 3
_FOCUS = Markup(' tabindex="0" role="button" aria-describedby="{}" data-number="{}"')
_CLOSED = Markup("</span>")
_ELEMENTS = {
    "heading": "<h2>{}</h2>", "paragraph": "<p>{}</p>", "quote": "<blockquote>{}</blockquote>",
    "caption": '<p class="caption">{}</p>',
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """One span of one attribution: which part of it, at what depth, and whether the keyboard stops here."""

    start: int
    end: int
    depth: int
    order: int
    part: str
    identity: str
    stop: bool


class _Sweep:
    """The marks on one stretch of the page after another, in reading order; each is taken up once."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._coming = deque(marks)
        self._open: list[Mark] = []

    def on(self, span: Span) -> list[Mark]:
        while self._coming and self._coming[0].start < span[1]:
            self._open.append(self._coming.popleft())
        self._open = [mark for mark in self._open if mark.end > span[0]]
        return self._open


class Marking:
    """A page whose parts can be had with their attributions marked; ids of marks begin with ``prefix``."""

    def __init__(self, page: Page, prefix: str) -> None:
        self._page, self._prefix = page, prefix
        self._inside: dict[str | None, list[Block]] = {}
        for block in page.blocks:
            if block.kind != "comment":
                self._inside.setdefault(block.parent, []).append(block)
        self._found: dict[str | None, list[Attribution]] = {}
        for one in page.attributions:
            self._found.setdefault(one.comment, []).append(one)

    def article(self) -> Markup:
        """All of the article's text, block by block."""
        return self._part((0, len(self._page.article.text)), None, None)

    def comment(self, comment: Comment) -> Markup:
        """All of a comment's words; nothing for one that is gone."""
        return self._part(comment.words, comment.block, comment.id) if comment.words else Markup("")

    def _part(self, span: Span, block: str | None, comment: str | None) -> Markup:
        marks = _Sweep(marks_of(self._found.get(comment, ()), self._prefix))
        return Markup("").join(_blocks(self._page, span, block, self._inside, marks))


def marks_of(attributions: Iterable[Attribution], prefix: str) -> list[Mark]:
    """The marks of all attributions, in the order in which they are to be opened."""
    known = {attribution.id: attribution for attribution in attributions}
    depths: dict[str, int] = {}
    marks = [
        mark
        for order, attribution in enumerate(known.values())
        for mark in _marks(attribution, _depth(attribution, known, depths), order, prefix)
    ]
    return sorted(marks, key=lambda m: (m.start, m.depth, -m.end, m.order, _PARTS.index(m.part)))


def marked(text: str, span: Span, marks: Sequence[Mark]) -> Markup:
    """The text under ``span`` with ``marks``, all those on it, as elements that nest as HTML wants them to.

    Where one mark ends within another that began after it, the later one is closed and opened again.
    """
    cuts = {min(max(cut, span[0]), span[1]) for mark in marks for cut in (mark.start, mark.end)}
    coming = deque(marks)
    opened: list[Mark] = []
    out: list[Markup] = []
    for start, end in pairwise(sorted({*span, *cuts})):
        staying = [mark for mark in opened if mark.end > start]
        kept = _alike(opened, staying)
        while coming and coming[0].start <= start:
            staying.append(coming.popleft())
        out.append(_CLOSED * (len(opened) - kept))
        out.extend(_tag(mark, start) for mark in staying[kept:])
        out.append(escape(text[start:end]))
        opened = staying
    return Markup("").join([*out, _CLOSED * len(opened)])


def _blocks(
    page: Page, span: Span, parent: str | None, inside: dict[str | None, list[Block]], marks: _Sweep
) -> Iterator[Markup]:
    at = span[0]
    for block in inside.get(parent, []):
        yield _gap(page.text, (at, block.span[0]), marks)
        within = Markup("").join(_blocks(page, block.span, block.id, inside, marks))
        yield Markup(_ELEMENTS[block.kind]).format(within)
        at = max(at, block.span[1])
    if parent in inside or parent is None:
        yield _gap(page.text, (at, span[1]), marks)
    else:
        yield marked(page.text, span, marks.on(span))


def _gap(text: str, span: Span, marks: _Sweep) -> Markup:
    """What stands between blocks; on a page without any, everything."""
    if not text[slice(*span)].strip():
        return Markup("\n")
    return Markup("<p>{}</p>").format(marked(text, span, marks.on(span)))


def _marks(attribution: Attribution, depth: int, order: int, prefix: str) -> Iterator[Mark]:
    stop = (attribution.cue or attribution.content or attribution.source)[0]
    for part in _PARTS:
        for start, end in getattr(attribution, part):
            identity = f"{prefix}{attribution.id}"
            yield Mark(start, end, depth, order, part, identity, stop=(start, end) == stop)


def _depth(attribution: Attribution, known: dict[str, Attribution], depths: dict[str, int]) -> int:
    """How many attributions this one is nested in."""
    path = [attribution]
    while path[-1].id not in depths and path[-1].parent in known:
        path.append(known[path[-1].parent])
    above = depths.setdefault(path[-1].id, 0)
    for one in reversed(path[:-1]):
        above += 1
        depths[one.id] = above
    return depths[attribution.id]


def _alike(one: list[Mark], other: list[Mark]) -> int:
    """How many marks both lists begin with alike."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] is pair[1], pairs))


def _tag(mark: Mark, start: int) -> Markup:
    stop = mark.stop and mark.start == start
    focus = _FOCUS.format(mark.identity, mark.order + 1) if stop else ""
    tint = min(mark.depth, _DEEPEST_TINT - 1) + 1
    return Markup('<span class="{} tint{}" data-of="{}"{}>').format(mark.part, tint, mark.identity, focus)
