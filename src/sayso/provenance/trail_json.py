"""A trail for programs: what ``sayso trace --json`` writes (see ``docs/json.md``)."""

from __future__ import annotations

import dataclasses
from typing import Any

from sayso.claims.changes import Change, Version
from sayso.provenance.trail import Chain, Copy, Edge, Origin, Report, Side, Trail


def trail_dict(trail: Trail, id: str | None = None) -> dict[str, Any]:
    """``trail`` as plain lists and mappings; spans are [start, end) in code points of their page's text."""
    asserting, denying = trail.count.asserting, trail.count.denying
    return {
        **({"id": id} if id is not None else {}),
        "claim": trail.claim,
        "reports": [_report(report) for report in trail.reports],
        "origins": [_origin(origin) for origin in asserting.origins],
        "independent_origins": asserting.number,
        "told": str(asserting),
        "denial_origins": [_origin(origin) for origin in denying.origins],
        "independent_denials": denying.number,
        "confidence": asserting.confidence,
        "doubts": _doubts(asserting),
        "denial_confidence": denying.confidence,
        "denial_doubts": _doubts(denying),
        "circles": [list(circle) for circle in asserting.circles],
        "copies": [_copy(copy) for copy in trail.copies],
        "changed": [_change(change) for change in trail.changes],
        "edges": [_edge(edge) for edge in asserting.edges],
        "denial_edges": [_edge(edge) for edge in denying.edges],
        "problems": [{"page": page, **dataclasses.asdict(one)} for page, one in trail.problems],
    }


def _report(report: Report) -> dict[str, Any]:
    return {
        "page": report.page,
        "outlet": report.outlet,
        "published": report.published,
        "spans": report.spans,
        "stance": report.stance,
        "chains": [_chain(chain) for chain in report.chains],
        "denials": [_chain(chain) for chain in report.denials],
        "hedges": report.hedges,
        "details": [dataclasses.asdict(detail) for detail in report.details],
        "confidence": report.confidence,
    }


def _chain(chain: Chain) -> list[dict[str, Any]]:
    return [dataclasses.asdict(link) for link in chain]


def _origin(origin: Origin) -> dict[str, Any]:
    return {
        "name": origin.name,
        "kind": origin.kind,
        "names": origin.names,
        "pages": origin.pages,
        "counted": origin.counted,
        "why": [dataclasses.asdict(reason) for reason in origin.reasons],
        "confidence": origin.confidence,
    }


def _doubts(side: Side) -> list[dict[str, Any]]:
    return [dataclasses.asdict(doubt) for doubt in side.doubts]


def _copy(copy: Copy) -> dict[str, Any]:
    return {
        "page": copy.page,
        "from": copy.source,
        "words": copy.words,
        "quoted": copy.quoted,
        "credited": copy.credited,
        "agency": copy.agency,
        "passages": [dataclasses.asdict(passage) for passage in copy.passages],
        "confidence": copy.sure,
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "what": change.what,
        "first": _version(change.first),
        "later": _version(change.later),
    }


def _version(version: Version) -> dict[str, Any]:
    return {"page": version.page, "words": version.words, "spans": version.spans}


def _edge(edge: Edge) -> dict[str, Any]:
    return {
        "kind": edge.kind,
        "from": edge.start,
        "to": edge.to,
        "page": edge.page,
        "spans": edge.spans,
        "confidence": edge.confidence,
    }
