"""What the words of a name tell: the titles before it, and what kind of thing bears it."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from typing import Literal

from .given_names import FEMALE_NAMES, MALE_NAMES
from .lexicon import (
    AMBIGUOUS_OUTLETS,
    DEMONYMS,
    DOCUMENTS,
    GROUP_HEADS,
    MEDIA,
    MEDIA_BODIES,
    MODIFIERS,
    ORGANIZATIONS,
    OUTLETS,
    PLACES,
    POLICY_WORDS,
    ROLES,
    STATIONS,
    SURNAMES_TOO,
    TITLES,
)

MentionKind = Literal["person", "organization", "outlet", "place", "group", "document", "unknown", "role"]

GIVEN_NAMES = MALE_NAMES | FEMALE_NAMES
_OFFICE_OF = re.compile(r"\b(\w+) (?:of|for) $")
_STANDINGS = frozenset("former ex retired acting interim late".split())
_BEFORE_GIVEN_NAMES = MODIFIERS | DEMONYMS.keys()
_BEFORE_ROLES = _BEFORE_GIVEN_NAMES | ROLES
_FIELDS = POLICY_WORDS | MODIFIERS | ORGANIZATIONS
_NAME_JOINTS = frozenset(("of", "for", "on"))


def plain(word: str) -> str:
    """``word`` as the lexicon has it: lower case, straight apostrophe, no full stop at its end."""
    return sys.intern(word.casefold().replace("’", "'").rstrip("."))


def is_acronym(word: str) -> bool:
    """Whether ``word`` is a short form in capitals: "IMF", "S.E.C."."""
    bare = word.replace(".", "").replace("-", "")
    return 2 <= len(bare) <= 6 and bare.isupper() and bare.isalpha()


def classify(words: Sequence[str], titled: bool = False) -> MentionKind:
    """What kind of thing bears a name of these words, as far as the words themselves tell."""
    plains = [plain(word) for word in words]
    last = plains[-1]
    if titled or _after_given_name(plains):
        return "person"
    if _media_body(plains):
        return "outlet"
    if last in ORGANIZATIONS or _joined_organization(plains):
        return "outlet" if last in OUTLETS and last not in AMBIGUOUS_OUTLETS else "organization"
    if " ".join(plains) in PLACES or (
        last in PLACES and plains[0] not in GIVEN_NAMES and not _initials(words)
    ):
        return "place"
    if _outlet_noun(last) and (len(words) > 1 or last not in AMBIGUOUS_OUTLETS):
        return "outlet"
    if last in GROUP_HEADS or (last.endswith("s") and (last[:-1] in DEMONYMS or last[:-1] in ROLES)):
        return "group"
    if last in DOCUMENTS and len(words) > 1:
        return "document"
    if len(words) == 1 and is_acronym(words[0]):
        return "organization"
    return "person" if 2 <= len(words) <= 4 and _initials(words) else "unknown"


def _after_given_name(plains: list[str]) -> bool:
    """Whether a given name comes first, and no noun of an organization last."""
    if plains[0] not in GIVEN_NAMES or not 2 <= len(plains) <= 4:
        return False
    last = plains[-1]
    return last in SURNAMES_TOO or not (last in ORGANIZATIONS or _outlet_noun(last) or _media_body(plains))


def named_like_an_outlet(words: Sequence[str]) -> bool:
    """Whether the last word is one that outlets are named by; "Hannah Post" may be a person all the same."""
    return len(words) > 1 and _outlet_noun(plain(words[-1]))


def _outlet_noun(word: str) -> bool:
    """Whether outlets are named by the word, or by its last part: "Gazette", "Times-Herald"."""
    return word.rsplit("-", 1)[-1] in OUTLETS


def _media_body(plains: list[str]) -> bool:
    """Whether the name is built like "Orlan News Agency" or "Radio Orlan"."""
    if len(plains) < 2:
        return False
    return (plains[-1] in MEDIA_BODIES and plains[-2] in MEDIA) or plains[0] in STATIONS


def _joined_organization(plains: list[str]) -> bool:
    """Whether the name is built like "Centre for Coastal Towns"."""
    return not _NAME_JOINTS.isdisjoint(plains) and any(word in ORGANIZATIONS for word in plains)


def _initials(words: Sequence[str]) -> bool:
    """Whether an initial stands before the last word: "Ada B. Quill", "J.T. Marsh"."""
    return any(len(word) in (2, 4) and word[1] == "." and word[0].isupper() for word in words[:-1])


def titles_before(text: str, start: int, words: Sequence[str]) -> int:
    """How many of a run's words are titles and roles before the name; all of them, if no name follows."""
    plains = [plain(word) for word in words]
    return _office(text, start, plains) or _titles(plains)


def _office(text: str, start: int, plains: list[str]) -> int:
    """How many words name the office in "Secretary of State Ann Lee", "Minister for Trade Ann Lee"."""
    match = _OFFICE_OF.search(text, max(0, start - 24), start)
    if len(plains) < 2 or match is None or plain(match[1]) not in TITLES:
        return 0
    return next((n for n, word in enumerate(plains) if word not in _FIELDS or word in GIVEN_NAMES), 0)


def _titles(plains: list[str]) -> int:
    if (plains[-1] in ORGANIZATIONS and plains[-1] not in SURNAMES_TOO) or _joined_organization(plains):
        return 0
    split = max((n + 1 for n in range(len(plains)) if _is_title(plains, n)), default=0)
    if split == 0 and len(plains) > 1 and plains[0] in _STANDINGS:
        return 1
    if split == 0 and len(plains) > 2 and plains[0] in _BEFORE_GIVEN_NAMES and plains[1] in GIVEN_NAMES:
        return 1
    return split


def _is_title(plains: list[str], number: int) -> bool:
    """Whether the word is a title here, not a given name ("Dean Marsh") nor a surname ("Ada King")."""
    word, last = plains[number], number + 1 == len(plains)
    if word not in ROLES and (last or word[:-1] not in TITLES):
        return False
    if number == 0 and word in GIVEN_NAMES and len(plains) == 2:
        return False
    if last and number and word in OUTLETS and plains[number - 1] not in _BEFORE_ROLES:
        return False  # "Northern Observer"
    return not (last and _surname_here(plains))


def _surname_here(plains: list[str]) -> bool:
    if len(plains) < 2 or plains[-1] not in SURNAMES_TOO:
        return False
    before = plains[-2]
    return before in GIVEN_NAMES or before in TITLES or len(before) == 1
