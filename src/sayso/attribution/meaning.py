"""Say what each attribution means: quoted or not, with what stance, how hedged, negated or not."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from sayso.attribution.cues import stance_and_negation
from sayso.attribution.hedging import hedges
from sayso.attribution.prose import paragraphs, quotations, sentences
from sayso.attribution.spans import around, disjoint, near, outside, shared
from sayso.model import Attribution, Manner, Page, Span, Spans

_WRITTEN = re.compile(r"\w")
_DEEPEST = 4
"""Quotations within quotations that are looked into; marks tell no more than that apart."""


def with_meaning(page: Page, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The attributions with manner, stance, hedges and negation as the page's words show them.

    ``docs/stances.md`` tells what counts as what.
    """
    stretches = paragraphs(page)
    quotes = quotations(page.text, stretches)
    marks = _Marks(page, quotes)
    hedged = hedges(page.text, attributions, sentences(page.text, stretches, quotes))
    return tuple(
        _meant(page.text, attribution, marks.manner(attribution), spans)
        for attribution, spans in zip(attributions, hedged, strict=True)
    )


def _meant(text: str, attribution: Attribution, manner: Manner, hedged: Spans) -> Attribution:
    stance, negated = stance_and_negation(text, attribution)
    return dataclasses.replace(attribution, manner=manner, stance=stance, hedges=hedged, negated=negated)


class _Marks:
    """What stands in quotation marks or in a quoted block, seen from one attribution at a time."""

    def __init__(self, page: Page, quotes: Sequence[Span]) -> None:
        self._text = page.text
        self._quotes = quotes
        self._blocks = disjoint(block.span for block in page.blocks if block.kind == "quote")
        self._inner: dict[Span, list[Span]] = {}

    def manner(self, attribution: Attribution) -> Manner:
        """Direct if all words of the content are quoted, mixed if some are, and otherwise indirect."""
        quoted = bare = False
        blocks = self._blocks_around(attribution)
        quotes = self._quotes_seen_from(attribution)
        for span in attribution.content:
            inside = (*shared(span, blocks), *shared(span, quotes))
            quoted = quoted or any(map(self._is_written, inside))
            rest = (piece for part in outside(span, blocks) for piece in outside(part, quotes))
            bare = bare or any(map(self._is_written, rest))
        if not quoted:
            return "indirect"
        return "mixed" if bare else "direct"

    def _is_written(self, span: Span) -> bool:
        return _WRITTEN.search(self._text, *span) is not None

    def _quotes_seen_from(self, attribution: Attribution) -> Sequence[Span]:
        """The quotations that count: one around the cue and its content is an outer speaker's."""
        quotes = self._quotes
        for _ in range(_DEEPEST if attribution.cue else 0):
            shell = around(quotes, attribution.cue[0][0])
            if shell is None or not any(near(span, (shell,)) for span in attribution.content):
                break
            quotes = self._within(shell)
        return quotes

    def _within(self, shell: Span) -> Sequence[Span]:
        if shell not in self._inner:
            start, end = shell
            mark = 2 if self._text.startswith(("``", "''"), start) else 1
            self._inner[shell] = quotations(self._text, [(min(start + mark, end - 1), end - 1)])
        return self._inner[shell]

    def _blocks_around(self, attribution: Attribution) -> list[Span]:
        """The quoted blocks with content and not the cue; without a cue, those that are all content."""
        blocks = {block for span in attribution.content for block in near(span, self._blocks)}
        if attribution.cue:
            return sorted(block for block in blocks if around([block], attribution.cue[0][0]) is None)
        content = disjoint(attribution.content)
        return sorted(b for b in blocks if not any(map(self._is_written, outside(b, content))))
