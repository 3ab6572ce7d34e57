"""What a reader keeps in mind going down a page: who is spoken of, who spoke last, who "he" may be."""

from __future__ import annotations

import re

from .cast import Cast
from .entities import Entity, Gender
from .layout import Layout
from .lexicon import FEMALE_PRONOUNS
from .lookup import Lookup
from .mentions import Mention
from .salience import OBJECT, OBLIQUE, QUOTED, SPEAKER, SUBJECT, Ranking, Salience

_OBLIQUE_BEFORE = re.compile(
    r"\b(?:of|to|for|with|by|at|in|from|against|about|on|like|than|over|between|under|through|toward|towards|"
    r"into|behind|around|near|per|via|versus|vs)[ \xa0](?:the[ \xa0])?$",
    re.IGNORECASE,
)
_SUBJECT_BEFORE = re.compile(
    r"(?:^|[\n,;:–—(\"“]|\b(?:and|but|that|when|as|while|because|if|after|before|since|though|although|whether|where|"
    r"said|says|or|so|what|how|why))[ \xa0]*(?:the[ \xa0])?$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[,;:.!?\n–—]|\b(?:that|and|but|who|which|because|when|while|as|if|after|before|since|whom|to)\b"
)
_LONGEST_CLAUSE = 120
_JOINTS = ("and", "&", "and the")
_THINGS = {"organization": 1.0, "outlet": 1.0, "document": 1.0, "place": 0.5, "unknown": 0.4}
_LEAST_HUMAN, _LEAST_THING, _LEAST_MANY = 0.1, 0.3, 0.2


class Memory:
    """Who is being spoken of, in the page's own words and in its quotations."""

    def __init__(self, layout: Layout, cast: Cast) -> None:
        self.own_words = Salience()
        self.quotations = Salience()
        self.lookup = Lookup(layout, cast, self.own_words)
        self.last_speaker: Entity | None = None
        self.last_sentence = -1
        self._layout = layout
        self._cast = cast
        self._subject: tuple[Entity, int] | None = None
        self._several: dict[frozenset[int], Entity] = {}

    def meet(self, number: int) -> None:
        """Take note of a mention, as weightily as its place in the sentence makes it."""
        mention, entity = self._cast.mentions[number], self._cast.of_mention[number]
        if entity is None:
            return
        weight = self._weight(mention)
        quoted = self._layout.quoted(mention.start) is not None
        self._note(entity, QUOTED if quoted else weight, weight, mention.start)
        self.lookup.seen(entity, mention.start)
        self._meet_pair(number, entity)
        if weight == SUBJECT and not quoted:
            self._subject = (entity, mention.end)

    def _note(self, entity: Entity, weight: float, within: float, at: int) -> None:
        sentence = self._layout.sentence(at)
        self.own_words.mention(entity, weight, sentence)
        self.quotations.mention(entity, within, sentence)

    def _weight(self, mention: Mention) -> float:
        text, lead = self._layout.text, mention.lead
        before = text[max(0, lead - 12) : lead]
        if text.startswith(("'", "’"), mention.end) or _OBLIQUE_BEFORE.search(before):
            return OBLIQUE
        opens = lead == self._layout.sentence_start(lead)
        return SUBJECT if opens or _SUBJECT_BEFORE.search(before) else OBJECT

    def _meet_pair(self, number: int, entity: Entity) -> None:
        """After "Lee and Park", "they" may be these two."""
        if number == 0 or not _personal(entity):
            return
        left, other = self._cast.mentions[number - 1], self._cast.of_mention[number - 1]
        between = self._layout.text[left.end : self._cast.mentions[number].lead]
        if other is not None and other is not entity and _personal(other) and between.strip() in _JOINTS:
            self._note(self.several((other, entity), left.start), OBJECT, OBJECT, left.start)

    def several(self, members: tuple[Entity, ...], at: int) -> Entity:
        """These together, always the same entity."""
        key = frozenset(map(id, members))
        if key not in self._several:
            names = [one.name for one in members if one.name]
            name = ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)
            self._several[key] = Entity("group", name, at, members=members, plural=True, speaks_as="group")
        return self._several[key]

    def meet_pronoun(self, pronoun: str, at: int) -> None:
        """A "he" or "she" in the page's own words keeps its person in mind."""
        if self._layout.quoted(at):
            return
        gender: Gender = "she" if pronoun in FEMALE_PRONOUNS else "he"
        ranking = people(gender, self.own_words.ranking(self._layout.sentence(at)))
        if pronoun == "him":
            ranking = [(score, one) for score, one in ranking if not self._acts_here(one, at)]
        found = self.take_for(gender, ranking)
        if found is not None:
            weight = SUBJECT if pronoun == gender else OBJECT
            self.own_words.mention(found, weight, self._layout.sentence(at))

    def _acts_here(self, entity: Entity, at: int) -> bool:
        """Whether ``entity`` is the subject of the clause: in "Lee met him" he is not Lee."""
        if self._subject is None or self._subject[0] is not entity or at - self._subject[1] > _LONGEST_CLAUSE:
            return False
        return not _CLAUSE.search(self._layout.text, self._subject[1], at)

    def spoke(self, entity: Entity, at: int) -> None:
        """``entity`` is the source of a statement; after "by" it is so only by the way."""
        by_the_way = self._layout.text[max(0, at - 3) : at].lower() == "by "
        self._note(entity, OBJECT if by_the_way else SPEAKER, SPEAKER, at)
        self.lookup.seen(entity, at)
        self.last_speaker, self.last_sentence = entity, self._layout.sentence(at)

    def spoke_for(self, body: Entity, at: int) -> None:
        """Someone unnamed speaks for ``body``."""
        self.own_words.mention(body, SUBJECT, self._layout.sentence(at))

    def take_for(self, gender: Gender, ranking: Ranking, least: float = _LEAST_HUMAN) -> Entity | None:
        """Whom of a ranking "he" or "she" means; takes note of the gender if nobody else is likely."""
        if not ranking or ranking[0][0] < least:
            return None
        score, found = ranking[0]
        if not found.gender and (len(ranking) == 1 or score > 2 * ranking[1][0]):
            found.gender = gender
        return found

    def take_for_person(self, speaker: Entity) -> None:
        """Take note that an unclassified name of two or three words is a person's, because it speaks."""
        if speaker.kind == "unknown" and len(speaker.name.split()) in (2, 3):
            speaker.kind = "person"


def _personal(entity: Entity) -> bool:
    return entity.human or entity.kind == "group"


def people(gender: Gender, ranking: Ranking) -> Ranking:
    """The persons of a ranking who may be "he" or "she", the likeliest first."""
    fits = [
        (score * _sureness(one), one) for score, one in ranking if one.human and one.gender in (gender, "")
    ]
    return sorted(fits, key=lambda pair: -pair[0])


def _sureness(entity: Entity) -> float:
    if entity.gender:
        return 1.0
    if entity.kind == "person":
        return 0.7
    return 0.3 if 2 <= len(entity.name.split()) <= 3 else 0.05


def thing(ranking: Ranking) -> Entity | None:
    """The body or paper of a ranking that "it" most likely is."""
    return _best([(score * _as_thing(one), one) for score, one in ranking], _LEAST_THING)


def _as_thing(entity: Entity) -> float:
    if entity.plural or entity.gender:
        return 0.0
    if entity.speaks_as:
        return 1.0 if entity.speaks_as in ("document", "organization") else 0.0
    return _THINGS.get(entity.kind, 0.0)


def many(ranking: Ranking) -> Entity | None:
    """The several people, or the body, of a ranking that "they" most likely are."""
    return _best([(score * _as_many(one), one) for score, one in ranking], _LEAST_MANY)


def _as_many(entity: Entity) -> float:
    if entity.plural or entity.kind == "group":
        return 1.0
    return 0.4 if entity.kind in ("organization", "outlet") else 0.0


def _best(ranking: Ranking, least: float) -> Entity | None:
    score, found = max(ranking, key=lambda pair: pair[0], default=(0.0, None))
    return found if score >= least else None
