"""Follow the trails, put together what is one, and count what is left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .differing import Groups, shown_different
from .ground import Ground, Merger
from .joining import Joined
from .paths import Evidence, Key, Path, Way, own_word_first, paths_of
from .rules import RULES
from .trails import follow
from .voices import Voices

OTHER: dict[Way, Way] = {"chains": "denials", "denials": "chains"}

EVIDENT = 0.95
"""How sure it has to be that an origin is rightly read, for it to be counted beside a surer one; by hand, on
twelve claims."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The number of independent origins, and what it was counted from.

    ``groups`` are the voices that are one origin; ``counted`` are the places of those in the number, and
    ``mergers`` what made them one. ``cut`` are paths to one who denies it itself, each with its shorter one.
    """

    number: int
    ground: Ground
    groups: Groups
    counted: frozenset[int]
    mergers: tuple[Merger, ...]
    cut: dict[Path, Path]

    @property
    def folded(self) -> frozenset[int]:
        """The voices that are in a group only as those who passed it on, for all that is known."""
        return frozenset(merger.other for merger in self.mergers if merger.unless)


def tally(evidence: Evidence, way: Way, voices: Voices, without: Key | None = None) -> Tally:
    """Count those who assert ("chains") or deny, as if the step or merger called ``without`` did not hold."""
    evidence = evidence.without(without) if without else evidence
    paths, against = (paths_of(evidence, one, voices) for one in (way, OTHER[way]))
    cut = own_word_first(paths, against, voices) if way == "chains" else {}
    cut = {path: shorter for path, shorter in cut.items() if ("own word first", path.last, "") != without}
    paths = {page: [cut.get(path, path) for path in some] for page, some in paths.items()}
    trails = follow(evidence, paths, voices)
    ends = tuple(sorted({voice for some in trails.ends.values() for voice in some}))
    ground = Ground(evidence, voices, paths, trails, ends)
    mergers = [one for rule in RULES for one in rule(ground) if (one.rule, one.other, "") != without]
    joined: Joined[int] = Joined()
    made = tuple(one for one in mergers if joined.join(one.one, one.other))
    groups = tuple(tuple(group) for group in joined.groups(ends))
    place = {joined.head(group[0]): number for number, group in enumerate(groups)}
    folded = frozenset(one.other for one in made if one.unless)
    counted = shown_different(ground, groups, lambda voice: place.get(joined.head(voice)), folded)
    counted = _evident(ground, groups, counted)
    number = len(counted) or int(way == "chains" and bool(trails.untold))
    return Tally(number, ground, groups, counted, made, cut)


def _evident(ground: Ground, groups: Groups, counted: frozenset[int]) -> frozenset[int]:
    """Of the ``counted`` those that are surely read: what one page alone seems to say may be misread.

    An origin is as sure as that one of the pages whose own chains end in it is rightly read; pages that
    are led to it through another page's chain would share that page's misreading. The surest is kept.
    """
    place = {voice: number for number, group in enumerate(groups) for voice in group}
    wrong = dict.fromkeys(counted, 1.0)
    for some in ground.paths.values():
        for number, sure in _sureness(some, place).items():
            if number in wrong:
                wrong[number] *= 1 - sure
    best = min(wrong.values(), default=1.0)
    return frozenset(number for number in counted if wrong[number] <= max(best, 1 - EVIDENT))


def _sureness(paths: Iterable[Path], place: Mapping[int, int]) -> dict[int, float]:
    """How sure the surest of one page's chains is that ends in each origin."""
    sure: dict[int, float] = {}
    for path in paths:
        if path.last in place:
            least = min(link.confidence for link in path.links)
            sure[place[path.last]] = max(sure.get(place[path.last], 0.0), least)
    return sure
