"""Let a quotation that goes on in the next paragraph, without a cue, stay with its speaker."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from sayso.attribution.prose import quotations
from sayso.attribution.reading_order import Item, is_quotation, sequences
from sayso.attribution.spans import around, merged, near, trimmed
from sayso.model import Attribution, Page, Span, Spans

_FEWEST_WORDS = 5
_ANOTHER_SENTENCE = re.compile(r"[.!?][\"”’')]*\s+\w|:\s*\Z")


def with_continuations(page: Page, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The attributions, their content extended by the paragraphs in which their quotation goes on.

    Such a paragraph is a quotation throughout, has no cue of its own, is nobody's content yet, and
    follows one whose last statement is quoted, or that such a paragraph follows.
    """
    told = merged(span for attribution in attributions for span in attribution.content)
    cues = sorted(attribution.cue[0][0] for attribution in attributions if attribution.cue)
    outer = sorted(
        (_last_word(a), n) for n, a in enumerate(attributions) if a.within != "content" and a.content
    )
    added: dict[int, list[Span]] = defaultdict(list)
    for items in sequences(page.blocks):
        speaker: int | None = None
        for item in items:
            if speaker is not None and _goes_on(page.text, item, told, cues):
                added[speaker].append(trimmed(page.text, item.span))
            else:
                speaker = _speaker(page.text, item, outer, attributions)
    return tuple(_extended(attribution, added.get(n, [])) for n, attribution in enumerate(attributions))


def _last_word(attribution: Attribution) -> int:
    return max(end for _, end in (*attribution.content, *attribution.cue))


def _goes_on(text: str, item: Item, told: Sequence[Span], cues: Sequence[int]) -> bool:
    start, end = item.span
    if item.kind != "paragraph" or len(text[start : min(end, start + 200)].split()) < _FEWEST_WORDS:
        return False  # "(Laughter.)", a heading in quotation marks
    own_cue = bisect_left(cues, start) < bisect_left(cues, end)
    return not own_cue and not near(item.span, told) and is_quotation(text, item.span)


def _speaker(
    text: str, item: Item, outer: Sequence[tuple[int, int]], attributions: Sequence[Attribution]
) -> int | None:
    """Whose statement is the paragraph's last, if it is quoted there and no other sentence follows it."""
    at = bisect_right(outer, (item.span[1], len(attributions))) - 1
    if at < 0 or outer[at][0] <= item.span[0] or item.kind != "paragraph":
        return None
    last, number = outer[at]
    quotes = quotations(text, [item.span])
    if any(around(quotes, start) for start, _ in attributions[number].cue):
        return None  # a speaker within the quotation of another
    quoted = any(near(span, quotes) for span in attributions[number].content if span[1] > item.span[0])
    return number if quoted and not _ANOTHER_SENTENCE.search(text, last, item.span[1]) else None


def _extended(attribution: Attribution, spans: Sequence[Span]) -> Attribution:
    if not spans:
        return attribution
    content: Spans = tuple(sorted({*attribution.content, *spans}))
    return dataclasses.replace(attribution, content=content)
