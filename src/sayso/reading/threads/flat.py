"""Where the article of a saved text ends, and the thread that follows it, in whichever form it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.model import Problem, Span
from sayso.reading.paragraphs import lines_of, paragraphs_of, setting_of
from sayso.reading.problems import problem
from sayso.reading.threads.posts import Post

_COMMENTS = re.compile(r"(?:\d+ )?comments?(?: ?\(\d+\))?:?", re.I)


@dataclass(frozen=True, slots=True)
class FlatThread:
    """Where the article ends, and the comments in page order, each with its span of the text."""

    start: int
    comments: tuple[tuple[Post, Span | None], ...]
    problems: tuple[Problem, ...] = ()


def is_thread_heading(line: str) -> bool:
    """Whether a line says that comments follow."""
    return _COMMENTS.fullmatch(line) is not None


def flat_thread(text: str, published: str | None) -> FlatThread | None:
    """The thread in ``text``, or None if there is none."""
    written = [line for line in lines_of(text, (0, len(text))) if line.text]
    start = next((line.end for line in written[1:] if is_thread_heading(line.text)), None)
    if start is None:
        return None
    rest = lines_of(text, (start, len(text)))
    found = [p.span for p in paragraphs_of(rest, setting_of(rest))]
    posts = tuple((Post(str(n), confidence=0.5), span) for n, span in enumerate(found))
    return FlatThread(start, posts, (problem("thread-unclear"),)) if posts else None
