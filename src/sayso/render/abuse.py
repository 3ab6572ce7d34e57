"""Which comments a reader may not want before their eyes: those in slurs and abusive words.

The words are those of pygarble's English list, and none stands here. A word is known when it is
spelled with digits, stretched, spaced out or half hidden by stars; a part of another word is not.
What is hateful in ordinary words is not seen, and a quoted slur counts like one that is meant.
"""

from __future__ import annotations

# The milder words ("damn") are common in news too: in twice as many articles as the strong alone.
_TIERS = ("strong",)
# Guessing which word stars hide may take a minute on a megabyte of them.
_GUESSED_UP_TO = 2_000


def is_abusive(text: str) -> bool:
    """Whether ``text``, the words of one comment, has an abusive English word.

    Nothing is said of which or where. In text of over 2,000 characters words that are spaced out or
    half hidden by stars are not looked for, so that the time needed stays in step with its length.
    """
    # Loading takes 30 ms, which a page without comments need not spend.
    from pygarble.screening import ProfanityDetector

    detector = ProfanityDetector(tiers=_TIERS, obfuscation=len(text) <= _GUESSED_UP_TO)
    return bool(detector.detect(text))
