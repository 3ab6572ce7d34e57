"""What the rules of independence look at, and what they answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model import Spans

from .paths import Evidence, Paths
from .trails import Trails
from .voices import Voices

Rule = Literal[
    "same source", "names its source", "same organization", "same words", "same go-between", "own word first",
    "passed on", "same picture", "not told apart", "hearsay",
]  # fmt: skip
"""What the reasons of an origin are called; docs/independence.md argues for each."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What the rules look at: the trails of a claim, and ``ends``, the voices at which they end."""

    evidence: Evidence
    voices: Voices
    paths: Paths
    trails: Trails
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Merger:
    """``one`` and ``other`` are not counted apart; ``unless``, if that is doubtful, what would part them."""

    rule: Rule
    one: int
    other: int
    text: str
    page: str | None = None
    spans: Spans = ()
    confidence: float = 1.0
    unless: str = ""
