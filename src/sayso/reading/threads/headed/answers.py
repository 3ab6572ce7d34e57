"""Which comment another answers, by what the text shows: indentation, numbers, names, and words repeated."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sayso.reading.threads.headed.entries import Entry

INDENTED, INDENTED_TOP, NUMBERED, NAMED_ABOVE, REPEATED, ADDRESSED, CALLED, UNTOLD = (
    0.95, 0.9, 0.9, 0.85, 0.85, 0.8, 0.6, 0.5,
)  # fmt: skip
"""How sure the parent is by what tells it. ``UNTOLD`` is for the article, where nothing tells a parent."""

Parent = tuple[int | None, float]
"""The place of the comment that is answered (None: the article), and how sure that is."""

_OPENING = 200
"""How many characters of a comment are looked at for whom it answers."""
_AT_NUMBER = re.compile(r"(?:@|#|>>|re:? #?|(?:in )?reply to #)(\d{1,6})\b", re.I)
_AT_NAME = re.compile(r"(?:@|/?u/)([^\W_][\w.'’-]{0,39}(?: [\w.'’-]{1,30}){0,3})")
_CALLED = re.compile(r"([^\W\d_][\w.'’-]{0,39}(?: [\w.'’-]{1,30}){0,3}) ?[:,](?= |\n)")
_REPLY_TO = re.compile(
    r"(?:in reply to|replying to|en réponse à|antwort auf|en respuesta a|em resposta a|in risposta a|"
    r"в ответ на) @?([^\n:]{1,60}?)[:.]?(?:\n|$)",
    re.I,
)
_WROTE = re.compile(
    r"(?:[^\n]{0,60}?[,:] )?([^\n:]{1,60}?) (?:wrote|said|schrieb|a écrit|escribió|escreveu|ha scritto) ?:",
    re.I,
)
_QUOTED = re.compile(r"^[ \t]*>+[ \t]*(.+)$", re.M)
_WORD = re.compile(r"\w+")
_RUN = 3
"""Words in a row that are sought in earlier comments: the first and the last of a quoted line."""
_TRIES = 50
"""How many comments with the first run are looked at for one that has the last one too."""


def parents_of(text: str, entries: Sequence[Entry]) -> list[Parent]:
    """The parent of each of ``entries``, always an earlier one: what is indented, or else what is said."""
    repeated = _Repeated(text, entries)
    indented = len({entry.indent for entry in entries}) > 1
    speakers = _Speakers()
    path: list[int] = []
    parents = []
    for place, entry in enumerate(entries):
        while path and entries[path[-1]].indent >= entry.indent:
            path.pop()
        told = (path[-1], INDENTED) if path else _told(text, entries, place, speakers, repeated)
        parents.append(told or (None, INDENTED_TOP if indented else UNTOLD))
        path.append(place)
        speakers.add(place, entry)
    return parents


def _told(
    text: str, entries: Sequence[Entry], place: int, speakers: _Speakers, repeated: _Repeated
) -> Parent | None:
    entry = entries[place]
    opening = "" if entry.span is None else text[entry.span[0] : min(entry.span[1], entry.span[0] + _OPENING)]
    ways = (
        (speakers.numbered(_AT_NUMBER.match(opening)), NUMBERED),
        (speakers.named(entry.to, entry), NAMED_ABOVE),
        (speakers.named(_first(_REPLY_TO.match(opening)), entry), NAMED_ABOVE),
        (repeated.in_earlier(place, speakers.all_named(_first(_WROTE.match(opening)))), REPEATED),
        (speakers.named(_first(_WROTE.match(opening)), entry), ADDRESSED),
        (speakers.named(_first(_AT_NAME.match(opening)), entry), ADDRESSED),
        (speakers.named(_first(_CALLED.match(opening)), entry, whole=True), CALLED),
    )
    return next((way for way in ways if way[0] is not None), None)


def _first(match: re.Match[str] | None) -> str | None:
    return match[1] if match else None


@dataclass(slots=True)
class _Speakers:
    """Who has spoken so far: by number, and the places of each name, whole and its first word."""

    _numbers: dict[int, int] = field(default_factory=dict)
    _names: dict[str, list[int]] = field(default_factory=dict)
    _first_words: dict[str, int] = field(default_factory=dict)

    def add(self, place: int, entry: Entry) -> None:
        if entry.number is not None:
            self._numbers[entry.number] = place
        if name := _plain(entry.name):
            self._names.setdefault(name, []).append(place)
            self._first_words[_plain(entry.name.split()[0])] = place

    def numbered(self, match: re.Match[str] | None) -> int | None:
        return self._numbers.get(int(match[1])) if match else None

    def named(self, said: str | None, asker: Entry, *, whole: bool = False) -> int | None:
        """The latest comment by the one that ``said`` begins with, who is not the asker.

        Unless the name must be ``whole``, its first word will do.
        """
        words = (said or "").split()
        for size in range(len(words), 0, -1):
            name = _plain(" ".join(words[:size]))
            if name == _plain(asker.name):
                return None
            if places := self._names.get(name):
                return places[-1]
            if not whole and size == 1 and name in self._first_words:
                return self._first_words[name]
        return None

    def all_named(self, said: str | None) -> list[int] | None:
        """Every comment so far by the one with the name ``said``, None if that is no one's."""
        return self._names.get(_plain(said)) if said else None


def _plain(name: str) -> str:
    return "".join(_WORD.findall(name.casefold()))


class _Repeated:
    """In which comments the words stand that others quote: one pass, whatever number of them quote."""

    def __init__(self, text: str, entries: Sequence[Entry]) -> None:
        said = [text[slice(*entry.span)] if entry.span else "" for entry in entries]
        self._quoted = {place: runs for place, words in enumerate(said) if (runs := _quoted_runs(words))}
        sought = {run for runs in self._quoted.values() for run in runs}
        self._places: dict[str, list[int]] = {run: [] for run in sought}
        for place, words in enumerate(said if sought else ()):
            for run in sought.intersection(_runs(_QUOTED.sub("", words))):
                self._places[run].append(place)

    def in_earlier(self, place: int, by_author: list[int] | None) -> int | None:
        """The latest earlier comment that has what ``place`` quotes, one by the author it names if any."""
        if place not in self._quoted:
            return None
        first, last = (self._places[run] for run in self._quoted[place])
        latest = bisect.bisect_left(first, place)
        having = [p for p in reversed(first[max(0, latest - _TRIES) : latest]) if _holds(last, p)]
        by_that = (p for p in having if by_author is not None and _holds(by_author, p))
        return next(by_that, having[0] if having else None)


def _holds(ordered: list[int], place: int) -> bool:
    found = bisect.bisect_left(ordered, place)
    return found < len(ordered) and ordered[found] == place


def _quoted_runs(words: str) -> tuple[str, str] | None:
    """The first and the last run of words that a comment quotes, after ">" or "NAME wrote:"."""
    quoted = _QUOTED.search(words)
    if quoted:
        line = quoted[1]
    elif wrote := _WROTE.match(words[:_OPENING]):
        line = words[wrote.end() :].lstrip().partition("\n")[0]
    else:
        return None
    runs = list(_runs(line))
    return (runs[0], runs[-1]) if runs else None


def _runs(words: str) -> Iterator[str]:
    plain = _WORD.findall(words.casefold())
    return (" ".join(plain[n : n + _RUN]) for n in range(len(plain) - _RUN + 1))
