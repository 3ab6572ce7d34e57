"""How a page's running text is divided: paragraphs, sentences, and what stands in quotation marks.

Everything here is one pass over the text; a page without line ends costs no more than any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from sayso.attribution.spans import around, disjoint
from sayso.model import Page, Span

LONGEST_SENTENCE = 2000
"""What a reader can hold together; a longer "sentence" is a list or a page without full stops."""

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_MARK = re.compile(r"``|''|[“”„«»\"‘’']")
_ELISION = re.compile(r"['’](?:\d0s|em|cause|til|tis|twas|n)\b", re.IGNORECASE)
_CLOSERS = {
    "“": ("”",), "„": ("“", "”"), "«": ("»",), "»": ("«",), '"': ('"',), "``": ("''", '"'), "''": ("''",),
}  # fmt: skip
_ALWAYS_OPEN = ("“", "„", "``")
_NEVER_OPEN = ("”", "’")
_SINGLE = ("‘", "'")
_OPENING = frozenset("([{—–-/“„«\"‘'\u2026:>*")
_FULL_STOP = re.compile(r"(?<![.!?…])[.!?…]++['\"’”»)\]]{0,4}(?=\s+[\"'“‘„«(\[]{0,3}[A-ZÀ-Þ0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Za-z]|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Adm|Rev|Hon|St|No|vs|Jr|Sr|Inc|Co|Corp"
    r"|Ltd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))\.\Z"
)


def paragraphs(page: Page) -> list[Span]:
    """The page's paragraphs in reading order: its innermost blocks, else what blank lines or lines divide."""
    if page.blocks:
        parents = {block.parent for block in page.blocks}
        return disjoint(block.span for block in page.blocks if block.id not in parents)
    gap = _BLANK_LINE if _BLANK_LINE.search(page.text) else re.compile(r"\n")
    return list(_between(gap.finditer(page.text), len(page.text)))


def _between(gaps: Iterator[re.Match[str]], end: int) -> Iterator[Span]:
    start = 0
    for gap in gaps:
        if gap.start() > start:
            yield start, gap.start()
        start = gap.end()
    if end > start:
        yield start, end


def quotations(text: str, within: Iterable[Span]) -> list[Span]:
    """The outermost quotations in each of the stretches ``within``, marks included.

    A double mark that is never closed runs to the end of its stretch, as in a quotation of several
    paragraphs; a single one that is never closed is an apostrophe.
    """
    found: list[Span] = []
    for start, end in within:
        found.extend(_quotations_in(text, start, end))
    return found


def _quotations_in(text: str, start: int, end: int) -> Iterator[Span]:
    marks = [m for m in _MARK.finditer(text, start, end) if not _is_apostrophe(text, m)]
    firm = _next_closing_singles(text, marks)
    at = 0
    while at < len(marks):
        mark = marks[at]
        if not _opens(text, mark, start):
            at += 1
            continue
        close = firm[at + 1] if mark[0] in _SINGLE else _closing(marks, at)
        if close is not None:
            yield mark.start(), marks[close].end()
            at = close + 1
        elif mark[0] in _SINGLE:
            at += 1
        else:
            yield mark.start(), end
            return


def _is_apostrophe(text: str, mark: re.Match[str]) -> bool:
    """Whether the mark stands within a word ("don’t") or for letters left out ("’90s")."""
    if mark[0] not in ("‘", "’", "'"):
        return False
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return (before.isalnum() and after.isalnum()) or _ELISION.match(text, mark.start()) is not None


def _opens(text: str, mark: re.Match[str], start: int) -> bool:
    before, after = text[max(start, mark.start() - 1) : mark.start()], text[mark.end() : mark.end() + 1]
    if mark[0] in _ALWAYS_OPEN:
        return True
    if mark[0] in _NEVER_OPEN or not after or after.isspace():
        return False
    return mark[0] == "«" or not before or before.isspace() or before in _OPENING


def _closing(marks: Sequence[re.Match[str]], at: int) -> int | None:
    closers = _CLOSERS[marks[at][0]]
    return next((n for n in range(at + 1, len(marks)) if marks[n][0] in closers), None)


def _next_closing_singles(text: str, marks: Sequence[re.Match[str]]) -> list[int | None]:
    """For each place among the marks, the single mark at or after it that closes a quotation.

    A mark after a plural ("the ministers’ plan") is passed over while a firmer one follows.
    """
    nearest: list[int | None] = [None] * (len(marks) + 2)
    for n in range(len(marks) - 1, -1, -1):
        nearest[n] = nearest[n + 1]
        mark = marks[n]
        if mark[0] in ("’", "'"):
            before = text[mark.start() - 1 : mark.start()]
            loose = before == "s" and nearest[n + 1] is not None
            if before and not before.isspace() and not loose:
                nearest[n] = n
        elif mark[0] == "‘":
            nearest[n] = None
    return nearest


def sentences(text: str, within: Iterable[Span], quotes: Sequence[Span]) -> list[Span]:
    """The sentences of each stretch; a quotation is never cut, nor is a sentence longer than can be held."""
    found: list[Span] = []
    for start, end in within:
        at = start
        for stop in _FULL_STOP.finditer(text, start, end):
            quote = around(quotes, stop.start())
            if quote is not None and stop.end() < quote[1]:
                continue
            if _ABBREVIATION.search(text, max(at, stop.start() - 6), stop.start() + 1):
                continue
            found.extend(_cut(at, stop.end()))
            at = stop.end()
        found.extend(_cut(at, end))
    return found


def _cut(start: int, end: int) -> Iterator[Span]:
    for at in range(start, end, LONGEST_SENTENCE):
        yield at, min(at + LONGEST_SENTENCE, end)
