"""Mend in the network's links what no reader would take for a source, a cue or the end of a content."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator

from sayso.attribution.decode import Link, Range
from sayso.attribution.words import Words

_LOOSE = frozenset("( [ and or nor to of the a an with from at into".split())
"""A content does not end with these: they join it to what follows, or open it."""
_NO_CUE = re.compile(r"(?:the|an?|this|these|those|there|here|its?|and|or|but)", re.I)
_TOLD = re.compile(
    r"(?:am|are|is|was|were|been|being|be|get|gets|got)(?: \w+)? "
    r"(?:told|informed|briefed|advised|warned|notified|assured|reminded)\b(?!.*\bby\b)",
    re.I,
)
"""Whoever was told is who heard it; who said it stands behind "by", or nowhere."""


def tidied(links: Iterable[Link], text: str, words: Words) -> Iterator[Link]:
    """The links with loose ends cut off and hearers taken out of their sources.

    Links are left out whose cue is no cue or whose content has no letter or digit.
    """
    for link in links:
        content = tuple(_without_loose_end(span, text, words) for span in link.content)
        content = tuple(span for span in content if re.search(r"\w", _said(span, text, words)))
        cue = _said(link.cue, text, words)
        if not content or _NO_CUE.fullmatch(cue):
            continue
        source = link.source
        if _TOLD.match(cue):
            source = tuple(span for span in source if span[0] > link.cue[0])
        yield dataclasses.replace(link, source=source, content=content)


def _without_loose_end(span: Range, text: str, words: Words) -> Range:
    start, end = span
    while end - start > 1 and _said((end - 1, end), text, words).lower() in _LOOSE:
        end -= 1
    return start, end


def _said(span: Range, text: str, words: Words) -> str:
    return text[words.start[span[0]] : words.end[span[1] - 1]]
