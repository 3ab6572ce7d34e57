"""The nouns of sources across pages: a source under all its names, and why they are one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model import Spans, SpeakerKind

Rule = Literal[
    "decision", "same name", "known outlet", "domain", "explained", "surname", "first name", "middle name",
    "spelling", "word before", "initials", "short name",
]  # fmt: skip

Anchor = tuple[str, str]
"""A page's id and the id of an attribution on it: whoever speaks there."""

Party = str | Anchor
"""Whom a decision is about: the id of a source, or whoever speaks in an attribution."""

Decision = tuple[Literal["same", "apart"], Party, Party]
"""What a person decided: these two are one source, or are not."""


@dataclass(frozen=True, slots=True)
class Merge:
    """Why a source as one page names it is the same as on another (or under another name).

    ``one`` and ``other`` are pairs of a page's id and the name there; ``text`` says the reason in a
    sentence. ``spans`` are the words that show it on the page ``page``, where there are such.
    """

    rule: Rule
    one: tuple[str, str]
    other: tuple[str, str]
    text: str
    page: str | None = None
    spans: Spans = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks on one page or many: a person, organization, outlet, document, group, or nobody named.

    ``name`` is what to call it, ``names`` all that pages call it; a source without a name has no
    ``names``, and ``name`` is then the page's words for it. ``roles`` and ``affiliations`` are the pages'
    words, the commonest first; ``speaks_for`` are the ids of the organizations it speaks for.
    ``mentions`` are the attributions it is the source of, ``published`` the pages it is the outlet of.
    ``merges`` tell why these are one, each joining two of them.
    """

    id: str
    name: str
    kind: SpeakerKind
    names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    affiliations: tuple[str, ...] = ()
    speaks_for: tuple[str, ...] = ()
    mentions: tuple[Anchor, ...] = ()
    published: tuple[str, ...] = ()
    domain: str | None = None
    agency: bool = False
    merges: tuple[Merge, ...] = ()
