"""Give a thread its place on the page: behind the article, or where a saved text has it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence

from sayso.model import Block, Citation, Comment, Page, Span
from sayso.reading.passages import lay_out
from sayso.reading.threads.posts import Post

BETWEEN = "\n\n"
Place = tuple[str, Span]
"""The id of a comment's block, and its span."""


def with_thread(page: Page, posts: Sequence[Post]) -> Page:
    """``page``, its text gone on with the words of ``posts``, which stand in depth-first order.

    Each comment is a block of kind "comment", in which its paragraphs and quotations lie; what a
    missing one said is nowhere. Ids are "c1", "c2", ... in the order of the thread.
    """
    pieces, at = [page.text], len(page.text)
    blocks, citations = list(page.blocks), list(page.citations)
    places: list[Place | None] = []
    for post in posts:
        if not post.body:
            places.append(None)
            continue
        words, inner, links = lay_out(list(post.body))
        gap = BETWEEN if at else ""
        at += len(gap)
        whole = Block(f"b{len(blocks) + 1}", "comment", (at, at + len(words)))
        blocks += [whole, *_inside(whole, inner, len(blocks) + 1)]
        citations += [_moved(link, at) for link in links]
        places.append((whole.id, whole.span))
        pieces += [gap, words]
        at += len(words)
    return dataclasses.replace(
        page,
        text="".join(pieces),
        blocks=tuple(blocks),
        citations=tuple(citations),
        comments=tuple(comments_of(posts, places)),
    )


def _inside(whole: Block, inner: Iterable[Block], before: int) -> Iterator[Block]:
    """The blocks of one comment, which were laid out by themselves, as they stand on the page."""
    for block in inner:
        span = block.span[0] + whole.span[0], block.span[1] + whole.span[0]
        parent = whole.id if block.parent is None else _renumbered(block.parent, before)
        yield Block(_renumbered(block.id, before), block.kind, span, parent)


def _renumbered(id: str, before: int) -> str:
    return f"b{int(id[1:]) + before}"


def _moved(link: Citation, by: int) -> Citation:
    return dataclasses.replace(link, span=(link.span[0] + by, link.span[1] + by))


def comments_of(posts: Sequence[Post], places: Iterable[Place | None]) -> Iterator[Comment]:
    """The comments that ``posts`` become at these places; a missing one has none."""
    ids = {post.key: f"c{number}" for number, post in enumerate(posts, 1)}
    for post, place in zip(posts, places, strict=True):
        block, span = place or (None, None)
        yield Comment(
            id=ids[post.key],
            block=block,
            span=span,
            parent=None if post.parent is None else ids[post.parent],
            author=post.author,
            time=post.time,
            subject=post.subject,
            url=post.url,
            votes=post.votes,
            missing=span is None,
            confidence=post.confidence,
        )
