"""Find through whom a page has what somebody says: told a paper, cited by one, posted on a site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.model import Attribution, Span, Spans
from sayso.provenance.reports import forms
from sayso.provenance.reports.known import Known
from sayso.provenance.reports.names import exhibit_name, is_human, may_be_outlet, noun
from sayso.provenance.trail import Link

_NEAR = 40
_REACH = 90
_AHEAD = 60


def medium(known: Known, one: Attribution, source: Link) -> Link | None:
    """Through whom ``source`` says it: its paper, the one it told, the one named ahead; None if directly."""
    if not one.cue:
        return None
    on_their_own = forms.POSTING.search(known.page.words(one.cue))
    own = known.employer(source) if source.kind == "person" and not on_their_own else None
    return own or _ahead(known, one) or _filed(known, one) or _in_piece(known, one) or _told(known, one)


def _ahead(known: Known, one: Attribution) -> Link | None:
    """The outlet of "Via the Tribune, the mayor said"."""
    start = one.extent[0]
    match = forms.VIA.search(known.page.text, max(0, start - _AHEAD), start)
    if match is None or "\n" in known.page.text[match.start() : start]:
        return None
    link = known.at(match.span("who"), one.confidence)
    return link if link.kind == "outlet" else None


def _filed(known: Known, one: Attribution) -> Link | None:
    """The paper of "In her complaint, the baker alleges"."""
    start = one.extent[0]
    match = forms.FILED.search(known.page.text, max(0, start - _AHEAD), start + _AHEAD)
    if match is None or match.end() > one.cue[-1][1] or "\n" in known.page.text[match.start() : start]:
        return None
    return known.link(match.span("who"), match["who"], "document", one.confidence)


def _in_piece(known: Known, one: Attribution) -> Link | None:
    """The outlet of "writes in his Tribune column"."""
    text, start, end = known.page.text, one.cue[0][0], one.cue[-1][1]
    match = forms.IN_PIECE.search(text, start, end + _AHEAD)
    if match is None or match.start() > end + _NEAR or "\n" in text[start : match.end()]:
        return None
    return known.outlet(match.span("who"), match["who"], one.confidence)


def _told(known: Known, one: Attribution) -> Link | None:
    """To whom it was said: "told the Calder Tribune", "told police"; of persons, journalists only."""
    text, start, end = known.page.text, one.cue[0][0], one.cue[-1][1]
    match = forms.TOLD.search(text, start, end + _REACH)
    if match is None or match.start() > end + _NEAR or "\n" in match[0]:
        return None
    if is_human(match["who"]) and not forms.JOURNALIST.match(text, match.end()):
        return None
    return known.at(match.span("who"), one.confidence)


def cited(known: Known, one: Attribution, source: Link | None) -> Link | None:
    """Whom an outlet is said to cite for it, where that stands beside the attribution."""
    if source is None or source.kind != "outlet" or not one.cue:
        return None
    start, end = one.extent
    match = forms.CITING.search(known.page.text, start, end + _AHEAD)
    return match and known.link(match.span("who"), noun(match["who"].strip()), "unnamed", one.confidence)


def shown(known: Known, one: Attribution) -> Link | None:
    """The photo or video that is all the source puts forward: "posted a video that shows ..."."""
    start, end = one.content[0]
    match = forms.EXHIBIT.search(known.page.text, start, min(end, start + _NEAR))
    if match is None:
        return None
    lead = known.page.text[start : match.start()]
    if len(lead.split()) > 2 or not lead[:1].isalpha():
        return None
    return known.link(match.span(), exhibit_name(match["what"]), "document", one.confidence)


def basis(known: Known, spans: Spans, sure: float) -> Link | None:
    """From whom the speaker of ``spans`` says to have it: "his information comes from Bo Marsh"."""
    found = (forms.BASIS.search(known.page.text, *span) for span in spans)
    match = next(filter(None, found), None)
    return match and known.at(match.span("who"), sure)


def channels(known: Known, sentences: Sequence[Span]) -> tuple[Link, ...]:
    """Where a statement that the page tells of came out: "It appeared on a militant website"."""
    found: dict[str, Link] = {}
    for span in _about_statements(known, sentences):
        for match in forms.CHANNEL.finditer(known.page.text, *span):
            link = known.at(match.span("who"))
            if may_be_outlet(link.name):
                found.setdefault(link.name, link)
    return tuple(found.values())


def _about_statements(known: Known, sentences: Sequence[Span]) -> Iterator[Span]:
    """The sentences that speak of a statement, and those after them that go on with "It"."""
    before = False
    for start, end in sentences:
        now = forms.SPEECH.search(known.page.text, start, end) is not None
        if now or (before and known.page.text.startswith(("It ", "They "), start)):
            yield start, end
        before = now
