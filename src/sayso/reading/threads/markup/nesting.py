"""Who answers whom: by how the markup nests, by the depth it states, or by what it names as the parent."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from sayso.reading.threads.markup.fields import Piece
from sayso.reading.threads.markup.records import Record

_DEPTH = re.compile(
    r"(?:^|[\s_-])(?:depth|level|lvl|indent|nest(?:ed|ing)?|thread-?level)[-_]?(\d{1,3})(?:\s|$)", re.I
)
_MARGIN = re.compile(
    r"(?:margin-left|padding-left|text-indent)\s*:\s*(\d{1,5}(?:\.\d{1,4})?)\s*(?:px|em|rem|%)", re.I
)
_PARENT = ("data-parent-id", "data-parent", "data-parentid", "data-reply-to", "data-in-reply-to", "parent")
_NAMED = re.compile(r"in[-_ ]?reply|parent|replying", re.I)
_TARGET = re.compile(r"#\S*?(\d[\w-]*)\Z")


def parents_of(
    records: Sequence[Record], pieces: Sequence[Sequence[Piece]], keys: Sequence[str]
) -> list[int | None]:
    """For each of ``records`` the place of the one it answers, None for the article."""
    named = _named(records, pieces, keys)
    nested = _nested(records)
    if any(parent is not None for parent in nested):
        shown = nested
    else:
        shown = _indented(records)
    return [shown[i] if named[i] is None else named[i] for i in range(len(records))]


def _nested(records: Sequence[Record]) -> list[int | None]:
    """By the tree: a comment within another, or within what stands directly behind another."""
    owner: dict[HtmlElement, int] = {top: i for i, record in enumerate(records) for top in record.tops}
    above: dict[HtmlElement, int | None] = {}
    return [_owner_above(record.tops[0], owner, above) for record in records]


def _owner_above(
    top: HtmlElement, owner: dict[HtmlElement, int], above: dict[HtmlElement, int | None]
) -> int | None:
    passed: list[HtmlElement] = []
    found: int | None = None
    element = top.getparent()
    while element is not None:
        if element in above:
            found = above[element]
            break
        passed.append(element)
        if element in owner:
            found = owner[element]
            break
        before = _before(element, owner)
        if before is not None:
            found = before
            break
        element = element.getparent()
    for element in passed:
        above[element] = found
    return found


def _before(element: HtmlElement, owner: dict[HtmlElement, int]) -> int | None:
    """The comment that stands directly before ``element``, if one does."""
    previous = element.getprevious()
    while (
        previous is not None
        and previous not in owner
        and (
            not isinstance(previous.tag, str)
            or previous.tag in ("a", "br")
            or not previous.text_content().strip()
        )
    ):
        previous = previous.getprevious()
    return owner.get(previous) if previous is not None else None


def _indented(records: Sequence[Record]) -> list[int | None]:
    """By the depth each states: it answers the last before it that is less deep."""
    depths = [_depth(record) for record in records]
    parents: list[int | None] = []
    path: list[int] = []
    for i, depth in enumerate(depths):
        while path and (depth is None or (depths[path[-1]] or 0) >= depth):
            path.pop()
        parents.append(path[-1] if path else None)
        path.append(i)
    return parents


def _depth(record: Record) -> float | None:
    """The depth that a comment's element, what is around it or in it states."""
    head = record.head
    near = [head]
    for ancestor in head.iterancestors():
        if len(near) > 3:
            break
        if len(ancestor) > 1 and ancestor.tag not in ("td", "tr"):
            break
        near.append(ancestor)
    for element in (*near, *list(head.iter("td", "img", "div", "span"))[:6]):
        for name in ("data-depth", "data-level", "aria-level", "indent"):
            if re.fullmatch(r"\d{1,4}", element.get(name, "")):
                return float(element.get(name))
        stated = _DEPTH.search(element.get("class", "")) or _MARGIN.search(element.get("style", ""))
        if stated:
            return float(stated[1])
        if (
            element.tag == "img"
            and "s.gif" in element.get("src", "")
            and element.get("width", "").isdecimal()
        ):
            return float(element.get("width"))
    return None


def _named(
    records: Sequence[Record], pieces: Sequence[Sequence[Piece]], keys: Sequence[str]
) -> list[int | None]:
    """By what each names as its parent: an attribute, or a link that says so."""
    numbers: dict[str, int] = {}
    for i, key in enumerate(keys):
        numbers.setdefault(_number(key), i)
    found: list[int | None] = []
    for i, (record, parts) in enumerate(zip(records, pieces, strict=True)):
        stated = next((record.head.get(name) for name in _PARENT if record.head.get(name)), "")
        place = numbers.get(_number(stated)) if stated else None
        if place is None:
            place = next((numbers[n] for n in _targets(parts) if n in numbers and numbers[n] != i), None)
        found.append(place if place != i else None)
    return found


def _targets(pieces: Sequence[Piece]) -> list[str]:
    found = []
    for piece in pieces:
        if piece.event != "open" or piece.element.tag != "a":
            continue
        element = piece.element
        target = _TARGET.search(element.get("href", ""))
        around = element.getparent()
        words = f"{element.get('class', '')} {element.get('rel', '')} {element.text or ''}"
        if around is not None:
            words += f" {around.get('class', '')} {(around.text or '')[-30:]}"
        if target and (_NAMED.search(words) or (element.text or "").strip().startswith("@")):
            found.append(target[1])
    return found


def _number(key: str) -> str:
    digits = re.findall(r"\d[\w-]*", key)
    return digits[-1] if digits else key
