"""Tell whom a source's words stand for, by what the page has said so far; no name where it gives none."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from sayso.model import Span, SpeakerKind

from .cast import Cast
from .entities import Entity, Gender, gender_of_word
from .layout import Layout
from .lexicon import UNNAMED_PEOPLE
from .memory import Memory, many, people, thing
from .names import classify
from .phrases import Phrase, read_phrase
from .relatives import antecedent
from .roles import fits_role, role_start, strip_article
from .salience import Ranking

_COMMA = re.compile(r",[ \xa0](?:(?:the|an?)[ \xa0])?")
_LEAD_SENTENCES = 4
_CLEAR = 0.3
_PRONOUNS = ("he", "she", "it", "they", "first", "relative")


class Interpreter:
    """The meaning of source phrases outside and, but for "he" and "I", inside quotations."""

    def __init__(self, layout: Layout, cast: Cast, memory: Memory, author: Entity) -> None:
        self._layout = layout
        self._cast = cast
        self._memory = memory
        self._author = author
        self._sources: list[tuple[int, Entity]] = []
        self._nobody: dict[Span, Entity] = {}

    def prepare(self, starts: set[int]) -> None:
        """Take note of which names are sources, from where sources begin."""
        for mention, entity in zip(self._cast.mentions, self._cast.of_mention, strict=True):
            if entity is not None and (mention.lead in starts or mention.start in starts):
                self._sources.append((mention.lead, entity))
                if mention.start in starts:
                    self._memory.take_for_person(entity)

    def whom(self, phrase: Phrase) -> Entity:
        """The entity that the phrase stands for; one without a name, if the page gives none."""
        match phrase.kind:
            case "he" | "she":
                return self._third_person(phrase, phrase.kind)
            case "it" | "they":
                return self._third_person_else(phrase)
            case "relative":
                return self._relative(phrase)
            case "name" | "names":
                return self._named(phrase)
            case "person":
                return self._person(phrase)
            case "people":
                return self._people(phrase)
            case "body" | "outlet":
                return self._body(phrase)
            case "document":
                return self._document(phrase)
            case _:
                return self._other(phrase)

    def _sentence(self, phrase: Phrase) -> int:
        return self._layout.sentence(phrase.span[0])

    def _in_lead(self, phrase: Phrase) -> bool:
        return self._sentence(phrase) <= _LEAD_SENTENCES

    def behind_content(self, phrase: Phrase, gender: Gender, before: Ranking) -> Entity:
        """In "Lee was wrong, he said" he is not Lee, but one spoken of before these words."""
        found = self._memory.take_for(gender, people(gender, before), _CLEAR)
        return found or self._third_person(phrase, gender)

    def _third_person(self, phrase: Phrase, gender: Gender) -> Entity:
        ranking = people(gender, self._memory.own_words.ranking(self._sentence(phrase)))
        found = self._memory.take_for(gender, ranking) or self._just_ahead(phrase, gender)
        return found or self.unnamed(phrase, "unnamed")

    def _just_ahead(self, phrase: Phrase, gender: Gender) -> Entity | None:
        """In "As he left, Lee said" he is the next person named, if that is in this sentence or the next."""
        begin = bisect_right(self._cast.starts, phrase.span[1])
        for number in range(begin, min(begin + 10, len(self._cast.starts))):
            entity = self._cast.of_mention[number]
            if entity is not None and entity.human and entity.gender in (gender, ""):
                near = self._layout.sentence(self._cast.starts[number]) <= self._sentence(phrase) + 1
                return entity if near else None
        return None

    def _third_person_else(self, phrase: Phrase) -> Entity:
        quoted = self._layout.quoted(phrase.span[0]) is not None
        salience = self._memory.quotations if quoted else self._memory.own_words
        ranking = salience.ranking(self._sentence(phrase))
        if phrase.kind == "it":
            return thing(ranking) or self.unnamed(phrase, "none")
        return many(ranking) or self.unnamed(phrase, "group")

    def _relative(self, phrase: Phrase) -> Entity:
        word = phrase.text.lower()
        found = antecedent(self._layout, self._cast, phrase.span[0], word)
        if isinstance(found, Entity):
            return found
        several = found.endswith("s") or found in UNNAMED_PEOPLE
        return self.unnamed(phrase, "unnamed" if several or word != "that" else "none", found)

    def _named(self, phrase: Phrase) -> Entity:
        first = phrase.entities[0]
        if phrase.counted:
            return self.unnamed(phrase, "group" if phrase.text[0].isdigit() else "unnamed")
        if len(phrase.entities) > 1:
            return self._memory.several(phrase.entities, phrase.span[0])
        self._memory.take_for_person(first)
        if phrase.kind == "names":
            roles = first.roles[:1]
            return Entity("group", first.name, first.first, plural=True, speaks_as="group", roles=roles)
        return first

    def _person(self, phrase: Phrase) -> Entity:
        """ "The mayor", "his lawyer", "a former minister": by role; one of many, if the page leaves it so."""
        owner = self._owner(phrase)
        if phrase.owner_pronoun or owner is not None:
            found = self._explained(phrase, person=True) or self._person_of(phrase, owner)
        else:
            found = self._explained(phrase, person=True) or self._by_role(phrase)
        return found or self._unnamed_person(phrase)

    def _by_role(self, phrase: Phrase) -> Entity | None:
        lead, lookup = self._in_lead(phrase), self._memory.lookup
        if phrase.definite:
            found = lookup.person(phrase, self._sentence(phrase), lead)
            return found or lookup.whoever(phrase, self._sentence(phrase))
        if lead and not phrase.counted:
            found = lookup.person(phrase, self._sentence(phrase), lead)
            return found or lookup.introduced(phrase, self._sources)
        return None

    def _person_of(self, phrase: Phrase, owner: Entity | None) -> Entity | None:
        """The lawyer, wife or aide of someone: a person with that role and the other's name in it."""
        if owner is None:
            return None
        found = self._memory.lookup.person(phrase, self._sentence(phrase), lead=True)
        if found is None or found is owner:
            return None
        introduced = self._in_lead(phrase) and found.first > phrase.span[0]
        somebodys = any(role.lower().startswith(("his ", "her ")) for role in found.roles)
        return found if introduced or somebodys or owner.surname in found.role_words else None

    def _unnamed_person(self, phrase: Phrase) -> Entity:
        return self.unnamed(phrase, "person" if phrase.owner_pronoun == "my" else "unnamed", phrase.head)

    def _explained(self, phrase: Phrase, person: bool = False) -> Entity | None:
        """The name between commas right after a description: "the union, the Guild of Pilots, said"."""
        text = self._layout.text
        match = _COMMA.match(text, phrase.span[1])
        if match is None:
            return None
        begin = bisect_left(self._cast.starts, match.end())
        for number in range(begin, min(begin + 2, len(self._cast.starts))):
            mention, entity = self._cast.mentions[number], self._cast.of_mention[number]
            begins = role_start(text, match.end(), mention) == match.end()
            if begins and text.startswith(",", mention.end) and not (person and entity and not entity.human):
                return entity
        return None

    def _owner(self, phrase: Phrase) -> Entity | None:
        """Whose lawyer, campaign or plan it is."""
        if phrase.owner is not None:
            return phrase.owner
        if phrase.owner_span is not None:
            owner = self.whom(read_phrase(self._layout.text, phrase.owner_span, self._cast))
            return owner if owner.name else None
        if phrase.owner_pronoun in ("his", "her"):
            gender: Gender = "she" if phrase.owner_pronoun == "her" else "he"
            ranking = people(gender, self._memory.own_words.ranking(self._sentence(phrase)))
            return self._memory.take_for(gender, ranking)
        if phrase.owner_pronoun in ("my", "our") and phrase.kind == "other":
            return self._author
        return None

    def _people(self, phrase: Phrase) -> Entity:
        """ "The senators" are two who were named together; "many voters" have no name."""
        if phrase.definite:
            for _, one in self._memory.own_words.ranking(self._sentence(phrase)):
                if any(fits_role(phrase.head.removesuffix("s"), member.role_words) for member in one.members):
                    return one
        both = phrase.text[:4].lower() == "both"
        vague = phrase.head in UNNAMED_PEOPLE or (phrase.counted and not both)
        return self.unnamed(phrase, "unnamed" if vague else "group", phrase.head)

    def _body(self, phrase: Phrase) -> Entity:
        owner, lookup = self._owner(phrase), self._memory.lookup
        if owner is not None:
            found = lookup.body_of(phrase, owner)
            if found is None and not owner.human:
                return owner
        else:
            found = lookup.body(phrase, self._sentence(phrase), self._in_lead(phrase))
        found = found or self._explained(phrase)
        name = phrase.text if phrase.owner is not None else phrase.label
        if found is None and name:
            return Entity("outlet" if phrase.kind == "outlet" else "organization", name, phrase.span[0])
        return found or self.unnamed(phrase, "organization")

    def _document(self, phrase: Phrase) -> Entity:
        if phrase.owner_pronoun or phrase.owner is not None:
            return self.unnamed(phrase, "document")
        if phrase.label:
            return self._memory.lookup.document_called(phrase.label, phrase.head, phrase.span[0])
        found = self._memory.lookup.document(phrase, self._in_lead(phrase))
        return found or self.unnamed(phrase, "document")

    def _other(self, phrase: Phrase) -> Entity:
        """What no list knows: in a headline a name, with an owner the owner's, else nobody."""
        words = phrase.text.split()
        headline = self._layout.in_headline(phrase.span[0]) and not phrase.indefinite
        if headline and words and all(word[0].isupper() for word in words):
            return Entity(classify(words), phrase.text, phrase.span[0])
        return self._owner(phrase) or self.unnamed(phrase, "none")

    def unnamed(self, phrase: Phrase, kind: SpeakerKind, head: str = "") -> Entity:
        """Someone or something that the page gives no name to, kept in mind as one of its own."""
        known = self._nobody.get(phrase.span)
        if known is None:
            known = self._nobody[phrase.span] = _nobody(phrase, kind, head)
            if phrase.indefinite and not known.plural and kind == "unnamed":
                self._memory.lookup.left_unnamed(known, head)
        return known


def _nobody(phrase: Phrase, kind: SpeakerKind, head: str) -> Entity:
    people = kind in ("unnamed", "person", "group")
    several = phrase.plural or phrase.counted or kind == "group"
    role = "" if phrase.kind in _PRONOUNS else strip_article(phrase.text)
    return Entity(
        "person" if people and head and not several else "unknown",
        "",
        phrase.span[0],
        gender_of_word(head),
        roles=[role] if role else [],
        affiliation=phrase.body.name if phrase.body else None,
        plural=people and several,
        speaks_as=kind,
    )
