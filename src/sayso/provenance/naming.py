"""Who the sources in a report's chains are, across pages: so that two names of one source count once."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from sayso.attribution.spans import shared
from sayso.model import Page, Spans
from sayso.provenance.trail import Chain, Link, Report
from sayso.sources.across import Index, Source
from sayso.sources.across.folding import fold


def named(report: Report, page: Page, index: Index) -> Report:
    """``report`` with the id of its source in every link that stands for one of ``index``.

    A link is the source of the attribution it stands in, if that goes by the link's name; else the one
    source of the case with exactly this name. Unnamed ones have an id only where they speak.
    """
    return dataclasses.replace(
        report,
        chains=_chains(report.chains, page, index),
        denials=_chains(report.denials, page, index),
        outlet=index.outlet_of(page.id) or report.outlet,
    )


def _chains(chains: Sequence[Chain], page: Page, index: Index) -> tuple[Chain, ...]:
    return tuple(tuple(_named(link, page, index) for link in chain) for chain in chains)


def _named(link: Link, page: Page, index: Index) -> Link:
    source = _speaking(link, page, index) or _known(link, index)
    if source is None:
        return link
    bodies = [index.by_id[id].name for id in source.speaks_for if id in index.by_id]
    return dataclasses.replace(
        link, source=source.id, speaks_for=link.speaks_for or (bodies[0] if bodies else None)
    )


def _speaking(link: Link, page: Page, index: Index) -> Source | None:
    """The source of an attribution whose source stands where the link's words do."""
    for one in page.attributions:
        id = index.source_of(page.id, one.id) if _overlap(one.source, link.spans) else None
        if id is not None and _goes_by(index.by_id[id], link.name):
            return index.by_id[id]
    return None


def _overlap(some: Spans, others: Spans) -> bool:
    return any(any(shared(span, others)) for span in some)


def _known(link: Link, index: Index) -> Source | None:
    if link.kind in ("unnamed", "not given", "group", "document"):
        return None
    found = [one for one in index.find(link.name)[:2] if _goes_by(one, link.name)]
    return found[0] if len(found) == 1 else None


def _goes_by(source: Source, name: str) -> bool:
    return fold(name) in {fold(one) for one in (source.name, *source.names)}
