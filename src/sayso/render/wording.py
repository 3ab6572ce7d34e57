"""The words in which an attribution is told to people, alike in every form."""

from __future__ import annotations

import re
import unicodedata

from sayso.model import Attribution, Page, Spans

UNSURE = 0.5
"""Below this confidence an attribution is marked as unsure."""

NOT_GIVEN = "source not given"

_LONGEST_CUE = 80
_NO_ANSWER = re.compile(
    r"\b(?:declin|refus|fail)\w+"
    r"|(?:\b(?:not|never|yet|no|without|unable|unavailable)\b|n['’]t\b).*"
    r"\b(?:respon[ds]|repl[yi]|answer|return|comment|reach|available)",
    re.IGNORECASE,
)
"""Cues that tell of a question left without an answer; of other negated ones the stance is told."""

_KINDS = {"person": "", "none": "", "unnamed": "not named"}


def name_of(page: Page, attribution: Attribution) -> str:
    """The source's name; the page's own words for it where the page gives no name."""
    speaker = attribution.speaker
    name = speaker.name if speaker and speaker.name else page.words(attribution.source)
    return one_line(name).strip(" ,;:") or NOT_GIVEN


def about(page: Page, attribution: Attribution) -> str:
    """What the page says the source is, beyond its name: role, affiliation, kind."""
    speaker = attribution.speaker
    if speaker is None:
        return ""
    told, known = name_of(page, attribution).casefold(), []
    for fact in (speaker.role, speaker.affiliation, _KINDS.get(speaker.kind, speaker.kind)):
        if fact and one_line(fact).casefold() not in told:
            known.append(one_line(fact))
            told += f" {known[-1].casefold()}"
    return ", ".join(known)


def stance_of(page: Page, attribution: Attribution) -> str:
    """What the source does, in words: "denies", or "does not deny" where the page has it so.

    Who gives no answer does so in the page's words: "did not respond to", "declined".
    """
    if not attribution.negated:
        return attribution.stance
    cue = one_line(page.words(attribution.cue))
    if attribution.stance == "says" and _NO_ANSWER.search(cue):
        return shorten(cue, _LONGEST_CUE)
    return f"does not {_infinitive(attribution.stance)}"


def marks(page: Page, attribution: Attribution) -> list[str]:
    """What a reader should know besides who says what, each a few words."""
    notes: list[str] = [attribution.manner] if attribution.manner != "indirect" else []
    written = one_line(page.words(attribution.source))
    if name_of(page, attribution).casefold() not in written.casefold() and written:
        notes.append(f"written “{written}”")
    if attribution.within == "scope":
        notes.append("in a passage passed on whole")
    if attribution.hedges:
        notes.append(
            "hedged: " + ", ".join(f"“{one_line(words)}”" for words in _each(page, attribution.hedges))
        )
    if attribution.confidence < UNSURE:
        notes.append(f"unsure ({attribution.confidence:.2f})")
    return notes


def children_of(attributions: tuple[Attribution, ...]) -> dict[str | None, list[Attribution]]:
    """The attributions nested in each one, by its id, in page order; those in none are under None."""
    known = {attribution.id for attribution in attributions}
    nested: dict[str | None, list[Attribution]] = {}
    for attribution in attributions:
        parent = attribution.parent if attribution.parent in known else None
        nested.setdefault(parent, []).append(attribution)
    return nested


def facts_of(page: Page) -> list[str]:
    """Where a page is from, as far as it is known: outlet, author, time, address."""
    byline = f"by {page.byline}" if page.byline else None
    return [one_line(fact) for fact in (page.outlet, byline, page.published, page.url) if fact]


def one_line(text: str) -> str:
    """``text`` on a single line, without what a terminal or a browser would obey instead of show.

    Control characters become spaces; marks that turn the direction of the text are left out.
    """
    visible = "".join(_visible(char) for char in text)
    return re.sub(r"\s+", " ", visible).strip()


def shorten(text: str, width: int) -> str:
    """``text``, cut between words and ended by an ellipsis where it is longer than ``width``."""
    if len(text) <= width:
        return text
    whole = text[:width].rsplit(" ", 1)[0] if " " in text[:width] else text[: width - 1]
    return whole.rstrip(" ,;:–—") + " …"


def _infinitive(verb: str) -> str:
    return verb[:-3] + "y" if verb.endswith("ies") else verb.removesuffix("s")


def _visible(char: str) -> str:
    category = unicodedata.category(char)
    if category in ("Cc", "Zl", "Zp"):
        return " "
    return "" if unicodedata.bidirectional(char) in _TURNING else char


_TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def _each(page: Page, spans: Spans) -> list[str]:
    return [page.text[start:end] for start, end in spans]
