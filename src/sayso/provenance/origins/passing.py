"""Two doubtful rules: who is taken to have passed on what others told, because no page shows more of them.

Both lean on what is not there, so the answer always says what the number is if they are wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from .ground import Ground, Merger
from .paths import Path, each

PASSED_ON, PICTURED = 0.7, 0.7
"""How sure the two rules are: set by hand."""


def passed_on(ground: Ground) -> Iterator[Merger]:
    """An outlet credited beside a trail that leads past a go-between to its source is one more go-between.

    "Roe told the Gazette. (Hat tip: the Orlan Blog)": nothing shows that the blog has it from another.
    It is so if no page shows more of that outlet, and every page that credits it has such a trail.
    """
    ends = frozenset(ground.ends)
    for voice, paths in _bare(ground).items():
        longer = [_longer(ground, path, ends) for path in paths]
        if ground.voices.all[voice].publishes and all(longer):
            name, origin = ground.voices.all[voice].name, ground.voices.all[longer[0][-1]].name
            page, spans = paths[0].page, paths[0].links[0].spans
            text = f"page {page} credits {name} beside the trail to {origin}, and no page says more of it"
            unless = f"{name} has it from elsewhere than {origin}"
            yield Merger("passed on", longer[0][-1], voice, text, page, spans, PASSED_ON, unless)


def same_picture(ground: Ground) -> Iterator[Merger]:
    """Where most pages rest on one picture, those who are only said to show it or speak of it rest on it too.

    An outlet or account of which no page shows more; a person, if all pages that quote it rest on the
    picture and none says for whom it speaks.
    """
    told = [page for page, ends in ground.trails.ends.items() if ends]
    for picture in (voice for voice in ground.ends if ground.voices.all[voice].picture):
        resting = {page for page in told if picture in ground.trails.ends[page]}
        if len(resting) < 2 or 2 * len(resting) < len(told):
            continue
        for voice, paths in _bare(ground).items():
            source, shown = ground.voices.all[voice], ground.voices.all[picture].name
            beside = source.kind == "person" and resting.issuperset(path.page for path in paths)
            if source.publishes or beside and not source.speaks_for:
                page, spans = paths[0].page, paths[0].links[0].spans
                text = f"most pages rest on {shown}, and none says what else {source.name} has"
                unless = f"{source.name} has more than {shown}"
                yield Merger("same picture", picture, voice, text, page, spans, PICTURED, unless)


def _bare(ground: Ground) -> dict[int, list[Path]]:
    """The ends that no page leads to by way of another and whose own pages are not here, with their paths."""
    here = {ground.voices.outlet(report.page) for report in ground.evidence.reports}
    found: defaultdict[int, list[Path]] = defaultdict(list)
    for path in each(ground.paths):
        found[path.last].append(path)
    return {
        voice: found[voice]
        for voice in ground.ends
        if voice not in here and all(len(path.voices) == 1 for path in found[voice])
    }


def _longer(ground: Ground, path: Path, ends: frozenset[int]) -> tuple[int, ...]:
    """A trail on the same page that leads past another go-between to an origin that is no outlet."""
    for other in ground.paths[path.page]:
        told = other.last in ends and not ground.voices.all[other.last].publishes
        if told and len(other.voices) > 1 and path.last not in other.voices:
            return other.voices
    return ()
