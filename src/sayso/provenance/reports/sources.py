"""Say who the source of an attribution is, as a link of a chain.

A statement, a post or an article is no source of its own where the page tells whose it is: "a report
by Harbour Wire" is Harbour Wire. What has no name is called by the noun the page uses.
"""

from __future__ import annotations

import re

from sayso.attribution.spans import trimmed
from sayso.model import Attribution, Span
from sayso.provenance.reports import doubts, forms
from sayso.provenance.reports.known import Known
from sayso.provenance.reports.names import (
    can_speak,
    exhibit_name,
    is_human,
    is_name,
    is_platform,
    noun,
    sounds_like_outlet,
    without_article,
)
from sayso.provenance.trail import Link, LinkKind
from sayso.sources.lexicon import (
    DETERMINERS,
    FEMALE_PRONOUNS,
    FIRST_PERSON,
    MALE_PRONOUNS,
    PLURAL_PRONOUNS,
    RELATIVES,
    SECOND_PERSON,
    THING_PRONOUNS,
)

_HE_OR_SHE = MALE_PRONOUNS | FEMALE_PRONOUNS
_NOBODY = (
    FIRST_PERSON | SECOND_PERSON | THING_PRONOUNS | PLURAL_PRONOUNS | DETERMINERS | _HE_OR_SHE | {"there"}
)
_POSSESSIVE = re.compile(r"(?:['’]s|s['’])\Z")
_POSSESSED = re.compile(r"[^\n]+['’]s? (?:[a-z-]+ ){0,2}[a-z-]+\Z")
_OWNER = re.compile(r"(?:[Tt]he )?(?P<who>.{1,60}?)['’]s ")
_RUMOUR_CUE = re.compile(r"(?:rumou?rs?|speculation)\b", re.IGNORECASE)
_BEFORE_WHO = re.compile(
    r"(?:^|[.,;:—(“\"]|\b(?:to|that|and|for|by|with|is|was)\b)\s*"
    r"(?P<who>(?:[\w’'-]+ ){0,5}?[\w’'-]+(?: (?:of|in|with|from|[a-z]{3,}ing) (?:[\w’'-]+ ?){1,4})?),?\s*\Z"
)
_JOINED = re.compile(r"\band(?: (?:also|then|later))?\s+\Z")
_SAID = re.compile(r"(?:told|said|says|tells)\b")
_SUBJECT = re.compile(r"(?:(?:A|An|The) )?(?:[\w’'-]+ ){1,4}?(?=(?:in|of|with|at|who) )")
_EXTENT = 120
_BREAKS = ("\n", " - ", " – ", "— ")


def source_of(known: Known, one: Attribution) -> Link | None:
    """The link for the attribution's source; None where nobody but the page itself, or no one, speaks."""
    if not one.source:
        return _going_on(known, one)
    span, source = one.source[0], known.words(one.source[0])
    if source.lower() in RELATIVES:
        return _antecedent(known, one)
    named = one.speaker.name if one.speaker else None
    if is_platform(named or source, known.page.words(one.cue)):
        return None
    if _says_nothing(known, one, source, named):
        return None
    if _RUMOUR_CUE.match(known.page.words(one.cue)):
        return known.link(span, f"{source} {known.page.words(one.cue)}", "unnamed", one.confidence)
    return known.hearsay_at(span[0]) or _exhibit(known, span, source, one) or _text_of(known, span, one)


def _says_nothing(known: Known, one: Attribution, source: str, named: str | None) -> bool:
    """Whether the source is a pronoun for nobody, a possessive, or stands in a hedge of the page's own."""
    if source.lower() in _NOBODY and not named:
        return True
    if source.lower() in _HE_OR_SHE and named and known.is_outlet(named):
        return True  # a misread pronoun: no paper is "he"
    hedge = doubts.HEDGED_CUE.match(known.page.words(one.cue))
    return hedge is not None or _POSSESSIVE.search(source) is not None


def _exhibit(known: Known, span: Span, words: str, one: Attribution) -> Link | None:
    found = forms.EXHIBIT.search(words)
    return found and known.link(span, exhibit_name(found["what"]), "document", one.confidence)


def _text_of(known: Known, span: Span, one: Attribution) -> Link | None:
    """The author of a statement or an article, if the source is one; else the speaker."""
    source = known.words(span)
    author = forms.TEXT_BY.search(source) or forms.OWN_TEXT.search(source)
    if author and is_name(author["who"]):
        at = span[0] + author.start("who"), span[0] + author.end("who")
        return known.at(_owner(known, at) or at, one.confidence)
    return _speaker(known, span, one)


def _owner(known: Known, span: Span) -> Span | None:
    """The owner's part of "the Calder Tribune's Harbour Desk", if the owner is an outlet."""
    owner = _OWNER.match(known.words(span))
    if owner is None or not sounds_like_outlet(owner["who"]):
        return None
    return span[0] + owner.start("who"), span[0] + owner.end("who")


def _speaker(known: Known, span: Span, one: Attribution) -> Link | None:
    who, sure, source = one.speaker, one.confidence, known.words(span)
    name = _without_text(who.name) if who and who.name else None
    person = who is not None and who.kind == "person" and name is not None and " " in name
    person = person and not known.is_outlet(name or "")
    outlet = None if person else _owner(known, span) or _called(known, span)
    if outlet is not None:
        return known.outlet(outlet, known.words(outlet), sure)
    if forms.SPEECH.search(noun(source)):
        author = known.author(span, noun(source))
        if author is not None:
            return author
    if forms.ARTICLE.search(noun(source)) and name is None:
        return known.outlet_before(span)
    if who is None or name is None or _is_owned_by(source, name):
        return _described(known, span, one)
    if known.is_outlet(name):
        return known.outlet(span, without_article(name), sure)
    kind: LinkKind = "unnamed" if who.kind == "none" else who.kind
    return known.link(span, name, kind, sure, who.affiliation)


def _without_text(name: str) -> str:
    """The outlet's name in "Calder Tribune article", which is how a page's reader may have it."""
    text = forms.OWN_TEXT.fullmatch(name)
    return text["who"] if text and sounds_like_outlet(text["who"]) else name


def _called(known: Known, span: Span) -> Span | None:
    """Where the name stands in "the blog Port Calder Today", "a site called ..."."""
    called = forms.CALLED.match(known.page.text, *span)
    return called.span("who") if called else None


def _is_owned_by(source: str, name: str) -> bool:
    """Whether the name is the owner's only: "Marsh's employer" read as Marsh."""
    return _POSSESSED.fullmatch(source) is not None and name.split()[-1] not in source.split()[-1]


def _described(known: Known, span: Span, one: Attribution) -> Link | None:
    """The link of a source without a name, if it is one that can speak."""
    if known.is_outlet(without_article(known.words(span))):
        return known.outlet(span, without_article(known.words(span)), one.confidence)
    who, called = one.speaker, noun(known.words(span))
    speaks = who is not None and who.kind in ("document", "organization", "outlet")
    if not speaks and called.islower() and not can_speak(called):
        return None
    kind: LinkKind = "document" if who and who.kind == "document" else "unnamed"
    return known.link(span, called, kind, one.confidence, who.affiliation if who else None)


def _antecedent(known: Known, one: Attribution) -> Link | None:
    """Whom "who" stands for: the words right before it, or the video that stands there."""
    text, at = known.page.text, one.source[0][0]
    start = max(0, at - _EXTENT, *(text.rfind(mark, 0, at) + len(mark) for mark in _BREAKS))
    match = _BEFORE_WHO.search(text[start:at])
    name = without_article(match["who"]) if match else ""
    shown = list(forms.EXHIBIT.finditer(text, start, at))
    if shown and not is_human(name):
        return known.link(shown[-1].span(), exhibit_name(shown[-1]["what"]), "document", one.confidence)
    if match is None:
        return None
    span = trimmed(text, (start + match.start("who"), start + match.end("who")))
    if is_human(name):
        return known.link(span, name, "person", one.confidence)
    return known.link(span, noun(known.words(span)), "unnamed", one.confidence)


def _going_on(known: Known, one: Attribution) -> Link | None:
    """Who goes on in "a patient walked in and told nurses": the subject of the clause before."""
    text = known.page.text
    if not one.cue or not _SAID.match(text, one.cue[0][0]):
        return None
    at = one.cue[0][0]
    start = max(0, at - 2 * _EXTENT, text.rfind("\n", 0, at) + 1)
    subject = _SUBJECT.match(text[start:at])
    if subject is None or not _JOINED.search(text[start:at]):
        return None
    span = trimmed(text, (start, start + subject.end()))
    return known.link(span, noun(known.words(span)), "unnamed", one.confidence)
