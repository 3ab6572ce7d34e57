"""The nouns of a trail: where each report of a claim has it from, and where that ends.

Spans are ``(start, end)``, half-open, in Unicode code points of the text of the page they are given
with. All values are frozen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.claims.changes import Change
from sayso.claims.details import DetailKind
from sayso.model import Problem, Spans

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
class Given:
    """A detail of a claim as one page gives it, such as a number or a place: its words and their spans."""

    kind: DetailKind
    words: str
    spans: Spans


@dataclass(frozen=True, slots=True)
class Report:
    """What one page says of a claim.

    ``spans`` are where it states the claim, ``chains`` on whose word it does; ``denials`` on whose word
    it says that the claim is not so, or not known to be so. A page that gives no source for it has one
    chain of one link of kind "not given". ``hedges`` are the words that weaken the claim here, ``details``
    its numbers, names, places and days.
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
    details: tuple[Given, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that stand on two pages alike."""

    span: tuple[int, int]
    original: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Copy:
    """``page`` has ``words`` words of the page ``source``, in ``passages``; ``credited`` if it says so.

    ``sure`` is how sure it is which of the two copied from the other. ``quoted`` of the words stand in
    quotation marks on both pages: pages that share no others quote the same speaker and need not have
    copied each other. ``agency`` is the one whose story both pages say they print.
    """

    page: str
    source: str
    words: int
    passages: tuple[Passage, ...]
    credited: bool
    sure: float = 1.0
    quoted: int = 0
    agency: str | None = None


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


@dataclass(frozen=True, slots=True)
class Edge:
    """One step of a trail, from a report back towards an origin, with the words that show it.

    ``start`` and ``to`` are the ids of pages or the names of sources. "says" leads from a page to who
    told it, "relays" from one source to the next, "links to" and "copies" from page to page, "speaks
    for" from a source to its organization.
    """

    kind: EdgeKind
    start: str
    to: str
    page: str
    spans: Spans = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Doubt:
    """The number would be ``number`` if the step or merger that ``text`` tells of does not hold."""

    number: int
    text: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Side:
    """The origins of those who assert a claim, or of those who deny it.

    ``number`` of them are independent, and as many of ``origins`` are ``counted``. ``edges`` are the
    steps of the trails, ``circles`` the sources that have it from one another, ``doubts`` what else
    the number could be. ``confidence`` is how sure the number is.
    """

    number: int
    origins: tuple[Origin, ...] = ()
    edges: tuple[Edge, ...] = ()
    circles: tuple[tuple[str, ...], ...] = ()
    doubts: tuple[Doubt, ...] = ()
    confidence: float = 1.0

    def __str__(self) -> str:
        """The number as a reader is told it: "2", or "2, or 3 if the Gazette has it from elsewhere"."""
        others: dict[int, str] = {}
        for doubt in self.doubts:
            others.setdefault(doubt.number, doubt.text)
        return ", ".join([str(self.number), *(f"or {number} if {text}" for number, text in others.items())])


@dataclass(frozen=True, slots=True)
class Count:
    """The independent origins of a claim: those that assert it, and apart from them those that deny it."""

    asserting: Side
    denying: Side


@dataclass(frozen=True, slots=True)
class Trail:
    """A claim with all that stands behind it: its reports by time, where they have it from, what changed.

    ``copies`` are those between its reports, ``changes`` the details and hedges in which these differ.
    ``problems`` are what is told of the reports' pages, each with the page's id.
    """

    claim: str
    reports: tuple[Report, ...]
    count: Count
    copies: tuple[Copy, ...] = ()
    changes: tuple[Change, ...] = ()
    problems: tuple[tuple[str, Problem], ...] = ()
