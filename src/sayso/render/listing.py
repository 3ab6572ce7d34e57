"""Lists for the terminal and for programs: a case's claims, and its sources."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from sayso.asking import Listed
from sayso.model import Page
from sayso.render.outline import Entry, Piece, outline
from sayso.render.trail import label, numbered
from sayso.render.view import View
from sayso.render.wording import one_line, shorten
from sayso.sources.across import Index, Source

_MINUTES = 16
_SHOWN = 160
_MOST_SAID = 20


def claims_text(listed: Iterable[Listed], view: View) -> str:
    """Claims as a list: "12 reports, 1 origin" stands out."""
    entries = [Entry(1, tuple(_claim(one))) for one in listed]
    if not entries:
        return "No claim has several reports.\n"
    return "".join(f"{line}\n" for line in outline(entries, view.width, view.colour))


def claim_rows(listed: Iterable[Listed]) -> list[dict[str, Any]]:
    """The same for programs."""
    return [
        {
            "id": one.id,
            "claim": one.text,
            "reports": one.reports,
            "independent_origins": one.origins,
            "independent_denials": one.denials,
            "first_seen": one.first_seen,
            "told": one.told,
        }
        for one in listed
    ]


def _claim(one: Listed) -> Iterator[tuple[Piece, ...]]:
    few = one.reports >= 3 and one.origins <= 1
    count = f"{numbered(one.reports, 'report')}, {numbered(one.origins, 'independent origin')}"
    denied = f", {numbered(one.denials, 'denial')}" if one.denials else ""
    first = f" · first seen {one_line(one.first_seen)[:_MINUTES].replace('T', ' ')}" if one.first_seen else ""
    yield ((one_line(one.text), "bold"),)
    yield (
        (("! " if few else "") + count, "bold yellow" if few else "cyan"),
        (f"{denied}{first} · {one.id}", "dim"),
    )


def found_sources(index: Index, name: str | None) -> list[Source]:
    """The sources that ``name`` may mean; without one all that have a name, those on most pages first."""
    if name is not None:
        return list(index.find(name))
    named = [one for one in index.by_id.values() if one.names and one.mentions]
    return sorted(named, key=lambda one: (-_pages(one), -len(one.mentions), one.name))


def _pages(source: Source) -> int:
    return len({page for page, _ in source.mentions})


def source_dicts(found: Sequence[Source]) -> list[dict[str, Any]]:
    """Sources for programs."""
    return [dataclasses.asdict(one) for one in found]


def sources_text(
    found: Sequence[Source], index: Index, page_of: Callable[[str], Page], view: View, *, said: bool
) -> str:
    """Sources as an outline; with ``said`` what each says on which page, and through whom."""
    entries: list[Entry] = []
    for one in found:
        entries.append(Entry(1, tuple(_source(one, index))))
        if said:
            entries += _said(one, page_of)
    if not entries:
        return "There is no such source.\n" if said else "Nobody is said to say anything.\n"
    return "".join(f"{line}\n" for line in outline(entries, view.width, view.colour))


def _source(one: Source, index: Index) -> Iterator[tuple[Piece, ...]]:
    said = f"{numbered(len(one.mentions), 'statement')} on {numbered(_pages(one), 'page')}"
    yield (one_line(one.name), "bold"), (f" ({one.kind}) · {said} · {one.id}", "")
    others = [name for name in one.names if name != one.name]
    bodies = [index.by_id[id].name for id in one.speaks_for if id in index.by_id]
    for title, words in (("also", others), ("role", one.roles), ("speaks for", bodies)):
        if words:
            yield ((f"{title}: {one_line('; '.join(words))}", ""),)
    for merge in one.merges:
        if merge.rule != "same name":
            yield ((f"one, since {one_line(merge.text)}", "yellow"),)


def _said(one: Source, page_of: Callable[[str], Page]) -> Iterator[Entry]:
    for id, attribution in one.mentions[:_MOST_SAID]:
        page = page_of(id)
        found = next((each for each in page.attributions if each.id == attribution), None)
        if found is not None and found.content:
            through = " ← ".join(reversed(found.chain[:-1]))
            where = f"{label(page)}{f', through {one_line(through)}' if through else ''}: "
            yield Entry(2, (((where, "dim"), (shorten(one_line(page.words(found.content)), _SHOWN), "")),))
    if len(one.mentions) > _MOST_SAID:
        yield Entry(2, (((f"and {len(one.mentions) - _MOST_SAID:,} more", "dim"),),))
