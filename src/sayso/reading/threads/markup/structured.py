"""Comments that a page states for machines only, in the vocabulary of schema.org."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from sayso.reading.passages import Passage
from sayso.reading.threads.moments import moment
from sayso.reading.threads.posts import Post

_COMMENTS = frozenset(("Comment", "Answer", "UserComments"))
_PARTS = re.compile(r"\n\s*\n|<br\s*/?>\s*<br\s*/?>|</p>", re.I)
_TAGS = re.compile(r"<[^<>]*>")
_HOLDING = ("comment", "comments", "suggestedAnswer", "acceptedAnswer", "@graph", "mainEntity", "hasPart")


def stated_posts(tree: HtmlElement, *, published: str | None) -> list[Post]:
    """The comments in the JSON-LD of ``tree``, in its order; ``published`` is the page's own date."""
    found: list[Post] = []
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            stated = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for item, parent in _items(stated, len(found)):
            found.append(_post(item, f"n{len(found)}", parent, published))
    return found


def _items(stated: Any, count: int) -> Iterator[tuple[dict[str, Any], str | None]]:
    """Each comment in ``stated`` with the key of the one it is stated in."""
    ahead: list[tuple[Any, str | None]] = [(stated, None)]
    while ahead:
        item, parent = ahead.pop()
        if isinstance(item, list):
            ahead.extend((part, parent) for part in reversed(item))
        elif isinstance(item, dict):
            kinds = item.get("@type")
            if _COMMENTS & set(kinds if isinstance(kinds, list) else [str(kinds)]):
                yield item, parent
                parent = f"n{count}"
                count += 1
            ahead.extend((item[name], parent) for name in reversed(_HOLDING) if name in item)


def _post(item: dict[str, Any], key: str, parent: str | None, published: str | None) -> Post:
    author = item.get("author") or item.get("creator")
    name = author.get("name") if isinstance(author, dict) else author
    time = item.get("dateCreated") or item.get("datePublished") or item.get("commentTime")
    words = item.get("text") or item.get("commentText") or ""
    votes = item.get("upvoteCount")
    body = tuple(Passage("paragraph", part) for part in _paragraphs(words if isinstance(words, str) else ""))
    return Post(
        key=key,
        parent=parent,
        author=name if isinstance(name, str) and name.strip() else None,
        time=moment(time, published) if isinstance(time, str) else None,
        url=item["url"] if isinstance(item.get("url"), str) else None,
        votes=votes if isinstance(votes, int) and not isinstance(votes, bool) else None,
        missing=not body,
        body=body,
    )


def _paragraphs(words: str) -> Iterator[str]:
    for part in _PARTS.split(words):
        plain = " ".join(_TAGS.sub(" ", part).split())
        if plain:
            yield plain
