"""Trace a claim: what each page says of it and on whose word, and how many origins all of that has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.claims.changes import changes
from sayso.claims.matching import matching
from sayso.claims.meaning import encode
from sayso.claims.stance import stance_towards
from sayso.claims.statements import Statement, statements
from sayso.model import Page, Spans
from sayso.provenance.naming import named
from sayso.provenance.origins import count
from sayso.provenance.reports import report
from sayso.provenance.trail import Copy, Reference, Report, Trail
from sayso.sources.across import Index


def trace(
    claim: str,
    pages: Sequence[Page],
    index: Index,
    copies: Iterable[Copy] = (),
    references: Iterable[Reference] = (),
) -> Trail:
    """The trail of ``claim`` through ``pages``, which have been read with their attributions.

    ``index`` knows the sources of the case, ``copies`` and ``references`` lead between its pages; those
    between other pages make no difference. Pages that say nothing of the claim are no reports.
    Reports stand in order of time, those without a time last.
    """
    reports = sorted(_reports(claim, pages, index), key=lambda one: (one.published or "~", one.page))
    about = {one.page for one in reports}
    between = tuple(copy for copy in copies if copy.page in about and copy.source in about)
    by_id = {page.id: page for page in pages}
    beside = _beside(reports, references, by_id)
    stated = [(by_id[one.page], said) for one in reports if (said := _statement(claim, by_id[one.page]))]
    return Trail(claim, tuple(reports), count(reports, between, beside), between, changes(stated))


def _reports(claim: str, pages: Iterable[Page], index: Index) -> Iterator[Report]:
    for page in pages:
        found = report(claim, page, encode, stance=stance_towards(claim, page)[0])
        if found is not None:
            yield named(found, page, index)


def _beside(
    reports: Iterable[Report], references: Iterable[Reference], pages: Mapping[str, Page]
) -> list[Reference]:
    """The links in the paragraphs that state the claim: others are about something else."""
    stating = {one.page: one.spans for one in reports}
    return [one for one in references if _same_paragraph(one, stating.get(one.page, ()), pages)]


def _same_paragraph(reference: Reference, spans: Spans, pages: Mapping[str, Page]) -> bool:
    for start, end in spans:
        low, high = sorted([(start, end), reference.span])
        if "\n" not in pages[reference.page].text[low[1] : high[0]]:
            return True
    return False


def _statement(claim: str, page: Page) -> Statement | None:
    """The words of a page that come nearest to the claim; its headline only where nothing else does."""
    found = [one for one in statements(page) if one.spans]
    vectors = encode([claim, *(one.text for one in found)])
    matches = matching(claim, vectors[0], found, vectors[1:])
    stated = [match.statement for match in matches]
    return next((one for one in stated if one.kind != "headline"), stated[0] if stated else None)
