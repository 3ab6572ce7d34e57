"""Cut the comments out of a page's tree: the elements of each, without those of the answers in it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from sayso.reading.threads.markup import words
from sayso.reading.threads.markup.outline import UNREAD, Outline
from sayso.reading.threads.markup.scoring import Family

_STOPS = frozenset(("h1", "h2", "h3", "form"))


@dataclass(frozen=True, slots=True)
class Record:
    """One comment's elements, siblings in a row; the words between them belong to it where ``tails``."""

    head: HtmlElement
    tops: tuple[HtmlElement, ...]
    tails: bool


Event = tuple[str, HtmlElement, str]


def records_of(outline: Outline, family: Family) -> list[Record]:
    """The comments of ``family`` in page order."""
    heads = [outline.elements[number] for number in family.heads]
    if family.mode == "whole":
        return [Record(head, (head,), tails=False) for head in heads]
    forward = family.mode == "leads"
    runs = list(_runs(heads, forward))
    holders = _holders(heads) if forward else set()
    usual = {_kind(sibling) for run in runs if run.closed for sibling in run.elements}
    return [
        Record(run.head, _tops(run, usual, holders, forward), tails=True)
        for section in _sections(runs, forward)
        for run in section
    ]


@dataclass(frozen=True, slots=True)
class _Run:
    """The siblings from a head to the next, ``closed``, or to a heading or the end of the list."""

    head: HtmlElement
    elements: list[HtmlElement]
    closed: bool
    stop: HtmlElement | None


def _runs(heads: list[HtmlElement], forward: bool) -> Iterator[_Run]:
    known = set(heads)
    stops = _STOPS if _headings_are_rare(heads, forward) else frozenset(("form",))
    for head in heads:
        run: list[HtmlElement] = []
        end = None
        for sibling in head.itersiblings(preceding=not forward):
            if sibling in known or sibling.tag in stops:
                end = sibling
                break
            run.append(sibling)
        closed = end is not None and end in known
        yield _Run(head, run, closed, None if closed else end)


def _headings_are_rare(heads: list[HtmlElement], forward: bool) -> bool:
    """Whether headings part the list, rather than stand over each comment."""
    near = 0
    for head in heads:
        beside = itertools.islice(head.itersiblings(preceding=not forward), 4)
        near += any(sibling.tag in _STOPS for sibling in beside)
    return near < 0.4 * len(heads) or len(heads) < 3


def _sections(runs: list[_Run], forward: bool) -> list[list[_Run]]:
    """Those of the parts that headings make of the list which hold comments: named so, or the largest."""
    parts: list[list[_Run]] = [[]]
    for before, run in zip([None, *runs], runs, strict=False):
        stop = before.stop if forward and before is not None else run.stop if not forward else None
        if stop is not None and stop.tag != "form" and parts[-1]:
            parts.append([])
        parts[-1].append(run)
    if forward or len(parts) == 1:
        return parts
    named = [part for part in parts if part[0].stop is not None and _is_named(part[0].stop)]
    return named or [max(parts, key=len)]


def _is_named(heading: HtmlElement) -> bool:
    names = f"{heading.get('class', '')} {heading.get('id', '')} {heading.text_content()}"
    return bool(words.pieces(names.lower()) & words.ITEM)


def _tops(
    run: _Run, usual: set[tuple[str, str]], holders: set[HtmlElement], forward: bool
) -> tuple[HtmlElement, ...]:
    """The elements of a comment; at the open end of a list only such as other comments have too."""
    kept = list(run.elements)
    if not run.closed:
        kept = list(
            itertools.takewhile(
                lambda e: (
                    not isinstance(e.tag, str)
                    or _kind(e) in usual
                    or e in holders
                    or (not usual and _single(e))
                ),
                kept,
            )
        )
    return (run.head, *kept) if forward else (*reversed(kept), run.head)


def _holders(heads: list[HtmlElement]) -> set[HtmlElement]:
    """The elements around any of ``heads``."""
    found: set[HtmlElement] = set()
    for head in heads:
        for ancestor in head.iterancestors():
            if ancestor in found:
                break
            found.add(ancestor)
    return found


def _single(element: HtmlElement) -> bool:
    return element.tag in ("dd", "p", "div", "blockquote")


def _kind(element: HtmlElement) -> tuple[str, str]:
    names = "".join(c for c in element.get("class", "") if not c.isdigit())
    return str(element.tag), " ".join(sorted(set(names.split()) - {"odd", "even", "alt"}))


def walk(record: Record, others: set[HtmlElement]) -> Iterator[Event]:
    """What opens, closes and is said in ``record``, in order, without what lies in the ``others``."""
    for top in record.tops:
        yield from _walk(top, others)
        if record.tails and top.tail and top is not record.tops[-1]:
            yield "text", top.getparent(), top.tail
    if record.tails and record.tops[-1].tail:
        yield "text", record.tops[-1].getparent(), record.tops[-1].tail


def _walk(top: HtmlElement, others: set[HtmlElement]) -> Iterator[Event]:
    ahead: list[tuple[str, HtmlElement]] = [("open", top)]
    while ahead:
        event, element = ahead.pop()
        if event == "close":
            yield "close", element, ""
        elif event == "tail":
            if element.tail:
                yield "text", element.getparent(), element.tail
        elif isinstance(element.tag, str) and element.tag not in UNREAD:
            yield "open", element, ""
            if element.text:
                yield "text", element, element.text
            ahead.append(("close", element))
            for child in reversed(element):
                ahead.append(("tail", child))
                if child not in others:
                    ahead.append(("open", child))
