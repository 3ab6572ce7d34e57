"""Tell persons of one full name apart: a minister in one story and a baker in another, both John Smith.

A full name is one person's, unless what the pages say of its bearers is unlike and the stories are, too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from sayso.sources.lexicon import DEMONYMS, PARTIES, WIDER_ROLE
from sayso.sources.roles import role_words

from .seen import Seen
from .stories import Stories

_NOT_TELLING = (
    frozenset("former ex acting interim senior deputy vice chief top leading first new old young".split())
    | DEMONYMS.keys()
    | set(DEMONYMS.values())
)
_POLITICIANS = WIDER_ROLE["politician"] | WIDER_ROLE["lawmaker"]
_PRIME_MINISTER = frozenset(("pm", "premier", "minister"))


def bearers(seen: Sequence[Seen], numbers: Sequence[int], stories: Stories) -> list[list[int]]:
    """The sources of one full name, by their ``numbers`` in ``seen``, those of one person together.

    Those go together whose roles or bodies have a word in common, or whose pages have a rare name in
    common. All are one person's unless that leaves two of whom the pages tell unlike things.
    """
    told = {number: _description(seen[number]) for number in numbers}
    if len(_linked({number: words for number, words in told.items() if words})) < 2:
        return [list(numbers)]
    groups = _linked({number: {*words, *_names(seen[number], stories)} for number, words in told.items()})
    unlike = sum(any(told[number] for number in group) for group in groups)
    return groups if unlike > 1 else [list(numbers)]


def _names(one: Seen, stories: Stories) -> Iterator[tuple[str]]:
    """The rare names of its page, unlike the words of any role."""
    return ((name,) for name in stories.keys(one.page) if name not in one.key)


def _linked(marks: Mapping[int, Collection[object]]) -> list[list[int]]:
    """The numbers in groups, those with a mark in common together."""
    group = {number: [number] for number in marks}
    owner: dict[object, int] = {}
    for number, own in marks.items():
        for mark in own:
            other = owner.setdefault(mark, number)
            few, many = sorted((group[number], group[other]), key=len)
            if few is not many:
                many += few
                group.update(dict.fromkeys(few, many))
    return [sorted(some) for some in {id(some): some for some in group.values()}.values()]


def _description(one: Seen) -> frozenset[str]:
    """The words that say what someone is, and what else these may be called."""
    words = set().union(*map(role_words, (*one.roles, *one.affiliations)))
    if words & PARTIES:
        words |= _POLITICIANS
    if "pm" in words:
        words |= _PRIME_MINISTER
    words = words.union(*(WIDER_ROLE.get(word, ()) for word in words))
    return frozenset(words - _NOT_TELLING - set(one.key))
