"""What one page tells of each source on it: its names, roles, and for whom it speaks.

The page itself has settled already whom "Antonov" and "the ambassador" mean; here each of these becomes
one :class:`Seen`, and each body that somebody on the page belongs to as well.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import cast

from sayso.model import Attribution, Page, Speaker, SpeakerKind
from sayso.outlet_words import GENERIC, NAMING
from sayso.sources.lexicon import (
    DOCUMENTS,
    GROUPS,
    MODIFIERS,
    PLACES,
    POLICY_WORDS,
    QUANTIFIERS,
    ROLES,
    UNNAMED_PEOPLE,
)
from sayso.sources.names import GIVEN_NAMES, classify, is_acronym, plain

from .explained import Explained, explained_in
from .folding import Key, fold
from .outlets import Outlet, Table, outlet_of
from .stories import telling_names

_PLAIN_NOUNS = frozenset("local eyewitness fan medic relative rumor rumour picture internet".split())
_NOBODY = UNNAMED_PEOPLE | GROUPS | ROLES | QUANTIFIERS | GENERIC | (DOCUMENTS - NAMING) | _PLAIN_NOUNS
_BODIES = ("organization", "outlet", "document", "group")
_LOCAL = frozenset(
    "ministry police court council government army parliament committee university hospital commission "
    "board union party embassy assembly authority administration office school church bank office city "
    "county town campaign team network company group agency".split()
)
"""Bodies that every country or town has one of: "Health Ministry"."""
_ANYBODYS = MODIFIERS | POLICY_WORDS | _LOCAL
_PLATFORMS = frozenset(
    "facebook twitter youtube instagram reddit tumblr telegram tiktok vk weibo whatsapp".split()
)
_NEVER_ALONE = _ANYBODYS | NAMING | GIVEN_NAMES
_CAPITAL = r"[A-Z][\w’'&-]*"
_OF_BODY = re.compile(
    r"\b(?:for|of|at|from|with)[ \xa0](?:the[ \xa0])?"
    rf"({_CAPITAL}(?:[ \xa0](?:(?:of|for|and)[ \xa0](?:the[ \xa0])?)?{_CAPITAL})*)"
)


Counts = Mapping[str, int]
_NONE: Counts = MappingProxyType({})


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """A source as one page has it, the commonest name first. One without a name has an empty ``key``.

    ``whole`` tells whether the name alone says who it is, on every page: "Ada Quill", not "Quill".
    ``publishes`` tells that it is the outlet of the page.
    """

    page: str
    key: Key
    name: str
    kind: SpeakerKind
    names: Counts
    kinds: Counts
    roles: Counts
    affiliations: Counts
    mentions: tuple[str, ...]
    whole: bool = False
    publishes: bool = False
    outlet: Outlet | None = None

    @property
    def place(self) -> tuple[Key, str, str]:
        """What it is sorted by: nothing that depends on the order of pages."""
        return self.key, self.page, self.mentions[0] if self.mentions else ""


@dataclass(frozen=True, slots=True)
class Digest:
    """All of a page that is needed to find its sources on other pages."""

    page: str
    seen: tuple[Seen, ...]
    telling: frozenset[str]
    explained: tuple[Explained, ...]


class Keys(dict[str, Key]):
    """The keys of names, each folded once."""

    def __missing__(self, name: str) -> Key:
        self[name] = fold(name)
        return self[name]


@dataclass(slots=True)
class _Notes:
    """What is known of a named source while its page is read."""

    names: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    affiliations: Counter[str] = field(default_factory=Counter)
    mentions: list[str] = field(default_factory=list)
    publishes: Outlet | None = None


def digest(page: Page, table: Table, keys: Keys) -> Digest:
    """What ``page`` tells of its sources, and of the names and short forms in its text.

    ``keys`` holds the names that were folded for the pages before.
    """
    named: dict[Key, _Notes] = defaultdict(_Notes)
    unnamed: list[Seen] = []
    for one in page.attributions:
        if one.speaker is None or (one.speaker.kind == "none" and not one.source):
            continue
        body = _body_of(one.speaker)
        if body and one.speaker.name and keys[body] == keys[one.speaker.name]:
            body = None
        if one.speaker.name and not _is_nobody(one.speaker.name):
            _note(named[keys[one.speaker.name]], one.id, one.speaker, body)
        else:
            unnamed.append(_without_name(page, one, one.speaker, body))
        if body and not named[keys[body]].names:
            named[keys[body]].names[body] = 0
            named[keys[body]].kinds["organization"] = 0
    _publisher(named, page, table, keys)
    text = page.text[: min((b.span[0] for b in page.blocks if b.kind == "comment"), default=len(page.text))]
    seen = (*(_seen(page.id, key, notes, table) for key, notes in named.items()), *unnamed)
    return Digest(page.id, seen, telling_names(text), explained_in(text))


def _is_nobody(name: str) -> bool:
    """Whether a "name" is a word for people or papers only: "Witnesses", "Orlan newspaper"."""
    words = name.split()
    if words and words[-1] in GENERIC:
        return True
    return all(not _NOBODY.isdisjoint((word, word[:-1], word[:-2])) for word in map(plain, words))


def _note(notes: _Notes, attribution: str, speaker: Speaker, body: str | None) -> None:
    notes.names[speaker.name or ""] += 1
    notes.kinds[speaker.kind] += 1
    notes.mentions.append(attribution)
    if speaker.role:
        notes.roles[speaker.role] += 1
    if body:
        notes.affiliations[body] += 1


def _without_name(page: Page, one: Attribution, speaker: Speaker, body: str | None) -> Seen:
    words = page.words(one.source) or speaker.role or speaker.name or "somebody"
    kind: SpeakerKind = "unnamed" if speaker.kind == "none" else speaker.kind
    roles = {speaker.role: 1} if speaker.role else _NONE
    bodies = {body: 1} if body else _NONE
    return Seen(page.id, (), words, kind, _NONE, _NONE, roles, bodies, (one.id,))


def _body_of(speaker: Speaker) -> str | None:
    """The body that a source belongs to: "Vessian Ministry of Defence", of which someone is spokesman."""
    body = speaker.affiliation
    if body is None and speaker.kind == "document":
        body = _issuer(speaker.name or "")
    if body is None and (match := _OF_BODY.search(speaker.role or "")):
        body = match[1] if classify(match[1].split()) in ("organization", "outlet") else None
    return None if body is None or _is_nobody(body) else body


def _issuer(name: str) -> str | None:
    """Whose a document is: "Calder Tribune" of a "Calder Tribune report"; nobody's is a "Twitter post"."""
    words = name.split()
    while len(words) > 1 and words[-1].islower():
        words.pop()
    shortened = 0 < len(words) < len(name.split())
    return " ".join(words) if shortened and plain(words[-1]) not in _PLATFORMS else None


def _publisher(named: dict[Key, _Notes], page: Page, table: Table, keys: Keys) -> None:
    """The page's own outlet is a source too: another page may report what it says."""
    outlet = outlet_of(page.url, page.outlet, table)
    if outlet is not None:
        notes = named[keys[outlet.name]]
        notes.names[outlet.name] += 1
        notes.kinds["outlet"] += 1
        notes.publishes = outlet


def _seen(page: str, key: Key, notes: _Notes, table: Table) -> Seen:
    name = max(notes.names, key=lambda name: (notes.names[name], len(name), name))
    kind = cast(SpeakerKind, max(notes.kinds, key=lambda kind: (notes.kinds[kind], kind)))
    outlet = notes.publishes or _known_outlet(key, name, kind, table)
    whole = outlet is not None or _is_whole(key, name, kind)
    told = (notes.names, notes.kinds, notes.roles, notes.affiliations, tuple(notes.mentions))
    return Seen(page, key, name, kind, *told, whole, notes.publishes is not None, outlet)


def _known_outlet(key: Key, name: str, kind: SpeakerKind, table: Table) -> Outlet | None:
    """The outlet of the table that a source's name is; two letters only where the page shows it is one."""
    if kind == "group" or (len(key) == 1 and kind == "person"):
        return None
    return None if len(key) == 1 and len(key[0]) < 3 and kind != "outlet" else table.called(name, key)


def _is_whole(key: Key, name: str, kind: SpeakerKind) -> bool:
    words = [plain(word) for word in name.split()]
    if kind == "document" and words and name.rsplit(None, 1)[-1].islower():
        return False  # "Orlan Council statement" says whose it is, not which.
    if len(key) > 1:
        return not _ANYBODYS.issuperset(words) or _LOCAL.isdisjoint(words)
    if words[-1] in PLACES:
        return True
    if kind not in _BODIES or words[-1] in _NEVER_ALONE:
        return False
    return len(key[0]) > 3 or (len(key[0]) == 3 and is_acronym(name))
