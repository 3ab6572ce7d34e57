"""Comments that a page states for machines only, in the vocabulary of schema.org."""

from __future__ import annotations

import dataclasses
import html
import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from sayso.reading.passages import Passage
from sayso.reading.threads.posts import Post

_COMMENTS = frozenset(("Comment", "Answer", "UserComments"))
_PARTS = re.compile(r"\n\s*\n|<br\s*/?>\s*<br\s*/?>|</p>", re.I)
_TAGS = re.compile(r"<[^<>]*>")
_HOLDING = ("comment", "comments", "suggestedAnswer", "acceptedAnswer", "@graph", "mainEntity", "hasPart")


def stated_posts(tree: HtmlElement) -> list[Post]:
    """The comments in the JSON-LD of ``tree``, in its order; times are left in the page's words."""
    found: list[Post] = []
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            stated = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for item, parent in _items(stated, len(found)):
            found.append(_post(item, f"n{len(found)}", parent))
    keys = {post.key for post in found}
    return [post if post.parent in keys else dataclasses.replace(post, parent=None) for post in found]


def _items(stated: Any, count: int) -> Iterator[tuple[dict[str, Any], str | None]]:
    """Each comment in ``stated`` with the key of the one it is stated in."""
    ahead: list[tuple[Any, str | None]] = [(stated, None)]
    while ahead:
        item, parent = ahead.pop()
        if isinstance(item, list):
            ahead.extend((part, parent) for part in reversed(item))
        elif isinstance(item, dict):
            kinds = item.get("@type")
            if any(isinstance(kind, str) and kind in _COMMENTS for kind in _listed(kinds)):
                yield item, parent
                parent = _name(item) or f"n{count}"
                count += 1
            ahead.extend((item[name], parent) for name in reversed(_HOLDING) if name in item)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _name(item: Any) -> str | None:
    name = item.get("@id") if isinstance(item, dict) else None
    return name if isinstance(name, str) else None


def _post(item: dict[str, Any], key: str, parent: str | None) -> Post:
    author = item.get("author") or item.get("creator")
    name = author.get("name") if isinstance(author, dict) else author
    time = item.get("dateCreated") or item.get("datePublished") or item.get("commentTime")
    words = item.get("text") or item.get("commentText") or ""
    url, votes = item.get("url"), item.get("upvoteCount")
    body = tuple(Passage("paragraph", part) for part in _paragraphs(words if isinstance(words, str) else ""))
    return Post(
        key=_name(item) or key,
        parent=parent or _name(item.get("parentItem")),
        author=name if isinstance(name, str) and name.strip() else None,
        time=time if isinstance(time, str) else None,
        url=url if isinstance(url, str) and url.startswith(("http://", "https://")) else None,
        votes=votes if isinstance(votes, int) and not isinstance(votes, bool) else None,
        missing=not body,
        body=body,
    )


def _paragraphs(words: str) -> Iterator[str]:
    for part in _PARTS.split(words):
        plain = " ".join(html.unescape(_TAGS.sub(" ", part)).split())
        if plain:
            yield plain
