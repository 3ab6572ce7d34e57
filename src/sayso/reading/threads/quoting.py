"""Find what comments repeat of what they answer: an earlier speaker's words, not a new statement."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping

from sayso.model import Comment, Page, Quotation, Span

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_MARKED = re.compile(r"“[^”\n]{12,2000}”?|\"[^\"\n]{12,2000}\"?|«[^»\n]{12,2000}»?|„[^“”\n]{12,2000}[“”]?")
_LINE = re.compile(r"[^\n]+")
_FEWEST_MARKED, _FEWEST_BARE = 3, 6
"""Words that must agree: in quotation marks, and on a line that is repeated without any."""
_ANCESTORS = 4
"""How far up the thread a quotation is sought."""


def with_quotations(page: Page) -> Page:
    """``page``, each comment with its quotations of the comments above it, or else of the article.

    A stretch in quotation marks, or a whole line, is one if its words stand so, case and punctuation
    aside, in what the comment answers, or in what that answers. The nearest one that has it counts.
    """
    if not page.comments:
        return page
    sought = _Above(page)
    comments = tuple(
        dataclasses.replace(comment, quotations=tuple(_quotations(page.text, comment, sought)))
        for comment in page.comments
    )
    return dataclasses.replace(page, comments=comments)


def _quotations(text: str, comment: Comment, sought: _Above) -> Iterator[Quotation]:
    if comment.words is None:
        return
    taken = -1
    for span, fewest in _stretches(text, comment.words):
        words = _words(text[slice(*span)])
        if span[0] < taken or words.count(" ") <= fewest:
            continue
        for place in sought.above(comment):
            if words in sought.words(place):
                yield Quotation(span, place)
                taken = span[1]
                break


def _stretches(text: str, span: Span) -> Iterator[tuple[Span, int]]:
    """The whole lines and, where a line is none, what is marked in it, with the fewest words it takes."""
    for line in _LINE.finditer(text, *span):
        yield line.span(), _FEWEST_BARE
        for marked in _MARKED.finditer(text, *line.span()):
            yield marked.span(), _FEWEST_MARKED


def _words(text: str) -> str:
    """The words alone, a blank before and after each."""
    return f" {' '.join(_WORD.findall(text.casefold().replace('’', chr(39))))} "


class _Above:
    """The words of the article and of each comment, made plain when they are first asked for."""

    def __init__(self, page: Page) -> None:
        self._text = page.text
        self._by_id: Mapping[str, Comment] = {comment.id: comment for comment in page.comments}
        self._plain: dict[str | None, str] = {None: _words(page.article.text)}

    def above(self, comment: Comment) -> Iterator[str | None]:
        """What ``comment`` answers, what that answers and so on; last, the article."""
        for _ in range(_ANCESTORS):
            if comment.parent is None:
                break
            comment = self._by_id[comment.parent]
            yield comment.id
        yield None

    def words(self, place: str | None) -> str:
        """The words of a comment, or of the article."""
        if place not in self._plain:
            span = self._by_id[place].words if place is not None else None
            self._plain[place] = _words(self._text[slice(*span)]) if span else ""
        return self._plain[place]
