"""Addresses that stand in a page's text: citations, whether or not the markup makes links of them."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_left
from collections.abc import Iterator

from sayso.model import Citation, Page

_ADDRESS = re.compile(r"(?<![\w@/.-])(?:https?://|www\.)[^\s<>\"“”«»|\\^`{}]+", re.I)
_LONGEST = 4000
_CLOSING = {")": "(", "]": "["}
_AROUND = ".,;:!?'’*_~…"
_SHORTENED = re.compile(r"(…|\.\.\.)[.,;:!?'’)\]]*\Z")


def with_addresses(page: Page) -> Page:
    """``page`` with a citation for each address in its text that is not one already.

    The address goes as far as a reader would take it: what closes the sentence or a bracket around
    it is left out. One that ends in an ellipsis was shortened when the page was made: its citation
    is ``shortened``, its ``url`` the part that is left. "www." is read as "https://www.".
    """
    known = sorted(citation.span for citation in page.citations)
    found = [one for one in _found(page.text) if not _touches(one, known)]
    if not found:
        return page
    citations = sorted((*page.citations, *found), key=lambda citation: citation.span)
    return dataclasses.replace(page, citations=tuple(citations))


def _found(text: str) -> Iterator[Citation]:
    for match in _ADDRESS.finditer(text):
        if match.end() - match.start() > _LONGEST:
            continue
        words = match[0]
        ellipsis = _SHORTENED.search(words)
        bare = _trimmed(words[: ellipsis.start()] if ellipsis else words)
        shown = words[: ellipsis.end(1)] if ellipsis else bare
        url = bare if "://" in bare[:8] else f"https://{bare}"
        if "." in bare[4:]:
            yield Citation((match.start(), match.start() + len(shown)), url, shown, ellipsis is not None)


def _trimmed(address: str) -> str:
    """The address without the marks that belong to the sentence around it."""
    end = len(address)
    while end:
        last = address[end - 1]
        opening = _CLOSING.get(last)
        unopened = opening and address.count(last, 0, end) > address.count(opening, 0, end)
        if not (last in _AROUND or unopened):
            break
        end -= 1
    return address[:end]


def _touches(citation: Citation, known: list[tuple[int, int]]) -> bool:
    place = bisect_left(known, (citation.span[1], 0))
    return place > 0 and known[place - 1][1] > citation.span[0]
