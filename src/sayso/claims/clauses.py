"""Where a stretch of a story falls into statements of its own: sentences, and clauses side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sayso.attribution.cues import is_verb
from sayso.attribution.prose import sentences
from sayso.attribution.spans import trimmed
from sayso.model import Span

SHORTEST = 4
"""Words that a statement has at least."""

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_SEAM = re.compile(r";\s+|(?:,\s+(?:and|but|while|whereas)|\s(?:and|but))\s+(?=\S)")
_PRONOUN = frozenset("i you he she it we they there".split())
_SUBJECT = _PRONOUN | frozenset(
    """the a an this that these those his her its their our my your there some
    many most several all both each every no nobody one two three four five six seven eight nine
    ten""".split()
)
_VERB = frozenset(
    """is are was were am has have had do does did will would can could may might must shall should isn't
    aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't went came
    took got became began kept left lost made met paid ran sat saw sent stood thought told won
    wrote""".split()
)
_NOT_A_VERB = frozenset("need hundred naked wicked sacred speed seed feed breed red bed".split())
_REACH = 8
"""Words from a clause's beginning in which its verb must come."""

_LOOSE_END = re.compile(r",?\s+(?:and|but|or|that|who|which|is|are|was|were|be|to|of|as|by|in|a|an|the)\Z")
_LEADING = re.compile(r"that\s+(?!(?:is|was|are|were|would|will)\b)")
_MARKS = " \t\n\r\xa0,;:–—-“”„«»\"‘’'`"


def words(text: str) -> list[str]:
    """The words of a text, as they are."""
    return _WORD.findall(text)


def bare(text: str, span: Span) -> Span:
    """The stretch without "that" before it, a loose "and" after it, and marks and white space at its ends."""
    start, end = _stripped(text, span)
    if loose := _LOOSE_END.search(text, max(start, end - 12), end):
        end = loose.start()
    if leading := _LEADING.match(text, start, end):
        start = leading.end()
    return _stripped(text, (start, end))


def _stripped(text: str, span: Span) -> Span:
    stretch = text[slice(*span)]
    start = span[0] + len(stretch) - len(stretch.lstrip(_MARKS))
    return start, start + len(stretch.strip(_MARKS))


def clauses(text: str, within: Iterable[Span]) -> list[Span]:
    """The statements in each stretch, in order: its sentences, divided where two clauses stand side by side.

    Spans are ``[start, end)`` in ``text``. A seam counts only if there is a subject and a verb of its own
    on both sides; what hangs on the clause before it stays with it.
    """
    return [clause for one in sentences(text, within, ()) for clause in _divided(text, trimmed(text, one))]


def _divided(text: str, sentence: Span) -> Iterator[Span]:
    start = sentence[0]
    for seam in _SEAM.finditer(text, *sentence):
        firm = seam[0][0] in ",;"
        if _begins_clause(text[seam.end() : sentence[1]], firm) and is_clause(text[start : seam.start()]):
            yield start, seam.start()
            start = seam.end()
    yield start, sentence[1]


def is_clause(stretch: str) -> bool:
    """Whether the stretch has words enough, and a verb after its first, to be a statement of its own."""
    plain = [word.lower() for word in words(stretch)]
    return len(plain) >= SHORTEST and any(map(looks_a_verb, plain[1:]))


def _begins_clause(stretch: str, firm: bool) -> bool:
    """Whether a subject comes first, its verb soon after; without a comma before it only a pronoun is one."""
    found = words(stretch[:400])
    if len(found) < SHORTEST:
        return False
    first = found[0].lower()
    if first in _PRONOUN:
        return any(looks_a_verb(word.lower()) for word in found[1:4])
    if not firm or not (found[0][0].isupper() or first in _SUBJECT):
        return False
    return any(looks_a_verb(word.lower()) for word in found[1:_REACH])


def looks_a_verb(word: str) -> bool:
    """Whether a lower-case word is, or by its ending may be, the verb of a clause."""
    word = word.replace("’", "'")
    past = word.endswith("ed") and len(word) > 4
    return word not in _NOT_A_VERB and (word in _VERB or past or (is_verb(word) and word.endswith("s")))
