"""Put chains of sources in order: those that are one become one, what stands over all goes on top."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Sequence
from itertools import islice

from sayso.provenance.reports import forms
from sayso.provenance.reports.names import same_name
from sayso.provenance.trail import Chain, Link

_MOST = 1000
"""Names of one page that are looked at for the fullest."""
_SOURCES = re.compile(r"\bsources?\b")
_HIDDEN = re.compile(
    r"source|official|spokes|insider|expert|witness|reporter|aide|analyst|executive", re.IGNORECASE
)
"""Who is left without a name on purpose, and not until the next paragraph."""


def alike(one: Link, other: Link) -> bool:
    """Whether two links of one page are the same source; "the source" is the one told of before."""
    if one.kind == other.kind == "unnamed" and _SOURCES.search(one.name) and _SOURCES.search(other.name):
        return True
    if one.kind == other.kind == "outlet" and f" {one.name}".lower().endswith(f" {other.name}".lower()):
        return True
    return same_name(one.name, other.name)


def merged(chains: Iterable[Chain], others: Iterable[Chain] = ()) -> tuple[Chain, ...]:
    """The chains in page order, without those that are the beginning or the end of another.

    Links that are alike, those in the page's ``others`` too, get the fullest of their names.
    """
    every = tuple(chains)
    found: list[Chain] = []
    for chain in sorted(every, key=lambda chain: (-len(chain), -len(chain[-1].name))):
        if not any(_within(chain, other) for other in found):
            found.append(chain)
    distinct = {(link.name, link.kind): link for chain in (*every, *others) for link in chain}
    links = tuple(islice(distinct.values(), _MOST))
    return tuple(sorted((_named_in_full(chain, links) for chain in found), key=_place))


def _within(short: Chain, long: Chain) -> bool:
    size = len(short)
    return any(all(map(alike, short, part)) for part in (long[:size], long[-size:]))


def _named_in_full(chain: Chain, links: Sequence[Link]) -> Chain:
    named: list[Link] = []
    for link in chain:
        name = max((other.name for other in links if alike(link, other)), key=len, default=link.name)
        if not named or named[-1].name != name:
            named.append(dataclasses.replace(link, name=name))
    return tuple(named)


def _place(chain: Chain) -> int:
    return min((start for link in chain for start, _ in link.spans), default=0)


def up_to_exhibit(chain: Chain) -> Chain:
    """The chain up to its first photo or video: what follows is what that shows."""
    for number, link in enumerate(chain, 1):
        if link.kind == "document" and forms.EXHIBIT.fullmatch(link.name):
            return chain[:number]
    return chain


def identified(chain: Chain, persons: Sequence[Link]) -> Chain:
    """The chain whose last link, told of without a name at first, is the first of ``persons`` named later.

    "A dock worker says …" and, a paragraph on, "Bo Marsh, 40, …"; one who is hidden on purpose stays so.
    """
    last = chain[-1]
    if last.kind != "unnamed" or last.name.endswith("s") or _HIDDEN.search(last.name):
        return chain
    later = (person for person in persons if person.spans > last.spans)
    return (*chain[:-1], next(later, last))


def under(outlet: Link, chains: Sequence[Chain]) -> tuple[Chain, ...]:
    """The chains with ``outlet`` over those that have no outlet yet; its own, if there are none."""
    covered = [
        chain
        if chain[0].kind == "outlet" or any(link.name == outlet.name for link in chain)
        else (outlet, *chain)
        for chain in chains
    ]
    return merged(covered) or ((outlet,),)
