"""Give a thread its place on the page: behind the article, or where a saved text has it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence

from sayso.model import Block, Citation, Comment, Page, Span
from sayso.reading.passages import lay_out
from sayso.reading.threads.posts import Post

BETWEEN = "\n\n"


@dataclasses.dataclass(frozen=True, slots=True)
class Place:
    """Where a comment stands: all of it, and its words without what the page has above them."""

    whole: Span
    words: Span


def with_thread(page: Page, posts: Sequence[Post]) -> Page:
    """``page``, its text gone on with ``posts``, which stand in depth-first order.

    Each is a block: what the page has above its words, if anything, and the words, apart by an empty
    line. What a missing one said is nowhere.
    """
    pieces, at = [page.text], len(page.text)
    citations = list(page.citations)
    places: list[Place | None] = []
    for post in posts:
        if not post.body:
            places.append(None)
            continue
        words, _, links = lay_out(list(post.body))
        gap = BETWEEN if at else ""
        heading = post.heading + BETWEEN if post.heading else ""
        pieces += [gap, heading, words]
        start = at + len(gap)
        first = start + len(heading)
        at = first + len(words)
        places.append(Place((start, at), (first, at)))
        citations += [_moved(link, first) for link in links]
    page = dataclasses.replace(page, text="".join(pieces), citations=tuple(citations))
    return with_comments(page, posts, places)


def with_comments(page: Page, posts: Sequence[Post], places: Iterable[Place | None]) -> Page:
    """``page`` with the comments that ``posts`` are at these places in its text, and their blocks.

    Ids are "c1", "c2", ... in the order of the thread. A comment without a place is missing.
    """
    ids = {post.key: f"c{number}" for number, post in enumerate(posts, 1)}
    blocks = list(page.blocks)
    block_of: dict[str | None, str | None] = {None: None}
    comments: list[Comment] = []
    for post, place in zip(posts, places, strict=True):
        block_of[post.key] = f"b{len(blocks) + 1}" if place else None
        if place:
            blocks.append(Block(f"b{len(blocks) + 1}", "comment", place.whole, block_of[post.parent]))
        comments.append(
            Comment(
                id=ids[post.key],
                block=block_of[post.key],
                span=place.whole if place else None,
                words=place.words if place else None,
                parent=None if post.parent is None else ids[post.parent],
                author=post.author,
                time=post.time,
                subject=post.subject,
                url=post.url,
                votes=post.votes,
                missing=place is None,
                confidence=post.confidence,
            )
        )
    return dataclasses.replace(page, blocks=tuple(blocks), comments=tuple(comments))


def _moved(link: Citation, by: int) -> Citation:
    return dataclasses.replace(link, span=(link.span[0] + by, link.span[1] + by))
