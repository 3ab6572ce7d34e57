"""Between the nouns that are computed from a case's pages and the rows they are kept in."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sayso.provenance.trail import Copy, Passage, Reference
from sayso.sources.across import Merge, Source

Row = Mapping[str, Any]


def source_rows(sources: Iterable[Source]) -> Iterator[Row]:
    """A row for each source, without its mentions."""
    for one in sources:
        yield {
            "id": one.id,
            "name": one.name,
            "kind": one.kind,
            "names": one.names,
            "roles": one.roles,
            "affiliations": one.affiliations,
            "speaks_for": one.speaks_for,
            "domain": one.domain,
            "agency": one.agency,
            "reasons": [dataclasses.asdict(merge) for merge in one.merges],
        }


def mention_rows(sources: Iterable[Source]) -> Iterator[Row]:
    """A row for each attribution of a source; for each page an outlet published, one without."""
    for one in sources:
        for page, attribution in one.mentions:
            yield {"source": one.id, "page": page, "attribution": attribution}
        for page in one.published:
            yield {"source": one.id, "page": page, "attribution": None}


def sources_from(rows: Iterable[Row], mentions: Iterable[Row]) -> tuple[Source, ...]:
    """The sources that were written so."""
    said: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    published: defaultdict[str, list[str]] = defaultdict(list)
    for row in mentions:
        if row["attribution"] is None:
            published[row["source"]].append(row["page"])
        else:
            said[row["source"]].append((row["page"], row["attribution"]))
    return tuple(_source(row, said[row["id"]], published[row["id"]]) for row in rows)


def _source(row: Row, said: list[tuple[str, str]], published: list[str]) -> Source:
    several = {name: tuple(row[name]) for name in ("names", "roles", "affiliations", "speaks_for")}
    merges = tuple(_merge(one) for one in row["reasons"])
    return Source(
        row["id"],
        row["name"],
        row["kind"],
        **several,
        mentions=tuple(said),
        published=tuple(published),
        domain=row["domain"],
        agency=bool(row["agency"]),
        merges=merges,
    )


def _merge(data: dict[str, Any]) -> Merge:
    pairs = {"one": tuple(data["one"]), "other": tuple(data["other"]), "spans": _spans(data["spans"])}
    return Merge(**{**data, **pairs})


def copy_rows(copies: Iterable[Copy]) -> Iterator[Row]:
    """A row for each copy."""
    for one in copies:
        yield {
            "page": one.page,
            "source_page": one.source,
            "words": one.words,
            "quoted": one.quoted,
            "credited": one.credited,
            "agency": one.agency,
            "passages": [[passage.span, passage.original] for passage in one.passages],
            "confidence": one.sure,
        }


def copy_from(row: Row) -> Copy:
    """The copy that was written so."""
    passages = tuple(Passage(*_spans(pair)) for pair in row["passages"])
    rest = row["confidence"], row["quoted"], row["agency"]
    return Copy(row["page"], row["source_page"], row["words"], passages, bool(row["credited"]), *rest)


def reference_rows(references: Iterable[Reference]) -> Iterator[Row]:
    """A row for each link from page to page."""
    for one in references:
        start, stop = one.span
        yield {
            "page": one.page,
            "to_page": one.to,
            "start": start,
            "stop": stop,
            "confidence": one.confidence,
        }


def reference_from(row: Row) -> Reference:
    """The link that was written so."""
    return Reference(row["page"], row["to_page"], (row["start"], row["stop"]), row["confidence"])


def _spans(data: Iterable[Iterable[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((start, stop) for start, stop in data)
