"""Find whom an outlet cites for what it reports: "The Gazette, citing a firefighter, reported that ..."."""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sayso.model import Attribution, Span

from .cast import Cast
from .layout import Layout
from .phrases import Phrase, PhraseKind, read_phrase

DOUBT = 0.8
"""What is left of a report's confidence for the one it is said to rest on."""

_CITING = re.compile(r"\b(?:citing|quoting)[ \xa0]", re.IGNORECASE)
_STOP = re.compile(r"[,;:\n“”\"()—–]|[ \xa0](?:that|as)\b|[.!?]?\s*\Z")
_MARKS = " \xa0,—–-"
_SPEAKERS: tuple[PhraseKind, ...] = ("name", "names", "person", "people", "body", "outlet", "document")
_LONGEST = 200

Cited = tuple[Span, Span]


def with_cited(layout: Layout, cast: Cast, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The attributions and, nested in what an outlet reports, the same as said by the one it cites.

    Where "citing" is already the cue of one with the cited as its content, that one is changed; a new
    one is called "c0", "c1", ... What is cited but cannot speak ("citing a lack of money") is left.
    """
    citing = [cited for match in _CITING.finditer(layout.text) if (cited := _cited(layout, cast, match))]
    if not citing:
        return attributions
    near: dict[int, list[Attribution]] = defaultdict(list)
    for one in attributions:
        if one.source and one.cue and one.content:
            near[layout.sentence(one.cue[0][0])].append(one)
    nested: dict[str, Attribution] = {}
    for number, cited in enumerate(citing):
        for one in _nested(layout, cast, cited, near[layout.sentence(cited[0][0])], f"c{number}"):
            nested[one.id] = one
    everyone = [nested.pop(one.id, one) for one in attributions]
    return (
        tuple(sorted([*everyone, *nested.values()], key=lambda one: one.extent[0]))
        if nested
        else tuple(everyone)
    )


def _cited(layout: Layout, cast: Cast, match: re.Match[str]) -> Cited | None:
    """Where "citing" and the one who is cited stand, if it is one who can speak."""
    word, start = (match.start(), match.end() - 1), match.end()
    number = layout.sentence(start)
    sentence_end = layout.sentences[number] if number < len(layout.sentences) else len(layout.text)
    stop = _STOP.search(layout.text, start, min(sentence_end, start + _LONGEST))
    if stop is None or stop.start() == start or layout.quoted(word[0]):
        return None
    source = start, stop.start()
    return (word, source) if read_phrase(layout.text, source, cast).kind in _SPEAKERS else None


def _nested(
    layout: Layout, cast: Cast, cited: Cited, near: Sequence[Attribution], identity: str
) -> Iterator[Attribution]:
    """The report next to "citing" as said by the one cited, if an outlet makes it and nobody has it yet."""
    word, source = cited
    tagged = [one for one in near if _touches(one.cue, word)]
    others = [one for one in near if one not in tagged]
    if any(_touches(one.source, source) for one in near):
        return
    for report in others:
        outlet = _is_outlet(read_phrase(layout.text, report.source[0], cast))
        if not outlet or not _adjacent(layout.text, (word[0], source[1]), report):
            continue
        if tagged and tagged[0].parent != report.parent:
            continue
        yield dataclasses.replace(
            report,
            id=tagged[0].id if tagged else identity,
            source=(source,),
            cue=(word,),
            parent=report.id,
            within="content",
            stance="says",
            negated=False,
            hedges=(),
            confidence=round(report.confidence * DOUBT, 3),
        )
        return


def _is_outlet(phrase: Phrase) -> bool:
    named = phrase.kind == "name" and phrase.entities[0].kind == "outlet"
    return named or phrase.kind == "outlet"


def _touches(spans: Iterable[Span], other: Span) -> bool:
    return any(start < other[1] and end > other[0] for start, end in spans)


def _adjacent(text: str, phrase: Span, report: Attribution) -> bool:
    """Whether "citing ..." stands right beside source, cue or content, and not within what is reported."""
    if _touches(report.content, phrase):
        return False
    spans = (*report.source, *report.cue, *report.content)
    gaps = ((end, phrase[0]) if end <= phrase[0] else (phrase[1], start) for start, end in spans)
    return any(not text[slice(*gap)].strip(_MARKS) for gap in gaps)
