"""Tell how a source stands to a claim: whether it says so, says that it is not so, or only does it."""

from __future__ import annotations

import re

from sayso.provenance.reports import doubts, forms
from sayso.provenance.reports.nearness import Nearness
from sayso.provenance.reports.statements import Statement
from sayso.sources.lexicon import DEMONYMS

_LIKE_ENOUGH = 0.45
"""How near the words must come to the claim that a denial is of."""
_PEAK = 0.85
"""Sentences of a statement that come less near than this share of its nearest are beside the point."""
_FIRST = 2


def refutes(one: Statement, near: Nearness) -> bool:
    """Whether the source speaks against the claim, or against the reports of it, in so many words."""
    said = one.said
    against = said.stance in ("denies", "doubts") or (said.negated and said.stance in ("confirms", "finds"))
    for part in one.parts[:_FIRST]:
        meant = doubts.THE_CLAIM.search(part) is not None or near.of_text[part] >= _LIKE_ENOUGH
        if meant and (against or doubts.DENIED.search(part)):
            return True
        if against and doubts.IT.match(part):
            return True
    return False


def denies(claim: str, one: Statement, near: Nearness) -> bool:
    """Whether what the source says, which is about the claim, says the contrary."""
    if one.said.negated or one.said.stance in ("denies", "doubts"):
        return True
    peak = max((near.of_text[part] for part in one.parts), default=0.0)
    return any(contradicts(claim, part) for part in one.parts if near.of_text[part] >= _PEAK * peak)


def contradicts(claim: str, words: str) -> bool:
    """Whether the words negate what the claim does not."""
    if doubts.DENIED.search(words):
        return True
    return doubts.NEGATED.search(words) is not None and not doubts.NEGATED.search(claim)


def is_about(claim: str, one: Statement, source: str) -> bool:
    """Whether the claim is about this source, or whom it speaks for: what it does is no report of it.

    Unless it confirms it. ``source`` are the page's words for it: "Bo Marsh of the Calder Ferry Line".
    """
    subject = forms.SUBJECT.match(claim)
    if subject is None or subject["who"].lower() in DEMONYMS or _confirms(one):
        return False
    if re.search(
        rf"\b{re.escape(subject['who'])}['’]s |\b(?:of|for|at|with) (?:the )?{re.escape(subject['who'])}\b",
        source,
    ):
        return True
    asked, last = set(subject["who"].lower().split()), one.chain[-1]
    names = [set(name.lower().split()) for name in (last.name, last.speaks_for) if name]
    return any(asked <= name or name <= asked for name in names)


def _confirms(one: Statement) -> bool:
    return one.said.stance == "confirms" and one.said.parent is None
