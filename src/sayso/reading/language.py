"""Which language a page is in, offline: Sayso knows English and says so when a page is not."""

from __future__ import annotations

import functools
import re
from collections import Counter
from typing import Any

_SAMPLE = 3000
_WORD = re.compile(r"[^\W\d_]+")
_TAG = re.compile(r"([a-z]{2,3})(?:[-_].*)?", re.I)
_ENGLISH = (
    "the", "and", "of", "to", "that", "with", "for", "said", "from", "which", "by", "has", "have",
    "they", "are", "were", "his", "their",
)  # fmt: skip
_ENOUGH_WORDS = 30
_ENGLISH_SHARE = 0.1
_THE_SHARE = 0.02
_SURE = 0.9
_PLAUSIBLE = 0.01


def language_of(text: str, declared: str | None = None) -> str | None:
    """The language of ``text`` as a code such as ``en``, or None where it is too short to tell.

    ``declared`` is what the page says itself (``en-GB``); it is believed unless the words speak
    clearly against it. Only the beginning of the text is looked at.
    """
    sample = text[:_SAMPLE]
    if _is_plain_english(sample):
        return "en"
    chances = _chances(sample)
    likeliest, chance = max(chances.items(), key=lambda item: item[1])
    said = _primary(declared)
    if said and (chance < _SURE or chances.get(said, 0.0) >= _PLAUSIBLE):
        return said
    return likeliest if chance >= _SURE and likeliest != "zxx" else None


def _is_plain_english(sample: str) -> bool:
    """English with certainty, by its commonest words: spares loading the model (half a second)."""
    words = Counter(word.lower() for word in _WORD.findall(sample))
    enough = words.total() >= _ENOUGH_WORDS and words["the"] > _THE_SHARE * words.total()
    return enough and sum(words[word] for word in _ENGLISH) > _ENGLISH_SHARE * words.total()


def _chances(sample: str) -> dict[str, float]:
    return {language: float(chance) for language, chance in _identifier().rank(sample)}


@functools.cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _primary(declared: str | None) -> str | None:
    match = _TAG.fullmatch(declared.strip()) if declared else None
    return match[1].lower() if match else None
