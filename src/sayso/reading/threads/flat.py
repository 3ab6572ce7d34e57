"""Where the article of a saved text ends, and the thread that follows it, in whichever form it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.model import Problem, Span
from sayso.reading.problems import problem
from sayso.reading.threads.headed.thread import headed_thread, thread_start
from sayso.reading.threads.posts import Post
from sayso.reading.threads.replies.thread import RepliesThread, replies_start, replies_thread

_COMMENTS = re.compile(r"^[ \t]*+(?:\d[\d,.]*+ )?comments?(?: ?\(\d+\))?:?[ \t]*+\r?$", re.I | re.M)


@dataclass(frozen=True, slots=True)
class FlatThread:
    """Where the article ends, and the comments in page order, each with its span of the text."""

    start: int
    comments: tuple[tuple[Post, Span | None], ...]
    problems: tuple[Problem, ...] = ()


def flat_thread(text: str, published: str | None) -> FlatThread | None:
    """The thread in ``text``, or None if there is none.

    ``published`` is the page's own date, from which "3 hours ago" is counted. Lines such as "In reply
    to ... by ..." tell more than any other form, so they are looked for first; then a line above each
    comment; last, under the heading "Comments", each paragraph is taken for a comment. Spans are
    half-open, in code points of ``text``.
    """
    heading = next((match for match in _COMMENTS.finditer(text) if text[: match.start()].strip()), None)
    announced = heading.end() if heading else None
    marked = replies_start(text) if announced is None else announced
    if marked is not None and text[:marked].strip() and (thread := replies_thread(text, marked)):
        return _of_replies(marked, thread)
    start = thread_start(text)
    if (
        start is not None
        and text[:start].strip()
        and (headed := headed_thread(text, start, published=published))
    ):
        return FlatThread(start, headed.comments)
    # Under another heading, such as "Thoughts on the bridge", the article may go on.
    unmarked = None if announced is None else replies_thread(text, announced, headed=True)
    return _of_replies(announced, unmarked) if announced is not None and unmarked else None


def _of_replies(start: int, thread: RepliesThread) -> FlatThread:
    unclear = (problem("thread-unclear", count=len(thread.unclear)),) if thread.unclear else ()
    return FlatThread(start, thread.comments, unclear)
