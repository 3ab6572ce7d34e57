"""The steps of the trails, from the reports of a claim back to its origins, each with its words."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.provenance.trail import NOT_GIVEN, Chain, Edge, EdgeKind

from .paths import Evidence, Way


def edges_of(evidence: Evidence, way: Way) -> tuple[Edge, ...]:
    """Every step that the pages with chains of this kind show, each once a page."""
    pages = {report.page for report in evidence.reports if getattr(report, way)}
    edges = [
        edge
        for report in evidence.reports
        for chain in getattr(report, way)
        for edge in _steps(report.page, chain)
    ]
    edges += [
        Edge("copies", one.page, one.source, one.page, tuple(p.span for p in one.passages), one.sure)
        for one in evidence.copies
        if one.page in pages and one.source in pages
    ]
    edges += [
        Edge("links to", one.page, one.to, one.page, (one.span,), one.confidence)
        for one in evidence.references
        if one.page in pages and one.to in pages
    ]
    return tuple(dict.fromkeys(edges))


def _steps(page: str, chain: Chain) -> Iterator[Edge]:
    teller = page
    for link in chain:
        if link.kind == NOT_GIVEN:
            return
        kind: EdgeKind = "says" if teller == page else "relays"
        yield Edge(kind, teller, link.name, page, link.spans, link.confidence)
        if link.speaks_for:
            yield Edge("speaks for", link.name, link.speaks_for, page, link.spans, link.confidence)
        teller = link.name
