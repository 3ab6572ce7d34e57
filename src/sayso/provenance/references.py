"""Which pages of a case point to which: by a link in the text, or by one that was shortened when shown."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from courlan import clean_url

from sayso.model import Citation, Page
from sayso.provenance.trail import Reference

_FRONT = re.compile(r"^[a-z]+://(?:www\.|m\.|mobile\.|amp\.)?", re.I)
_BACK = re.compile(r"(?:/amp|/index\.html?)?/*$", re.I)
_SHORTEST = 20  # letters of a shortened address that can tell one page from another
_SHORTENED = 0.8


def references(pages: Sequence[Page]) -> tuple[Reference, ...]:
    """The links from one of ``pages`` to another, in the order of the pages and their texts.

    An address is the same with or without its scheme, "www.", a fragment and what is added to follow
    readers. Of two pages with one address it is the later in ``pages`` that is pointed to. A shortened
    address points to a page if it is the beginning of that page's address alone, and is less sure.
    """
    places = {address_key(page.url): page.id for page in pages if page.url}
    book = _Book(places)
    return tuple(one for page in pages for one in _from(page, book))


def address_key(url: str) -> str:
    """What is the same for all ways to write the address of a page."""
    bare = (clean_url(url) or url).partition("#")[0]
    address = _FRONT.sub("", bare)
    host, slash, path = address.partition("/")
    return host.lower() + _BACK.sub("", slash + path)


class _Book:
    """The addresses of the case's pages, to be looked up whole or by how they begin."""

    def __init__(self, places: dict[str, str]) -> None:
        self._places = places
        self._sorted = sorted(places)

    def page_at(self, citation: Citation) -> str | None:
        if not citation.shortened:
            return self._places.get(address_key(citation.url))
        beginning = address_key(citation.url)
        found = list(self._beginning(beginning)) if len(beginning) >= _SHORTEST else []
        return self._places[found[0]] if len(found) == 1 else None

    def _beginning(self, beginning: str) -> Iterable[str]:
        at = bisect_left(self._sorted, beginning)
        return (one for one in self._sorted[at : at + 2] if one.startswith(beginning))


def _from(page: Page, book: _Book) -> Iterator[Reference]:
    for citation in page.article.citations:
        to = book.page_at(citation)
        if to is not None and to != page.id:
            yield Reference(page.id, to, citation.span, _SHORTENED if citation.shortened else 1.0)
