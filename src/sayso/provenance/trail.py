"""The nouns of a trail: where each report of a claim has it from, and where that ends.

Spans are ``(start, end)``, half-open, in Unicode code points of the text of the page they are given
with. All values are frozen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model import Spans

Towards = Literal["for", "against", "observing"]
"""How a report stands to a claim: asserts it, denies it, or reports it without doing either."""

LinkKind = Literal[
    "person", "organization", "outlet", "document", "group", "social", "unnamed", "not given"
]  # fmt: skip
EdgeKind = Literal["says", "relays", "links to", "copies", "speaks for"]


@dataclass(frozen=True, slots=True)
class Link:
    """One source in a chain, with the words of ``page`` that name it.

    ``source`` is the id of the source across pages it was resolved to, ``speaks_for`` the name of the
    organization it speaks for. A link of kind "not given" has no words.
    """

    name: str
    kind: LinkKind
    page: str
    spans: Spans = ()
    source: str | None = None
    speaks_for: str | None = None
    confidence: float = 1.0


Chain = tuple[Link, ...]
"""Sources from the outermost to the innermost, as one page gives them."""

NOT_GIVEN = "not given"


@dataclass(frozen=True, slots=True)
class Report:
    """What one page says of a claim.

    ``spans`` are where it states the claim, ``chains`` on whose word it does; ``denials`` on whose word
    it says that the claim is not so, or not known to be so. A page that gives no source for it has one
    chain of one link of kind "not given". ``hedges`` are the words that weaken the claim here.
    """

    page: str
    spans: Spans
    stance: Towards
    chains: tuple[Chain, ...] = ()
    denials: tuple[Chain, ...] = ()
    hedges: Spans = ()
    published: str | None = None
    outlet: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that stand on two pages alike."""

    span: tuple[int, int]
    original: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Copy:
    """``page`` has ``words`` words of the page ``source``, in ``passages``; ``credited`` if it says so.

    ``sure`` is how sure it is which of the two copied from the other.
    """

    page: str
    source: str
    words: int
    passages: tuple[Passage, ...]
    credited: bool
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Reference:
    """``page`` points to the page ``to``, both in the case, with the words at ``span``."""

    page: str
    to: str
    span: tuple[int, int]
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two origins count as one: the ``rule`` by its name, what it says here, and the words."""

    rule: str
    text: str
    page: str | None = None
    spans: Spans = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where trails end, once those that are one are counted once.

    ``names`` are all that were joined in it, ``pages`` the reports led back to it, ``reasons`` why
    they are one. ``counted`` is False for what is shown but no origin of its own: "not given".
    """

    name: str
    kind: LinkKind
    names: tuple[str, ...]
    pages: tuple[str, ...]
    reasons: tuple[Reason, ...] = ()
    counted: bool = True
    confidence: float = 1.0
