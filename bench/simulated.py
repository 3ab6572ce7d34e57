"""How often the number of independent origins is right, on made-up stories whose truth is known.

    python -m bench.simulated [NETWORKS]

The same stories are counted with all credits kept, and with a share of the reports keeping to themselves
where they have it from. Exact is the share of numbers that are right, error how far off they are on
average, sure the mean of the confidence that the count gives with them. A second table holds the
confidence against how often the number is right, over all stories.
"""

from __future__ import annotations

import itertools
import sys
import time
from dataclasses import dataclass

from bench.networks import Riddle, network
from sayso.provenance.origins import count
from sayso.provenance.trail import Side

DROPPED = (0.0, 0.1, 0.3, 0.5)
STEPS = (0.0, 0.2, 0.4, 0.6, 0.8, 0.95, 1.0)
RIDDLES: dict[Riddle, str] = {
    "stranger": "an unnamed stranger in each",
    "veiled": "persons whom some do not name",
    "station": "a station that is not in the case",
}
NETWORKS = 1000
ASKED = 0.99


@dataclass(frozen=True, slots=True)
class Outcome:
    """How far off a number is, and how sure the count was of it."""

    miss: int
    sure: float


def outcomes(
    networks: int, dropped: float, riddle: Riddle | None = None
) -> tuple[list[Outcome], list[Outcome]]:
    """What comes out for as many stories: of those who assert, and of those who deny."""
    asserting, denying = [], []
    for seed in range(networks):
        story = network(seed, dropped, riddle)
        found = count(story.reports, story.copies, story.references)
        asserting.append(_outcome(found.asserting, story.origins))
        denying.append(_outcome(found.denying, story.denials))
    return asserting, denying


def _outcome(side: Side, true: int) -> Outcome:
    return Outcome(side.number - true, side.confidence)


def figures(some: list[Outcome]) -> tuple[float, float, float]:
    """Exact, mean error, mean confidence."""
    exact = sum(one.miss == 0 for one in some) / len(some)
    return exact, sum(abs(one.miss) for one in some) / len(some), sum(one.sure for one in some) / len(some)


def table(networks: int) -> str:
    lines = ["| credits dropped | exact | error | sure | denials: exact | error | sure |", "| --- " * 7 + "|"]
    pooled: list[Outcome] = []
    for dropped in DROPPED:
        asserting, denying = outcomes(networks, dropped)
        pooled += asserting
        lines.append(_row(f"{dropped:.0%}", asserting, denying))
    lines += [_row(f"0%, {text}", *outcomes(networks, 0.0, riddle)) for riddle, text in RIDDLES.items()]
    return "\n".join([*lines, "", *calibration(pooled)])


def _row(name: str, *sides: list[Outcome]) -> str:
    return f"| {name} | " + " | ".join(f"{v:.3f}" for side in sides for v in figures(side)) + " |"


def calibration(some: list[Outcome]) -> list[str]:
    lines = ["| confidence | numbers | sure | exact |", "| --- " * 4 + "|"]
    for low, high in itertools.pairwise(STEPS):
        inside = [one for one in some if low <= one.sure < high or high == 1.0 == one.sure]
        if inside:
            exact, _, sure = figures(inside)
            lines.append(f"| {low:.2f} to {high:.2f} | {len(inside)} | {sure:.3f} | {exact:.3f} |")
    return lines


def headline() -> dict[str, float]:
    """The figure that is asked for."""
    return {"simulated.exact": figures(outcomes(NETWORKS, 0.0)[0])[0]}


def main(arguments: list[str]) -> int:
    networks = int(arguments[0]) if arguments else NETWORKS
    began = time.perf_counter()
    print(table(networks))
    print(f"\n{networks} stories a line, in {time.perf_counter() - began:.0f} s; asked: {ASKED} exact at 0%.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
