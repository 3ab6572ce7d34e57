"""The blocks of a page as they are read one after another; a quoted block is one step."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.attribution.prose import quotations
from sayso.attribution.spans import disjoint, outside
from sayso.model import Block, BlockKind, Span, Spans

_WRITTEN = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Item:
    """A block as one step of reading: a quoted block is one, its paragraphs are its ``leaves``."""

    kind: BlockKind
    span: Span
    leaves: Spans


def sequences(blocks: Sequence[Block]) -> Iterator[list[Item]]:
    """The blocks that are read one after another: the page's own, and those within each quoted block."""
    known = {block.id for block in blocks}
    inner: dict[str | None, list[Block]] = defaultdict(list)
    for block in blocks:
        inner[block.parent if block.parent in known else None].append(block)
    for members in inner.values():
        yield [_item(block, inner) for block in members if block.span[0] < block.span[1]]


def _item(block: Block, inner: dict[str | None, list[Block]]) -> Item:
    within = disjoint(child.span for child in inner.get(block.id, ()))
    return Item(block.kind, block.span, tuple(within) or (block.span,))


def is_quotation(text: str, span: Span) -> bool:
    """Whether all words of the stretch stand in quotation marks."""
    quotes = quotations(text, [span])
    return bool(quotes) and not any(_WRITTEN.search(text, *piece) for piece in outside(span, quotes))
