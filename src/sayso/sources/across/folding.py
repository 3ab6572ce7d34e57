"""Spell a name in one way, so that pages that write it differently still name the same source.

"Hay'at Tahrir al-Sham", "Hayat Tahrir Al Sham" and "HAYAT TAHRIR AL-SHAM" fold to the same key.
"""

from __future__ import annotations

import re
import sys
import unicodedata

from rapidfuzz.distance import Levenshtein

from sayso.sources.lexicon import DEMONYMS

Key = tuple[str, ...]
"""A folded name: its words in lower case, without accents, apostrophes and particles."""

_INVISIBLE = re.compile("['’‘ʼʻ`´ʿʾʹ′\u00ad\u200b-\u200f]")
_KIND_AFTER = re.compile(r"(?<=\w)(?:[ \xa0](?:militant|terror|terrorist|extremist|jihadist))?[ \xa0]group$")
_HEADS = frozenset("ministry department government army parliament embassy police".split())
_SPELT = {
    "defence": "defense",
    "organisation": "organization",
    "centre": "center",
    "labour": "labor",
    "harbour": "harbor",
}
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "&": " and "}
)
_JOINED = re.compile(r"\b(?:al|el|ul|ad|an|ar|as|ash|at|az)[-\u2010-\u2015]")
_WORD = re.compile(r"[^\W_]+")
_DOUBLED = re.compile(r"([^\W\d_])\1")
_SHORTEST_DOUBLED = 5
_PARTICLES = frozenset(("al", "el", "ul"))
_SUFFIXES = frozenset("jr sr ii iii iv".split())
_SOUNDS = (
    ("sch", "s"), ("sh", "s"), ("ch", "s"), ("kh", "k"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("ck", "k"),
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("dj", "j"), ("q", "k"), ("c", "k"), ("y", "i"), ("w", "v"),
    ("z", "s"), ("h", ""),
)  # fmt: skip
_VOWELS = re.compile("[aeiou]+")
_SHORTEST_NEAR = 5
_LONG = 8
_MOST_WRITTEN = 4


def fold(name: str) -> Key:
    """The key of ``name``: never empty, the same for every spelling that differs in small marks only.

    "Ministry of Trade" and "Trade Ministry", "Orlanese army" and "Army of Orlan" have one key, too.
    """
    words = words_of(_KIND_AFTER.sub("", name))
    if len(words) > 2 and words[0] in _HEADS and words[1] == "of":
        words = [*words[2:], words[0]]
    if words[-1] in _HEADS:
        words[0] = DEMONYMS.get(words[0], words[0])
    return tuple(map(_single, words))


def words_of(name: str) -> list[str]:
    """The words of ``name`` in lower case, without accents, apostrophes, particles and "the"; never none."""
    bare = unicodedata.normalize("NFKD", _INVISIBLE.sub("", name).casefold().translate(_LETTERS))
    bare = "".join(mark for mark in bare if not unicodedata.combining(mark)).replace(".", "")
    first = _JOINED.match(bare)
    rest = _JOINED.sub(" ", bare[first.end() :] if first else bare)
    words = ([first[0][:-1]] if first else []) + _WORD.findall(rest)
    if len(words) > 1 and words[0] == "the":
        del words[0]
    kept = [word for at, word in enumerate(words) if at == 0 or word not in _PARTICLES]
    return [_SPELT.get(word, word) for word in kept] or [name.casefold()]


def _single(word: str) -> str:
    """``word`` with each doubled letter once; a short one keeps them: "Lee" is not "Le"."""
    return sys.intern(_DOUBLED.sub(r"\1", word) if len(word) >= _SHORTEST_DOUBLED else word)


def surname(key: Key) -> str:
    """The word of a folded name that stands for its bearer: the last, "Jr." not counted."""
    return next((word for word in reversed(key) if word not in _SUFFIXES), key[-1])


def sounded(word: str) -> str:
    """A folded word as it sounds in the ear of a newsroom: "machnouk" and "mashnuq" are one."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return word


def skeleton(word: str) -> str:
    """The consonants of a word as it sounds, for finding names that may be spelt alike."""
    sound = sounded(word)
    return sound[:1] + _VOWELS.sub("", sound[1:]) or word


def near(one: str, other: str) -> bool:
    """Whether two folded words may be spellings of one word; short ones must be equal."""
    if one == other:
        return True
    if min(len(one), len(other)) < _SHORTEST_NEAR or not (one + other).isalpha():
        return False
    if Levenshtein.distance(one, other, score_cutoff=_MOST_WRITTEN) > _MOST_WRITTEN:
        return False
    left, right = sounded(one), sounded(other)
    most = 1 if min(len(left), len(right)) < _LONG else 2
    return left[:1] == right[:1] and Levenshtein.distance(left, right, score_cutoff=most) <= most
