"""Find what a page names: persons, organizations, outlets, places and groups, each time it names them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.model import Span

from .layout import Layout
from .lexicon import (
    ABBREVIATIONS,
    ADJECTIVES,
    DEMONYMS,
    DOCUMENTS,
    FUNCTION_WORDS,
    GENERIC_ORGANIZATIONS,
    GROUP_HEADS,
    IMPERATIVES,
    MODIFIERS,
    MONTH_NAMES,
    ORGANIZATIONS,
    OUTLETS,
    PARTICLES,
    POLICY_WORDS,
    ROLES,
    TITLES,
    UNNAMED_PEOPLE,
)
from .names import (
    GIVEN_NAMES,
    MentionKind,
    classify,
    is_acronym,
    named_like_an_outlet,
    plain,
    titles_before,
)

_LETTERS = (*range(0x41, 0x530), *range(0x1E00, 0x1F00))  # Latin, Greek and Cyrillic, with accents
_UPPER = "".join(chr(code) for code in _LETTERS if chr(code).isupper())
_CLITIC = r"(?!(?:s|S|ll|d|re|ve|m)\b)"
_TOKEN = (
    rf"(?:(?:{ABBREVIATIONS})\.(?!\w)|(?:[{_UPPER}]\.){{1,6}}+(?:[{_UPPER}](?!\w))?"
    rf"|(?:(?:al|el|ul|an|as|ash|ad|ar)-)?[{_UPPER}]\w*+(?:['’]{_CLITIC}\w++)*(?:-[{_UPPER}\d]\w*+|-elect)*+)"
)
_RUN = re.compile(rf"(?<![\w'’-]){_TOKEN}(?:[ \xa0](?:(?:{PARTICLES}|&)[ \xa0]){{0,2}}{_TOKEN})*(?!-\w)")
_SPACE = re.compile(r"[ \xa0]")
_LONGEST_NAME = 12
_JOINTS = frozenset((" of ", " of the ", " for ", " for the ", " on ", " on the ", " against "))
_ANDS = frozenset((" and ", " & "))
_OF_ONLY = frozenset(
    "house senate state party side front force group company city town court parliament".split()
)
_TAIL = re.compile(r"[ \xa0]([a-z]+)\b")
_COMMON = ROLES | ORGANIZATIONS | MODIFIERS | POLICY_WORDS | UNNAMED_PEOPLE | DOCUMENTS
_MAY_OPEN_NAMES = GIVEN_NAMES | ORGANIZATIONS | TITLES | MODIFIERS | ROLES
_SMALL_BODIES = frozenset(
    "campaign administration government team camp family foundation department ministry committee "
    "union".split()
)
_STATE_BODIES = frozenset(
    "government military army navy parliament embassy police authorities ministry regime".split()
)
_NO_LAST_WORDS = FUNCTION_WORDS - MONTH_NAMES - OUTLETS
_DATED = re.compile(r"[ \xa0]?\d|, \d{4}")
_BEFORE_DATES = frozenset("in of on by since until last next early late from to".split())


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where the page names someone: the name without titles, and the titles before it.

    ``lead`` is where the titles begin, or the name where there are none.
    """

    start: int
    end: int
    words: tuple[str, ...]
    kind: MentionKind
    title: str
    lead: int


def find_mentions(layout: Layout) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """All mentions in the page's running text, and the runs of capitals in its headlines, both in order."""
    body: list[Mention] = []
    headlines: list[Mention] = []
    for start, end in _joined_runs(layout.text):
        if layout.in_headline(start):
            headlines.append(_mention(layout.text, start, end, "unknown"))
        else:
            body += _read_run(layout, start, end)
    return tuple(body), tuple(headlines)


def _joined_runs(text: str) -> list[Span]:
    """Runs of capitalised words; those of an organization's name are joined over "of", "for", "and"."""
    runs: list[Span] = []
    for match in _RUN.finditer(text):
        start, end = match.span()
        if runs and start - runs[-1][1] <= 9 and _joins(text, runs[-1], (start, end)):
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return runs


def _joins(text: str, left: Span, right: Span) -> bool:
    """Whether two runs are one name: "Ministry of Rivers", "Health and Safety Commission"."""
    joint = text[left[1] : right[0]]
    if right[1] - left[0] > 120 or (joint not in _JOINTS and joint not in _ANDS):
        return False
    before = [plain(word) for word in _SPACE.split(text[left[0] : left[1]])]
    before = before[1:] if before[0] == "the" and len(before) > 1 else before
    after = [plain(word) for word in _SPACE.split(text[right[0] : right[1]])]
    if joint in _JOINTS:
        return before[-1] in ORGANIZATIONS and (joint.startswith(" of ") or before[-1] not in _OF_ONLY)
    if before[0] in ("department", "ministry") and len(before) > 1 and len(after) == 1:
        return (
            after[0] not in ORGANIZATIONS and after[0] not in TITLES and not is_acronym(text[slice(*right)])
        )
    return before[-1] in POLICY_WORDS and after[-1] in ORGANIZATIONS and (len(after) > 1 or "of" in before)


def _mention(text: str, start: int, end: int, kind: MentionKind) -> Mention:
    return Mention(start, end, tuple(_SPACE.split(text[start:end])), kind, "", start)


def _read_run(layout: Layout, start: int, end: int) -> list[Mention]:
    """The mentions in one run of capitalised words, once the words that open sentences are off."""
    text = layout.text
    words = _SPACE.split(text[start:end])
    if len(words) > _LONGEST_NAME or _shouting(words):
        return []
    first = _first_of_name(layout, words, start)
    start += sum(len(word) + 1 for word in words[:first])
    words = words[first:]
    while len(words) > 1 and plain(words[-1]) in _NO_LAST_WORDS:
        end -= len(words.pop()) + 1
    if not words or words[0][:2] in ("R-", "D-", "I-"):
        return []
    if len(words) == 1 and (state := _state_body(text, end, words[0])):
        return [_mention(text, start, state, "organization")]
    if _ordinary(layout, words, start):
        return []
    return _name_in(text, start, end, words)


def _name_in(text: str, start: int, end: int, words: list[str]) -> list[Mention]:
    """The name in a run, and with it the body called after it: "Quill", "Quill campaign"."""
    split = titles_before(text, start, words)
    if split == len(words):
        return [Mention(start, end, tuple(words), "role", text[start:end], start)]
    titles, name = words[:split], words[split:]
    kind = classify(name, titled=any(plain(word) in TITLES for word in titles))
    if kind == "unknown" and text.startswith(":", end) and name[-1].isupper() and _opens_line(text, start):
        kind = "person"
    if (
        kind == "person"
        and not titles
        and named_like_an_outlet(name)
        and text[max(0, start - 4) : start].lower() == "the "
    ):
        kind = "outlet"
    tail = _TAIL.match(text, end)
    if tail and tail[1] in _SMALL_BODIES and not titles and kind not in ("outlet", "group"):
        return [_mention(text, start, end, kind), _mention(text, start, tail.end(), "organization")]
    at = start + sum(len(word) + 1 for word in titles)
    return [Mention(at, end, tuple(name), kind, text[start:at].rstrip(), start)]


def _state_body(text: str, end: int, word: str) -> int:
    """Where "Ruritanian government" ends, if the word is a country's adjective and such a noun follows."""
    tail = _TAIL.match(text, end)
    return tail.end() if tail and tail[1] in _STATE_BODIES and plain(word) in DEMONYMS else 0


def _opens_line(text: str, start: int) -> bool:
    return text[max(0, start - 2) : start].strip(" \"“'") in ("", "\n")


def _shouting(words: list[str]) -> bool:
    return len(words) > 2 and sum(len(word) > 2 and word.isupper() for word in words) > 2


def _first_of_name(layout: Layout, words: list[str], start: int) -> int:
    """How many of the run's first words have their capitals from the sentence or the line they open."""
    first = 0
    while first < len(words) and _is_function_word(layout, words[first], start):
        first += 1
    if first == 0 and len(words) > 1 and layout.opens_sentence(start):
        word = plain(words[0])
        first = int(word in layout.lower_words and word not in _MAY_OPEN_NAMES)
    rest = words[first:]
    if len(rest) > 1 and len(rest[0]) > 6 and rest[0].isupper() and not rest[-1].isupper():
        first += 2 if len(rest) == 2 and plain(rest[1]) in layout.lower_words else 1
    return first


def _is_function_word(layout: Layout, word: str, start: int) -> bool:
    bare = plain(word)
    if bare in MONTH_NAMES:
        return not _named_like_a_month(layout.text, word, start)
    return bare in FUNCTION_WORDS or bare in IMPERATIVES or bare.endswith("n't")


def _named_like_a_month(text: str, word: str, start: int) -> bool:
    """Whether "May" or "June" is somebody here, not a month: no day after it, no preposition before it."""
    before = text[max(0, start - 8) : start].split()
    dated = _DATED.match(text, start + len(word))
    return not dated and not (before and before[-1].lower() in _BEFORE_DATES)


def _ordinary(layout: Layout, words: list[str], start: int) -> bool:
    """Whether a single capitalised word is no name: a common noun that opens a sentence, an adjective."""
    if len(words) > 1:
        return False
    word = plain(words[0])
    if word in DEMONYMS or word in ADJECTIVES or len(word) == 1:
        return True
    if not layout.opens_sentence(start):
        return word in GENERIC_ORGANIZATIONS
    if word in GROUP_HEADS:
        return word in layout.lower_words
    if word in GIVEN_NAMES:
        return word in _COMMON
    return word in _COMMON or word in layout.lower_words or word.endswith(("ly", "ing", "ed"))
