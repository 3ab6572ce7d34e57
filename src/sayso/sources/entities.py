"""Who or what a page speaks of, whatever it is called from line to line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from sayso.model import SpeakerKind

from .lexicon import FEMALE_NOUNS, FEMALE_TITLES, MALE_NOUNS, MALE_TITLES
from .names import MentionKind, plain

Gender = Literal["he", "she", ""]


@dataclass(slots=True, eq=False)
class Entity:
    """One person, body, paper or crowd of a page, as known so far; ``name`` is empty where there is none.

    ``first`` is where the page first names it; ``speaks_as`` overrides ``kind`` in what is answered.
    """

    kind: MentionKind
    name: str
    first: int
    gender: Gender = ""
    roles: list[str] = field(default_factory=list)
    role_words: set[str] = field(default_factory=set)
    affiliation: str | None = None
    members: tuple[Entity, ...] = ()
    plural: bool = False
    speaks_as: SpeakerKind | None = None

    @property
    def human(self) -> bool:
        """Whether "he" or "she" may stand for it."""
        return self.kind in ("person", "unknown") and not self.plural

    @property
    def surname(self) -> str:
        """The last word of its name, in lower case."""
        return plain(self.name.split()[-1]) if self.name else ""

    @property
    def name_words(self) -> set[str]:
        """The words of its name, in lower case."""
        return {plain(word) for word in self.name.split()}


def unique(entities: Iterable[Entity]) -> list[Entity]:
    """Each entity once, in the order in which they first come."""
    return list({id(entity): entity for entity in entities}.values())


def gender_of_word(word: str) -> Gender:
    """What a title or a noun tells of gender: "Mrs", "spokesman"; a chairman may be a woman."""
    if word in FEMALE_TITLES or word in FEMALE_NOUNS:
        return "she"
    if (word in MALE_TITLES or word in MALE_NOUNS) and not word.endswith("chairman"):
        return "he"
    return ""


def gender_of_title(title: str) -> Gender:
    """What the titles before a name tell of gender."""
    return next((gender for word in title.split() if (gender := gender_of_word(plain(word)))), "")
