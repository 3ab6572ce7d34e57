"""Where the article of a saved text ends, and the thread that follows it, in whichever form it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.model import Problem, Span
from sayso.reading.paragraphs import lines_of, paragraphs_of, setting_of
from sayso.reading.problems import problem
from sayso.reading.threads.headed.thread import headed_thread, thread_start
from sayso.reading.threads.posts import Post

_COMMENTS = re.compile(r"^[ \t]*(?:\d[\d,.]* )?comments?(?: ?\(\d+\))?:?[ \t]*\Z", re.I | re.M)
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class FlatThread:
    """Where the article ends, and the comments in page order, each with its span of the text."""

    start: int
    comments: tuple[tuple[Post, Span | None], ...]
    problems: tuple[Problem, ...] = ()


def flat_thread(text: str, published: str | None) -> FlatThread | None:
    """The thread in ``text``, or None if there is none."""
    start = thread_start(text)
    if start is None or not text[:start].strip():
        return None
    if headed := headed_thread(text, start, published=published):
        return FlatThread(start, headed.comments, headed.problems)
    if not _COMMENTS.search(text, max(0, start - _LONGEST), start):
        return None  # a heading such as "Thoughts on the bridge" may be the article's own
    rest = lines_of(text, (start, len(text)))
    found = [paragraph.span for paragraph in paragraphs_of(rest, setting_of(rest))]
    posts = tuple((Post(str(n), confidence=0.5), span) for n, span in enumerate(found))
    return FlatThread(start, posts, (problem("thread-unclear"),)) if posts else None
