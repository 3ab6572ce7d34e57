"""Find who says what where no verb tells: "…" – Ann Lee, baker; Lee: “…”; LEE: … in a transcript.

Only forms that hardly ever mean anything else are read: a dash after a quotation, a name and a colon
before one, and names that come back as labels.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from sayso.attribution.cues import is_verb
from sayso.attribution.reading_order import Item, is_quotation, sequences
from sayso.attribution.spans import merged, near, trimmed
from sayso.model import Attribution, Page, Span, Spans

_NAME = r"[A-Z][\w.'’-]{0,40}(?: (?:[A-Z][\w.'’-]{0,40}|of|de|van|von|al)){0,4}"
_LABEL = re.compile(rf"(?P<name>{_NAME})(?: \([^)\n]{{1,30}}\))?(?P<colon>:) (?=\S)")
_SIGNED = re.compile(rf"\s*(?P<dash>[–—-]{{1,2}}) ?(?P<name>{_NAME}(?:,[^\n“”\"]{{2,80}})?)\.?\s*")
_DASHES = re.compile(r"[”\"»] ?(?=[–—-]{1,2} ?[A-Z][^\n“”\"]{1,150}\Z)")
_QUOTE_MARKS = tuple('“"‘„«')
_NO_NAMES = frozenset(
    "q a update updated correction clarification note photo video watch exclusive breaking related "
    "contributing "
    "source sources byline report poll analysis opinion editorial live read more where when what who why "
    "how".split()
)
_MARK = re.compile(r"[“”\"„«»]")
_LONGEST_QUOTATION = 12  # paragraphs
_TIMES = 2
_FEWEST_WORDS = 4
SURE = 0.8
"""How sure an attribution is that rests on a dash or a colon alone."""


@dataclass(frozen=True, slots=True)
class _Found:
    source: Span
    cue: Span
    content: Spans


def with_uncued(page: Page, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The attributions and, called "u0", "u1", ..., those that a dash or a colon makes.

    Nothing is added where a cue or a content that is known already stands.
    """
    taken = merged(span for a in attributions for span in (*a.cue, *a.content))
    ids = {attribution.id for attribution in attributions}
    free = (name for number in count() if (name := f"u{number}") not in ids)
    new = [
        found for found in _found(page) if not any(near(span, taken) for span in (found.cue, *found.content))
    ]
    return (
        *attributions,
        *(Attribution(next(free), (f.source,), (f.cue,), f.content, confidence=SURE) for f in new),
    )


def _found(page: Page) -> Iterator[_Found]:
    for items in sequences(page.blocks):
        steps = [item for item in items if item.kind in ("paragraph", "heading", "quote")]
        labels = _labels(page.text, steps)
        for at, item in enumerate(steps):
            if item.span in labels:
                yield labels[item.span]
            elif item.kind == "paragraph":
                yield from _signed(page.text, item, steps[max(0, at - _LONGEST_QUOTATION) : at])


def _labels(text: str, items: Sequence[Item]) -> dict[Span, _Found]:
    """What follows "Name: ", if it is a quotation or the names come back as those of an interview do."""
    matches = [
        (item, match)
        for item in items
        if item.kind != "quote" and (match := _LABEL.match(text, *item.span)) and _may_speak(match["name"])
    ]
    times = Counter(match["name"] for _, match in matches)
    interview = sum(often >= _TIMES for often in times.values()) > 1
    found: dict[Span, _Found] = {}
    for item, match in matches:
        words = trimmed(text, (match.end(), item.span[1]))
        again = times[match["name"]] >= _TIMES and (interview or match["name"].isupper())
        longer = len(text[words[0] : min(words[1], words[0] + 200)].split()) >= _FEWEST_WORDS
        quoted = text.startswith(_QUOTE_MARKS, words[0]) and is_quotation(text, words)
        if quoted or (again and longer and item.kind == "paragraph"):
            found[item.span] = _Found(match.span("name"), match.span("colon"), (words,))
    return found


def _may_speak(name: str) -> bool:
    first = name.split()[0].lower()
    return first not in _NO_NAMES and not is_verb(first)


def _signed(text: str, item: Item, before: Sequence[Item]) -> Iterator[_Found]:
    """A quotation with a dash and a name after it, in its last paragraph or in the next."""
    if dash := _DASHES.search(text, max(item.span[0], item.span[1] - 200), item.span[1]):
        quoted = trimmed(text, (item.span[0], dash.start() + 1))
        match = _SIGNED.fullmatch(text, dash.start() + 1, item.span[1])
        content: Spans = (quoted,) if is_quotation(text, quoted) else _begun(text, quoted, before)
    else:
        match = _SIGNED.fullmatch(text, *item.span) if item.span[1] - item.span[0] < 200 else None
        content = before[-1].leaves if before and _is_quoted(text, before[-1]) else ()
    if match and content:
        start, end = match.span("name")
        end -= text.endswith(".", start, end)
        yield _Found((start, end), match.span("dash"), content)


def _begun(text: str, end: Span, before: Sequence[Item]) -> Spans:
    """The quotation that ``end`` closes, if one of the paragraphs before it opens it with its first mark."""
    if _MARK.search(text, end[0], end[1] - 1):
        return ()
    for at in range(len(before) - 1, -1, -1):
        start, stop = before[at].span
        if before[at].kind != "paragraph" or _MARK.search(text, start + 1, stop):
            break
        if text.startswith(_QUOTE_MARKS, start):
            return (*(item.span for item in before[at:]), end)
    return ()


def _is_quoted(text: str, item: Item) -> bool:
    return item.kind == "quote" or (item.kind == "paragraph" and is_quotation(text, item.span))
