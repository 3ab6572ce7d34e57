"""Bring in what people decided: these two sources are one, or are not. Later decisions hold over earlier."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from .folding import Key
from .identity import ids_of
from .joining import Joined
from .seen import Seen
from .source import Decision, Party
from .ties import Tie


def decide(seen: Sequence[Seen], joined: Joined, decisions: Sequence[Decision]) -> frozenset[Key]:
    """Join and keep apart as decided; gives the names that were told apart.

    A decision about a source that is no longer there changes nothing.
    """
    known = _parties(seen) if decisions else {}
    contested: set[Key] = set()
    for verdict, one, other in reversed(decisions):
        some, others = known.get(one, []), known.get(other, [])
        if not some or not others:
            continue
        if verdict == "same":
            joined.join(Tie(some[0], member, "decision", _TEXT, 1.0) for member in (*some[1:], *others))
        else:
            joined.keep_apart(some, others)
            contested |= {seen[number].key for number in (*some, *others)}
    return frozenset(contested)


_TEXT = "a person decided that they are one"


def _parties(seen: Sequence[Seen]) -> Mapping[Party, Sequence[int]]:
    """Whom each id and each attribution may stand for in a decision."""
    found: dict[Party, list[int]] = defaultdict(list)
    for number, one in enumerate(seen):
        for id in ids_of(one):
            found[id].append(number)
        for mention in one.mentions:
            found[one.page, mention].append(number)
    return found
