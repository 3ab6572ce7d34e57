"""Every problem that reading can leave on a page: its stable code and what it tells people.

A problem is not an error: the page was read, and the reader of the result should know this of it.
"""

from __future__ import annotations

from sayso.model import Problem

MESSAGES = {
    "absent-parents": "comments that others answer are not there; their places were kept: {count}",
    "broken-encoding": "what is not valid {encoding} was replaced by U+FFFD; places: {count}",
    "circular-answers": "comments answer each other in a circle; the first of each circle was taken to "
    "answer the article: {count}",
    "cut-short": "the page's markup is nested too deep, and what follows there was not read",
    "damaged-xml": "the export is not well-formed XML; what could be read of it was, some may be lacking",
    "guessed-encoding": "the page does not say rightly how it is encoded; it was read as {encoding}",
    "ignored-field": "“{field}” is not text and was left out",
    "left-out": "the export says that there are comments which it does not have: {count}",
    "lone-surrogates": "lone halves of characters were replaced by U+FFFD; places: {count}",
    "not-english": "the page seems to be in “{language}”; Sayso knows English, so little may be found in it",
    "repeated-keys": "comments have the key of another and were given one of their own: {count}",
    "self-answers": "comments answer themselves and were taken to answer the article: {count}",
    "summary-only": "the feed has a summary of the story, or its beginning; the story is at its address",
    "thread-unclear": "where comments begin, or what they answer, is not sure; comments: {count}",
    "unread-lines": "lines of the export are no JSON and were passed over: {count}",
    "unreadable-run": "{length} characters without a space are no word; what is said around may be missed",
}


def problem(code: str, **details: object) -> Problem:
    """The problem with this ``code``, its message filled in with ``details``."""
    return Problem(code, MESSAGES[code].format(**details))
