"""Find where a page explains a short form: "Hayat Tahrir al-Sham (HTS)", "HTS, or Hayat Tahrir al-Sham"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.model import Span

from .folding import Key, fold, words_of

_SHORT = r"(?P<short>[A-Z][A-Za-z]?(?:[A-Z.&-]){1,8})"
_LONG_FIRST = re.compile(rf"\([ \xa0]?(?:the[ \xa0])?{_SHORT}(?:\)|(?=[;,]))")
_LONG_LAST = re.compile(
    rf"\b{_SHORT}(?: \(|, or )(?:the[ \xa0])?(?P<long>[A-Z][\w’'-]*(?:[ \xa0][\w’'&-]+){{1,9}}?)[),.;]"
)
_WORD = re.compile(r"[\w’'ʼ‘-]+")
_FURTHEST = 120
_MORE_WORDS = 5


@dataclass(frozen=True, slots=True)
class Explained:
    """A short form and the long one a page gives for it, both folded, and where it does so."""

    short: Key
    long: Key
    span: Span


def explained_in(text: str) -> tuple[Explained, ...]:
    """The short forms that ``text`` explains, each with the words that do so."""
    found = [_before(text, match) for match in _LONG_FIRST.finditer(text)]
    for match in _LONG_LAST.finditer(text):
        if match["long"] and stands_for(fold(match["short"])[0], match["long"]):
            found.append(Explained(fold(match["short"]), fold(match["long"]), match.span()))
    return tuple(one for one in found if one)


def _before(text: str, match: re.Match[str]) -> Explained | None:
    """The shortest run of words before the parenthesis that the short form can stand for."""
    short = fold(match["short"])
    if len(short) != 1:
        return None
    words = list(_WORD.finditer(text, max(0, match.start() - _FURTHEST), match.start()))
    for start in reversed(words[-len(short[0]) - _MORE_WORDS :]):
        stretch = text[start.start() : match.start()].strip()
        begins = start[0][0].lower() == short[0][0] and start[0][0].isupper()
        if begins and "\n" not in stretch and stands_for(short[0], stretch):
            return Explained(short, fold(stretch), (start.start(), match.end()))
    return None


_SMALL = frozenset("of the and for on in to a an de la del des du di et y und fur".split())


def stands_for(short: str, long: str) -> bool:
    """Whether the folded word ``short`` is the initials of ``long``, small words counted or left out."""
    words = words_of(long)
    if len(words) < 2 or len(short) < 2:
        return False
    telling = "".join(word[0] for word in words if word not in _SMALL)
    return short in (telling, "".join(word[0] for word in words))
