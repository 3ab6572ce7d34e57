"""Find the stretches of a page that an outlet, a document or a person was given the word for.

"RT News continues:", "The statement read in full:" open a scope over the blocks that follow. Quoted
blocks and quotation marks tell where it closes; in flat text the page's own voice does (`voice`).
"""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.attribution.adoption import adopted
from sayso.attribution.handover import HandOver, handed_over
from sayso.attribution.handover_words import LEAD_IN
from sayso.attribution.reading_order import Item, is_quotation, sequences
from sayso.attribution.spans import outside, trimmed
from sayso.attribution.voice import Listener
from sayso.model import Attribution, Page, Span, Spans

MARKED = 0.9
"""How sure a new hand-over is whose stretch the page marks off, by a quoted block or quotation marks."""
INFERRED = 0.7
"""How sure a new hand-over is whose end is inferred."""

_WRITTEN = re.compile(r"\w")
_LISTED = re.compile(r"\s*(?:[-*•‣–—·]\s|\(?(?:\d{1,3}|[a-z])[.)]\s)")
_LABELLED = re.compile(r"[A-Z][\w.’' -]{0,40}:\s")
_OPENING = tuple("“\"„«‘'")
_CLOSED = tuple("”\"»’'")
_FURTHEST_CLOSE = 6
_FEWEST_LETTERS = 20


@dataclass(frozen=True, slots=True)
class _Scope:
    """A hand-over and what it covers: the items up to ``end``, and whether the page marks them off."""

    handover: HandOver
    covered: Spans
    end: int
    marked: bool


def with_scopes(page: Page, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The attributions, with one for each hand-over, and what it covers hung under it.

    A hand-over that is among them already keeps its id and its content and gains the covered blocks;
    a new one is called "s0", "s1", ... Attributions that lie in the covered stretch and have no
    parent get the hand-over as theirs, ``within`` "scope".
    """
    text = page.text.replace("\xa0", " ")  # no longer, and what stands between words is one thing
    by_cue = sorted((a for a in attributions if a.cue), key=lambda a: (a.cue[0], a.extent))
    scopes = [scope for items in sequences(page.blocks) for scope in _scopes(text, items, by_cue)]
    if not scopes:
        return attributions
    opened = _opened(text, scopes, {attribution.id for attribution in attributions})
    extended = {attribution.id: attribution for attribution, _ in opened}
    everyone = [extended.pop(a.id, a) for a in attributions]
    everyone += [attribution for attribution, _ in opened if attribution.id in extended]
    return tuple(adopted(everyone, [(a.id, (s[0][0], s[-1][1])) for a, s in opened]))


def _scopes(text: str, items: Sequence[Item], by_cue: Sequence[Attribution]) -> list[_Scope]:
    """The scopes of one sequence. Inner ones are known before the outer, which may hold them."""
    starts = [attribution.cue[0][0] for attribution in by_cue]
    found: dict[int, _Scope] = {}
    for at in range(len(items) - 2, -1, -1):
        item = items[at]
        if item.kind != "paragraph":
            continue
        after = items[at + 1].kind == "quote"
        tagged = by_cue[bisect_left(starts, item.span[0]) : bisect_left(starts, item.span[1])]
        handover = handed_over(text, item.span, after, tagged)
        scope = None if handover is None else _covering(text, handover, items, at + 1, found, starts)
        if scope is not None:
            found[at] = scope
    return [found[at] for at in sorted(found)]


def _covering(
    text: str,
    handover: HandOver,
    items: Sequence[Item],
    at: int,
    inner: dict[int, _Scope],
    cues: Sequence[int],
) -> _Scope | None:
    """What the hand-over covers from item ``at`` on, or None if the word goes to nobody there."""
    own = _LISTED.match(text, *items[at - 1].span) is not None
    while at < len(items) and items[at].kind == "caption":
        at += 1
    if at == len(items):
        return None
    first = items[at]
    marked = True
    if first.kind == "quote":
        end = _while(items, at, lambda n: items[n].kind == "quote")
    elif first.kind != "paragraph":
        return None
    elif _LISTED.match(text, *first.span):
        end = _listed_until(text, handover, items, at, inner, own=own) if handover.bare else at
    elif (end := _quoted_until(text, items, at, cues)) == at:
        marked = False
        if handover.only_tagged and handover.voice == "person":
            return None
        end = _spoken_until(text, handover, items, at, inner)
    covered = tuple(leaf for item in items[at:end] if item.kind != "caption" for leaf in item.leaves)
    return _Scope(handover, covered, end, marked) if covered else None


def _while(items: Sequence[Item], at: int, holds: Callable[[int], bool]) -> int:
    while at < len(items) and holds(at):
        at += 1
    return at


def _listed_until(
    text: str, handover: HandOver, items: Sequence[Item], at: int, inner: dict[int, _Scope], *, own: bool
) -> int:
    """Where the list ends, or, for a hand-over from its ``own`` middle, where the next voice has its turn."""

    def holds(n: int) -> bool:
        its_turn = own and n in inner and not _may_hold(handover, inner[n].handover)
        return not its_turn and _LISTED.match(text, *items[n].span) is not None

    return _while(items, at, holds)


def _quoted_until(text: str, items: Sequence[Item], at: int, cues: Sequence[int]) -> int:
    """Where the paragraphs end that are quotations throughout, from item ``at`` on."""
    end = at
    while end < len(items) and items[end].kind == "paragraph" and is_quotation(text, items[end].span):
        start, stop = items[end].span
        if end > at and bisect_left(cues, start) < bisect_left(cues, stop):
            break  # a speaker of its own within
        end += 1
        if not text[start:stop].rstrip().endswith(_CLOSED):
            end = _closed_by(text, items, end)
    return end


def _closed_by(text: str, items: Sequence[Item], at: int) -> int:
    """Past the paragraph that closes a quotation which was left open, if none in between opens one."""
    for n in range(at, min(at + _FURTHEST_CLOSE, len(items))):
        words = text[slice(*items[n].span)].strip()
        if items[n].kind != "paragraph" or any(mark in words[:-1] for mark in '“”"«»'):
            return at
        if words.endswith(("”", '"', "»")):
            return n + 1
    return at


def _spoken_until(
    text: str, handover: HandOver, items: Sequence[Item], at: int, inner: dict[int, _Scope]
) -> int:
    """Where the page takes the word back in flat text, judged paragraph by paragraph."""
    if _LABELLED.match(text, *items[at].span) or _is_scrap(handover, items[at].span):
        return at
    listener = Listener(text, handover)
    end = at
    while end < len(items) and items[end].kind in ("paragraph", "caption"):
        if items[end].kind == "paragraph":
            if end in inner and not _may_hold(handover, inner[end].handover):
                break
            if not listener.hears(items[end].span):
                break
        if end in inner:
            marked = inner[end].marked
            end = inner[end].end
            if not marked:
                break  # two ends to infer at one place; the nearer is the safer
        else:
            end += 1
    return end


def _is_scrap(handover: HandOver, span: Span) -> bool:
    """Whether a paragraph is too short to be what anybody was given the word for ("(Video ends)")."""
    return handover.voice != "document" and span[1] - span[0] < _FEWEST_LETTERS


def _may_hold(outer: HandOver, inner: HandOver) -> bool:
    """Whether a hand-over can be the outer voice's own: an outlet quotes people, not its rivals or itself."""
    return outer.voice == "outlet" and inner.voice != "outlet"


def _opened(text: str, scopes: Sequence[_Scope], taken: set[str]) -> list[tuple[Attribution, Spans]]:
    """The attribution of each scope, and what it covers; two scopes never share an attribution."""
    opened: dict[str, tuple[Attribution, Spans]] = {}
    number = 0
    for scope in scopes:
        base = scope.handover.base
        if base is None or base.id in opened:
            while f"s{number}" in taken:
                number += 1
            base = _new(f"s{number}", scope)
            number += 1
        opened[base.id] = _extended(text, base, scope), scope.covered
    return list(opened.values())


def _new(identity: str, scope: _Scope) -> Attribution:
    source = () if scope.handover.source is None else (scope.handover.source,)
    sure = MARKED if scope.marked else INFERRED
    return Attribution(identity, source, (scope.handover.cue,), (), confidence=sure)


def _extended(text: str, attribution: Attribution, scope: _Scope) -> Attribution:
    own = [piece for span in attribution.content for piece in outside(span, scope.covered)]
    if scope.handover.bare:  # "On Friday," before "the Post writes:" is not what the Post writes
        cue = scope.handover.cue[0]
        own = [piece for piece in own if piece[0] > cue or not LEAD_IN.match(text, *piece)]
    kept = [trimmed(text, piece) for piece in own if _WRITTEN.search(text, *piece)]
    source = attribution.source or (() if scope.handover.source is None else (scope.handover.source,))
    return dataclasses.replace(attribution, source=source, content=tuple(sorted({*kept, *scope.covered})))
