"""Tell how well a description fits a person: "the Vermont senator" and someone whose role is "senator"."""

from __future__ import annotations

from .entities import Entity, gender_of_word
from .lexicon import PARTIES, PLACES
from .names import plain
from .phrases import Phrase
from .roles import role_words

MISFIT = -5.0
_DECISIVE = frozenset("former vice deputy shadow assistant first ex".split())
_RANKS = frozenset("vice deputy shadow assistant under".split())
_OFFICES = frozenset("president minister secretary premier chancellor mayor governor".split())
_FILLERS = frozenset(
    "the a an this that new own same said latest other young old long-time top its his her their".split()
)


def added_words(phrase: Phrase) -> set[str]:
    """What a description adds to its noun."""
    words = {plain(word) for word in phrase.text.split()} | phrase.words
    return words - {phrase.head} - _FILLERS


def fit(phrase: Phrase, noun: str, person: Entity, lead: bool) -> float | None:
    """How well a description fits a person with the role ``noun``; None if they cannot be the same.

    A lead may say more than the page repeats: "a former doctor" of someone who is then only "Dr.".
    """
    words = role_words(" ".join(phrase.words)) - {noun} - _FILLERS
    bare = lead and phrase.head not in _OFFICES and not person.role_words - {noun}
    if (words & _DECISIVE) - person.role_words and not bare:
        return None
    if (
        (person.role_words & _RANKS) - phrase.words
        or _elsewhere(words, person)
        or _other_gender(phrase, person)
    ):
        return None
    known = person.role_words | person.name_words
    proper = _proper_words(phrase) - {noun}
    if proper and not any(_akin(word, other) for word in proper for other in known):
        return MISFIT
    overlap = len(words & known)
    return 2.0 * overlap + (overlap / len(words) if words else 1.0)


def _proper_words(phrase: Phrase) -> set[str]:
    """The names in a description; its first word is one only where it owns the rest ("Velland's envoy")."""
    first, *others = phrase.text.split()
    names = [word for word in others if word[0].isupper()]
    return role_words(" ".join([first, *names] if first.endswith(("’s", "'s")) else names))


def _akin(one: str, other: str) -> bool:
    """Whether two words are the same or one is made from the other: "russia", "russian"."""
    return one == other or (
        min(len(one), len(other)) > 3 and (one.startswith(other) or other.startswith(one))
    )


def _elsewhere(words: set[str], person: Entity) -> bool:
    """Whether description and role name different places or parties: Texas, Florida."""
    for kind in (PLACES, PARTIES):
        here, there = words & kind, person.role_words & kind
        if here and there and not here & there:
            return True
    return False


def _other_gender(phrase: Phrase, person: Entity) -> bool:
    gender = "he" if phrase.head.endswith("chairman") else gender_of_word(phrase.head)
    return bool(gender and person.gender and gender != person.gender)
