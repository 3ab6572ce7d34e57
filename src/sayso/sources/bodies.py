"""The organizations, outlets, places and groups of a page, found by name, acronym or a part of the name."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from .entities import Entity, unique
from .mentions import Mention
from .names import is_acronym, plain

_OUTLET_ENDINGS = ("news", "tv", "television", "radio")
_MINOR = frozenset("of the and for on in to a an & de la al el".split())
_OF_PERSONS = frozenset("campaign administration team camp".split())
_MOST_NAMESAKES = 50

Key = tuple[str, ...]


class Bodies:
    """The bodies a page names."""

    def __init__(self) -> None:
        self._by_name: dict[Key, Entity] = {}
        self._by_ending: dict[Key, Entity] = {}
        self._by_initials: dict[str, list[Key]] = defaultdict(list)
        self._by_pair: dict[tuple[str, str], list[Key]] = defaultdict(list)

    def __contains__(self, words: tuple[str, ...]) -> bool:
        return _key(words) in self._by_name

    def add(self, mention: Mention) -> None:
        """Take up a name."""
        key = _key(mention.words)
        if key not in self._by_name:
            self._by_name[key] = Entity(mention.kind, " ".join(mention.words), mention.start)

    def settle(self) -> None:
        """Make one of a body's names: acronyms and short forms lead to the full one."""
        for name, entity in self._by_name.items():
            if entity.kind in ("organization", "outlet") and len(name) > 1:
                for short in _initials_of(name):
                    self._by_initials[short].append(name)
                for pair in pairwise(name):
                    self._by_pair[pair].append(name)
        for key in sorted(self._by_name, key=lambda key: (-len(key), key)):
            self._settle_one(key)

    def _settle_one(self, key: Key) -> None:
        entity = self._by_name[key]
        if entity.kind in ("place", "group", "document"):
            return
        longer = self._longer(key) if len(key) > 1 else self._spelt_out(key[0], entity.name)
        fuller = unique(self._by_name[name] for name in longer)
        if len(fuller) == 1 or (fuller and len(key) == 1):
            fuller[0].first = min(fuller[0].first, entity.first)
            self._by_name[key] = fuller[0]
        if "of" in key or "for" in key:
            for at in range(1, len(key) - 1):
                self._by_ending.setdefault(key[at:], self._by_name[key])

    def _longer(self, key: Key) -> list[Key]:
        """Names that this one is a part of."""
        names = self._by_pair[key[0], key[1]][:_MOST_NAMESAKES]
        return [name for name in names if len(name) > len(key) and _part_of(key, name)]

    def _spelt_out(self, word: str, name: str) -> list[Key]:
        """The names that an acronym is short for; "RQ" is "RQ News" as well."""
        outlets: list[Key] = [(word, ending) for ending in _OUTLET_ENDINGS if (word, ending) in self._by_name]
        return outlets or (self._by_initials[word.replace(".", "")] if is_acronym(name) else [])

    def find(self, words: tuple[str, ...]) -> Entity | None:
        """The body of this name."""
        return self._by_name.get(_key(words))

    def ending_in(self, words: tuple[str, ...]) -> Entity | None:
        """The body whose name ends in these words, as "Coastal Towns" ends "Centre for Coastal Towns"."""
        return self._by_ending.get(_key(words))


def _key(words: tuple[str, ...]) -> Key:
    return tuple(plain(word) for word in words)


def _initials_of(name: Key) -> set[str]:
    """The acronyms of ``name``: its initials, small words counted or not, "Department" counted or not."""
    parts = [part for word in name for part in word.split("-") if part]
    found = {"".join(part[0] for part in parts if part not in _MINOR), "".join(part[0] for part in parts)}
    if name[0] in ("department", "ministry", "office"):
        found.add("".join(part[0] for part in parts[1:] if part not in _MINOR))
    return found


def _part_of(key: Key, name: Key) -> bool:
    """Whether ``key`` is a stretch of ``name``, and not the person a campaign is called after."""
    if name[-1] in _OF_PERSONS and key[-1] != name[-1]:
        return False
    return any(name[at : at + len(key)] == key for at in range(len(name) - len(key) + 1))
