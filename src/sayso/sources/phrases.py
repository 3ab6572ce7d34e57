"""Read the words of a source: a pronoun, a name, a role, a body, a paper, a crowd."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from typing import Literal

from sayso.model import Span

from .cast import Cast
from .entities import Entity, unique
from .lexicon import (
    DETERMINERS,
    DOCUMENTS,
    FEMALE_PRONOUNS,
    FIRST_PERSON,
    GENERIC_OUTLETS,
    GROUPS,
    MALE_PRONOUNS,
    ORGANIZATIONS,
    PLURAL_PRONOUNS,
    QUANTIFIERS,
    RELATIVES,
    ROLES,
    SECOND_PERSON,
    THING_PRONOUNS,
    TITLES,
    UNNAMED_PEOPLE,
)
from .roles import role_start
from .stretch import EDGE, Named, Stretch, starts_with_preposition, stretch_at

PhraseKind = Literal[
    "he", "she", "it", "they", "first", "second", "relative",
    "name", "names", "person", "people", "body", "outlet", "document", "other",
]  # fmt: skip
_PRONOUNS: tuple[tuple[PhraseKind, frozenset[str]], ...] = (
    ("he", MALE_PRONOUNS),
    ("she", FEMALE_PRONOUNS),
    ("it", THING_PRONOUNS),
    ("they", PLURAL_PRONOUNS),
    ("first", FIRST_PERSON),
    ("second", SECOND_PERSON),
    ("relative", RELATIVES),
)
_JOINT = re.compile(r"(?:,[^,;]{0,80})?,? (?:and|&|or) (?:the |then-)?(?:[A-Z][\w.]* ){0,3}")
_EXPLAINING = re.compile(
    r"(?:,|[ \xa0](?:--|–|—))[ \xa0](?:(?:the|an?)[ \xa0])?"
    r"|,[ \xa0](?:his|her|their)[ \xa0](?:[\w-]+[ \xa0]){1,4}"
)
_OTHERS = re.compile(r",? and (?:\w+ ){0,2}(?:others?|colleagues|supporters|aides)\b")
_EXAMPLES = re.compile(r",? (?:including|like|such as|among them) (?:the )?(?:[A-Z][\w.]* ){0,2}")
_ROLE_BETWEEN = re.compile(r"(?!.* and )[\w \xa0-]{0,60}")
_RESTRICTED = re.compile(r"[ \xa0](?:that|which|who|whose)\b")
_COMMON_OWNER = re.compile(
    r"((?:the|this|that)[ \xa0](?:[\w-]+[ \xa0]){0,4}?[\w-]+)(?:['’]s|s['’])[ \xa0]", re.IGNORECASE
)
_PART_OF = re.compile(
    r"(?:one|some|many|most|all|both|each|none|several|few|two|three|\d+) of "
    r"(?:the |these |those |his |her )?",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’]s?[ \xa0]")
_AMOUNTS = frozenset("number lot few group".split())
_PEOPLE_PLURALS = frozenset(
    "people men women police media children clergy staff personnel folk folks".split()
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """What the words of a source say they are.

    ``head`` is the noun it is about, ``words`` those around it; ``entities`` are those it names.
    Whose it is tell ``owner``, a name; ``owner_span``, a description; ``owner_pronoun``.
    ``label`` is a name that ends in the noun ("Tolby University poll"); ``body`` the first body it names.
    ``restricted`` means that "who" or "that" and more words say which one is meant.
    """

    kind: PhraseKind
    text: str
    span: Span
    head: str = ""
    other_head: str = ""
    words: frozenset[str] = frozenset()
    entities: tuple[Entity, ...] = ()
    label: str = ""
    body: Entity | None = None
    owner: Entity | None = None
    owner_span: Span | None = None
    owner_pronoun: str = ""
    definite: bool = False
    indefinite: bool = False
    plural: bool = False
    counted: bool = False
    restricted: bool = False


def read_phrase(text: str, span: Span, cast: Cast) -> Phrase:
    """What the source at ``span`` is."""
    stretch = stretch_at(text, span, cast)
    words = stretch.plain_words(stretch.start, stretch.end)
    if not words:
        return Phrase("other", "", stretch.span)
    pronoun = _pronoun(stretch, words)
    return pronoun or _named(stretch) or _described(stretch, words)


def _pronoun(stretch: Stretch, words: list[str]) -> Phrase | None:
    """The phrase as a pronoun: "he", "my", "they themselves"; "his lawyer" and "that report" are none."""
    if words[-1] == "i" and "and" in words:
        return Phrase("first", stretch.words, stretch.span, plural=True)
    country = len(words[0]) > 1 and stretch.words[: len(words[0])].isupper()
    kind = None if country else _pronoun_kind(words[0])
    if kind is None or (len(words) > 1 and words[0] in DETERMINERS):
        return None
    return Phrase(kind, stretch.words, stretch.span, plural=kind == "they" or words[0] in ("we", "us", "our"))


def _pronoun_kind(word: str) -> PhraseKind | None:
    return next((kind for kind, words in _PRONOUNS if word in words), None)


def _named(stretch: Stretch) -> Phrase | None:
    """The phrase as a name or several, where a name is what it is about."""
    cut = stretch.first_preposition(stretch.start + 1)
    heads = [number for number, (mention, _) in enumerate(stretch.names) if mention.start < cut]
    if heads and _ends_with(stretch, stretch.names[heads[-1]]):
        return _names(stretch, heads[-1])
    if not heads and _has_office(stretch):
        return _names(stretch, len(stretch.names) - 1)
    return _explained(stretch) or (None if heads else _with_examples(stretch))


def _has_office(stretch: Stretch) -> bool:
    """Whether an office comes before the name at the end: "Speaker of the House Ann Lee"."""
    words = stretch.plain_words(stretch.start, stretch.part_end)
    if not stretch.names or not stretch.words[0].isupper() or words[0] not in TITLES:
        return False
    mention, entity = stretch.names[-1]
    return entity.human and len(mention.words) > 1 and 0 <= stretch.part_end - mention.end <= 2


def _ends_with(stretch: Stretch, name: Named) -> bool:
    """Whether nothing but a possessive or a prepositional phrase follows the name in the first part."""
    rest = stretch.text[name[0].end : stretch.part_end]
    return len(rest) <= 2 or starts_with_preposition(rest)


def _explained(stretch: Stretch) -> Phrase | None:
    """The name that explains a description: "a former official, Ann Lee", "her rival, mayor Bo Marsh"."""
    for mention, entity in stretch.names:
        role = role_start(stretch.text, stretch.part_end, mention)
        explains = _EXPLAINING.fullmatch(stretch.text, stretch.part_end, role)
        if explains and (entity.human or _noun(stretch) in ORGANIZATIONS):
            return Phrase("name", stretch.words, stretch.span, entities=(entity,))
    return None


def _noun(stretch: Stretch) -> str:
    """The noun that the first part is about."""
    words = stretch.plain_words(stretch.start, stretch.first_preposition(stretch.start + 1))
    return words[-1] if words else ""


def _with_examples(stretch: Stretch) -> Phrase | None:
    """The names that stand for many: "critics, including Ann Lee and Bo Marsh"."""
    if _noun(stretch) in DOCUMENTS:
        return None
    for number, (mention, _) in enumerate(stretch.names):
        if _EXAMPLES.fullmatch(stretch.text, stretch.part_end, mention.start):
            if number + 1 < len(stretch.names) and _begins_role(stretch, number):
                number += 1
            return dataclasses.replace(_names(stretch, number), kind="names")
    return None


def _begins_role(stretch: Stretch, number: int) -> bool:
    """Whether a body's name begins the role of the next person: "Tolby University professor Ann Lee"."""
    (body, one), (person, other) = stretch.names[number : number + 2]
    role = _ROLE_BETWEEN.fullmatch(stretch.text, body.end, person.start)
    return other.human and not one.human and role is not None


def _names(stretch: Stretch, at: int) -> Phrase:
    """The name at ``at`` and those joined to it by "and"."""
    first = last = at
    while first > 0 and _joined(stretch, first - 1, first):
        first -= 1
    entities = [entity for _, entity in stretch.names[first : at + 1]]
    for number in range(at + 1, len(stretch.names)):
        if _joined(stretch, last, number):
            last = number
            entities.append(stretch.names[number][1])
    found = tuple(unique(entities))
    before = stretch.plain_words(stretch.start, stretch.names[first][0].start)
    counted = found[0].kind == "group" and any(word in QUANTIFIERS or word[0].isdigit() for word in before)
    several = len(found) > 1 or _OTHERS.search(stretch.text, stretch.names[last][0].end, stretch.end)
    kind: PhraseKind = "names" if several else "name"
    return Phrase(kind, stretch.words, stretch.span, entities=found, counted=counted)


def _joined(stretch: Stretch, left: int, right: int) -> bool:
    (before, one), (after, other) = stretch.names[left], stretch.names[right]
    if one is other or one.human != other.human:
        return False
    return _JOINT.fullmatch(stretch.text, before.end, after.lead) is not None


def _described(stretch: Stretch, words: list[str]) -> Phrase:
    """The phrase as a description: what its noun is, whether it is one or many, certain or any."""
    owner, at = _owner(stretch)
    part = _PART_OF.match(stretch.text, at, stretch.end)
    at = part.end() if part else at
    cut = stretch.first_preposition(max(at - 1, stretch.start + 1))
    inner = stretch.plain_words(at, cut) or words
    head, first = inner[-1].removesuffix("'s"), words[0]
    plural = _is_plural(head)
    return Phrase(
        _kind_of(head, plural),
        stretch.words,
        stretch.span,
        head=head,
        other_head=inner[inner.index("and") - 1] if "and" in inner[1:] else "",
        words=frozenset(inner),
        label=_label(stretch, at, cut),
        body=next((one for _, one in stretch.names if one.kind in ("organization", "outlet")), None),
        owner=owner,
        owner_span=None if owner else _owner_span(stretch, cut),
        owner_pronoun=first if first in DETERMINERS and first != "that" and _pronoun_kind(first) else "",
        definite=first in ("the", "this", "that", "these", "those", "said"),
        indefinite=first in ("a", "an", "one", "another", "some"),
        plural=plural,
        counted=_is_counted(words),
        restricted=_RESTRICTED.match(stretch.text, stretch.part_end, stretch.end) is not None,
    )


def _owner(stretch: Stretch) -> tuple[Entity | None, int]:
    """Whose it is, if the phrase begins with "Quill's", and where the rest begins."""
    if stretch.names and stretch.names[0][0].lead - stretch.start <= 4:
        mention, entity = stretch.names[0]
        match = _POSSESSIVE.match(stretch.text, mention.end, stretch.end)
        if match:
            return entity, match.end()
    return None, stretch.start


def _owner_span(stretch: Stretch, end: int) -> Span | None:
    """Where the owner stands in "the agency's bureaucracy"."""
    match = _COMMON_OWNER.match(stretch.text, stretch.start, end)
    return match.span(1) if match else None


def _label(stretch: Stretch, start: int, end: int) -> str:
    """A name followed by what it names: "Tolby Council memo", "Westmoor Times/RQ News poll"."""
    names = [mention for mention, _ in stretch.names if start <= mention.start and mention.end <= end]
    return stretch.text[names[0].start : end].strip(EDGE) if names else ""


def _is_plural(head: str) -> bool:
    if head in _PEOPLE_PLURALS:
        return True
    return len(head) > 3 and head.endswith("s") and not head.endswith(("ss", "us", "is"))


def _is_counted(words: list[str]) -> bool:
    """Whether the phrase gives no names but a quantity: "many voters", "a number of experts", "9 percent"."""
    first = words[0]
    return (
        first in QUANTIFIERS or first[0].isdigit() or (first != "the" and not _AMOUNTS.isdisjoint(words[1:2]))
    )


def _kind_of(head: str, plural: bool) -> PhraseKind:
    """What a noun names: one person, people, a body, an outlet, a paper or something else."""
    tail = head.rsplit("-", 1)[-1]
    if head in UNNAMED_PEOPLE or head in GROUPS or head in QUANTIFIERS:
        return "person" if head in ("source", "member", "person") else "people"
    if head in DOCUMENTS:
        return "document"
    if head in ROLES or tail in ROLES or head.endswith("-old"):
        return "person"
    if plural and (head[:-1] in ROLES or tail[:-1] in ROLES):
        return "people"
    if head in GENERIC_OUTLETS:
        return "outlet"
    if head in ORGANIZATIONS:
        return "body"
    return "people" if plural else "other"
