"""Trace a claim: what each page says of it and on whose word, and how many origins all of that has."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.claims.changes import changes, placed
from sayso.claims.details import details
from sayso.claims.matching import Vectors, matching
from sayso.claims.meaning import encode
from sayso.claims.stance import stance_towards
from sayso.claims.statements import Statement
from sayso.claims.stating import Said
from sayso.model import Page, Spans
from sayso.provenance.naming import named
from sayso.provenance.origins import count
from sayso.provenance.reports import report
from sayso.provenance.trail import Copy, Given, Reference, Report, Trail
from sayso.sources.across import Index

_GIVEN = ("number", "name", "place", "day")


def trace(
    claim: str,
    claim_vector: Vectors,
    pages: Sequence[Said],
    index: Index,
    copies: Iterable[Copy] = (),
    references: Iterable[Reference] = (),
) -> Trail:
    """The trail of ``claim`` through ``pages``, which have been read with their attributions.

    ``claim_vector`` is the claim's unit vector. ``index`` knows the sources of the case, ``copies`` and
    ``references`` lead between its pages; those between other pages make no difference. Pages that say
    nothing of the claim are no reports. Reports stand in order of time, those without a time last.
    """
    stated = {said.page.id: _stated(claim, claim_vector, said) for said in pages}
    found = (_report(claim, said.page, stated[said.page.id], index) for said in pages)
    reports = sorted((one for one in found if one), key=lambda one: (one.published or "~", one.page))
    by_id = {said.page.id: said.page for said in pages}
    about = [by_id[one.page] for one in reports]
    ids = {page.id for page in about}
    between = tuple(copy for copy in copies if copy.page in ids and copy.source in ids)
    counted = count(reports, between, _beside(reports, references, by_id))
    told = [(page, statement) for page in about if (statement := stated[page.id])]
    problems = tuple((page.id, problem) for page in about for problem in page.problems)
    return Trail(claim, tuple(reports), counted, between, changes(told), problems)


def _stated(claim: str, vector: Vectors, said: Said) -> Statement | None:
    """The words of a page that come nearest to the claim; its headline only where nothing else does."""
    places = [n for n, one in enumerate(said.statements) if one.spans]
    matches = matching(claim, vector, [said.statements[n] for n in places], said.vectors[places])
    found = [match.statement for match in matches]
    return next((one for one in found if one.kind != "headline"), found[0] if found else None)


def _report(claim: str, page: Page, stated: Statement | None, index: Index) -> Report | None:
    found = report(claim, page, encode, stance=stance_towards(claim, page)[0])
    if found is None:
        return None
    given = tuple(_given(stated)) if stated else ()
    return dataclasses.replace(named(found, page, index), details=given)


def _given(stated: Statement) -> Iterator[Given]:
    for one in details(stated.text):
        if one.kind in _GIVEN:
            yield Given(one.kind, one.words, placed(stated, one))


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
