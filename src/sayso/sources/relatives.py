"""Find what "who", "which" or "that" takes up: the name before it, over its apposition, or a common noun."""

from __future__ import annotations

import re
from bisect import bisect_left

from .cast import Cast
from .entities import Entity
from .layout import Layout
from .names import plain

_ADJACENT = re.compile(
    r"(?:['’]s)?(?:[ \xa0]\([^()\n]{1,40}\))?(?:,[ \xa0]\d{1,3})?,?(?:[ \xa0]?(?:--|–|—))?[ \xa0]?"
)
_BEHIND_COMMA = re.compile(r"[,)–—-][ \xa0]*(?:(?:all|both|most|many|some|one)[ \xa0]of[ \xa0]|and[ \xa0])?$")
_AND = re.compile(r"\band $")
_MANY = re.compile(r"who (?:are|have|were|do|don't|don’t|aren't|aren’t)\b")
_EXPLAINED = re.compile(r",| ?\(| (?:of|at|from|--|–|—|-) ")
_LAST_WORD = re.compile(r"([^\W\d_][\w'’-]*)[ \xa0]*(?:,[ \xa0]*)?(?:of[ \xa0]+)?$")
_MOST_MENTIONS_BACK = 6
_MOST_LETTERS_BACK = 400


def antecedent(layout: Layout, cast: Cast, at: int, word: str) -> Entity | str:
    """The entity a relative pronoun at ``at`` takes up, or the common noun, if that is what it takes up."""
    text = layout.text
    begin = max(layout.sentence_start(at), at - _MOST_LETTERS_BACK)
    if word.startswith("who") and _AND.search(text, max(begin, at - 6), at):
        earlier = text.rfind(" who ", begin, at)
        at = earlier + 1 if earlier > 0 else at
    found = _name_before(text, cast, begin, at, word)
    if found is not None:
        return found
    noun = _LAST_WORD.search(text, max(begin, at - 60), at)
    return plain(noun[1]) if noun else ""


def _name_before(text: str, cast: Cast, begin: int, at: int, word: str) -> Entity | None:
    """The name right before the pronoun, or before the words between commas that explain it."""
    behind_comma = _BEHIND_COMMA.search(text, max(begin, at - 12), at)
    many = _MANY.match(text, at)
    number = bisect_left(cast.starts, at)
    for index in range(number - 1, max(-1, number - 1 - _MOST_MENTIONS_BACK), -1):
        mention, entity = cast.mentions[index], cast.of_mention[index]
        if mention.start < begin:
            return None
        if entity is None or (word in ("who", "whom") and not _may_be_who(entity)):
            continue
        if many and entity.human:
            return None
        if _ADJACENT.fullmatch(text, mention.end, at) or (
            behind_comma and _EXPLAINED.match(text, mention.end)
        ):
            return entity
    return None


def _may_be_who(entity: Entity) -> bool:
    return entity.human or entity.kind == "group"
