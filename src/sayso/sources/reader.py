"""Read a page from top to bottom, keep in mind who is spoken of, and answer for each source who it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.model import Attribution, Span

from .cast import Cast
from .entities import Entity, Gender
from .hosts import hosts_of
from .interpret import Interpreter
from .layout import Layout
from .memory import Memory, people
from .phrases import Phrase, read_phrase
from .salience import Ranking

_PRONOUN = re.compile(r"\b(?:he|him|his|himself|she|her|hers|herself)\b", re.IGNORECASE)
_AND = re.compile(r"\b(?:and|but|then)[ \xa0]$")
_SAID = re.compile(
    r"(?:also |later |then |has |have |had )?"
    r"(?:said|says|told|added|wrote|argued|claimed|insisted|warned|noted)\b"
)
_EXPLETIVE = re.compile(
    r"(?:also |now |still |then )?"
    r"(?:(?:appear|seem)(?:s|ed)\b(?! to\b)|turn(?:s|ed) out\b"
    r"|(?:is|was|remain(?:s|ed)) (?:not |still |widely )?"
    r"(?:said|believed|thought|understood|feared|hoped|clear|unclear|possible|likely|unlikely"
    r"|difficult|hard|easy|true|known|unknown|reported|alleged)\b)"
)
_QUOTATION_MARKS = tuple("\"“'‘«„")
_MOST_KEPT = 8


@dataclass(frozen=True, slots=True, order=True)
class _Event:
    """Something met on the way down the page.

    At one place, first the content of a statement begins, then come mentions, pronouns and sources.
    """

    at: int
    kind: int
    number: int = 0
    word: str = ""


_CONTENT, _MENTION, _PRONOUN_MET, _SOURCE = range(4)


class Reader:
    """One reading of one page."""

    def __init__(self, layout: Layout, cast: Cast, author: Entity) -> None:
        self._layout = layout
        self._cast = cast
        self._author = author
        self._memory = Memory(layout, cast)
        self._interpreter = Interpreter(layout, cast, self._memory, author)
        self._before_content: dict[int, Ranking] = {}
        self._waiting: dict[int, tuple[Phrase, Ranking]] = {}

    def read(self, attributions: Sequence[Attribution]) -> list[Entity | None]:
        """For each attribution, the entity its source stands for; None where it has no source."""
        order = sorted(range(len(attributions)), key=lambda number: _place(attributions[number]))
        in_order = [attributions[number] for number in order]
        spans = [_source_span(self._layout.text, one) for one in in_order]
        self._interpreter.prepare({span[0] for span in spans if span})
        answers: list[Entity | None] = [None] * len(in_order)
        for event in self._events(in_order, spans):
            if event.kind == _SOURCE:
                answers[event.number] = self._answer(in_order[event.number], spans[event.number], event)
            else:
                self._meet(event)
        self._answer_within_quotations(in_order, hosts_of(in_order, spans), answers)
        return [answer for _, answer in sorted(zip(order, answers, strict=True), key=lambda pair: pair[0])]

    def _events(self, attributions: Sequence[Attribution], spans: list[Span | None]) -> list[_Event]:
        events = [_Event(start, _MENTION, number) for number, start in enumerate(self._cast.starts)]
        sources = {span[0] for span in spans if span}
        for match in _PRONOUN.finditer(self._layout.text):
            if match.start() not in sources:
                events.append(_Event(match.start(), _PRONOUN_MET, word=match.group().lower()))
        for number, (one, span) in enumerate(zip(attributions, spans, strict=True)):
            content = min((start for start, _ in one.content), default=None)
            at = span[0] if span else content
            if at is not None:
                events.append(_Event(at, _SOURCE, number))
            if at is not None and content is not None and content < at:
                events.append(_Event(content, _CONTENT, number))
        return sorted(events)

    def _meet(self, event: _Event) -> None:
        if event.kind == _MENTION:
            self._memory.meet(event.number)
        elif event.kind == _PRONOUN_MET:
            self._memory.meet_pronoun(event.word, event.at)
        else:
            ranking = self._memory.own_words.ranking(self._layout.sentence(event.at))
            self._before_content[event.number] = ranking[:_MOST_KEPT]

    def _answer(self, one: Attribution, span: Span | None, event: _Event) -> Entity | None:
        """Answer for one source; "I", and "he" inside a quotation, wait until all others are answered."""
        if span is None:
            return self._memory.last_speaker if self._goes_on(one) else None
        phrase = read_phrase(self._layout.text, span, self._cast)
        if self._expletive(one, span):
            return self._interpreter.unnamed(phrase, "unnamed")
        quoted = self._layout.quoted(phrase.span[0]) is not None
        if phrase.kind in ("first", "second") or (quoted and phrase.kind in ("he", "she")):
            ranking = self._memory.quotations.ranking(self._layout.sentence(phrase.span[0]))
            gender: Gender = "she" if phrase.kind == "she" else "he"
            self._waiting[event.number] = phrase, people(gender, ranking)[:_MOST_KEPT]
            return None
        before = self._before_content.get(event.number)
        if before is not None and (phrase.kind == "he" or phrase.kind == "she"):
            found = self._interpreter.behind_content(phrase, phrase.kind, before)
        else:
            found = self._interpreter.whom(phrase)
        if not quoted:
            self._remember(found, phrase)
        return found

    def _remember(self, found: Entity, phrase: Phrase) -> None:
        self._memory.spoke(found, phrase.span[0])
        if not found.name and phrase.body is not None:
            self._memory.spoke_for(phrase.body, phrase.span[0])

    def _expletive(self, one: Attribution, span: Span) -> bool:
        """Whether the source is the "it" of "it appears that", which stands for nobody."""
        text = self._layout.text
        if text[span[0] : span[1]].lower() != "it" or not one.cue:
            return False
        return _EXPLETIVE.match(text, one.cue[0][0]) is not None

    def _goes_on(self, one: Attribution) -> bool:
        """Whether a statement without source goes on with the last: a quotation with no cue, "and said"."""
        text = self._layout.text
        if not one.cue:
            return bool(one.content) and text.startswith(_QUOTATION_MARKS, one.content[0][0])
        start, end = one.cue[0]
        if self._layout.sentence(start) != self._memory.last_sentence:
            return False
        return (
            _AND.search(text, max(0, start - 10), start) is not None
            and _SAID.match(text, start, end) is not None
        )

    def _answer_within_quotations(
        self, attributions: Sequence[Attribution], hosts: list[int | None], answers: list[Entity | None]
    ) -> None:
        for number, (phrase, ranking) in sorted(self._waiting.items(), key=lambda item: item[0]):
            host = _speaking_host(number, hosts, self._waiting)
            speaker = answers[host] if host is not None else None
            quoted = self._layout.quoted(phrase.span[0]) is not None
            if host is not None and attributions[host].manner == "direct":
                quoted = True  # a quoted block has no marks
            if phrase.kind == "first":
                answers[number] = self._first_person(phrase, speaker if quoted else self._author)
            elif phrase.kind == "second":
                roles = [] if quoted else ["reader"]
                answers[number] = Entity("unknown", "", phrase.span[0], roles=roles, speaks_as="unnamed")
            else:
                others = [(score, one) for score, one in ranking if one is not speaker]
                found = self._memory.take_for("she" if phrase.kind == "she" else "he", others)
                answers[number] = found or self._interpreter.unnamed(phrase, "unnamed")

    def _first_person(self, phrase: Phrase, speaker: Entity | None) -> Entity:
        """In a quotation "I" is who is quoted; "my sister and I" are several."""
        if speaker is None:
            return self._interpreter.unnamed(phrase, "unnamed")
        if " and " in phrase.text:
            return Entity("group", speaker.name, speaker.first, plural=True, speaks_as="group")
        return speaker


def _place(one: Attribution) -> tuple[object, ...]:
    return min(one.source + one.cue + one.content, default=(0, 0)), one.source, one.cue, one.content, one.id


def _source_span(text: str, one: Attribution) -> Span | None:
    """The first stretch of the source that holds a word."""
    for start, end in one.source:
        if any(char.isalnum() for char in text[max(0, start) : max(0, end)]):
            return start, end
    return None


def _speaking_host(number: int, hosts: list[int | None], waiting: Mapping[int, object]) -> int | None:
    """The nearest attribution around this one whose source is not itself waiting for an answer."""
    seen = {number}
    host = hosts[number]
    while host is not None and host in waiting and host not in seen:
        seen.add(host)
        host = hosts[host]
    return None if host in seen else host
