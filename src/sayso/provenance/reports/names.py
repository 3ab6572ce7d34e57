"""What a name tells by itself: a person's, an outlet's, or none that a source could have."""

from __future__ import annotations

import re

from sayso.provenance.reports import forms
from sayso.sources.given_names import FEMALE_NAMES, MALE_NAMES
from sayso.sources.lexicon import (
    DEMONYMS,
    DETERMINERS,
    FUNCTION_WORDS,
    GENERIC_OUTLETS,
    GROUPS,
    ORGANIZATIONS,
    PLACES,
    QUANTIFIERS,
    ROLES,
    UNNAMED_PEOPLE,
)

_DESCRIBED_NO_FURTHER = re.compile(
    r",|\(|[ \xa0](?:who|which|that|whose|of|in|on|at|from|with|for|by|as|inside|close|familiar|known"
    r"|identified|attributed|sometimes|commonly|used|posted|published|released|[a-z]{3,}ing)\b"
)
_NO_NAME = re.compile(
    rf"(?:{'|'.join(sorted(FUNCTION_WORDS))}|additional|unconfirmed|more|\d.*|[\d\W]+|.{{0,2}}"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*(?: \d+)?)\Z",
    re.IGNORECASE,
)
_PLATFORMS = frozenset("twitter facebook youtube instagram weibo reddit tumblr google internet".split())
_COMPANY_CUE = re.compile(r"(?:said|says|announced|told|confirmed|denied|responded)\b")
_BEFORE_THE_NOUN = DETERMINERS | QUANTIFIERS | {"multiple", "second", "first"}
_SPEAKING = ROLES | UNNAMED_PEOPLE | GROUPS | ORGANIZATIONS | GENERIC_OUTLETS
_OF_PEOPLE = ("er", "or", "ist", "ian", "ee", "ant", "ent", "man", "men", "people")
_ACRONYM = 5
"""An acronym has no more letters than this."""


def noun(described: str) -> str:
    """The noun of a description with what stands before it: "dock worker" of "a dock worker in Orlan"."""
    cut = _DESCRIBED_NO_FURTHER.search(described, 1)
    kept = (described[: cut.start()] if cut else described).split()
    while len(kept) > 1 and kept[0].lower() in _BEFORE_THE_NOUN:
        del kept[0]
    return " ".join(kept)


def can_speak(described: str) -> bool:
    """Whether a noun is one of people, bodies or papers: in "the crane shows" nobody speaks."""
    last = re.split(r"\W+", described.lower())[-1] if described else ""
    plural = last.endswith("s") and not last.endswith(("ss", "us", "is"))
    return last in _SPEAKING or last.endswith(_OF_PEOPLE) or plural


def without_article(name: str) -> str:
    """The name without "the" before it."""
    return re.sub(r"^(?:the|an?) ", "", name, flags=re.IGNORECASE)


def is_human(name: str) -> bool:
    """Whether a name begins with a given name, as persons' do."""
    parts = name.split()
    return len(parts) > 1 and parts[0].lower() in (MALE_NAMES | FEMALE_NAMES)


def is_name(words: str) -> bool:
    """Whether words with capitals are a name at all, and not the first word of a sentence or a month."""
    return _NO_NAME.match(words) is None


def may_be_outlet(name: str) -> bool:
    """Whether a name is none of a person, a day, a country or a platform."""
    low = name.lower()
    elsewhere = low in PLACES or low in _PLATFORMS or low.rstrip("s") in DEMONYMS
    return is_name(name) and not elsewhere and not is_human(name)


def is_platform(name: str, cue: str) -> bool:
    """Whether a name is that of a place where others post, and not of the company that says a thing."""
    return name.lower() in _PLATFORMS and _COMPANY_CUE.search(cue) is None


def sounds_like_outlet(name: str) -> bool:
    """Whether a name is made as outlets' are: "the Calder Tribune", "calder.example"."""
    if forms.HOST.search(name):
        return True
    return name[:1].isupper() and forms.OUTLET.search(name) is not None and not is_human(name)


def same_name(one: str, other: str) -> bool:
    """Whether two names are one, or one is short for the other: "PCT" for "Port Calder Trust"."""
    if one.lower() == other.lower():
        return True
    short, full = sorted((one, other), key=len)
    initials = "".join(part[0] for part in full.split() if part[0].isupper())
    fits = " " not in short and 1 < len(initials) <= len(short) <= _ACRONYM
    return fits and short.upper().startswith(initials)


def exhibit_name(what: str) -> str:
    """One name for all that is a photo, and one for all that is a video."""
    return "video" if forms.MOVING.search(what) else "photo"
