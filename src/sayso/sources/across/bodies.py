"""Take a single word that a page took for somebody's surname for the body that other pages know it as.

A page that never says what "Harbourline" is may well take it for a person. Where others in the case know
it for a body, or the table of outlets does, and no person here is called so, it is that body.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Collection, Sequence

from sayso.sources.names import GIVEN_NAMES, plain

from .folding import Key, surname
from .outlets import Table
from .seen import Seen

_MUCH_OFTENER = 4
"""How many pages must name the body for each that names a person of that surname in full."""


def settle_bodies(seen: Sequence[Seen], table: Table) -> list[Seen]:
    """The same sources, those that are bodies after all as such."""
    bearers = Counter(surname(one.key) for one in seen if one.whole and one.kind == "person")
    lone = [one for one in seen if len(one.key) == 1]
    bodies = Counter(one.key for one in lone if one.whole)
    persons = Counter(one.key for one in lone if one.kind == "person")
    known = {key for key, pages in bodies.items() if pages >= persons[key]}
    known |= {one.key for one in lone if table.called(one.name, one.key)}
    known -= {key for key in known if bearers[key[0]] * _MUCH_OFTENER > bodies[key]}
    return [_as_body(one, table) if _mistaken(one, known) else one for one in seen]


def _mistaken(one: Seen, known: Collection[Key]) -> bool:
    return one.kind == "person" and one.key in known and plain(one.name) not in GIVEN_NAMES


def _as_body(one: Seen, table: Table) -> Seen:
    outlet = table.called(one.name)
    return dataclasses.replace(one, kind="outlet" if outlet else "organization", whole=True, outlet=outlet)
