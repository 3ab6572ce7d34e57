"""From a page to its attributions: tag, link, nest, open scopes, and say what each one means."""

from __future__ import annotations

import dataclasses

from sayso.attribution.continuation import with_continuations
from sayso.attribution.decode import Link, Range
from sayso.attribution.meaning import with_meaning
from sayso.attribution.nesting import nested
from sayso.attribution.network import OnnxNetwork, shipped
from sayso.attribution.relayed import with_relayed
from sayso.attribution.scope import with_scopes
from sayso.attribution.tagger import links_of
from sayso.attribution.tidying import tidied
from sayso.attribution.uncued import with_uncued
from sayso.attribution.words import Words, words_of
from sayso.model import Attribution, Page, Span, Spans


def attribute(page: Page, network: OnnxNetwork | None = None) -> tuple[Attribution, ...]:
    """Every attribution in the page's article, each under the one it is nested in.

    Comments are left aside (see `sayso.comments`). Sources stay as the page's own words;
    `sayso.sources.resolve` says who they are. Order and ids are those in which they were found,
    until :func:`numbered`.
    """
    network, page = network or shipped(), page.article
    words = words_of(page.text, network.tokenizer, _paragraphs(page))
    sure = network.calibration
    links = [link for link in links_of(words, network) if sure.confidence(link) >= sure.least]
    tree = nested(list(tidied(links, page.text, words)))
    found = tuple(
        _attribution(n, link, parent, words, sure.confidence(link)) for n, (link, parent) in enumerate(tree)
    )
    for step in (with_uncued, with_continuations, with_scopes, with_relayed, with_meaning):
        found = step(page, found)
    return found


def _paragraphs(page: Page) -> list[Span] | None:
    """The paragraphs to read: each block that holds no other."""
    if not page.blocks:
        return None
    holders = {block.parent for block in page.blocks}
    return [block.span for block in page.blocks if block.id not in holders]


def _attribution(number: int, link: Link, parent: int | None, words: Words, confidence: float) -> Attribution:
    def spans(ranges: tuple[Range, ...]) -> Spans:
        return tuple((int(words.start[a]), int(words.end[b - 1])) for a, b in ranges)

    return Attribution(
        id=str(number),
        source=spans(link.source),
        cue=spans((link.cue,)),
        content=spans(link.content),
        parent=None if parent is None else str(parent),
        within=None if parent is None else "content",
        confidence=confidence,
    )


def numbered(attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """In page order, with ids "0", "1", ... in that order."""
    ordered = sorted(attributions, key=lambda a: (a.extent[0], a.content, -a.extent[1], a.cue))
    names = {attribution.id: str(n) for n, attribution in enumerate(ordered)}
    return tuple(
        dataclasses.replace(a, id=names[a.id], parent=None if a.parent is None else names[a.parent])
        for a in ordered
    )
