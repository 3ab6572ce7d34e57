"""The lines by which a saved page tells which comment an answer belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.model import Span

# What Drupal writes under an answer: the words before its parent's subject, and before its author.
_WORDS = (("In reply to", "by"),)
_LONGEST = 90
_NO_NAME = re.compile(r"[,;:!?\"“”]|[.]$|\s\w+\s\w+\s\w+\s\w+\s\w")
_LEADS = tuple(lead for lead, _ in _WORDS)
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Name:
    """What an answer calls the comment it belongs to."""

    subject: str
    author: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space around it, and its place in the page's text.

    ``answers`` is what it names if it is the line under an answer.
    """

    span: Span
    text: str
    answers: Name | None = None


def lines_from(text: str, start: int) -> Iterator[Line]:
    """The lines of ``text`` from ``start`` on that are not blank, in order."""
    for raw in text[start:].split("\n"):
        if words := raw.strip():
            at = start + raw.index(words[0])
            yield Line((at, at + len(words)), words, name_in(words))
        start += len(raw) + 1


def name_in(line: str) -> Name | None:
    """The comment that ``line`` says is answered, None if the line says no such thing."""
    if not line.startswith(_LEADS):
        return None
    for lead, by in _WORDS:
        rest = line.removeprefix(lead)
        if rest == line or rest[:1] != " ":
            continue
        subject, author = _parted(rest, f" {by} ")
        if author and len(subject) < _LONGEST and len(author) < _LONGEST and not _NO_NAME.search(author):
            return Name(subject, author)
    return None


def _parted(rest: str, by: str) -> tuple[str, str]:
    """Subject and author: an ellipsis ends a subject, otherwise the last ``by`` parts them."""
    at = rest.find(ELLIPSIS + by)
    at = at + len(ELLIPSIS) if at >= 0 else rest.rfind(by)
    return (plain(rest[:at]), plain(rest[at + len(by) :])) if at >= 0 else ("", "")


def plain(words: str) -> str:
    """``words`` with single spaces between them."""
    return " ".join(words.split())
