"""The persons of a page, found by full name, surname or first name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from .entities import Entity, Gender, gender_of_title, unique
from .given_names import FEMALE_NAMES, MALE_NAMES
from .layout import Layout
from .lexicon import MONTH_NAMES
from .mentions import Mention
from .names import plain

_SUFFIXES = frozenset("jr sr ii iii iv".split())
_PARTICLES = frozenset("de la van von der bin le del di da du el".split())
_HE_OR_SHE_NEXT = re.compile(r"[^A-Z\n:;\"“]*?\b(?:(he|him|his|himself)|she|her|hers|herself)\b")
_MOST_NAMESAKES = 50
_MOST_GIVEN = 10
_NICKNAMES = {
    nick: full
    for pair in (
        "bill:william will:william billy:william bob:robert rob:robert bobby:robert dick:richard "
        "rick:richard jim:james jimmy:james mike:michael joe:joseph jack:john ted:edward ned:edward "
        "chuck:charles tony:anthony "
        "harry:henry hank:henry larry:lawrence jerry:gerald liz:elizabeth betty:elizabeth beth:elizabeth "
        "kate:katherine kathy:katherine peggy:margaret maggie:margaret meg:margaret sue:susan nick:nicholas "
        "andy:andrew steve:steven alex:alexander greg:gregory dan:daniel vlad:vladimir"
    ).split()
    for nick, full in [pair.split(":")]
}

Key = tuple[str, ...]


class People:
    """The persons a page names; those named in full first, so that shorter names find them."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._by_name: dict[Key, Entity] = {}
        self._by_surname: dict[str, list[Entity]] = defaultdict(list)
        self._by_given: dict[str, list[Entity]] = defaultdict(list)
        self._forms: dict[int, Counter[str]] = defaultdict(Counter)
        self._given: dict[int, set[str]] = defaultdict(set)
        self._lone: dict[str, list[Entity]] = defaultdict(list)
        self._usual: dict[str, Entity] = {}

    def add_full(self, mention: Mention) -> None:
        """Take up a name of two words or more; "Ada B. Quill" and "Ada Quill" are one."""
        words = _core(mention.words)
        if len(words) < 2:
            return
        key = tuple(plain(word) for word in words)
        entity = self._full(key) or self._namesake(key) or self._new(key, mention)
        if mention.kind == "person":
            entity.kind = "person"
        self._by_name[key] = entity
        self._forms[id(entity)][" ".join(mention.words)] += 1
        if len(self._given[id(entity)]) < _MOST_GIVEN:
            self._given[id(entity)].add(plain(mention.words[0]))

    def _full(self, key: Key) -> Entity | None:
        """Whom a full name names, a stray word before it or not."""
        return self._by_name.get(key) or (self._by_name.get(key[1:]) if len(key) > 2 else None)

    def _namesake(self, key: Key) -> Entity | None:
        bearers = self._by_surname[key[-1]][:_MOST_NAMESAKES]
        return next((one for one in bearers if self._same_given(one, key[0])), None)

    def _new(self, key: Key, mention: Mention) -> Entity:
        entity = Entity(mention.kind, "", mention.start, _gender_of_name(key))
        self._by_surname[key[-1]].append(entity)
        self._by_given[key[0]].append(entity)
        return entity

    def _same_given(self, entity: Entity, given: str) -> bool:
        """Whether a first name may be this person's: equal, an initial, a short form."""
        return any(alike(given, other) for other in self._given[id(entity)])

    def settle(self, mentions: list[Mention]) -> None:
        """Give everyone the fullest name, and decide whom a surname means on its own."""
        for entity in unique(self._by_name.values()):
            forms = self._forms[id(entity)]
            entity.name = max(forms, key=lambda name: (len(name.split()), forms[name], name))
        self._tell_places()
        alone: dict[str, list[Mention]] = defaultdict(list)
        for mention in mentions:
            if len(_core(mention.words)) == 1:
                alone[plain(mention.words[-1])].append(mention)
        for surname, singles in alone.items():
            bearers = self._by_surname.get(surname, [])
            if len(bearers) == 1 and bearers[0].kind == "unknown":
                bearers[0].kind = "person"
            if bearers:
                self._usual[surname] = self._most_meant(bearers, singles)

    def _tell_places(self) -> None:
        """What begins with a person's surname is something named after the person: "Quill National Park"."""
        for key, entity in self._by_name.items():
            bearers = self._by_surname.get(key[0], [])
            if entity.kind == "unknown" and any(one.kind == "person" for one in bearers):
                entity.kind = "organization"
                self._by_given[key[0]] = [one for one in self._by_given[key[0]] if one is not entity]

    def _most_meant(self, bearers: list[Entity], alone: list[Mention]) -> Entity:
        """Of all with one surname, whom it means on its own: as titles and pronouns go, else the first named.

        Where these speak against everyone who is named in full, it is someone else of that name.
        """
        votes = self._votes(alone)
        told = votes["he"] + votes["she"]
        if told >= 3 and all(one.gender and votes[one.gender] < told / 4 for one in bearers):
            gender: Gender = "he" if votes["he"] > votes["she"] else "she"
            return self._only_surname(alone[0], gender)
        votes = self._votes([mention for mention in alone if not gender_of_title(mention.title)])
        told = votes["he"] + votes["she"]
        likely = [one for one in bearers if one.gender and votes[one.gender] > told / 2]
        return min(likely or bearers, key=lambda one: one.first)

    def _votes(self, alone: list[Mention]) -> Counter[str]:
        """How often "he" and "she" go with a surname: its titles, and the pronouns right after it."""
        votes: Counter[str] = Counter()
        for mention in alone:
            votes[gender_of_title(mention.title)] += 2
            match = _HE_OR_SHE_NEXT.match(self._layout.text, mention.end, mention.end + 80)
            if match:
                votes["he" if match[1] else "she"] += 1
        return votes

    def find(self, mention: Mention) -> Entity | None:
        """Whom ``mention`` names; someone new, if nobody on the page has this name in full."""
        known = self.known(mention.words, mention.title)
        if known is not None or _needs_full_name(mention):
            return known
        return self._only_surname(mention, gender_of_title(mention.title))

    def _only_surname(self, mention: Mention, gender: Gender) -> Entity:
        """Someone whom the page never names in full; "Mr. Quill" and "Mrs. Quill" are two."""
        namesakes = self._lone[plain(mention.words[-1])]
        entity = _of_gender(namesakes, gender)
        if entity is None:
            entity = Entity(mention.kind, " ".join(mention.words), mention.start, gender)
            namesakes.append(entity)
        if mention.kind == "person":
            entity.kind = "person"
        entity.gender = entity.gender or gender
        return entity

    def known(self, words: tuple[str, ...], title: str = "") -> Entity | None:
        """Whom these words name, of those the page names in full or has named before."""
        key = tuple(plain(word) for word in _core(words))
        if len(key) != 1:
            return self._full(key)
        gender = gender_of_title(title)
        usual = self._usual.get(key[0])
        bearers = ([usual] if usual else []) + self._by_surname.get(key[0], [])[:_MOST_NAMESAKES]
        given = self._by_given.get(key[0], [])[:1] if not gender else []
        return _of_gender([*bearers, *given, *self._lone.get(key[0], [])], gender)


def _of_gender(bearers: list[Entity], gender: Gender) -> Entity | None:
    return next((one for one in bearers if not gender or one.gender in (gender, "")), None)


def _needs_full_name(mention: Mention) -> bool:
    """A single word that names somebody only if the page does so in full: "May", "June"."""
    return len(mention.words) == 1 and plain(mention.words[0]) in MONTH_NAMES


def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    """A name without "Jr." and "III", and with "de Souza" and "van Dijk" as one word."""
    core = [word for word in words if plain(word) not in _SUFFIXES]
    while len(core) > 1 and plain(core[-2]) in _PARTICLES:
        del core[-2]
    return tuple(core)


def _gender_of_name(key: Key) -> Gender:
    """What the given name tells: the first word, or the second after an initial."""
    for word in key[:2]:
        given = word.split("-")[0]
        if given in MALE_NAMES:
            return "he"
        if given in FEMALE_NAMES:
            return "she"
        if len(given) > 1:
            break
    return ""


def alike(one: str, other: str) -> bool:
    """Whether two plain first names may be one person's: equal, an initial, a short form."""
    if one == other or _NICKNAMES.get(one, one) == _NICKNAMES.get(other, other):
        return True
    if min(len(one), len(other)) == 1 or "." in one + other:
        return one[:1] == other[:1]
    return min(len(one), len(other)) >= 3 and (one.startswith(other) or other.startswith(one))
