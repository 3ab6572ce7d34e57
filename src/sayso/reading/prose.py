"""Tell the prose of a story from what else a page may hold: menus, forms, notices to its visitors."""

from __future__ import annotations

import re

from sayso.reading.passages import Passage

_FEWEST_WORDS = 4
_SENTENCE_END = re.compile(r"[.!?…؟۔।։።]+[\"'”’»)\]]*(?=\s|\Z)")
# Scripts that write without spaces, and some of them without full stops.
UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3001-\u30ff\u3400-\u9fff"
_UNSPACED_RUN = re.compile(f"[{UNSPACED}]{{12}}")
_RIGHTS = re.compile(r"©|\ball rights reserved\b", re.I)
_TO_VISITORS = re.compile(r"\b(?:we|our|you|your|please|this (?:web)?site)\b", re.I)
_ABOUT_THE_SITE = re.compile(
    r"\b(?:cookies?|javascript|browser|password|log(?:ged)? ?in|sign(?:ed)? ?(?:in|up)|subscri\w+|newsletter"
    r"|ad ?blocker|captcha|privacy policy|terms of (?:use|service))\b",
    re.I,
)
_QUOTATION = re.compile(r"[\"“”«»]")


def is_prose(passage: Passage) -> bool:
    """Whether ``passage`` tells something: a sentence, no heading, no list of links, no notice."""
    words = passage.text
    linked = sum(end - start for start, end, _ in passage.links)
    if passage.kind == "heading" or 2 * linked > len(words) or _is_notice(words):
        return False
    return _has_sentence(words) or _UNSPACED_RUN.search(words) is not None


def _has_sentence(words: str) -> bool:
    *ended, _ = _SENTENCE_END.split(words)
    return any(len(sentence.split()) >= _FEWEST_WORDS for sentence in ended)


def _is_notice(words: str) -> bool:
    """What a site tells its visitors of itself; what a story quotes of that stands in quotation marks."""
    if _RIGHTS.search(words):
        return True
    told = _TO_VISITORS.search(words) and _ABOUT_THE_SITE.search(words)
    return bool(told) and not _QUOTATION.search(words)
