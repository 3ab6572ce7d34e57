"""What a page's article says on whose word: its statements, each with its chain of sources."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.attribution.prose import paragraphs, quotations, sentences
from sayso.attribution.spans import around, trimmed
from sayso.model import Attribution, Page, Span
from sayso.provenance.reports.known import Known
from sayso.provenance.reports.passing import cited, medium, shown
from sayso.provenance.reports.sources import source_of
from sayso.provenance.trail import Chain, Link

_NOT_TELLING = frozenset(("wants", "orders", "promises", "supports", "asks", "expects"))
"""Stances of those who do not say that a thing is so."""
_MOST_PARTS = 4
_MOST_MORE = 2


@dataclass(frozen=True, slots=True)
class Statement:
    """What an attribution says, with those on whose word the page has it, outermost first.

    ``parts`` are the sentences of its content, ``sentence`` is where its cue stands; ``more`` are those
    after it in the paragraph, in which nobody else speaks: as a rule they go on with it.
    """

    chain: Chain
    parts: tuple[str, ...]
    sentence: Span
    said: Attribution
    more: tuple[str, ...] = ()


def sentences_of(page: Page) -> tuple[Span, ...]:
    """The sentences of the article's paragraphs and headings, in order."""
    stretches = paragraphs(page)
    found = (trimmed(page.text, s) for s in sentences(page.text, stretches, quotations(page.text, stretches)))
    return tuple(span for span in found if span[0] < span[1])


def statements_of(known: Known, places: Sequence[Span]) -> tuple[Statement, ...]:
    """What the attributions of the article say, in page order; ``places`` are its sentences."""
    by_id = {one.id: one for one in known.page.attributions}
    found = []
    for one in known.page.attributions:
        if one.content and one.stance not in _NOT_TELLING:
            sentence = around(places, (one.cue or one.content)[0][0]) or one.extent
            parts = tuple(known.words(s) for s in sentences(known.page.text, one.content, ()))
            found.append(Statement(_chain(known, by_id, one), parts[:_MOST_PARTS], sentence, one))
    return _continued(known, found, places)


def _chain(known: Known, by_id: Mapping[str, Attribution], one: Attribution) -> Chain:
    """Those on whose word it is: from the statement up through those it is nested in."""
    path: list[Link] = []
    for step in _upward(by_id, one):
        link = None if step.stance in _NOT_TELLING else source_of(known, step)
        inner = (cited(known, step, link), link and shown(known, step)) if step is one else ()
        for each in (*inner, link, link and medium(known, step, link)):
            if each is not None and all(each.name != other.name for other in path):
                path.append(each)
    return tuple(reversed(path))


def _upward(by_id: Mapping[str, Attribution], one: Attribution) -> Iterator[Attribution]:
    """The attribution and those around it, up to one that denies it: who denies it has not said it."""
    seen: set[str] = set()
    at: Attribution | None = one
    while at is not None and at.id not in seen:
        if seen and (at.negated or at.stance in ("denies", "doubts")):
            return
        yield at
        seen.add(at.id)
        at = by_id.get(at.parent) if at.parent else None


def _continued(known: Known, found: Sequence[Statement], places: Sequence[Span]) -> tuple[Statement, ...]:
    taken = {one.sentence for one in found}
    number = {place: n for n, place in enumerate(places)}
    result = []
    for one in found:
        more: list[str] = []
        at = number.get(one.sentence)
        while one.said.parent is None and at is not None and at + 1 < len(places) and len(more) < _MOST_MORE:
            between = known.page.text[places[at][1] : places[at + 1][0]]
            at += 1
            if places[at] in taken or "\n" in between:
                break
            more.append(known.words(places[at]))
        result.append(dataclasses.replace(one, more=tuple(more)))
    return tuple(result)
