"""Tell which of two pages has its words from the other: by date, by credit, by what is left out."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sayso.model import Page, Span
from sayso.provenance.copies.credit import AgencyNamedIn, agency_of, credits_name, credits_page

_CREDITED, _LATER, _WITHOUT_SLUG, _FEWER_SOURCES, _SHORTER = 0.95, 0.9, 0.75, 0.65, 0.6
"""How likely a page is the copy that credits the other; is of a later date; lacks the agency's mark that
the other has; leaves out sources the other has for the same words; is shorter by a quarter."""
_NEXT_TO_NOTHING = 1e-9
_DAY = len("2031-03-05")


@dataclass(frozen=True, slots=True)
class Party:
    """A ``page``, the ``agency`` whose story it says it prints, and whether the page is the agency's own."""

    page: Page
    agency: str | None
    is_agency: bool


@dataclass(frozen=True, slots=True)
class Direction:
    """Whether the first of two pages is the copy, how sure that is, and whether the copy gives credit.

    ``agency`` is the one whose story both print; which printed it first then tells nothing.
    """

    first_copied: bool
    sure: float
    credited: bool
    agency: str | None


def party_of(page: Page, agency_named_in: AgencyNamedIn) -> Party:
    """``page`` with the agency it is from."""
    own = agency_named_in(page.outlet or "")
    return Party(page, own or agency_of(page, agency_named_in), own is not None)


def direction_of(one: Party, other: Party, shared: Sequence[tuple[Span, Span]]) -> Direction:
    """Which of ``one`` and ``other`` copied, given the passages they share; in doubt ``other``."""
    credit = _credits(one, other), _credits(other, one)
    odds = sum(math.log(chance / (1 - chance)) for chance in _chances(one, other, shared, credit))
    first_copied = odds > _NEXT_TO_NOTHING
    if one.agency and one.agency == other.agency and not (one.is_agency or other.is_agency):
        return Direction(first_copied, 0.5, True, one.agency)
    sure = round(1 / (1 + math.exp(-abs(odds))), 3)
    return Direction(first_copied, sure, credit[0] if first_copied else credit[1], None)


def _chances(
    one: Party, other: Party, shared: Sequence[tuple[Span, Span]], credit: tuple[bool, bool]
) -> Iterator[float]:
    """How likely ``one`` is the copy by each sign that there is."""
    here, there = len(one.page.text), len(other.page.text)
    sources = _sources(one.page, [a for a, _ in shared]), _sources(other.page, [b for _, b in shared])
    signs = (
        (_CREDITED, credit[0] - credit[1]),
        (_LATER, _order(one.page.published, other.page.published)),
        (_WITHOUT_SLUG, bool(other.agency) - bool(one.agency)),
        (_FEWER_SOURCES, sources[1] - sources[0]),
        (_SHORTER, (5 * here < 4 * there) - (5 * there < 4 * here)),
    )
    for chance, towards in signs:
        if towards:
            yield chance if towards > 0 else 1 - chance


def _credits(party: Party, other: Party) -> bool:
    if credits_page(party.page, other.page):
        return True
    if other.agency is None or party.is_agency:
        return False
    return party.agency == other.agency or credits_name(party.page, other.agency)


def _order(one: str | None, other: str | None) -> int:
    """1 if ``one`` is later, -1 if earlier, 0 if that is not known; times count where both have one."""
    if not one or not other:
        return 0
    if min(len(one), len(other)) > _DAY:
        try:
            times = datetime.fromisoformat(one), datetime.fromisoformat(other)
            return (times[0] > times[1]) - (times[0] < times[1])
        except (ValueError, TypeError):  # no times, or one of them in no zone
            pass
    return (one[:_DAY] > other[:_DAY]) - (one[:_DAY] < other[:_DAY])


def _sources(page: Page, spans: Sequence[Span]) -> int:
    """How many of the page's attributions begin in ``spans``."""
    starts = [one.extent[0] for one in page.attributions]
    return sum(any(start <= at < end for start, end in spans) for at in starts)
