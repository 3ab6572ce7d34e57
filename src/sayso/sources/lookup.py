"""Find whom a description means: "the mayor", "the fund", "the poll", "Quill's lawyer"."""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict

from .cast import Cast
from .entities import Entity, unique
from .fitting import MISFIT, added_words, fit
from .layout import Layout
from .lexicon import (
    DOCUMENTS,
    GENERIC_ORGANIZATIONS,
    GENERIC_OUTLETS,
    NAMED_BY,
    SAME_ROLE,
    TITLES,
    VAGUE_ROLES,
    WIDER_ROLE,
)
from .names import plain
from .phrases import Phrase
from .salience import Salience

_DOCUMENT_AFTER = re.compile(
    r"(?:[ \xa0](?:opinion|tracking|exit|national|statewide|annual|internal|press|news|policy|jobs))?"
    rf"[ \xa0]({'|'.join(sorted(DOCUMENTS))})\b"
)
# Bodies that "the group" or "the agency" does not mean: they have a noun of their own.
_OWN_NOUN = frozenset(
    "school university college court house senate congress parliament army police church hospital convention "
    "conference summit forum navy force marines military".split()
)
_CLEARLY = 1.4
_MOST_OF_A_KIND = 200
_NEAR = 900


class Lookup:
    """The people, bodies and papers of a page by the nouns that they can be called by."""

    def __init__(self, layout: Layout, cast: Cast, salience: Salience) -> None:
        self._salience = salience
        self._people: dict[str, list[Entity]] = defaultdict(list)
        self._bodies: dict[str, list[Entity]] = defaultdict(list)
        self._documents: dict[str, list[Entity]] = defaultdict(list)
        self._unnamed: dict[str, Entity] = {}
        self._last_seen: dict[int, int] = {}
        for entity in cast.entities:
            self._add(entity)
        self._find_documents(layout.text, cast)

    def _add(self, entity: Entity) -> None:
        if entity.human:
            for word in sorted(entity.role_words):
                self._people[word].append(entity)
        elif entity.kind in ("organization", "outlet"):
            for word in [*sorted(entity.name_words), f"any {entity.kind}"]:
                self._bodies[word].append(entity)

    def _find_documents(self, text: str, cast: Cast) -> None:
        for mention, entity in zip(cast.mentions, cast.of_mention, strict=True):
            if entity is not None and entity.kind not in ("person", "group"):
                match = _DOCUMENT_AFTER.match(text, mention.end, mention.end + 60)
                if match:
                    self.document_called(text[mention.start : match.end()], match[1], mention.start)

    def seen(self, entity: Entity, at: int) -> None:
        """The page speaks of ``entity`` at ``at``."""
        self._last_seen[id(entity)] = at

    def left_unnamed(self, entity: Entity, head: str) -> None:
        """The page speaks of "an official" and gives no name: later, "the official" is the same one."""
        self._unnamed[head] = entity

    def document_called(self, name: str, head: str, at: int) -> Entity:
        """The paper of this name; the same name is the same paper."""
        for known in self._documents[head][-20:]:
            if known.name == name:
                return known
        entity = Entity("unknown", name, at, speaks_as="document")
        self._documents[head].append(entity)
        return entity

    def document(self, phrase: Phrase, lead: bool) -> Entity | None:
        """The named paper that "the poll" stands for: the last before it; in a lead, the first after it."""
        known = self._documents[phrase.head]
        before = [one for one in known[-_MOST_OF_A_KIND:] if one.first < phrase.span[0]]
        if before:
            fits = [one for one in before if added_words(phrase) & one.name_words]
            return (fits or before)[-1] if phrase.definite else None
        return known[0] if known and lead else None

    def person(self, phrase: Phrase, sentence: int, lead: bool) -> Entity | None:
        """The person whose role the description names; in a lead, one who is named only later, too."""
        if phrase.other_head:
            first = dataclasses.replace(phrase, head=phrase.other_head, other_head="")
            known = self.person(first, sentence, lead)
            if known is not None:
                return known
        stranger = self._unnamed.get(phrase.head)
        fits = self._fitting(phrase, sentence, lead)
        if not fits:
            return stranger if phrase.definite else None
        how_well, _, seen, best = max(fits, key=lambda fitting: fitting[:3])
        if stranger is not None and self._last_seen.get(id(stranger), -1) > seen:
            return stranger
        doubtful = len(fits) > 1 or not (lead or best is self._foremost(sentence))
        return None if how_well < MISFIT + 1 and doubtful else best

    def _fitting(self, phrase: Phrase, sentence: int, lead: bool) -> list[tuple[float, float, int, Entity]]:
        """Those who may be called so: how well it fits, how salient they are, where they were last seen."""
        same = SAME_ROLE.get(phrase.head, phrase.head)
        nouns = sorted({same} | WIDER_ROLE.get(phrase.head, frozenset()))
        fits = []
        for one in unique(one for noun in nouns for one in self._people.get(noun, ())[:_MOST_OF_A_KIND]):
            later = one.first > phrase.span[0]
            how_well = fit(phrase, same, one, lead)
            if how_well is not None and (lead or not later):
                seen = self._last_seen.get(id(one), -one.first)
                fits.append((how_well - later, self._salience.score(one, sentence), seen, one))
        return fits

    def _foremost(self, sentence: int) -> Entity | None:
        """The person most spoken of just now."""
        return next((one for _, one in self._salience.ranking(sentence) if one.human), None)

    def introduced(self, phrase: Phrase, sources: list[tuple[int, Entity]]) -> Entity | None:
        """For "a former minister says" in a lead: the one whom the page then names, without a role."""
        if _is_vague(phrase):
            return None
        end = phrase.span[1]
        one = next((one for at, one in sources if end < at < end + _NEAR and one.human), None)
        return one if one is not None and one.first > phrase.span[0] and not one.roles else None

    def whoever(self, phrase: Phrase, sentence: int) -> Entity | None:
        """For a description that fits no stated role: the one clearly being talked about, if there is one."""
        if _is_vague(phrase) or phrase.restricted or phrase.owner_span is not None:
            return None
        office = phrase.head in TITLES
        people = [
            (score, one)
            for score, one in self._salience.ranking(sentence)
            if one.human and one.kind == "person" and not (office and one.role_words & TITLES)
        ]
        if not people or not people[0][1].name or people[0][0] < 1.0:
            return None
        return people[0][1] if len(people) == 1 or people[0][0] > _CLEARLY * people[1][0] else None

    def body_of(self, phrase: Phrase, owner: Entity) -> Entity | None:
        """The body that "his campaign" stands for: one that has the owner's name in its own."""
        return next((one for one in self._called(phrase) if owner.surname in one.name_words), None)

    def body(self, phrase: Phrase, sentence: int, lead: bool) -> Entity | None:
        """The organization or outlet that "the fund" stands for."""
        extra = added_words(phrase)
        found = self._called(phrase) or self._of_any_name(phrase)
        if phrase.label or phrase.restricted or not phrase.definite:
            found = [one for one in found if extra & one.name_words]
        before = [one for one in found if id(one) in self._last_seen]
        if before and phrase.definite:
            return max(before, key=lambda one: self._nearness(one, extra, sentence))
        return next((one for one in found if lead and extra & one.name_words), None)

    def _nearness(self, body: Entity, extra: set[str], sentence: int) -> tuple[int, float, int]:
        shared = len(extra & body.name_words)
        return shared, self._salience.score(body, sentence), self._last_seen[id(body)]

    def _called(self, phrase: Phrase) -> list[Entity]:
        """The bodies that have the noun in their name, or one that it goes for."""
        nouns = sorted(NAMED_BY.get(phrase.head, {phrase.head}))
        return [one for noun in nouns for one in self._bodies.get(noun, ())[:_MOST_OF_A_KIND]]

    def _of_any_name(self, phrase: Phrase) -> list[Entity]:
        """The bodies that may be called "the group" or "the paper" without having it in their name."""
        if phrase.head in GENERIC_OUTLETS:
            return self._bodies.get("any outlet", [])[:_MOST_OF_A_KIND]
        if phrase.head not in GENERIC_ORGANIZATIONS:
            return []
        known = self._bodies.get("any organization", [])[:_MOST_OF_A_KIND]
        return [one for one in known if plain(one.name.split()[-1]) not in _OWN_NOUN]


def _is_vague(phrase: Phrase) -> bool:
    """Whether the noun is one for people whom pages leave unnamed on purpose."""
    return phrase.head in VAGUE_ROLES or phrase.head.rsplit("-", 1)[-1] in VAGUE_ROLES
