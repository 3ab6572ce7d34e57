"""Group the mentions of a page into its cast: each person and body once, under the fullest name."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from .bodies import Bodies
from .entities import Entity, gender_of_title, unique
from .layout import Layout
from .mentions import Mention
from .names import plain
from .people import People

_HE_SHE_OR_IT = re.compile(r"\b(?:he|him|his|himself|she|her|hers|herself|(it|its))\b", re.IGNORECASE)
_PERSON_AFTER = re.compile(r"(?: \([^)\n]{1,30}\))?,? who\b|, \d{2},")
_BEFORE = re.compile(r"\b(?:(in|at|near|into|from|outside)|on|the) $", re.IGNORECASE)
_BODY_KINDS = ("organization", "outlet", "place", "group", "document")
_LONGEST_IN_HEADLINE = 6
_ENOUGH = 6

Pair = tuple[Mention, Entity | None]


@dataclass(frozen=True, slots=True)
class Cast:
    """A page's entities, and for each mention, in order, the one it stands for."""

    mentions: tuple[Mention, ...]
    of_mention: tuple[Entity | None, ...]
    entities: tuple[Entity, ...]
    starts: tuple[int, ...]


def gather(layout: Layout, body: tuple[Mention, ...], headlines: tuple[Mention, ...]) -> Cast:
    """The cast of a page, from the mentions in its running text and the runs of capitals in its headlines."""
    body = _spelt_as_elsewhere(body)
    people, bodies = _register(layout, body)
    pairs: list[Pair] = [(mention, _entity_of(mention, people, bodies)) for mention in body]
    for run in headlines:
        pairs += _in_headline(run, people, bodies)
    pairs.sort(key=lambda pair: (pair[0].start, pair[0].end))
    entities = unique(entity for _, entity in pairs if entity)
    _tell_genders(pairs)
    _tell_kinds(layout, pairs)
    mentions = tuple(mention for mention, _ in pairs)
    starts = tuple(mention.start for mention in mentions)
    return Cast(mentions, tuple(entity for _, entity in pairs), tuple(entities), starts)


def _spelt_as_elsewhere(body: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """A name in a transcript's capitals ("LEE: Well ...") is no acronym if it is set as usual elsewhere."""
    mixed = {plain(word) for mention in body for word in mention.words if not word.isupper()}

    def spelt(mention: Mention) -> Mention:
        word = mention.words[0]
        capitals = len(mention.words) == 1 and word.isupper() and plain(word) in mixed
        return dataclasses.replace(mention, kind="unknown") if capitals else mention

    return tuple(spelt(mention) for mention in body)


def _register(layout: Layout, body: tuple[Mention, ...]) -> tuple[People, Bodies]:
    people, bodies = People(layout), Bodies()
    for mention in body:
        if mention.kind in _BODY_KINDS:
            bodies.add(mention)
        elif mention.kind != "role":
            people.add_full(mention)
    bodies.settle()
    people.settle([mention for mention in body if mention.kind in ("person", "unknown")])
    return people, bodies


def _entity_of(mention: Mention, people: People, bodies: Bodies) -> Entity | None:
    if mention.kind == "role":
        return people.known(mention.words) if len(mention.words) == 1 else None
    if mention.kind in _BODY_KINDS or mention.words in bodies:
        return bodies.find(mention.words)
    if mention.kind == "unknown" and len(mention.words) > 1:
        return bodies.ending_in(mention.words) or people.find(mention)
    return people.find(mention)


def _in_headline(run: Mention, people: People, bodies: Bodies) -> list[Pair]:
    """The names in a run of a headline's capitals that the page's running text knows."""
    found: list[Pair] = []
    at, number = run.start, 0
    while number < len(run.words):
        size, entity = _longest_known(run.words[number : number + _LONGEST_IN_HEADLINE], people, bodies)
        words = run.words[number : number + size]
        end = at + sum(len(word) + 1 for word in words) - 1
        if entity is not None:
            found.append((Mention(at, end, words, entity.kind, "", at), entity))
        at, number = end + 1, number + size
    return found


def _longest_known(words: tuple[str, ...], people: People, bodies: Bodies) -> tuple[int, Entity | None]:
    for size in range(len(words), 0, -1):
        entity = bodies.find(words[:size]) or people.known(words[:size])
        if entity is not None:
            return size, entity
    return 1, None


def _tell_genders(pairs: list[Pair]) -> None:
    for mention, entity in pairs:
        if entity is not None and not entity.gender:
            entity.gender = gender_of_title(mention.title)


def _tell_kinds(layout: Layout, pairs: list[Pair]) -> None:
    """Decide what the unclassified names are, each by its first few mentions."""
    unclear: dict[int, list[Pair]] = defaultdict(list)
    for mention, entity in pairs:
        if entity is not None and entity.kind == "unknown":
            unclear[id(entity)].append((mention, entity))
    for some in unclear.values():
        entity = some[0][1]
        if entity is not None:
            _tell_kind(layout, entity, [mention for mention, _ in some[:_ENOUGH]])


def _tell_kind(layout: Layout, entity: Entity, mentions: list[Mention]) -> None:
    """By what stands around a name: "in" or "the" before it, "who", an age, "he", "she" or "it" after it."""
    single = " " not in entity.name
    if single and all(layout.opens_sentence(mention.start) for mention in mentions):
        return
    votes: Counter[str] = Counter()
    for mention in mentions:
        votes.update(_evidence(layout.text, mention))
    things = votes["thing"] + votes["place"]
    if votes["person"] > things:
        entity.kind = "person"
    elif things > (0 if single else 1) and (single or not votes["person"]):
        entity.kind = "place" if votes["place"] > votes["thing"] else "organization"


def _evidence(text: str, mention: Mention) -> Counter[str]:
    before = _BEFORE.search(text, max(0, mention.start - 8), mention.start)
    if before:
        return Counter(place=1) if before[1] else Counter(thing=1)
    found: Counter[str] = Counter(person=3 if _PERSON_AFTER.match(text, mention.end) else 0)
    pronoun = _HE_SHE_OR_IT.search(text, mention.end, mention.end + 120)
    if pronoun:
        found["thing" if pronoun[1] else "person"] += 1
    return found
