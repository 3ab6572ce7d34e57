"""What a source does in saying something: a closed list of stances, and the words that show them."""

from __future__ import annotations

from typing import Literal, get_args

Stance = Literal[
    "says", "confirms", "denies", "doubts", "asks", "orders", "expects", "believes", "wants", "promises",
    "warns", "accuses", "supports", "finds",
]  # fmt: skip

STANCES: tuple[Stance, ...] = get_args(Stance)

MEANING: dict[Stance, str] = {
    "says": "Puts it forward as so, and takes no further stand: say, tell, report, announce, argue, claim.",
    "confirms": "Says of what was already said or suspected that it is so: confirm, admit, concede.",
    "denies": "Says that it is not so, or will have none of it: deny, reject, dismiss, refute.",
    "doubts": "Leaves open whether it is so and leans against it: doubt, question whether, cast doubt on.",
    "asks": "Puts a question and states nothing: ask whether, wonder, inquire.",
    "orders": "Would have others act, from advice to command: order, urge, call on, demand, request, advise.",
    "expects": "Says what will come: expect, predict, forecast; also what is expected or likely.",
    "believes": "Holds it as an opinion or an impression: think, believe, consider, suspect, estimate.",
    "wants": "Wishes it, means to do it or puts it forward to be done: want, hope, plan, seek, propose.",
    "promises": "Binds itself to it: promise, pledge, vow, swear, guarantee, offer, agree to.",
    "warns": "Says that harm may come, or threatens it: warn, caution, fear, worry, threaten.",
    "accuses": "Holds it against somebody: accuse, blame, criticize, allege, condemn, mock.",
    "supports": "Sides with it or speaks well of it: agree, endorse, back, praise, defend, welcome.",
    "finds": "Presents it as found out, shown or known: find, show, learn, reveal, know, see, remember.",
}
"""One sentence for each stance; ``docs/stances.md`` gives them with examples."""
