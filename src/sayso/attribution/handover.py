"""Find the sentences that hand the word over: "The Post writes:", "The statement read in full:"."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.attribution import handover_words as words
from sayso.attribution.cues import is_verb, stance_and_negation
from sayso.attribution.prose import quotations, sentences
from sayso.attribution.spans import around, trimmed
from sayso.model import Attribution, Span

Voice = Literal["outlet", "document", "person"]
"""Whose word it is, as far as it matters for how long they keep it; a ministry speaks like a person."""


@dataclass(frozen=True, slots=True)
class HandOver:
    """Who is given the word, and by which words; ``base`` is the attribution that already says so.

    ``bare`` tells that a verb of saying leads to the colon, so that nothing is said before it;
    ``only_tagged`` that no such words were found, but an attribution is there.
    """

    source: Span | None
    cue: Span
    voice: Voice
    in_full: bool
    bare: bool
    only_tagged: bool = False
    base: Attribution | None = None


def handed_over(text: str, block: Span, before_quote: bool, tagged: Sequence[Attribution]) -> HandOver | None:
    """How the paragraph hands the word over at its end, if it does.

    It must end with a colon, or stand before a quoted block; ``tagged`` are the attributions whose
    cue lies in it.
    """
    colon = text[max(block[0], block[1] - 8) : block[1]].rstrip(" \t\n-–—").endswith(":")
    if not colon and not before_quote:
        return None
    quotes = quotations(text, [block])
    sentence = trimmed(text, sentences(text, [block], quotes)[-1])
    if around(quotes, sentence[1] - 1) or not _may_hand_over(text, sentence):
        return None
    tagged = [
        a for a in tagged if sentence[0] <= a.cue[0][0] < sentence[1] and not around(quotes, a.cue[0][0])
    ]
    found = _by_words(text, sentence, colon) or _by_tag(text, tagged, colon)
    return None if found is None else _with_base(found, tagged)


def _may_hand_over(text: str, sentence: Span) -> bool:
    start, end = sentence
    asks = "?" in text[start:end] or words.ASKING.match(text, start, end) is not None
    return 0 < end - start <= words.LONGEST and not asks


def _by_words(text: str, sentence: Span, colon: bool) -> HandOver | None:
    start, end = sentence
    if match := words.ACCORDING.match(text, start, end):
        return _from_match(text, sentence, match, bare=False)
    if match := words.INVERTED.match(text, start, end):
        return _from_match(text, sentence, match, bare=True)
    for pattern in (words.CITED, words.QUOTING):
        if match := pattern.search(text, start, end):
            return _from_match(text, sentence, match, bare=False)
    if match := words.TAIL.search(text, start, end):
        group = "verb" if match["verb"] else "long"
        source = _subject(text, start, match.start(group))
        if source is not None:
            return _made(text, sentence, source, match.span(group), bare=True)
    for pattern in (words.HERE, words.TITLED, words.FROM):
        if colon and (match := pattern.match(text, start, end)):
            return _from_match(text, sentence, match, bare=False)
    return None


def _from_match(text: str, sentence: Span, match: re.Match[str], bare: bool) -> HandOver:
    group = "cue" if "cue" in match.re.groupindex else "verb"
    cue = (
        match.span(group) if match[group] else (text.rindex(":", *sentence), text.rindex(":", *sentence) + 1)
    )
    return _made(text, sentence, match.span("who"), cue, bare)


def _by_tag(text: str, tagged: Sequence[Attribution], colon: bool) -> HandOver | None:
    """The outermost attribution that the tagger found in the sentence, if its source is named."""
    known = {attribution.id for attribution in tagged}
    for attribution in tagged:
        if attribution.parent in known or not attribution.source or (attribution.content and not colon):
            continue
        source, cue = attribution.source[0], attribution.cue[0]
        stance, negated = stance_and_negation(text, attribution)
        if stance in words.STATING and not negated and text[slice(*source)].lower() not in words.OWN_VOICE:
            made = _made(text, attribution.extent, source, cue, bare=False)
            return dataclasses.replace(made, only_tagged=True, base=attribution)
    return None


def _made(text: str, sentence: Span, source: Span, cue: Span, bare: bool) -> HandOver:
    in_full = words.IN_FULL.search(text[slice(*sentence)]) is not None
    return HandOver(source, cue, _voice(text[slice(*source)], text[slice(*cue)]), in_full, bare)


def _with_base(found: HandOver, tagged: Sequence[Attribution]) -> HandOver:
    """The hand-over as the attribution that already has its cue, or its source, tells it."""
    for attribution in tagged:
        if any(start < found.cue[1] and end > found.cue[0] for start, end in attribution.cue):
            source = attribution.source[0] if attribution.source else found.source
            return dataclasses.replace(found, source=source, cue=attribution.cue[0], base=attribution)
    return found


def _voice(source: str, cue: str) -> Voice:
    if re.search(rf"\b{words.DOCUMENT}\b", source):
        return "document"
    if words.PERSON.match(source):
        return "person"
    relayed = cue.lower() in words.RELAYING and words.NAME.match(source) is not None
    return "outlet" if relayed or words.OUTLET.search(source) else "person"


def _subject(text: str, start: int, verb: int) -> Span | None:
    """The noun phrase before a verb: "the Post" in "On Friday, the Post"; None for the page itself."""
    if words.BE.search(text, max(start, verb - 20), verb) and not words.ING.match(text, verb):
        return None
    helpers = words.HELPERS.search(text, max(start, verb - 60), verb)
    end = helpers.start() if helpers and helpers.start() >= start else verb
    apposed = text[start:end].rstrip().endswith(",")
    end = start + len(text[start:end].rstrip(" ,"))
    cuts = [cut for cut in words.CLAUSE.finditer(text, start, end) if cut.end() < end][
        : -1 if apposed else None
    ]
    if cuts:
        start = cuts[-1].end()
    if apposed and words.ING.match(text, verb):
        end = _before_verb(text, start, end)
    elif not cuts and words.LEAD_IN.match(text, start, end):
        start = _after_lead_in(text, start, end)
    named = text[start:end].split()
    if not named or len(named) > words.MOST_WORDS or named[0].lower() in words.OWN_VOICE:
        return None
    return start, end


def _before_verb(text: str, start: int, end: int) -> int:
    """For "the Post broke the news, adding": where "the Post" ends."""
    if name := words.LEADING_NAME.match(text, start, end):
        return name.end()
    verbs = (word.start() for word in re.finditer(r"\b[a-z]+\b", text[start:end]) if is_verb(word[0]))
    return start + len(text[start : start + next(verbs, end - start)].rstrip(" ,"))


def _after_lead_in(text: str, start: int, end: int) -> int:
    """Where the last noun phrase begins that no preposition holds; ``end`` if there is none."""
    best, previous = end, ""
    for word in re.finditer(r"\S+", text[start:end]):
        if (
            previous
            and previous.lower() not in words.PREPOSITIONS
            and _opens_phrase(word[0], previous, best != end)
        ):
            best = start + word.start()
        previous = word[0]
    return best


def _opens_phrase(word: str, previous: str, named: bool) -> bool:
    if word.lower() in words.DETERMINERS:
        return True
    follows_name = named and previous[0].isupper() and not words.DATE.match(previous)
    capital = word[0].isupper() and not words.DATE.match(word)
    return capital and not follows_name and previous.lower() not in words.DETERMINERS
