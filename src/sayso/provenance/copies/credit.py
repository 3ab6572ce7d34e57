"""Whether a page says whose words it has: the other page's outlet by name or link, or the agency."""

from __future__ import annotations

import re
from collections.abc import Callable

from sayso.model import Page
from sayso.provenance.copies.shingles import host_of
from sayso.sources.across.outlets import agency_named_in

AgencyNamedIn = Callable[[str], str | None]
"""Gives the name of the news agency that a text says it is from, as "PORT CALDER (AP) -" does."""

_BEFORE = r"(?:\b(?:via|by|from|in|source:|according to|told|cited|citing|quoted)\s+(?:[Tt]he\s+)?|\()"
_AFTER = r"\s+(?:report|reports|reported|says|said|writes|wrote|quotes|quoted|has learned|was told|first)\b"


def agency_of(page: Page, agency_named_in: AgencyNamedIn = agency_named_in) -> str | None:
    """The agency whose story ``page`` says it prints, in its byline, dateline or a line of credit."""
    return agency_named_in(page.byline or "") or agency_named_in(page.article.text)


def credits_page(page: Page, other: Page) -> bool:
    """Whether ``page`` links to ``other`` or its site, or names its outlet as one it has words from."""
    host, own = host_of(other.url), host_of(page.url)
    if host and host != own and any(host_of(citation.url) == host for citation in page.citations):
        return True
    if other.outlet is None or other.outlet == page.outlet:
        return False
    return credits_name(page, other.outlet)


def credits_name(page: Page, name: str) -> bool:
    """Whether ``page`` names the outlet or agency ``name``.

    A name of one word can be a word like others ("Time"), so it has to stand as a source does.
    """
    bare = re.escape(re.sub(r"\A[Tt]he\s+", "", name.strip()))
    if not bare:
        return False
    if " " in name.strip():
        return re.search(rf"\b{bare}(?!\w)", f"{page.byline or ''}\n{page.text}", re.I) is not None
    sources = " ; ".join(page.words((span,)) for one in page.attributions for span in one.source)
    links = " ; ".join(citation.text for citation in page.citations)
    named = re.search(rf"\b{bare}(?!\w)", f"{page.byline or ''} ; {sources} ; {links}")
    return named is not None or re.search(rf"{_BEFORE}{bare}(?!\w)|\b{bare}{_AFTER}", page.text) is not None
