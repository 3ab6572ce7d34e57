"""Find whom a page credits for its story as a whole, and what it passes on that nobody owns."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence

from sayso.model import Span
from sayso.provenance.reports import doubts, forms
from sayso.provenance.reports.known import Known
from sayso.provenance.reports.names import exhibit_name, is_human, may_be_outlet
from sayso.provenance.trail import Link

_SHORT_LINE = 12
"""A credit such as "via the Tribune" stands in a line of fewer words than this."""


def credits(known: Known) -> tuple[Link, ...]:
    """The outlets, or accounts, from which the page says to have its story."""
    found: dict[str, Link] = {}
    for match in _credits(known):
        if may_be_outlet(match["who"]):
            link = known.at(match.span("who"))
            kind = link.kind if link.kind == "social" else "outlet"
            found.setdefault(link.name, dataclasses.replace(link, kind=kind))
    return tuple(found.values())


def _credits(known: Known) -> Iterator[re.Match[str]]:
    text = known.page.text
    for pattern in forms.CREDITS:
        for match in pattern.finditer(text):
            line = text[text.rfind("\n", 0, match.start()) + 1 : match.end() + 100].split("\n", 1)[0]
            if len(line.split()) < _SHORT_LINE:
                yield match
    yield from forms.FULL_STORY.finditer(text)
    yield from forms.FIRST_IN.finditer(text)
    yield from (match for match in forms.SPREADS.finditer(text) if known.is_outlet(match["who"]))


def reprinted_from(known: Known) -> Link | None:
    """The outlet in which the page says to have appeared first."""
    for match in forms.REPRINTED.finditer(known.page.text):
        if may_be_outlet(match["who"]) and not is_human(match["who"]):
            return known.at(match.span("who"))
    return None


def exhibit(known: Known, claim: str) -> Link | None:
    """The photo or video that ``claim`` is about, where the page first speaks of it."""
    asked = forms.EXHIBIT.search(claim)
    if asked is None:
        return None
    name = exhibit_name(asked["what"])
    found = (m for m in forms.EXHIBIT.finditer(known.page.text) if exhibit_name(m["what"]) == name)
    match = next(found, None)
    return known.link(match.span(), name, "document") if match else Link(name, "document", known.page.id)


def rumours(known: Known, sentences: Sequence[Span]) -> Link | None:
    """The reports or rumours without an owner that the sentences speak of, those best described."""
    found = (doubts.HEARSAY.search(known.page.text, *span) for span in sentences)
    links = [known.hearsay(match) for match in found if match]
    return max(links, key=lambda link: len(link.name), default=None)


def hedge(known: Known, sentences: Sequence[Span]) -> Link | None:
    """The hedge with which the page states a thing as others': "is said to", "reportedly"."""
    for span in sentences:
        match = doubts.SAID_TO_BE.search(known.page.text, *span)
        if match:
            return known.link(match.span(), match[0], "unnamed")
    for span in sentences:
        match = doubts.REPORTEDLY.search(known.page.text, *span)
        if match:
            return known.link(match.span(), "unnamed reports", "unnamed")
    return None
