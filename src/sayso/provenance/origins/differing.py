"""Which origins can be shown to be different, so that each of them counts.

A named source is one. Of an unnamed one a reader cannot know that it is none of those named on other
pages, nor the unnamed one of another page; but a page that gives it beside others tells it from those. So
there are as many as are named, or as many as a single page tells from one another if they are more. An
outlet whose own page is here and gives no source may have it from any of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Set

from sayso.provenance.trail import NOT_GIVEN, Report

from .ground import Ground
from .voices import Voices, chains_of

Groups = tuple[tuple[int, ...], ...]
Place = Callable[[int], int | None]


def shown_different(ground: Ground, groups: Groups, place: Place, folded: Set[int]) -> frozenset[int]:
    """The places in ``groups`` of those that count. ``place`` tells that of a voice, None for no origin.

    ``folded`` voices are in a group only as those who passed it on, and make nobody known.
    """
    silent = {number for number, group in enumerate(groups) if ground.trails.silent.issuperset(group)}
    known = {
        number
        for number, group in enumerate(groups)
        if any(ground.voices.all[voice].identified for voice in group if voice not in folded)
    } - silent
    unnamed = _unnamed(ground, place, known | silent)
    beside = {
        report.page: _named(report, ground.voices, place) & known
        for report in ground.evidence.reports
        if report.page in unnamed
    }
    best = max(unnamed, key=lambda page: len(unnamed[page]) + len(beside[page]), default=None)
    more = len(unnamed[best]) + len(beside[best]) - len(known) if best is not None else 0
    if best is not None and more > 0:
        return frozenset(known | set(sorted(unnamed[best])[:more]))
    return frozenset(known or _most_named(ground, groups, silent))


def _unnamed(ground: Ground, place: Place, others: Set[int]) -> dict[str, set[int]]:
    """For each page, in order, the unnamed origins that its own trails end in."""
    found = {page: {place(path.last) for path in paths} for page, paths in ground.paths.items()}
    ends = {page: {one for one in some if one is not None} - others for page, some in found.items()}
    return {page: some for page, some in ends.items() if some}


def _named(report: Report, voices: Voices, place: Place) -> set[int | None]:
    """The origins that a page names in any way, on whichever side."""
    links = (link for chain in chains_of([report]) for link in chain)
    return {place(voices.of(link)) for link in links if link.kind != NOT_GIVEN}


def _most_named(ground: Ground, groups: Groups, silent: Iterable[int]) -> set[int]:
    """Where all that is known is that outlets report it, one of them has it from somewhere."""
    ends = Counter(voice for some in ground.trails.ends.values() for voice in some)
    return set(sorted(silent, key=lambda number: -max(ends[voice] for voice in groups[number]))[:1])
