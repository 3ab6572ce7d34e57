"""The stories and comments in an export, as Reddit, Disqus, WordPress and others give their threads."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.errors import UnreadablePage
from sayso.model import Problem
from sayso.reading.passages import Passage
from sayso.reading.problems import problem
from sayso.reading.threads.exports.bodies import passages_in
from sayso.reading.threads.exports.formats import Format, format_of
from sayso.reading.threads.exports.records import records_of
from sayso.reading.threads.exports.stories import Entry, Story, left_out, stories_of
from sayso.reading.threads.exports.values import address_at, line_at, says, time_at, votes_at, words_at
from sayso.reading.threads.posts import Post


@dataclass(frozen=True, slots=True)
class Export:
    """One story of an export and the comments under it, in the order and with the parents given.

    ``article`` is what the thread is about, without its title: the story, what the one who opened
    the thread wrote, or the link; empty where the export has none of these.
    """

    title: str | None = None
    url: str | None = None
    published: str | None = None
    byline: str | None = None
    language: str | None = None
    article: tuple[Passage, ...] = ()
    posts: tuple[Post, ...] = ()
    problems: tuple[Problem, ...] = ()


def exports_of(text: str, *, file: str) -> tuple[Export, ...]:
    """Each story in ``text`` with its comments; nothing if it is no export that is known.

    See ``docs/exports.md`` for those that are. A story that was exported without its words, but with
    comments, has an empty article. What is wrong with parents is left as it is (see
    :func:`sayso.reading.threads.mending.mended`). Problems of the whole file are the first story's.
    Raises :class:`UnreadablePage` naming ``file`` if it is an export that cannot be read, or has
    nothing in it.
    """
    records = records_of(text, file)
    if records is None:
        return ()
    found = [_export(story, records.form) for story in stories_of(records)]
    exports = [export for export in found if export.article or export.posts]
    if not exports:
        raise UnreadablePage(file, "there is no comment in this export", "export a thread that has some")
    told = records.problems
    if count := left_out(records):
        told += (problem("left-out", count=count),)
    return (dataclasses.replace(exports[0], problems=told), *exports[1:])


def are_comments(lines: Iterable[bytes]) -> bool:
    """Whether JSON lines, the first of a file, are comments rather than a story each."""
    records = []
    for line in lines:
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            continue
        records += [record] if isinstance(record, dict) else []
    return format_of(records) is not None


def _export(story: Story, form: Format) -> Export:
    posts = tuple(_post(entry, story, form) for entry in story.comments)
    if story.about is None:
        return Export(posts=posts)
    record = story.about.record
    return Export(
        title=line_at(record, form.title, form),
        url=address_at(record, form),
        published=time_at(record, form),
        byline=line_at(record, form.author, form),
        language=line_at(record, ("language",), form),
        article=_words(story.about, form) or _link(story.about, form),
        posts=posts,
    )


def _post(entry: Entry, story: Story, form: Format) -> Post:
    record = entry.record
    body = _words(entry, form)
    # Top-level comments name the story as what they answer, where its key is one of the same kind.
    about = None if form.apart else entry.story if story.about is None else story.about.key
    return Post(
        key=entry.key,
        parent=None if entry.parent == about else entry.parent,
        author=line_at(record, form.author, form),
        time=time_at(record, form),
        subject=line_at(record, form.title, form),
        url=address_at(record, form),
        votes=votes_at(record, form),
        missing=not body,
        body=body,
    )


def _words(entry: Entry, form: Format) -> tuple[Passage, ...]:
    return (
        ()
        if says(entry.record, form.gone)
        else passages_in(words_at(entry.record, form.body) or "", form.writing)
    )


def _link(about: Entry, form: Format) -> tuple[Passage, ...]:
    """The address that a thread was opened about, if that is all its opening says."""
    link = line_at(about.record, form.link, form) or ""
    if not link.startswith(("http://", "https://")) or says(about.record, form.gone):
        return ()
    return (Passage("paragraph", link, ((0, len(link), link),)),)
