"""What else the number of independent origins could be, and how sure it is."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.provenance.trail import Doubt

from .paths import Evidence, Key, Way
from .tally import Tally, tally

WEAK = 0.7
"""Steps less sure than this are left out once, to see whether the number hangs on them."""
APART, SILENT = 0.7, 0.9
"""How sure it is that an unnamed source, and an outlet that gives none, is no further origin: by hand."""
MOST_HIDDEN = 0.9
"""However many origins are seen once, a report without a source may still have one that is known."""
MOST, REPORTS = 8, 4000
"""So many of them, the weakest first, but no more than make this many reports to count again."""


@dataclass(frozen=True, slots=True)
class _Step:
    """Something that may not hold, by the key it is left out by, and the words for its not holding."""

    confidence: float
    text: str
    key: Key


def doubts(found: Tally, way: Way) -> tuple[Doubt, ...]:
    """Each weak step or merger on which the number of ``found`` hangs, with the number there would be."""
    steps = [*_mergers(found), *_cuts(found), *_weak(found.ground.evidence, way)]
    most = min(MOST, REPORTS // max(1, len(found.ground.evidence.reports)))
    weakest = sorted(steps, key=lambda step: (step.confidence, step.text))[:most]
    counted = [(step, tally(found.ground.evidence, way, found.ground.voices, step.key)) for step in weakest]
    changed = [
        Doubt(other.number, step.text, step.confidence)
        for step, other in counted
        if other.number != found.number
    ]
    return (*changed, *_others(found))


def sureness(found: Tally, doubted: tuple[Doubt, ...]) -> float:
    """How sure the number is: that no doubt holds, and that pages without a source hide no further origin.

    The chance that a report without a source has an origin of its own is taken from how many of those with
    one have an origin that no other page has (after Good and Turing; smoothed on stories of bench.networks).
    """
    trails = found.ground.trails
    hidden = len(set(trails.untold.values())) + len(set(trails.circled.values()))
    if not found.counted:
        return 0.5 if hidden else 1.0
    told = sum(bool(ends) for ends in trails.ends.values())
    one_more = min((_seen_once(found) + 1) / (told + 3), MOST_HIDDEN)
    return (1 - one_more) ** hidden * math.prod(doubt.confidence for doubt in doubted)


def _seen_once(found: Tally) -> int:
    pages = [0] * len(found.groups)
    place = {voice: number for number, group in enumerate(found.groups) for voice in group}
    for ends in found.ground.trails.ends.values():
        for number in {place[voice] for voice in ends}:
            pages[number] += 1
    return sum(pages[number] == 1 for number in found.counted)


def _mergers(found: Tally) -> Iterator[_Step]:
    for merger in found.mergers:
        if merger.unless:
            yield _Step(merger.confidence, merger.unless, (merger.rule, merger.other, ""))


def _cuts(found: Tally) -> Iterator[_Step]:
    for voice in sorted({path.last for path in found.cut}):
        text = f"{found.ground.voices.all[voice].name} did say what it denies now"
        yield _Step(WEAK, text, ("own word first", voice, ""))


def _weak(evidence: Evidence, way: Way) -> Iterator[_Step]:
    """Reports that may not be of this claim, chains that may be misread, pages that may be wrongly joined."""
    for report in evidence.reports:
        page = report.page
        if report.confidence < WEAK and getattr(report, way):
            yield _Step(report.confidence, f"page {page} does not report this claim", ("report", page, ""))
        for link in {
            min(chain, key=lambda one: one.confidence): None for chain in getattr(report, way) if chain
        }:
            if link.confidence < WEAK:
                text = f"page {page} does not have it from {link.name}"
                yield _Step(link.confidence, text, ("link", page, link.name))
    for copy in evidence.copies:
        if copy.sure < WEAK:
            text = f"page {copy.page} does not have its words from {copy.source}"
            yield _Step(copy.sure, text, ("copy", copy.page, copy.source))
    for one in evidence.references:
        if one.confidence < WEAK:
            text = f"page {one.page} does not point to {one.to}"
            yield _Step(one.confidence, text, ("reference", one.page, one.to))


def _others(found: Tally) -> Iterator[Doubt]:
    """An unnamed source that is not counted apart may be another all the same; so may a silent outlet's."""
    silent = found.ground.trails.silent
    left = [group for place, group in enumerate(found.groups) if place not in found.counted]
    for group in [one for one in left if not silent.issuperset(one)][:1]:
        voice = found.ground.voices.all[group[0]]
        told = "says so too" if voice.known else "is none of those counted"
        yield Doubt(found.number + 1, f"{voice.name} {told}", APART)
    for group in [one for one in left if silent.issuperset(one)][:1]:
        name = found.ground.voices.all[group[0]].name
        yield Doubt(found.number + 1, f"{name}, whose page gives no source, has one of its own", SILENT)
