"""What each export calls a comment's parts: a format is a table of names, and nothing else.

A name with dots leads into what lies within ("author.username"), a number in it counts from the
start, or with a minus from the end. Of several names the first that holds something counts. An
attribute of an XML element is named "element@attribute", one of the record itself "@attribute".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Record = Mapping[str, Any]
Names = tuple[str, ...]
Writing = Literal["html", "escaped", "plain"]


@dataclass(frozen=True, slots=True)
class Format:
    """Where a format has what.

    ``marks`` are sets of fields by which a record of it is known. ``writing`` is how words are written:
    as HTML, as text with its ``&``, ``<`` and ``>`` escaped, or plain. ``story`` names the story a comment
    belongs to; what has none, and answers nothing, is a story itself if it has one of the fields
    ``titled`` (of any, if there are none). Where stories are ``apart``, their keys are not comments'
    keys. ``more`` is a number of comments that are not in the export. ``gone`` are values by which a
    comment is known as deleted; ``left_aside`` those of records that are no comments, or were never
    shown. ``site`` is what addresses lack in front. ``trimmed`` is in front of keys where they stand as
    ``parent`` or ``story``. ``utc`` says that times without a zone are in UTC. ``nothing`` is a parent
    that is none.
    """

    marks: tuple[frozenset[str], ...]
    key: Names
    parent: Names
    author: Names
    time: Names
    body: Names
    writing: Writing
    story: Names = ()
    titled: Names = ()
    title: Names = ("title", "subject")
    address: Names = ("url",)
    link: Names = ()
    votes: Names = ()
    more: Names = ()
    gone: tuple[tuple[str, frozenset[str]], ...] = ()
    left_aside: tuple[tuple[str, frozenset[str]], ...] = ()
    apart: bool = False
    site: str = ""
    trimmed: Names = ()
    utc: bool = False
    nothing: str = ""


def _marks(*fields: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(together.split()) for together in fields)


_TRUE = frozenset({"true", "1"})

REDDIT = Format(
    marks=_marks("created_utc body", "created_utc title", "link_id body"),
    key=("id", "name"),
    parent=("parent_id",),
    story=("link_id",),
    author=("author",),
    time=("created_utc", "created"),
    body=("body", "selftext"),
    writing="escaped",
    titled=("title",),
    address=("permalink",),
    link=("url",),
    votes=("score", "ups"),
    more=("count",),
    gone=tuple(
        (field, frozenset({"[deleted]", "[removed]", "[ Removed by Reddit ]"}))
        for field in ("body", "selftext")
    ),
    site="https://www.reddit.com",
    trimmed=("t1_", "t3_"),
)
HACKER_NEWS = Format(
    marks=_marks("author children created_at", "by time type", "deleted time type", "kids time type"),
    key=("id",),
    parent=("parent", "parent_id"),
    story=("story_id",),
    author=("by", "author"),
    time=("time", "created_at"),
    body=("text",),
    writing="html",
    titled=("title",),
    address=("id",),
    link=("url",),
    votes=("score", "points"),
    gone=(
        ("deleted", _TRUE),
        ("dead", _TRUE),
        ("text", frozenset({"[dead]", "[deleted]", "[delayed]", "[flagged]"})),
    ),
    left_aside=(("type", frozenset({"pollopt"})),),
    site="https://news.ycombinator.com/item?id=",
)
CORAL = Format(
    marks=_marks("body createdAt", "revisions storyID", "asset_id body"),
    key=("id",),
    parent=("parent.id", "parentID", "parent_id"),
    story=("story.id", "storyID", "asset_id"),
    author=("author.username", "metadata.author", "authorID", "author_id"),
    time=("createdAt.$date", "createdAt", "created_at.$date", "created_at", "metadata.publishedAt"),
    body=("body", "revision.body", "revisions.-1.body"),
    writing="html",
    titled=("url", "metadata", "comments"),
    title=("metadata.title",),
    address=("url", "permalink"),
    votes=("actionCounts.reaction.total", "actionCounts.REACTION"),
    gone=(
        ("deleted", _TRUE),
        ("status", frozenset({"REJECTED", "PREMOD", "SYSTEM_WITHHELD"})),
    ),
    apart=True,
)
_NO_WORDS = (("deleted", _TRUE), ("text", frozenset({"[deleted]", "[removed]"})))
CONVOKIT = Format(
    marks=_marks("id reply_to text", "id reply-to text"),
    key=("id",),
    parent=("reply_to", "reply-to"),
    story=("conversation_id", "root"),
    author=("speaker.id", "speaker", "user.id", "user"),
    time=("timestamp",),
    body=("text",),
    writing="plain",
    votes=("meta.score",),
    gone=_NO_WORDS,
)
PLAIN = Format(
    marks=_marks("id parent text", "id parent_id text"),
    key=("id",),
    parent=("parent", "parent_id"),
    story=("story",),
    author=("author", "byline"),
    time=("time", "timestamp", "published"),
    body=("text",),
    writing="plain",
    titled=("title",),
    votes=("votes", "score"),
    gone=_NO_WORDS,
)
DISQUS = Format(
    marks=(),
    key=("@id",),
    parent=("parent@id",),
    story=("thread@id",),
    author=("author.name", "author.username"),
    time=("createdAt",),
    body=("message",),
    writing="html",
    titled=("link", "title"),
    address=("link",),
    gone=(("isDeleted", _TRUE),),
    left_aside=(("isSpam", _TRUE),),
    apart=True,
    utc=True,
)
WORDPRESS = Format(
    marks=(),
    key=("wp:comment_id", "wp:post_id"),
    parent=("wp:comment_parent",),
    author=("wp:comment_author", "dc:creator"),
    time=("wp:comment_date_gmt", "wp:post_date_gmt"),
    body=("wp:comment_content", "content:encoded"),
    writing="html",
    titled=("wp:post_id", "title", "link"),
    address=("link",),
    left_aside=(
        ("wp:post_type", frozenset({"attachment", "nav_menu_item", "revision", "custom_css", "wp_template"})),
        ("wp:comment_type", frozenset({"pingback", "trackback"})),
        ("wp:comment_approved", frozenset({"0", "spam", "trash", "post-trashed"})),
    ),
    apart=True,
    utc=True,
    nothing="0",
)

_IN_JSON = (REDDIT, HACKER_NEWS, CORAL, CONVOKIT, PLAIN)
_SAMPLE = 20


def format_of(records: Iterable[Record]) -> Format | None:
    """The format of ``records`` from a JSON file, told by the first of them; None if it is none of ours."""
    first = [record.keys() for record, _ in zip(records, range(_SAMPLE), strict=False)]
    known = (form for form in _IN_JSON if any(marks <= keys for marks in form.marks for keys in first))
    return next(known, None)
