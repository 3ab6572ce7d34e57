"""Find which pages have whose words: every passage that two pages share, and who has it from whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from sayso.model import Page, Span
from sayso.provenance.copies.aligning import Stretch, stretches
from sayso.provenance.copies.candidates import candidates
from sayso.provenance.copies.credit import AgencyNamedIn
from sayso.provenance.copies.direction import Party, direction_of, party_of
from sayso.provenance.copies.grouping import first_alike
from sayso.provenance.copies.shingles import Shingles, Signature, unpacked
from sayso.provenance.copies.sides import Side, side_of
from sayso.provenance.trail import Copy, Passage
from sayso.sources.across.outlets import agency_named_in

_KEPT = 512
"""Pages kept ready at a time."""


def copies(
    signatures: Iterable[Signature],
    page_of: Callable[[str], Page],
    agency_named_in: AgencyNamedIn = agency_named_in,
) -> tuple[Copy, ...]:
    """What the pages of ``signatures`` have of each other's words, at most one Copy for two pages.

    ``page_of`` gives a page by its id; it is asked for those only that may share a passage, and perhaps
    more than once. ``agency_named_in`` gives the agency that a text says it is from, or None. Spans are
    of the pages' text. Of pages that are one text in many places, each is compared with the earliest and
    most complete only. The same pages give the same copies, in whatever order they come.
    """
    ordered = sorted(signatures, key=lambda one: (one.published or "~", -len(one.shingles), one.page))
    pairs, standing = _pairs(ordered)

    @lru_cache(maxsize=_KEPT)
    def side(number: int) -> Side:
        return side_of(page_of(ordered[number].page), standing)

    @lru_cache(maxsize=_KEPT)
    def party(number: int) -> Party:
        return party_of(side(number).page, agency_named_in)

    found: list[Copy] = []
    for one, other in pairs:
        shared = stretches(side(one), side(other))
        if shared:
            found.append(_copy(side(one), side(other), shared, (party(one), party(other))))
    return tuple(found)


def _pairs(signatures: Sequence[Signature]) -> tuple[list[tuple[int, int]], Shingles]:
    """The pairs to compare: pages of one text with the first of them, and those that may share a passage;
    and the shingles of standing text."""
    pages = [unpacked(one) for one in signatures]
    first = first_alike(pages)
    alone = [number for number, other in enumerate(first) if number == other]
    among = candidates([pages[number] for number in alone], [signatures[number].outlet for number in alone])
    alike = [(other, number) for number, other in enumerate(first) if number != other]
    return sorted(alike + [(alone[one], alone[other]) for one, other in among.pairs]), among.standing


def _copy(one: Side, other: Side, shared: Sequence[Stretch], parties: tuple[Party, Party]) -> Copy:
    matches = [match for stretch in shared for match in stretch.matches]
    quoted = sum(bool(one.quoted[i] and other.quoted[j]) for i, j in matches)
    spans = [_spans(one, other, stretch) for stretch in shared]
    towards = direction_of(*parties, spans)
    page, source = (one, other) if towards.first_copied else (other, one)
    passages = [Passage(a, b) if towards.first_copied else Passage(b, a) for a, b in spans]
    return Copy(
        page=page.page.id,
        source=source.page.id,
        words=len(matches),
        passages=tuple(sorted(passages, key=lambda passage: passage.span)),
        credited=towards.credited,
        sure=0.5 if quoted == len(matches) else towards.sure,
        quoted=quoted,
        agency=towards.agency,
    )


def _spans(one: Side, other: Side, stretch: Stretch) -> tuple[Span, Span]:
    (i, j), (to_i, to_j) = stretch.matches[0], stretch.matches[-1]
    here, there = one.words.spans, other.words.spans
    return (here[i][0], here[to_i][1]), (there[j][0], there[to_j][1])
