"""Read the thread under a story out of its page, and leave the page without it."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from urllib.parse import urljoin

from lxml.html import HtmlElement

from sayso.reading.passages import Passage
from sayso.reading.threads.markup import words
from sayso.reading.threads.markup.body import passages_of
from sayso.reading.threads.markup.choosing import is_forum, threads_in
from sayso.reading.threads.markup.fields import Piece, Reader, body_key, credit_of, subject_of
from sayso.reading.threads.markup.naming import (
    author_of,
    key_of,
    link_of,
    stated_author,
    time_words,
    votes_of,
)
from sayso.reading.threads.markup.nesting import parents_of
from sayso.reading.threads.markup.outline import Outline, outline_of
from sayso.reading.threads.markup.records import Record, records_of
from sayso.reading.threads.markup.scoring import Family, has_story_before
from sayso.reading.threads.markup.structured import stated_posts
from sayso.reading.threads.posts import Post


def thread_of(tree: HtmlElement, *, url: str | None) -> tuple[Post, ...]:
    """The comments in ``tree``, which is changed in place: their elements are taken out of it.

    ``url`` is the page's address. Times are left in the page's words. A page without
    comments is left as it is.
    """
    outline = outline_of(tree)
    found: dict[tuple[str, tuple[Passage, ...]], Post] = {}
    removed: list[Record] = []
    families = threads_in(outline)
    forum = len(families) == 1 and is_forum(families[0])
    forum = forum and not has_story_before(outline, families[0].starts)
    for family in families:
        records = records_of(outline, family)
        story = 1 if forum else 0
        for post in _posts(outline, family, records, url or "", len(found))[story:]:
            found.setdefault((post.key, post.body), post)
        removed.extend(records[story:])
    for record in removed:
        _remove(record)
    if not found:
        found = {(post.key, post.body): post for post in stated_posts(tree)}
    answered = {post.parent for post in found.values()}
    return tuple(post for post in found.values() if _is_there(post, answered))


def _is_there(post: Post, answered: set[str | None]) -> bool:
    """Whether anything is known of a post, if only that others answer it."""
    return bool(post.body or post.author or post.time or post.key in answered)


def _posts(outline: Outline, family: Family, records: Sequence[Record], url: str, before: int) -> list[Post]:
    reader = Reader(outline, list(records), body_key(outline, family))
    pieces = [reader.pieces(record) for record in records]
    keys = [
        key_of(record, parts) or f"n{before + i}"
        for i, (record, parts) in enumerate(zip(records, pieces, strict=True))
    ]
    parents = parents_of(records, pieces, keys)
    if is_forum(family):  # what answers the story itself answers no comment
        parents = [None if parent == 0 else parent for parent in parents]
    return [
        _post(record, parts, key, None if above is None else keys[above], url)
        for record, parts, key, above in zip(records, pieces, keys, parents, strict=True)
    ]


def _post(record: Record, pieces: Sequence[Piece], key: str, parent: str | None, url: str) -> Post:
    author, time, body = (
        stated_author(record) or author_of(pieces),
        time_words(pieces),
        passages_of(pieces, url),
    )
    if not body and author and time:
        body = passages_of([*map(_as_words, pieces)], url)
    gone = not body or (len(body) == 1 and words.GONE.fullmatch(body[0].text) is not None)
    link, subject = link_of(pieces, key), subject_of(pieces)
    return Post(
        key=key,
        parent=parent,
        author=author,
        time=time,
        subject=subject,
        url=_joined(url, link) if link else None,
        votes=votes_of(pieces),
        missing=gone,
        heading="\n".join(filter(None, (subject, credit_of(pieces)))),
        body=() if gone else body,
    )


def _as_words(piece: Piece) -> Piece:
    """What looks like a button is what was written, if it stands in a paragraph and there is nothing else."""
    paragraph = piece.element.tag == "p" or next(piece.element.iterancestors("p"), None) is not None
    return dataclasses.replace(piece, part="body") if piece.part == "none" and paragraph else piece


def _joined(base: str, link: str) -> str | None:
    try:
        whole = urljoin(base, link)
    except ValueError:
        return None
    return whole if whole.startswith(("http://", "https://")) else None


def _remove(record: Record) -> None:
    for top in record.tops:
        parent = top.getparent()
        if parent is None:
            continue
        if record.tails:
            top.tail = None
        top.drop_tree()
