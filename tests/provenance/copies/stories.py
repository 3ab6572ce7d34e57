"""Texts of a made-up world, and pages of them, that the tests of copies share."""

from __future__ import annotations

import random
from typing import Any

from sayso.model import Page
from sayso.provenance.copies import copies, signature
from sayso.provenance.trail import Copy

HARBOUR = (
    "Eight canisters of chlorine were unloaded at the northern pier of Port Calder before dawn, guarded by "
    "soldiers who turned the night shift away. Dockers watched from behind the fence as the crates were "
    "lifted onto two grey lorries without number plates. By the time the council met, the pier had been "
    "hosed down and the fence was closed with a new chain."
)
BUDGET = (
    "The council of Orlan has cut its library budget by a third and will close four branches in spring. "
    "Readers in the hill districts must take a bus into town, which runs twice a day and never on Sunday. "
    "The mayor promised a van that carries books, though nobody has been hired to drive it so far."
)
FERRY = (
    "A ferry ran aground off Vessia in thick fog, and its ninety passengers spent the morning on a sandbank. "
    "Fishermen brought blankets and hot soup, while children built a castle that the tide took at noon. "
    "The captain blamed a broken lamp on the outer buoy, reported twice since summer."
)
ORCHARD = (
    "Late frost has ruined most of the plum orchards along the Ree valley, growers fear. They lit straw "
    "between the rows for three nights, but the smoke drifted away over the river. Insurance pays only for "
    "hail, an old rule which farmers have fought for a decade."
)
STATEMENT = (
    "“We counted every crate that came ashore that night, and not one of them carried the seal that the "
    "ministry now shows to the cameras,”"
)


def page(id: str, *paragraphs: str, **about: Any) -> Page:
    return Page(id, "\n\n".join(paragraphs), **about)


def no_agency(text: str) -> str | None:
    return None


def harbour_wire(text: str) -> str | None:
    """The one agency of this world, where a text says it is from it."""
    return "Harbour Wire" if text == "Harbour Wire" or "(Harbour Wire) —" in text else None


def found(*pages: Page) -> tuple[Copy, ...]:
    by_id = {one.id: one for one in pages}
    return copies(map(signature, pages), by_id.__getitem__, harbour_wire)


def words(count: int, seed: int) -> str:
    """Made-up words that nothing else has."""
    chance = random.Random(seed)
    return " ".join("".join(chance.choices("bdfglmnprstv", k=7)) for _ in range(count))
