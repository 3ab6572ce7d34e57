"""Say what a page says of a claim, and on whose word: the first half of a claim's trail."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain as joined

from sayso.attribution.spans import disjoint
from sayso.model import Page, Span, Spans
from sayso.provenance.reports import doubts
from sayso.provenance.reports.chains import alike, identified, merged, under, up_to_exhibit
from sayso.provenance.reports.credits import credits, exhibit, hedge, reprinted_from, rumours
from sayso.provenance.reports.known import Known, known_from
from sayso.provenance.reports.nearness import FLOOR, Encode, Nearness, nearness
from sayso.provenance.reports.passing import basis, channels
from sayso.provenance.reports.standing import contradicts, denies, is_about, refutes
from sayso.provenance.reports.statements import Statement, sentences_of, statements_of
from sayso.provenance.trail import NOT_GIVEN, Chain, Link, Report, Towards

_LEAST = 0.15
"""A page of which no word comes nearer to the claim than this says nothing of it."""
_HEARD = 0.25
"""How near a sentence must come for its "reports" to be those of the claim, if nobody denies it."""
_MOST = 100
"""Statements of one page that are followed up; nobody reads more."""

Taken = tuple[tuple[Statement, ...], tuple[Statement, ...]]


def report(claim: str, page: Page, encode: Encode, *, stance: Towards | None = None) -> Report | None:
    """What ``page``, with its attributions, says of ``claim``; None if nothing.

    ``encode`` turns texts into unit vectors, as :func:`sayso.claims.meaning.encode` does; it is called
    once, with the claim and the texts of the page. Chains run from the outermost source to the
    innermost. A page that only denies the claim has no chains; one that states it without a source
    has one of kind "not given". ``stance`` is how the page stands to the claim, if that is known.
    """
    known = known_from(page.article)
    places = sentences_of(known.page)
    statements = statements_of(known, places)
    if not places:
        return None
    near = nearness(claim, known, places, statements, encode)
    if max(joined(near.of_statement, (near.of_text[known.words(place)] for place in places))) < _LEAST:
        return None
    stating = tuple(place for place in places if near.near(known.words(place)))
    asserting, denying = _taken(claim, known, statements, near)
    denials = merged(one.chain for one in denying)
    chains = _chains(claim, known, places, statements, asserting, near)
    chains = _with_rumours(known, places, chains, denials, near)
    chains = _hedged(known, stating, chains) or _without_source(claim, known, stating, denials)
    if not chains and not denials:
        denials = ((_own(known),),)
    return Report(
        page.id,
        _where(stating, (*asserting, *denying)),
        stance or ("against" if denials and not chains else "observing"),
        chains,
        denials,
        _hedges(known, stating, asserting),
        page.published,
        page.outlet,
        round(min(1.0, max(near.of_statement, default=FLOOR)), 3),
    )


def _taken(claim: str, known: Known, statements: Sequence[Statement], near: Nearness) -> Taken:
    """The statements that say that the claim is so, and those that say it is not, or not known to be so.

    A source that refutes it in so many words asserts it nowhere; one that asserts it and has a "not" in
    what it says of the same matter does not deny it.
    """
    asserting: list[Statement] = []
    denying: list[Statement] = []
    refuting: list[Statement] = []
    order = sorted(range(len(statements)), key=lambda n: -near.of_statement[n])[:_MOST]
    for n in sorted(order):
        one = statements[n]
        if one.chain and refutes(one, near):
            refuting.append(one)
        elif one.chain and near.of_statement[n] >= near.level:
            if denies(claim, one, near):
                denying.append(one)
            elif not is_about(claim, one, known.page.words(one.said.source)):
                asserting.append(one)
    asserting = _not_by(refuting, asserting)
    return tuple(asserting), tuple(
        sorted((*refuting, *_not_by(asserting, denying)), key=lambda s: s.sentence)
    )


def _not_by(others: Sequence[Statement], statements: Sequence[Statement]) -> list[Statement]:
    """The statements whose last source is that of none of the ``others``."""
    names = {one.chain[-1].name for one in others}
    return [one for one in statements if one.chain[-1].name not in names]


def _chains(
    claim: str,
    known: Known,
    places: Sequence[Span],
    statements: Sequence[Statement],
    asserting: Sequence[Statement],
    near: Nearness,
) -> tuple[Chain, ...]:
    """On whose word the page has the claim, as far as it says; empty if it does not say."""
    persons = _persons(claim, statements, near)
    via = channels(known, places)
    single = (identified(up_to_exhibit(one.chain), persons) for one in asserting)
    rest = _bases(known, statements)
    through = (_through(known, _based(one, rest), via) for one in single)
    chains = merged(joined.from_iterable(through), (one.chain for one in statements))
    credited = credits(known)
    chains = _ending_in(exhibit(known, claim), chains, bool(credited))
    over = credited[:1] or _first_outlet(chains, persons)
    if over:
        chains = under(over[0], chains)
    original = reprinted_from(known)
    if original is not None:
        chains = tuple((original, *chain) for chain in chains if not alike(chain[0], original))
    return _with_writers(known, chains)


def _persons(claim: str, statements: Sequence[Statement], near: Nearness) -> tuple[Link, ...]:
    """The persons, those in the claim aside, whose statements may be about it, in page order."""
    last = (one.chain[-1] for n, one in enumerate(statements) if one.chain and near.of_statement[n] >= FLOOR)
    return tuple(link for link in last if link.kind == "person" and link.name not in claim)


def _bases(known: Known, statements: Sequence[Statement]) -> tuple[tuple[Link, Link], ...]:
    """Each source that says from whom it has what it says, with whom it names."""
    found = ((one, basis(known, one.said.content, one.said.confidence)) for one in statements if one.chain)
    return tuple((one.chain[-1], link) for one, link in found if link is not None)


def _based(chain: Chain, bases: Sequence[tuple[Link, Link]]) -> Chain:
    """The chain, with the one from whom its last source says to have it."""
    found = next((link for source, link in bases if alike(source, chain[-1])), None)
    return (*chain, found) if found else chain


def _through(known: Known, chain: Chain, via: Sequence[Link]) -> tuple[Chain, ...]:
    """The chain by each of the places where the statement of its only source came out."""
    if len(chain) > 1 or chain[0].kind not in ("person", "organization", "group"):
        return (chain,)
    if not known.has_text_by(chain[0].name):
        return (chain,)
    return tuple((link, *chain) for link in via if not alike(link, chain[0])) or (chain,)


def _ending_in(shown: Link | None, chains: tuple[Chain, ...], credited: bool) -> tuple[Chain, ...]:
    """The chains down to the photo or video, if the claim is about one: all rests on it."""
    if shown is None:
        return chains
    if not chains:
        return () if credited else ((shown,),)
    return merged(chain if chain[-1].kind == "document" else (*chain, shown) for chain in chains)


def _first_outlet(chains: Sequence[Chain], persons: Sequence[Link]) -> tuple[Link, ...]:
    """The outlet that the page takes its story from: it comes first, or right after one told of first."""
    names = {person.name for person in persons}
    second = bool(chains) and (chains[0][0].kind == "unnamed" or chains[0][-1].name in names)
    return tuple(chain[0] for chain in chains[: 1 + second] if chain[0].kind == "outlet")[:1]


def _with_writers(known: Known, chains: Sequence[Chain]) -> tuple[Chain, ...]:
    """Chains that end with an outlet end with its writer, where the page names one."""
    ends = [known.writer(chain[-1]) if chain[-1].kind == "outlet" else None for chain in chains]
    return tuple((*chain, end) if end else chain for chain, end in zip(chains, ends, strict=True))


def _with_rumours(
    known: Known, places: Sequence[Span], chains: Sequence[Chain], denials: Sequence[Chain], near: Nearness
) -> tuple[Chain, ...]:
    """The chains and the reports nobody owns, unless an outlet is there that they are the spread of."""
    if any(chain[0].kind == "outlet" for chain in chains):
        return merged(c for c in chains if c[-1].kind != "unnamed" or not doubts.RUMOUR.search(c[-1].name))
    least = -1.0 if denials else _HEARD
    heard = rumours(known, [place for place in places if near.of_text[known.words(place)] >= least])
    if heard is not None and (not chains or " " in heard.name):
        return merged((*chains, (heard,)))
    return merged(chains)


def _hedged(known: Known, stating: Sequence[Span], chains: tuple[Chain, ...]) -> tuple[Chain, ...]:
    """The chains; for a page that credits an outlet and has it as "reportedly", that as the end of it."""
    outlet = len(chains) == 1 and len(chains[0]) == 1 and chains[0][0].kind == "outlet"
    found = hedge(known, stating) if outlet else None
    return ((*chains[0], found),) if found else chains


def _without_source(
    claim: str, known: Known, stating: Sequence[Span], denials: Sequence[Chain]
) -> tuple[Chain, ...]:
    """The chain of a page that names no source: its hedge, or nothing at all; none if it is denied here."""
    hedged = hedge(known, stating)
    if hedged is not None:
        return ((hedged,),)
    denied = bool(stating) and contradicts(claim, known.words(stating[0]))
    return () if denials or denied else ((_own(known),),)


def _own(known: Known) -> Link:
    return Link(NOT_GIVEN, "not given", known.page.id)


def _where(stating: Sequence[Span], statements: Sequence[Statement]) -> Spans:
    contents = joined.from_iterable(one.said.content for one in statements)
    return tuple(disjoint((*stating, *contents)))


def _hedges(known: Known, stating: Sequence[Span], asserting: Sequence[Statement]) -> Spans:
    own = [m.span() for place in stating for m in doubts.REPORTEDLY.finditer(known.page.text, *place)]
    return tuple(disjoint((*own, *joined.from_iterable(one.said.hedges for one in asserting))))
