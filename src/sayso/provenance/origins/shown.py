"""The origins as they are shown: who was joined in each, which pages are led back to it, and why."""

from __future__ import annotations

import dataclasses
from collections import defaultdict

from sayso.model import Spans
from sayso.provenance.trail import NOT_GIVEN, Origin, Reason

from .names import tells_nobody
from .paths import Way, each
from .tally import Tally


def origins(found: Tally, way: Way) -> tuple[Origin, ...]:
    """All origins of ``found``, those counted first; what is shown but not counted follows."""
    place = {voice: number for number, group in enumerate(found.groups) for voice in group}
    pages: defaultdict[int, set[str]] = defaultdict(set)
    for page, ends in found.ground.trails.ends.items():
        for voice in ends:
            pages[place[voice]].add(page)
    reasons, sure = _reasons(found, place), _sure(found, place)
    named = [_origin(found, number, pages[number], reasons[number], sure[number]) for number in sorted(pages)]
    named.sort(key=lambda one: (not one.counted, -len(one.pages), one.name))
    if found.number == 1 and named:
        named = [_one_of_all(named[0], named[1:])]
    return (*_untold(found, way, named), *_circles(found))


def _origin(found: Tally, number: int, pages: set[str], reasons: list[Reason], sure: float) -> Origin:
    voices = found.ground.voices.all
    group = found.groups[number]
    own = [voice for voice in group if voice not in found.folded]
    first = voices[max(own, key=lambda voice: (voices[voice].known, voices[voice].links, -voice))]
    names = tuple(sorted({name for voice in group for name in voices[voice].names}))
    counted = number in found.counted
    return Origin(first.name, first.kind, names, tuple(sorted(pages)), tuple(reasons), counted, sure)


def _sure(found: Tally, place: dict[int, int]) -> defaultdict[int, float]:
    """How sure each origin is: as the surest chain that ends in it."""
    sure: defaultdict[int, float] = defaultdict(float)
    for path in each(found.ground.paths):
        if path.last in place:
            number = place[path.last]
            sure[number] = max(sure[number], min(link.confidence for link in path.links))
    return sure


def _reasons(found: Tally, place: dict[int, int]) -> defaultdict[int, list[Reason]]:
    reasons: defaultdict[int, list[Reason]] = defaultdict(list)
    voices = found.ground.voices.all
    for voice, number in place.items():
        if len(names := voices[voice].names) > 1:
            reasons[number].append(Reason("same source", f"{' and '.join(names)} are one source"))
    for merger in found.mergers:
        number = place.get(merger.other, place.get(merger.one, -1))
        reasons[number].append(Reason(merger.rule, merger.text, merger.page, merger.spans))
    for longer, path in found.cut.items():
        told, teller = longer.links[-1], path.links[-1]
        text = f"{told.name} denies it itself; that it said so is the word of {teller.name}"
        for end in found.ground.trails.beyond.get(path.last, (path.last,)):
            reasons[place[end]].append(Reason("own word first", text, path.page, told.spans))
    for (voice, end), (page, spans) in _between(found).items():
        text = f"{voices[voice].name} has it from {voices[end].name}"
        reasons[place[end]].append(Reason("names its source", text, page, spans))
    return reasons


def _between(found: Tally) -> dict[tuple[int, int], tuple[str, Spans]]:
    """The go-betweens at which chains stop, and who they have it from: a page that shows it, its words."""
    shown: dict[tuple[int, int], tuple[str, Spans]] = {}
    beyond, outlet = found.ground.trails.beyond, found.ground.voices.outlet
    for path in each(found.ground.paths):
        for voice in (outlet(path.page), *path.voices[:-1]):
            if voice in beyond and path.last in beyond[voice]:
                shown.setdefault((voice, path.last), (path.page, path.links[-1].spans))
    return shown


def _one_of_all(origin: Origin, others: list[Origin]) -> Origin:
    """The only one that is counted, with those that no page tells from it."""
    reasons = [Reason("not told apart", _not_apart(origin, other)) for other in others]
    return dataclasses.replace(
        origin,
        names=tuple(sorted({name for one in (origin, *others) for name in one.names})),
        pages=tuple(sorted({page for one in (origin, *others) for page in one.pages})),
        reasons=(*origin.reasons, *(reason for one in others for reason in one.reasons), *reasons),
    )


def _not_apart(origin: Origin, other: Origin) -> str:
    if other.kind in ("unnamed", "group"):
        return f"nothing shows that {other.name} is another than {origin.name}"
    return f"that {other.name} says so too is not surely read"


def _untold(found: Tally, way: Way, named: list[Origin]) -> list[Origin]:
    """``named``, and what nobody told: hearsay goes with the only origin, where there is but one."""
    untold = found.ground.trails.untold
    said = {page: names for page, names in _hearsay(found, way).items() if page in untold}
    if said and found.number == 1 and named:
        names = tuple(sorted({name for some in said.values() for name in some}))
        text = f"nothing shows that {' and '.join(names)} is about another than {named[0].name}"
        heard = Origin("", "unnamed", names, tuple(said), (Reason("hearsay", text),))
        named = [_one_of_all(named[0], [heard])]
    left = sorted(set(untold).difference(*(one.pages for one in named)))
    if not left:
        return named
    names = tuple(sorted({NOT_GIVEN, *(name for page in left for name in said.get(page, ()))}))
    return [*named, Origin(NOT_GIVEN, "not given", names, tuple(left), (), not named and found.number > 0)]


def _hearsay(found: Tally, way: Way) -> dict[str, list[str]]:
    """The pages that give hearsay, with its names."""
    said: dict[str, list[str]] = {}
    for report in found.ground.evidence.reports:
        for chain in getattr(report, way):
            if names := [link.name for link in chain if tells_nobody(link)]:
                said.setdefault(report.page, []).extend(names)
    return said


def _circles(found: Tally) -> list[Origin]:
    """Circles in which trails end: those in them have it from one another, and nobody from outside."""
    trails = found.ground.trails
    pages: defaultdict[int, list[str]] = defaultdict(list)
    for page, circle in sorted(trails.circled.items()):
        pages[circle].append(page)
    return [
        Origin(
            "no origin outside the circle", "not given", trails.circles[circle], tuple(some), counted=False
        )
        for circle, some in sorted(pages.items())
    ]
