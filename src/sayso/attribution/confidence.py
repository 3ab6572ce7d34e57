"""How likely an attribution is to be right, from how sure the tagger is of its parts."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sayso.attribution.decode import Link

_EDGE = 1e-4


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic model over the log odds of cue, source and content, fitted on the dev part.

    ``least`` is the confidence below which a link is left out, since more of them are wrong than right.
    """

    constant: float
    cue: float
    source: float
    content: float
    least: float

    def confidence(self, link: Link) -> float:
        """Between 0 and 1; of the links given 0.9, about nine in ten have the right source and content."""
        total = self.constant + self.cue * log_odds(link.sure_cue)
        total += self.source * log_odds(link.sure_source) + self.content * log_odds(link.sure_content)
        return round(1 / (1 + math.exp(-total)), 3)


def log_odds(chance: float) -> float:
    """The logarithm of the odds, with chances kept away from 0 and 1."""
    kept = min(max(chance, _EDGE), 1 - _EDGE)
    return math.log(kept / (1 - kept))


@cache
def calibration(path: Path) -> Calibration:
    """The calibration that was fitted together with a network's weights."""
    return Calibration(**json.loads(path.read_text(encoding="utf-8")))
