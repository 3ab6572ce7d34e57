"""Find the words that hedge a statement, and which attribution each of them hedges."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.attribution.spans import around
from sayso.model import Attribution, Span, Spans

_BEFORE_A_NOUN = "alleged|supposed|suspected|claimed|rumou?red|presumed"
_HEDGE = re.compile(
    rf"""\b(?:
    reportedly | allegedly | apparently | purportedly | supposedly | seemingly | ostensibly | presumably
    | possibly | perhaps | maybe | probably
    | unconfirmed | unverified | unsubstantiated | purported | putative
    | (?:the|an?|this|that|these|those|his|her|its|their|of|for|about|over|’s|'s)
      \ (?P<noun>{_BEFORE_A_NOUN})(?=\ [a-z“"‘])(?!\ to\b)
    | it\ (?:appear|seem)(?:s|ed) | seem(?:s|ed)?(?:\ to)? | appear(?:s|ed)?(?:\ to)?
    | (?:is|are|was|were|be|been|being)\ (?:\w+ly\ |also\ |now\ |still\ )?
      (?:said|believed|thought|reported|alleged|rumou?red|understood|suspected|presumed|assumed)\ to
    | (?:said|believed|thought|reported|alleged|rumou?red|understood|suspected|presumed)\ to\ (?:be|have)
    | (?:may|might)\ (?:well\ |already\ |also\ |not\ )?(?:have(?!\ to\b)|be)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_OF_A_SOURCE = ("unconfirmed", "unverified", "unsubstantiated", "rumo", "putative")
_LEADING_IN = re.compile(r"[\s,]*(?:that\s+)?")
_IN_A_PLACE = re.compile(r"\s+(?:on|in|at|before|with|by|together|alongside|there|here)\b")
_RELATIVE = re.compile(r"\b(?:who|whom|whose|which|that)\b")
_WIDEST_GAP = 60


def hedges(text: str, attributions: Sequence[Attribution], sentences: Sequence[Span]) -> list[Spans]:
    """For each attribution, the hedging words of its own sentence that bear on it and on no nearer one.

    They stand in its cue, between its parts, directly before it, or in its content; one in the
    content of an attribution nested in another belongs to the inner.
    """
    found = [_span(match) for match in _HEDGE.finditer(text)]
    starts = [start for start, _ in found]
    nearest: dict[int, tuple[int, int, int]] = {}
    for n, attribution in enumerate(attributions):
        home = _home(attribution, sentences)
        size = sum(end - start for start, end in attribution.content)
        for rank, (start, end) in _places(text, attribution, home):
            for at in range(bisect_left(starts, start), bisect_left(starts, end)):
                if found[at][1] <= end and _counts(text, attribution, found[at], rank):
                    nearest[at] = min((rank, size, n), nearest.get(at, (9, 0, 0)))
    mine: dict[int, list[Span]] = defaultdict(list)
    for at in sorted(nearest):
        mine[nearest[at][2]].append(found[at])
    return [tuple(mine[n]) for n in range(len(attributions))]


def _span(match: re.Match[str]) -> Span:
    return match.span("noun") if match["noun"] else match.span()


def _home(attribution: Attribution, sentences: Sequence[Span]) -> Span:
    """The sentence of the cue; without a cue that of the content, or else of the source."""
    anchor = next(iter(attribution.cue or attribution.content or attribution.source), (0, 0))
    return around(sentences, anchor[0]) or anchor


_IN_CUE, _BESIDE, _AHEAD, _IN_SOURCE, _IN_CONTENT = range(5)


def _places(text: str, attribution: Attribution, home: Span) -> Iterator[tuple[int, Span]]:
    """Where a hedge of this attribution may stand, and how near to it that is."""
    parts = sorted({*attribution.source, *attribution.cue, *attribution.content})
    for start, end in attribution.cue:
        it = text[max(0, start - 3) : start].lower() == "it "  # "it appears": "it" is the source
        yield _IN_CUE, _clip((start - 3 * it, end), home)
    yield from ((_IN_SOURCE, _clip(span, home)) for span in attribution.source)
    yield from ((_IN_CONTENT, _clip(span, home)) for span in attribution.content)
    for cue in attribution.cue:
        for start, end in (*_gap_before(cue, parts), *_gap_after(cue, parts)):
            if end - start <= _WIDEST_GAP and not _RELATIVE.search(text, start, end):
                yield _BESIDE, _clip((start, end), home)
    if parts:
        yield _AHEAD, _clip((parts[0][0] - _WIDEST_GAP, parts[0][0]), home)


def _gap_before(cue: Span, parts: Sequence[Span]) -> list[Span]:
    at = bisect_left(parts, cue)
    return [(parts[at - 1][1], cue[0])] if at else []


def _gap_after(cue: Span, parts: Sequence[Span]) -> list[Span]:
    at = bisect_left(parts, cue) + 1
    return [(cue[1], parts[at][0])] if at < len(parts) else []


def _clip(span: Span, home: Span) -> Span:
    return max(span[0], home[0]), min(span[1], home[1])


def _counts(text: str, attribution: Attribution, hedge: Span, rank: int) -> bool:
    words = text[hedge[0] : hedge[1]].lower()
    if rank == _IN_SOURCE:
        return words.startswith(_OF_A_SOURCE)
    if words.startswith("appear") and not words.endswith("to"):
        return rank == _IN_CUE and not _IN_A_PLACE.match(text, hedge[1])
    if rank == _AHEAD:
        first = attribution.extent[0]
        return _LEADING_IN.fullmatch(text, hedge[1], first) is not None
    return True
