"""A comment as it came, whatever it came in, before it has its place in a page's text."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.reading.passages import Passage


@dataclass(frozen=True, slots=True)
class Post:
    """One comment of a thread, as a page, an export or a saved text has it.

    ``key`` names it within its thread, ``parent`` is the key of the post it answers, None where it
    answers the article. ``time`` is ISO 8601, as exact as the page has it, or the page's own words
    where those tell no date. ``subject`` is a title of its own. ``body`` is empty for a ``missing``
    post: one that others answer, or that is shown as deleted, and whose words are gone; of a post
    in flat text too, whose words are a span of that text. ``heading`` are the page's own words above
    them: title, author, time. ``confidence`` is how sure the parent is.
    """

    key: str
    parent: str | None = None
    author: str | None = None
    time: str | None = None
    subject: str | None = None
    url: str | None = None
    votes: int | None = None
    missing: bool = False
    confidence: float = 1.0
    heading: str = ""
    body: tuple[Passage, ...] = ()
