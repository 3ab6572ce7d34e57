"""What a page lets its reader know of its sources: its outlets, their writers, whose a statement is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass

from sayso.model import Page, Span
from sayso.provenance.reports import doubts, forms
from sayso.provenance.reports.names import (
    is_human,
    is_name,
    may_be_outlet,
    noun,
    same_name,
    sounds_like_outlet,
    without_article,
)
from sayso.provenance.trail import Link, LinkKind
from sayso.sources.lexicon import GENERIC_OUTLETS

_GUESSED = 0.7
"""How sure it is that "the paper" is the outlet named last."""
_FAR = 80


@dataclass(frozen=True, slots=True)
class Known:
    """One page and what it tells of names; links are made here.

    ``outlets`` are names that stand as outlets' do, ``mentions`` where they stand, in order; ``parts`` the
    outlet for each name of a part of it; ``authored`` for each kind of text ("statement") where its
    author stands; ``employers`` for the last word of a writer's name where the outlet stands.
    """

    page: Page
    outlets: frozenset[str]
    mentions: tuple[Span, ...]
    parts: dict[str, str]
    authored: dict[str, tuple[Span, ...]]
    employers: dict[str, Span]

    def is_outlet(self, name: str) -> bool:
        """Whether the page, or the name itself, shows that ``name`` is an outlet's."""
        return name in self.outlets or sounds_like_outlet(name)

    def words(self, span: Span) -> str:
        """The page's words at ``span``."""
        return self.page.text[slice(*span)]

    def link(self, span: Span, name: str, kind: LinkKind, sure: float = 1.0, body: str | None = None) -> Link:
        """A link of this page, with its words at ``span``."""
        return Link(name, kind, self.page.id, (span,), speaks_for=body, confidence=sure)

    def at(self, span: Span, sure: float = 1.0) -> Link:
        """The link for a name, or a description, that stands at ``span``."""
        name = without_article(self.words(span).strip(" .,-'’"))
        if name in GENERIC_OUTLETS:
            return self.outlet_before(span) or self.link(span, name, "unnamed", sure)
        if name in self.parts or self.is_outlet(name):
            return self.outlet(span, name, sure)
        if name.startswith("@"):
            return self.link(span, name, "social", sure)
        if name[:1].islower():
            return self.link(span, noun(name), "unnamed", sure)
        return self.link(span, name, "person" if is_human(name) else "organization", sure)

    def outlet(self, span: Span, name: str, sure: float = 1.0) -> Link:
        """The outlet ``name``, or that which it is a part of: "the Tribune" for its "Harbour Desk"."""
        return self.link(span, self.parts.get(name, name), "outlet", sure)

    def outlet_before(self, span: Span) -> Link | None:
        """The outlet named last before ``span``, which "the paper" there stands for."""
        at = bisect_left(self.mentions, (span[0], 0)) - 1
        return self.outlet(span, self.words(self.mentions[at]), _GUESSED) if at >= 0 else None

    def author(self, span: Span, what: str) -> Link | None:
        """Whose "the statement" at ``span`` is: as the page last said, or will first say."""
        places = next((places for text, places in self.authored.items() if text in what.lower()), ())
        if not places:
            return None
        return self.at(places[max(0, bisect_left(places, (span[1], 0)) - 1)])

    def has_text_by(self, name: str) -> bool:
        """Whether the page tells of a statement of the one of this name."""
        places = (place for places in self.authored.values() for place in places[:_FAR])
        return any(same_name(without_article(self.words(place)), name) for place in places)

    def employer(self, person: Link) -> Link | None:
        """The outlet a writer writes for: "the Tribune's Bo Marsh writes"."""
        place = self.employers.get(person.name.split()[-1])
        return place and self.outlet(place, self.words(place), person.confidence)

    def writer(self, outlet: Link) -> Link | None:
        """Who wrote what ``outlet`` says, if the page tells."""
        for match in re.finditer(rf"\b{re.escape(outlet.name)}\b", self.page.text):
            end = match.end()
            line = self.page.text[end : end + _FAR + 40].split("\n", 1)[0]
            found = forms.WRITER.match(line) or forms.WRITTEN_BY.search(line)
            if found and is_human(found["who"]):
                span = end + found.start("who"), end + found.end("who")
                return self.link(span, found["who"], "person", outlet.confidence, outlet.name)
        return None

    def hearsay(self, heard: re.Match[str]) -> Link:
        """The link for reports that nobody owns: "online reports", "rumors on Twitter"."""
        name = noun(heard["who"]) + (f" on {heard['where']}" if heard["where"] else "")
        return self.link(heard.span("who"), name, "unnamed")

    def hearsay_at(self, start: int) -> Link | None:
        """The same for those that begin at ``start``."""
        heard = doubts.HEARSAY.match(self.page.text, start)
        return heard and self.hearsay(heard)


def known_from(page: Page) -> Known:
    """What the article of ``page`` tells of names."""
    outlets = _outlets(page)
    speakers = {a.speaker.name for a in page.attributions if a.speaker and a.speaker.name}
    named = {*outlets, *filter(sounds_like_outlet, speakers)}
    any_of = "|".join(re.escape(name) for name in sorted(named, key=lambda name: (-len(name), name)))
    mentions = re.finditer(rf"\b(?:{any_of})", page.text) if named else ()
    return Known(
        page,
        outlets,
        tuple(match.span() for match in mentions),
        _parts(page.text, outlets),
        _authored(page.text),
        _employers(page.text, outlets),
    )


def _outlets(page: Page) -> frozenset[str]:
    found = {
        match["who"]
        for pattern in forms.AS_OUTLETS
        for match in pattern.finditer(page.text)
        if not forms.JOURNALIST.match(page.text, match.end())
    }
    speakers = (a.speaker.name for a in page.attributions if a.speaker and a.speaker.name)
    surnames = {name.split()[-1] for name in speakers if is_human(name)}
    return frozenset(name for name in found if may_be_outlet(name) and name not in surnames)


def _parts(text: str, outlets: frozenset[str]) -> dict[str, str]:
    return {
        match["part"]: match["who"]
        for match in forms.PART_OF_OUTLET.finditer(text)
        if (match["who"] in outlets or sounds_like_outlet(match["who"])) and not is_human(match["part"])
    }


def _authored(text: str) -> dict[str, tuple[Span, ...]]:
    found: dict[str, list[Span]] = defaultdict(list)
    for match in forms.AUTHORED.finditer(text):
        group = "who" if match["who"] else "owner"
        if is_name(match[group]):
            found[(match["what"] or match["owned"]).lower()].append(match.span(group))
    return {what: tuple(places) for what, places in found.items()}


def _employers(text: str, outlets: frozenset[str]) -> dict[str, Span]:
    found: dict[str, Span] = {}
    for match in forms.EMPLOYER.finditer(text):
        if match["writes"] or match["who"] in outlets or sounds_like_outlet(match["who"]):
            found.setdefault(match["person"].split()[-1], match.span("who"))
    return found
