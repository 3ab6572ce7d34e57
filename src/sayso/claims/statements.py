"""Everything a story states: what it has others say, its headline, and its sentences in its own voice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.attribution.prose import paragraphs, quotations, sentences
from sayso.attribution.spans import disjoint, merged, near, outside
from sayso.claims.clauses import SHORTEST, bare, clauses, is_clause, words
from sayso.model import Attribution, Page, Span, Spans

Kind = Literal["content", "headline", "own"]

_LONGEST = 60
"""Words after which a stretch is a list or a page without full stops."""

_FURNITURE = re.compile(
    r"""\b(?:click\ here|sign\ up|log\ in|subscribe|newsletter|follow\ (?:us|me|him|her|them)\ on
    |all\ rights\ reserved|copyright|terms\ of\ (?:use|service)|privacy\ policy|read\ (?:more|also|next)
    |related\ (?:articles?|stories)
    |share\ (?:this|on)|advertisement|scroll\ down|(?:file|stock)\ photo|photo(?:graph)?\ (?:by|courtesy)
    |getty\ images|story\ continues|see\ also|watch\ the\ video|more\ from)\b|©""",
    re.IGNORECASE | re.VERBOSE,
)
_STOP = re.compile(r"[.!?…;](?=[\"'”’»)\]\s])")
_HANGING = frozenset(
    """ahead despite when before after while as if although though since because during in on at by for with
    from amid following until unless according given once whether where who which what how""".split()
)
"""Words that a stretch begins with which only leads to the attribution after it."""

_FURNITURE_WORDS = 25
"""A longer sentence with such words in it says something beside them."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that a page states.

    ``spans`` are its places in the page's text, ``text`` the words there with a space between pieces.
    A headline that is no part of the page's text has no spans. ``attribution`` is the id of the one it is
    the content of; ``hedges`` are the words in or beside it that weaken it, as that attribution has them.
    """

    page: str
    spans: Spans
    text: str
    kind: Kind
    attribution: str | None = None
    hedges: Spans = ()


def statements(page: Page) -> tuple[Statement, ...]:
    """What the page states, its headline first and then in reading order; comments are left out.

    Of attributions in one another the innermost has the words. Furniture ("read more", "sign up") and
    stretches of fewer than four words are left out.
    """
    page = page.article
    title = _headline(page)
    rest = [*_contents(page), *_own(page, title)]
    found = [title] if title else []
    return (*found, *sorted(rest, key=lambda one: (one.spans, one.attribution or "")))


def _headline(page: Page) -> Statement | None:
    text = (page.title or "").strip()
    if not text:
        return None
    start = page.text.find(text)
    heading = any(block.kind == "heading" and block.span[0] <= start < block.span[1] for block in page.blocks)
    at_top = start >= 0 and not page.text[:start].strip()
    spans = ((start, start + len(text)),) if at_top or heading else ()
    return Statement(page.id, spans, text, "headline")


def _contents(page: Page) -> Iterator[Statement]:
    inner: dict[str, list[Span]] = defaultdict(list)
    for one in page.attributions:
        if one.parent is not None:
            inner[one.parent].extend((*one.source, *one.cue, *one.content))
    for one in page.attributions:
        nested = merged(inner[one.id])
        pieces = [piece for span in one.content for piece in _left(page.text, span, nested)]
        for spans in _joined(page.text, clauses(page.text, sorted(pieces))):
            if _says_something(page.text, spans):
                yield _stated(page, spans, one)


def _left(text: str, span: Span, nested: Sequence[Span]) -> Iterator[Span]:
    """What is left of a content without those nested in it; scraps of a clause are not kept."""
    for piece in outside(span, nested):
        if piece == span or is_clause(text[slice(*piece)]):
            yield piece


def _joined(text: str, pieces: Sequence[Span]) -> Iterator[Spans]:
    """Pieces as statements: one that goes on in small letters after its cue belongs to the piece before."""
    held: list[Span] = []
    for piece in pieces:
        piece = bare(text, piece)
        if piece[0] == piece[1]:
            continue
        goes_on = held and text[piece[0]].islower() and not _between_clauses(text, held[-1], piece)
        if held and not goes_on:
            yield tuple(held)
            held = []
        held.append(piece)
    if held:
        yield tuple(held)


def _between_clauses(text: str, before: Span, after: Span) -> bool:
    """Whether a seam or the end of a sentence, rather than a cue, parts the two."""
    gap = text[before[1] : after[0]]
    return _STOP.search(text, max(before[0], before[1] - 1), after[0]) is not None or len(words(gap)) <= 1


def _stated(page: Page, spans: Spans, one: Attribution) -> Statement:
    """One statement of an attribution's content; hedges in its other statements are not this one's."""
    elsewhere = [left for span in disjoint(one.content) for left in outside(span, spans)]
    hedges = tuple(h for h in one.hedges if near(h, spans) or not near(h, elsewhere))
    return Statement(page.id, spans, _words(page.text, spans), "content", one.id, hedges)


def _own(page: Page, title: Statement | None) -> Iterator[Statement]:
    """Sentences and clauses that lie outside all attributions, and those that only hold a cue."""
    stretches = paragraphs(page)
    told = [span for one in page.attributions for span in (*one.source, *one.cue, *one.content)]
    taken = merged([*told, *(title.spans if title else ())])
    for sentence in sentences(page.text, stretches, quotations(page.text, stretches)):
        left = list(outside(sentence, taken))
        whole = len(left) == 1 and left[0] == sentence
        for clause in clauses(page.text, left):
            span = bare(page.text, clause)
            if _says_something(page.text, (span,)) and (whole or _stands_alone(page.text, span, sentence)):
                yield Statement(page.id, (span,), _words(page.text, (span,)), "own")


def _stands_alone(text: str, span: Span, sentence: Span) -> bool:
    """Whether what attributions leave of a sentence is a clause: at its beginning, or after a seam."""
    found = words(text[slice(*span)])
    if len(found) < 2 * SHORTEST or found[0].lower() in _HANGING or not is_clause(text[slice(*span)]):
        return False
    return span[0] <= sentence[0] + 2 or found[0][:1].isupper()


def _says_something(text: str, spans: Spans) -> bool:
    stretch = _words(text, spans)
    count = len(words(stretch))
    if not SHORTEST <= count <= _LONGEST * 4 or not any(map(str.islower, stretch)):
        return False
    return count > _FURNITURE_WORDS or not _FURNITURE.search(stretch)


def _words(text: str, spans: Spans) -> str:
    return " ".join(text[start:end] for start, end in spans)
