"""The thread under a story in words, alike in every form: who answers whom, when, and what."""

from __future__ import annotations

import dataclasses

from sayso.model import Comment, Page
from sayso.render.abuse import is_abusive
from sayso.render.view import View
from sayso.render.wording import UNSURE, one_line

NO_NAME = "a commenter"
GONE = "no longer there"
FOLDED = "folded for abusive words"
_REPLIES = {"support": "supports", "deny": "denies", "query": "asks", "comment": ""}
_LIKELY = 0.5


def selected(page: Page, depth: int | None, author: str | None) -> Page:
    """``page`` with the comments of the first ``depth`` levels and of this ``author``, where they are given.

    What such a comment answers stays, up to the article, so that the tree is whole. Case is no matter.
    """
    kept: set[str | None] = set()
    for comment, level in reversed(Thread(page, View(show_all=True)).in_order):
        by_author = author is None or one_line(comment.author or "").casefold() == author.casefold()
        if comment.id in kept or (by_author and level <= (depth or level)):
            kept |= {comment.id, comment.parent}
    comments = tuple(comment for comment in page.comments if comment.id in kept)
    return dataclasses.replace(page, comments=comments)


class Thread:
    """The comments of a page with how deep each stands, and which are folded away."""

    def __init__(self, page: Page, view: View) -> None:
        self._folded = {
            comment.id
            for comment in page.comments
            if not view.show_all and is_abusive(words_of(page, comment))
        }
        self._names = {comment.id: one_line(comment.author or NO_NAME) for comment in page.comments}
        depths: dict[str | None, int] = {None: 0}
        for comment in page.comments:
            depths[comment.id] = depths[comment.parent] + 1
        self.in_order = [(comment, depths[comment.id]) for comment in page.comments]

    def is_folded(self, comment: Comment) -> bool:
        """Whether its words are kept behind a notice."""
        return comment.id in self._folded

    def name(self, comment: str | None) -> str:
        """Who wrote the comment of this id; None is the article."""
        return "the article" if comment is None else self._names[comment]

    def marks(self, comment: Comment) -> list[str]:
        """What a reader should know of it besides: what it repeats, how it stands to what it answers."""
        repeated = dict.fromkeys(quotation.comment for quotation in comment.quotations)
        notes = [f"repeats words of {self.name(one)}" for one in repeated]
        if comment.stance:
            reply, chance = max(comment.stance.items(), key=lambda item: item[1])
            if chance >= _LIKELY and _REPLIES[reply]:
                notes.append(f"{_REPLIES[reply]} what it answers ({chance:.2f})")
        if comment.confidence < UNSURE:
            notes.append(f"place unsure ({comment.confidence:.2f})")
        return notes


def thread_title(page: Page) -> str:
    """How many comments there are, and how many of them are gone."""
    missing = sum(comment.missing for comment in page.comments)
    count = len(page.comments) - missing
    gone = f", and {missing:,} more {GONE}" if missing else ""
    return f"{count:,} comment{'' if count == 1 else 's'}{gone}"


def words_of(page: Page, comment: Comment) -> str:
    """A comment's words; none of one that is gone."""
    return page.text[slice(*comment.words)] if comment.words else ""


def facts_of_comment(comment: Comment) -> list[str]:
    """When it was written, how it was voted, and the title it bears."""
    votes = f"{comment.votes:+,} votes" if comment.votes is not None else None
    title = f"“{comment.subject}”" if comment.subject else None
    facts = comment.time, votes, title, GONE if comment.missing else None
    return [one_line(fact) for fact in facts if fact]
