"""Tell whether two pages are about one story: they share names that few other pages have."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping

from sayso.sources.lexicon import ADJECTIVES, DEMONYMS, FUNCTION_WORDS, ORGANIZATIONS, PLACES, ROLES

from .folding import Key

# Chosen on 1,138 news pages of 128 rumours: of pairs of pages that pass, 90 % are about one rumour, and
# most others about another rumour of the same story.
_LEAST_SHARED = 3
_LEAST_PART = 0.3
_FEW_PAGES = 50
_FEW_PART = 0.05
_MOST_KEYS = 12

_CAPITALISED = re.compile(r"\b[A-Z][^\W\d_]{3,}")
_EVERYWHERE = FUNCTION_WORDS | PLACES | DEMONYMS.keys() | ADJECTIVES | ORGANIZATIONS | ROLES


def telling_names(text: str) -> frozenset[str]:
    """The words that a text only has with a capital, without those that any story may have."""
    capitalised = {word.lower() for word in set(_CAPITALISED.findall(text))}
    names = capitalised.difference(_EVERYWHERE, text.split())
    return frozenset(map(sys.intern, names))


class Stories:
    """The names of each page that few pages have."""

    def __init__(self, telling: Mapping[str, frozenset[str]]) -> None:
        self._pages = Counter(word for words in telling.values() for word in words)
        most = max(_FEW_PAGES, int(_FEW_PART * len(telling)))
        rare = {word for word, pages in self._pages.items() if 1 < pages <= most}
        self._rare = {page: words & rare for page, words in telling.items()}
        self._rarest = {
            page: tuple(self._by_rarity(words)[:_MOST_KEYS]) for page, words in self._rare.items()
        }

    def _by_rarity(self, words: Iterable[str]) -> list[str]:
        return sorted(words, key=lambda word: (self._pages[word], word))

    def keys(self, page: str) -> tuple[str, ...]:
        """The rarest names of a page, by which to look for others about its story."""
        return self._rarest[page]

    def shared(self, page: str, other: str, names: Iterable[Key]) -> list[str]:
        """The rare names two pages share, beside ``names`` themselves; none, if they are too few."""
        own = {word for key in names for word in key}
        left, right = self._rare[page], self._rare[other]
        both = (left & right) - own
        enough = max(_LEAST_SHARED, _LEAST_PART * min(len(left), len(right)))
        return self._by_rarity(both) if len(both) >= enough else []
