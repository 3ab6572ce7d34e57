"""The words of a source with the names in them, and where its first part ends: "Ann Lee|, mayor of Tolby"."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from sayso.model import Span

from .cast import Cast
from .entities import Entity
from .lexicon import TITLES
from .mentions import Mention
from .names import plain

EDGE = " \t\n\xa0,;:.\"“”'‘’()[]—–-"
_WORD = re.compile(r"[\w'’.&/-]*\w")
_BREAK = re.compile(
    r"[,;:(–—\n]|[ \xa0](?:I|we|he|she|they|you)\b|[ \xa0]--"
    r"|[ \xa0](?:who|which|that|whose|where|when|while|including|like|such as|as well as)\b"
)
_PREPOSITION = re.compile(
    r"[ \xa0](?:of|at|for|in|inside|with|to|on|from|by|under|during|about|against|after|before|within|across|"
    r"around|over|between|among|near|close|familiar|representing|released|conducted|published|issued|filed|"
    r"obtained|provided|posted|taken|written|sent|based|responding|surveyed|supporting|opposing|opposed|working|"
    r"living|calling|reviewed|said|told|has|have|had|is|are|was|were|being|this|last|earlier|later|today|"
    r"yesterday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_LONGEST = 600

Named = tuple[Mention, Entity]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text, the names in it, and where its first part ends."""

    text: str
    start: int
    end: int
    names: tuple[Named, ...]
    part_end: int

    @property
    def span(self) -> Span:
        """Where it lies on the page."""
        return self.start, self.end

    @property
    def words(self) -> str:
        """Its words as they stand on the page."""
        return self.text[self.start : self.end]

    def plain_words(self, start: int, end: int) -> list[str]:
        """The words between two positions, in lower case."""
        return [plain(word) for word in _WORD.findall(self.text, start, end)]

    def first_preposition(self, start: int) -> int:
        """Where, within the first part, the phrases begin that only say more: "mayor| of Tolby"."""
        for match in _PREPOSITION.finditer(self.text, start, self.part_end):
            if not any(_within(self.text, match.span(), mention) for mention, _ in self.names):
                return match.start()
        return self.part_end


def stretch_at(text: str, span: Span, cast: Cast) -> Stretch:
    """The stretch at ``span``, without the marks at its edges."""
    start, end = _trim(text, span)
    names = tuple(_names_between(cast, start, end))
    return Stretch(text, start, end, names, _part_end(text, start, end, names))


def _trim(text: str, span: Span) -> Span:
    start, end = max(0, span[0]), min(len(text), span[1])
    while start < end and text[start] in EDGE:
        start += 1
    end = min(end, start + _LONGEST)
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return start, end


def _names_between(cast: Cast, start: int, end: int) -> list[Named]:
    """The mentions that begin between two positions, the longest at each, with the entities they name."""
    found: list[Named] = []
    for number in range(bisect_left(cast.starts, start), bisect_left(cast.starts, end)):
        mention, entity = cast.mentions[number], cast.of_mention[number]
        if entity is None:
            continue
        if found and mention.start == found[-1][0].start:
            found.pop()
        found.append((mention, entity))
    return found


def _part_end(text: str, start: int, end: int, names: tuple[Named, ...]) -> int:
    """Where the first comma, bracket or relative clause begins that is not inside a name."""
    for match in _BREAK.finditer(text, start + 1, end):
        if not any(mention.start < match.start() < mention.end for mention, _ in names):
            return match.start()
    return end


def _within(text: str, preposition: Span, mention: Mention) -> bool:
    """Whether a preposition stands inside a name or a title: "Superintendent of Police K. R. Rao"."""
    if mention.start < preposition[0] < mention.end:
        return True
    if not mention.title or mention.lead != preposition[1] + 1:
        return False
    before = text[max(0, preposition[0] - 24) : preposition[0]].split()
    return bool(before) and plain(before[-1]) in TITLES


def starts_with_preposition(text: str) -> bool:
    """Whether only a prepositional phrase follows: " of Tolby"."""
    return _PREPOSITION.match(text) is not None
