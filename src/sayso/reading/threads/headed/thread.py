"""A thread in flat text with a line above each comment: its comments, their words, and who answers whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model import Span
from sayso.reading.threads.headed.answers import Parent, parents_of
from sayso.reading.threads.headed.entries import Entry, entries_of, lines_from
from sayso.reading.threads.headed.words import heads_thread, says_deleted
from sayso.reading.threads.moments import moment
from sayso.reading.threads.posts import Post


@dataclass(frozen=True, slots=True)
class HeadedThread:
    """The comments in page order, each with the span of its own words in the text.

    A span is None where the page shows no words: the post is then ``missing``. Every other post's
    body is empty, since its words are the span.
    """

    comments: tuple[tuple[Post, Span | None], ...]


def headed_thread(text: str, start: int, *, published: str | None) -> HeadedThread | None:
    """The thread that begins at ``start`` of ``text``, or None if what stands there is not written as one.

    ``start`` is where a line such as "42 comments" ends (see :func:`thread_start`), 0 where none
    said that comments follow: then only what no article has is taken for a thread. ``published`` is
    the page's own date, from which "3 hours ago" is counted. Spans are half-open, in code points of
    ``text``. Nothing is raised, whatever the text is.
    """
    entries = entries_of(lines_from(text, start), announced=start > 0)
    if not entries:
        return None
    parents = parents_of(text, entries)
    return HeadedThread(tuple(_comments(text, entries, parents, published)))


def thread_start(text: str) -> int | None:
    """Where the thread begins in ``text``: behind the line that heads it, or where its first header stands.

    Of several such lines it is the last one before the first comment. None if neither is there.
    """
    lines = lines_from(text, 0)
    headings = [place for place, line in enumerate(lines) if heads_thread(line.text)]
    entries = entries_of(lines[headings[0] + 1 :] if headings else lines, announced=bool(headings))
    before = [place for place in headings if lines[place].end <= entries[0].at] if entries else headings[-1:]
    if not before:
        return entries[0].at if entries else None
    return lines[before[-1]].end if entries or before[-1] else None


def _comments(
    text: str, entries: Sequence[Entry], parents: Sequence[Parent], published: str | None
) -> list[tuple[Post, Span | None]]:
    return [
        _comment(text, place, entry, parent, published)
        for place, (entry, parent) in enumerate(zip(entries, parents, strict=True), 1)
    ]


def _comment(
    text: str, place: int, entry: Entry, parent: Parent, published: str | None
) -> tuple[Post, Span | None]:
    above, confidence = parent
    missing = entry.span is None or says_deleted(text[slice(*entry.span)])
    post = Post(
        str(place),
        parent=None if above is None else str(above + 1),
        author=None if says_deleted(entry.name) else entry.name.removeprefix("@"),
        time=moment(entry.time, published) if entry.time else None,
        votes=entry.votes,
        missing=missing,
        confidence=confidence,
    )
    return post, None if missing else entry.span
