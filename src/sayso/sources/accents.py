"""Read a page whose accents stand behind their letters ("e" + U+0301) as one whose letters carry them."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable

from sayso.model import Attribution, Page, Spans, Speaker

_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_MARKED = re.compile(rf"\w[{_MARKS}]+")
_WORD = re.compile(rf"(?:\w[{_MARKS}]*)+")


class Accents:
    """A page with each letter and its accents as one character, and the way back to how it is written.

    A word that the page writes in two ways comes back in the first.
    """

    def __init__(self, page: Page) -> None:
        found = list(_MARKED.finditer(page.text))
        self._marks = [at for match in found for at in range(match.start() + 1, match.end())]
        self._bare = [at - number for number, at in enumerate(self._marks)]
        self._written: dict[str, str] = {}
        for word in _WORD.findall(page.text) if found else ():
            self._written.setdefault(_composed(word), word)
        byline = page.byline and _composed(page.byline)
        self.page = dataclasses.replace(page, text=_composed(page.text), byline=byline)

    def placed(self, one: Attribution) -> Attribution:
        """The attribution as it lies on the page whose letters carry their accents."""
        return _moved(one, lambda at: at - bisect_left(self._marks, at))

    def restored(self, one: Attribution) -> Attribution:
        """The attribution as it lies on the page itself, its speaker in the page's spelling."""
        back = _moved(one, lambda at: at + bisect_right(self._bare, at))
        return dataclasses.replace(back, speaker=one.speaker and self._written_out(one.speaker))

    def _written_out(self, speaker: Speaker) -> Speaker:
        name, role, affiliation = map(self._as_written, (speaker.name, speaker.role, speaker.affiliation))
        return Speaker(name, speaker.kind, role, affiliation)

    def _as_written(self, words: str | None) -> str | None:
        return words and _WORD.sub(lambda word: self._written.get(word[0], word[0]), words)


def _moved(one: Attribution, place: Callable[[int], int]) -> Attribution:
    def moved(spans: Spans) -> Spans:
        return tuple((place(start), place(end)) for start, end in spans)

    return dataclasses.replace(one, source=moved(one.source), cue=moved(one.cue), content=moved(one.content))


def _composed(text: str) -> str:
    """The text, no letter followed by a mark: one for which there is no such character loses it."""
    return _MARKED.sub(lambda match: unicodedata.normalize("NFC", match[0])[0], text)
