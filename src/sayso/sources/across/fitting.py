"""Tell whether two names may be one source's, and how: a surname and the full name, two spellings, initials.

That they may is never enough to take them for one: what else the pages say decides.
"""

from __future__ import annotations

from sayso.outlet_words import NAMING
from sayso.sources.names import GIVEN_NAMES, plain
from sayso.sources.people import alike

from .explained import stands_for
from .folding import Key, near, surname
from .seen import Seen
from .source import Rule

_SHORTEST_SPELLING = 6
_ANY_STATION = frozenset("news press radio tv television daily weekly today wire newspaper magazine".split())


def fits(one: Seen, other: Seen) -> Rule | None:
    """How the two may be one; None if their names speak against it."""
    if one.key == other.key:
        return "same name"
    in_order = (len(one.key), one.key) < (len(other.key), other.key)
    short, long = (one, other) if in_order else (other, one)
    if one.kind == "person" and other.kind == "person":
        return _persons(short, long)
    return None if "person" in (one.kind, other.kind) else _bodies(short, long)


def _persons(one: Seen, other: Seen) -> Rule | None:
    short, long = one.key, other.key
    if "".join(short) == "".join(long):
        return "spelling"
    if len(short) == 1:
        return _one_word(one, other)
    if len(short) < len(long) and long[-len(short) :] == short:
        return "word before"
    if not near(surname(short), surname(long)):
        return None
    if near(short[0], long[0]):
        return _middle(short, long)
    return "first name" if short[1:-1] == long[1:-1] and alike(_first(one), _first(other)) else None


def _one_word(one: Seen, other: Seen) -> Rule | None:
    """A lone surname or first name, beside another name."""
    word, long = one.key[0], other.key
    if word == surname(long):
        return "surname"
    return "first name" if word == long[0] and _first(one) in GIVEN_NAMES else None


def _first(one: Seen) -> str:
    return plain(one.name.split()[0])


def _middle(short: Key, long: Key) -> Rule | None:
    """First and last words fit; so must what stands between them, where both have something there."""
    if len(short) == len(long):
        return "spelling" if all(map(_near_or_initial, short, long)) else None
    return "middle name" if set(short[1:-1]) <= set(long[1:-1]) else None


def _near_or_initial(one: str, other: str) -> bool:
    return near(one, other) or (one[0] == other[0] and 1 in (len(one), len(other)))


def _bodies(short: Seen, long: Seen) -> Rule | None:
    if len(short.key) == 1 and stands_for(short.key[0], long.name):
        return "initials"
    if len(short.key) == 1 and len(long.key) > 1:
        named = plain(short.name) in NAMING - _ANY_STATION and "and" not in long.key
        return "short name" if named and short.key[0] == long.key[-1] else None
    if len(short.key) != len(long.key) or max(map(len, short.key)) < _SHORTEST_SPELLING:
        return None
    return "spelling" if all(map(near, short.key, long.key)) else None
