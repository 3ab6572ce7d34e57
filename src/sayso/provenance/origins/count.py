"""From the reports of a claim to the number of its independent origins."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.provenance.trail import Copy, Count, Reference, Report, Side

from .doubts import doubts, sureness
from .edges import edges_of
from .paths import Evidence, Way
from .shown import origins
from .tally import tally
from .voices import Voices


def count(
    reports: Iterable[Report], copies: Iterable[Copy] = (), references: Iterable[Reference] = ()
) -> Count:
    """Count the independent origins of the claim that ``reports`` are of, one report a page.

    ``copies`` and ``references`` between other pages are left out. The order in which anything is given
    makes no difference.
    """
    evidence = Evidence.of(reports, copies, references)
    voices = Voices(evidence.reports)
    return Count(_side(evidence, "chains", voices), _side(evidence, "denials", voices))


def _side(evidence: Evidence, way: Way, voices: Voices) -> Side:
    found = tally(evidence, way, voices)
    doubted = doubts(found, way)
    return Side(
        found.number,
        origins(found, way),
        edges_of(evidence, way),
        found.ground.trails.circles,
        doubted,
        sureness(found, doubted),
    )
