"""How a page is laid out: where its sentences begin, what is between quotation marks, what is a headline."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from sayso.model import Span

from .lexicon import ABBREVIATIONS

_QUOTE = re.compile(r"“[^”\n]*”?|\"[^\"\n]*\"?|''[^\n]*?''|«[^»\n]*»?|„[^“”\n]*[“”]?")
_OPENING = " \"“”'’(«„—–-"
_MOST_MARKS = 12
_OPENING_QUOTES = tuple("“\"'‘«„")
_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_LOWER = re.compile(r"(?<![\w'’.-])[a-zß-öø-ÿ]+(?![\w])")


def _not_after_abbreviation() -> str:
    by_length: dict[int, list[str]] = {}
    for word in ABBREVIATIONS.split("|"):
        by_length.setdefault(len(word), []).append(word)
    return "".join(rf"(?<!\b(?:{'|'.join(words)}))" for words in by_length.values())


_SENTENCE = re.compile(
    rf"{_not_after_abbreviation()}(?<!\b[A-Z])(?<![A-Z]\.[A-Z])[.!?]['\"’”)\]]{{0,4}}\s+|\n\s*"
)


@dataclass(frozen=True, slots=True)
class Layout:
    """The page's text with what its marks tell: sentences, quotations, headlines, words in lower case."""

    text: str
    sentences: tuple[int, ...]
    quotes: tuple[Span, ...]
    headlines: tuple[Span, ...]
    lower_words: frozenset[str]

    def sentence(self, position: int) -> int:
        """The number of the sentence that ``position`` lies in; a quotation counts as one."""
        return bisect_right(self.sentences, position)

    def sentence_start(self, position: int) -> int:
        """Where the sentence that ``position`` lies in begins."""
        number = self.sentence(position)
        return self.sentences[number - 1] if number else 0

    def opens_sentence(self, start: int) -> bool:
        """Whether a word at ``start`` has its capital from the sentence or quotation that begins there."""
        if self.text.startswith(_OPENING_QUOTES, max(0, start - 1)):
            return True
        begin = self.sentence_start(start)
        return start - begin <= _MOST_MARKS and not self.text[begin:start].strip(_OPENING)

    def quoted(self, position: int) -> Span | None:
        """The quotation that ``position`` lies in."""
        return _around(self.quotes, position)

    def in_headline(self, position: int) -> bool:
        """Whether ``position`` lies in a line that is set in capitals, word by word."""
        return _around(self.headlines, position) is not None


def _around(spans: tuple[Span, ...], position: int) -> Span | None:
    number = bisect_right(spans, (position, 1 << 60)) - 1
    if number >= 0 and position < spans[number][1]:
        return spans[number]
    return None


def lay_out(text: str) -> Layout:
    """Read sentences, quotations and headlines off the marks of ``text``."""
    quotes = tuple(match.span() for match in _QUOTE.finditer(text))
    starts = (match.end() for match in _SENTENCE.finditer(text))
    sentences = tuple(start for start in starts if not _inside(quotes, start))
    headlines = tuple(match.span() for match in _LINE.finditer(text) if _is_headline(match.group()))
    return Layout(text, sentences, quotes, headlines, frozenset(_LOWER.findall(text)))


def _inside(quotes: tuple[Span, ...], position: int) -> bool:
    quote = _around(quotes, position)
    return quote is not None and quote[0] < position


def _is_headline(line: str) -> bool:
    """Whether nearly every word of a short line begins with a capital, as headlines are set."""
    if len(line) > 200:
        return False
    long_words = [word for word in _WORD.findall(line) if len(word) > 3]
    return len(long_words) >= 3 and sum(word[0].isupper() for word in long_words) >= 0.8 * len(long_words)
