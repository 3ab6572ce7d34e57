"""Tie sources whose names may be one where the pages show that they are: same body, same role, same story.

"Mr Antonov" is Anatoly Antonov if both are the same country's ambassador, or both pages tell one story.
Every pair that is compared shares something that few do, so the work grows with the number of pages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sayso.sources.lexicon import MODIFIERS, PLACES
from sayso.sources.roles import role_words

from .fitting import fits
from .folding import Key, fold, skeleton, surname
from .seen import Keys, Seen
from .source import Rule
from .stories import Stories
from .ties import Tie

_OFFICES = frozenset(
    "president premier chancellor pope minister senator governor mayor ambassador king queen "
    "secretary".split()
)
_SHORTENED: tuple[Rule, ...] = ("surname", "first name", "initials", "short name")
_BODY, _ROLE, _STORY, _OFFICE, _BOTH = 0.8, 0.78, 0.75, 0.7, 0.85
_NEIGHBOURS = 3
_PER_NAME = 3


@dataclass(frozen=True, slots=True)
class _Shared:
    """What two sources of two pages have in common beside their names."""

    text: str
    confidence: float
    story_only: bool


class Context:
    """What stands around each source, worked out once."""

    def __init__(self, seen: Sequence[Seen], stories: Stories, keys: Keys) -> None:
        self.seen = seen
        self.stories = stories
        self._bodies = [{keys[body]: body for body in one.affiliations} for one in seen]
        self._roles = [_telling_roles(one) for one in seen]
        self._keys: dict[int, list[str]] = {}

    def keys(self, number: int) -> list[str]:
        """By what to look for others like it: rare names on the page, its bodies, the words of its roles."""
        if number not in self._keys:
            one = self.seen[number]
            names = [word for word in self.stories.keys(one.page) if word not in one.key]
            bodies = sorted(" ".join(body) for body in self._bodies[number].keys() - _WIDE)
            self._keys[number] = [*names, *bodies, *(f"/{word}" for word in sorted(self._roles[number]))]
        return self._keys[number]

    def shared(self, one: int, other: int, rule: Rule, alone: bool) -> _Shared | None:
        """Why the two are one person or body, if there is more than that their names may be.

        ``alone`` tells that only one person in the case has the surname in full.
        """
        left, right = self.seen[one], self.seen[other]
        parts = self._alike(one, other, alone)
        names = self.stories.shared(left.page, right.page, (left.key, right.key))
        both_full = min(len(left.key), len(right.key)) > 1
        if not parts and (not names or (rule == "first name" and both_full)):
            return None
        if rule == "spelling" and not names and parts[0][1] != _BODY:
            return None
        if names:
            parts.append((f"both pages name {', '.join(name.title() for name in names[:5])}", _STORY))
        confidence = _BOTH if names and len(parts) > 1 else max(part[1] for part in parts)
        return _Shared("; ".join(part[0] for part in parts), confidence, bool(names) and len(parts) == 1)

    def _alike(self, one: int, other: int, alone: bool) -> list[tuple[str, float]]:
        """The bodies and the roles that two have in common, each with how sure that makes."""
        parts = []
        if bodies := (self._bodies[one].keys() & self._bodies[other].keys()) - _WIDE:
            parts.append((f"both belong to “{self._bodies[one][min(bodies)]}”", _BODY))
        roles = self._roles[one] & self._roles[other]
        if len(roles) > 1:
            parts.append((f"both are called {' '.join(sorted(roles))}", _ROLE))
        elif alone and roles & _OFFICES:
            parts.append((f"both are called {min(roles)}, and nobody else has the surname", _OFFICE))
        return parts


_WIDE = frozenset(fold(place) for place in PLACES)


def _telling_roles(one: Seen) -> frozenset[str]:
    if not one.key or not one.roles:
        return frozenset()
    return frozenset().union(*map(role_words, one.roles)) - MODIFIERS - set(one.key)


def ties_by_context(
    seen: Sequence[Seen], stories: Stories, keys: Keys, contested: Collection[Key]
) -> list[Tie]:
    """The ties between sources whose names may be one and that have more in common.

    Sources with a ``contested`` name, which several bear, are compared even if the name is the same.
    """
    context = Context(seen, stories, keys)
    found: dict[tuple[int, int], tuple[Tie, bool]] = {}
    for block in _blocks(seen):
        bearers = {
            seen[number].key for number in block if seen[number].whole and seen[number].kind == "person"
        }
        for one, other in set(_pairs(context, block)) - found.keys():
            if tie := _tie(context, one, other, len(bearers) == 1, contested):
                found[one, other] = tie
    return _unambiguous(seen, [found[pair] for pair in sorted(found)])


def _blocks(seen: Sequence[Seen]) -> Iterator[list[int]]:
    """Sources whose names have a first or a last word that sounds alike, or initials."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(seen):
        if one.key:
            heads = {skeleton(one.key[0]), skeleton(surname(one.key))}
            if len(one.key) > 1 and one.kind != "person":
                heads.add(skeleton("".join(word[0] for word in one.key)))
            for head in heads:
                blocks[head].append(number)
    for head in sorted(blocks):
        block = blocks[head]
        if len({seen[number].key for number in block}) > 1 or not all(seen[number].whole for number in block):
            yield block


def _pairs(context: Context, block: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Those of a block that share something: each with a few others, the whole names before all."""
    sharing: dict[str, list[int]] = defaultdict(list)
    for number in sorted(block, key=lambda number: (not context.seen[number].whole, number)):
        for key in context.keys(number):
            sharing[key].append(number)
    for numbers in sharing.values():
        few = _few_of_each(context.seen, numbers) if len(numbers) > _PER_NAME else numbers
        for at, number in enumerate(few):
            for other in {*few[:_NEIGHBOURS], *few[max(0, at - _NEIGHBOURS) : at]}:
                if other != number:
                    yield min(number, other), max(number, other)


def _few_of_each(seen: Sequence[Seen], numbers: Sequence[int]) -> list[int]:
    """The sources, of each whole name only a few: those are one already."""
    taken: dict[Key, int] = defaultdict(int)
    few = []
    for number in numbers:
        taken[seen[number].key] += 1
        if not seen[number].whole or taken[seen[number].key] <= _PER_NAME:
            few.append(number)
    return few


def _tie(
    context: Context, one: int, other: int, alone: bool, contested: Collection[Key]
) -> tuple[Tie, bool] | None:
    left, right = context.seen[one], context.seen[other]
    settled = left.key == right.key and left.whole and right.whole and left.key not in contested
    rule = fits(left, right) if left.page != right.page and not settled else None
    shared = context.shared(one, other, rule, alone) if rule else None
    if rule is None or shared is None:
        return None
    # Where a name is borne by several, what stands around it decides before the name alone is asked.
    confidence = 0.95 if left.key == right.key and left.key in contested else shared.confidence
    text = f"“{left.name}” may be “{right.name}”, and {shared.text}"
    return Tie(one, other, rule, text, confidence, guarded=True), shared.story_only


def _unambiguous(seen: Sequence[Seen], found: Sequence[tuple[Tie, bool]]) -> list[Tie]:
    """The ties of a short name only if they lead to one whole name: by what is sure, else by the story."""
    fuller: dict[int, list[tuple[int, bool]]] = defaultdict(list)
    for tie, story_only in found:
        for short, long in ((tie.one, tie.other), (tie.other, tie.one)):
            if not seen[short].whole and seen[long].whole and tie.rule in _SHORTENED:
                fuller[short].append((long, story_only))
    unclear: dict[int, set[Key]] = {}
    for short, longs in fuller.items():
        sure = [long for long, story_only in longs if not story_only]
        if not _agree(seen, [long for long, _ in longs]):
            unclear[short] = {seen[long].key for long in sure} if sure and _agree(seen, sure) else set()
    return [tie for tie, _ in found if _clear(seen, tie, unclear)]


def _agree(seen: Sequence[Seen], numbers: Sequence[int]) -> bool:
    """Whether all these names may be one person's."""
    different = sorted({seen[number].key: number for number in numbers}.values())
    return all(fits(seen[a], seen[b]) for at, a in enumerate(different) for b in different[:at])


def _clear(seen: Sequence[Seen], tie: Tie, unclear: dict[int, set[Key]]) -> bool:
    for short, long in ((tie.one, tie.other), (tie.other, tie.one)):
        if short in unclear and seen[long].key not in unclear[short]:
            return False
    return True
