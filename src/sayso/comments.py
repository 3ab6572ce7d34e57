"""What the comments say: how each stands to what it answers, and who says what in it, on whose word."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from sayso.attribution import attribute
from sayso.attribution.replies import reply_stances
from sayso.model import Attribution, Comment, Page, Span, Spans, Speaker
from sayso.reading.text import blocks_of
from sayso.sources.chain import chains
from sayso.sources.resolve import resolve

NO_NAME = "(a commenter)"
"""The first of the chain where the page does not tell who wrote the comment."""
_BEGINNING = 300
_ONESELF = frozenset(("i", "me", "my", "myself", "mine"))


def with_stances(page: Page) -> Page:
    """``page``, each comment whose words are there with its stance towards what it answers.

    For a comment on the article that is its headline, or else how it begins.
    """
    shown = [comment for comment in page.comments if comment.words]
    if not shown:
        return page
    words = {
        comment.id: page.text[slice(*comment.words)] if comment.words else "" for comment in page.comments
    }
    article = page.title or page.article.text.lstrip()[:_BEGINNING]
    pairs = [(words[one.id], words[one.parent] if one.parent else article) for one in shown]
    stances = dict(zip((one.id for one in shown), reply_stances(pairs), strict=True))
    comments = (dataclasses.replace(one, stance=stances.get(one.id)) for one in page.comments)
    return dataclasses.replace(page, comments=tuple(comments))


def attributions_in_comments(page: Page, article: Iterable[Attribution] = ()) -> tuple[Attribution, ...]:
    """Every attribution in the comments of ``page``; what a comment repeats of others is not its own.

    Each comment is read as a small page of its own, whose author is the commenter; whom it names by
    the surname alone is the one who speaks in the ``article`` under that name, if only one does. Each
    attribution tells its ``comment``, and its ``chain`` begins with the commenter. Ids are those of the
    comment and a number; :func:`sayso.attribution.numbered` gives them their own.
    """
    people = _people(article)
    return tuple(
        one
        for comment in page.comments
        if comment.words is not None
        for one in _in_comment(page, comment, comment.words, people)
    )


def _people(article: Iterable[Attribution]) -> dict[str, Speaker]:
    """The people who speak in the article by their surnames, where it is no other's."""
    named: dict[str, dict[str, Speaker]] = {}
    for one in article:
        if one.speaker and one.speaker.kind == "person" and one.speaker.name:
            named.setdefault(one.speaker.name.split()[-1], {})[one.speaker.name] = one.speaker
    return {surname: next(iter(some.values())) for surname, some in named.items() if len(some) == 1}


def _in_comment(page: Page, comment: Comment, span: Span, people: dict[str, Speaker]) -> list[Attribution]:
    words = page.text[slice(*span)]
    alone = Page(comment.id, words, byline=comment.author, blocks=blocks_of(words))
    known = tuple(_known(one, people) for one in resolve(alone, attribute(alone)))
    found = [_placed(one, comment, span[0]) for one in chains(alone, known)]
    own = [one for one in found if not _is_repeated(one, comment)]
    ids = {one.id for one in own}
    return [one if one.parent in ids else dataclasses.replace(one, parent=None, within=None) for one in own]


def _known(one: Attribution, people: dict[str, Speaker]) -> Attribution:
    speaker = people.get(one.speaker.name or "") if one.speaker and one.speaker.kind == "person" else None
    return dataclasses.replace(one, speaker=speaker) if speaker else one


def _placed(one: Attribution, comment: Comment, start: int) -> Attribution:
    def moved(spans: Spans) -> Spans:
        return tuple((a + start, b + start) for a, b in spans)

    return dataclasses.replace(
        one,
        id=f"{comment.id}/{one.id}",
        parent=one.parent and f"{comment.id}/{one.parent}",
        source=moved(one.source),
        cue=moved(one.cue),
        content=moved(one.content),
        hedges=moved(one.hedges),
        chain=_chain(comment, one),
        comment=comment.id,
    )


def _chain(comment: Comment, one: Attribution) -> tuple[str, ...]:
    """The commenter in front, who is not named twice where the comment says "I"."""
    first = comment.author or NO_NAME
    oneself = one.chain[0].casefold() in _ONESELF or one.chain[0] == first
    return (first, *one.chain[oneself:])


def _is_repeated(one: Attribution, comment: Comment) -> bool:
    """Whether all of it stands in what the comment repeats of what it answers."""
    start, end = one.extent
    return any(quoted.span[0] <= start and end <= quoted.span[1] for quoted in comment.quotations)
