"""What the name of a source tells a reader: whether two names are one, and whether it names anyone at all."""

from __future__ import annotations

import re
import unicodedata

from sayso.provenance.trail import Link

_WORD = re.compile(r"[\w@#]+(?:['’.]\w+)*")
_IN_BRACKETS = re.compile(r"^([^()]+)\(([^()]+)\)\s*$")
_TITLES = frozenset("the a an mr mrs ms dr sir".split())
_NOBODY = frozenset(
    """
    account accounts all an and anonymous another any blog blogs by circulating claim claims few from in
    internet is it its local many media multiple network networks news of on one online other others
    outlet outlets page pages people person post posts press report reported reportedly reporting reports
    rumor rumors rumour rumours said saying says several site sites social some somebody someone source
    sources speculation talk that the their there they this three to told tweet tweets two unconfirmed
    unknown unnamed unspecified unverified user users various viral was web website websites were who
    widely world
    """.split()
)
_COMMON = frozenset(
    "activists authorities doctors experts government investigators military officials officers organizers "
    "police prosecutors relatives researchers residents scientists sources spokesman spokesperson "
    "spokeswoman staff troops witnesses".split()
)
_PICTURE = frozenset(
    "animation clip cartoon footage image images photo photograph photographs photos picture pictures "
    "screenshot still video videos".split()
)


def keys_of(name: str) -> tuple[str, ...]:
    """What ``name`` is compared by; a name with another in brackets, as "Harbour Board (HB)", has both.

    Case, articles, titles and punctuation make no difference.
    """
    plain = name.strip()
    bracketed = _IN_BRACKETS.match(plain)
    parts = bracketed.groups() if bracketed else (plain,)
    return tuple(dict.fromkeys(key for part in parts if (key := " ".join(_words(part)))))


def tells_nobody(link: Link) -> bool:
    """Whether an unnamed source is mere hearsay: "reports", "social media", "it is said", "some people".

    Of such a source no page tells a role, an organization or anything else it could be known by.
    """
    if link.kind not in ("unnamed", "group") or link.speaks_for:
        return False
    return not any(word for word in _words(link.name) if word not in _NOBODY)


def is_known(link: Link) -> bool:
    """Whether ``link`` is somebody or something that can be told from others: it has a name of its own.

    "A harbour official", "Police" or "a letter" have none; nor has a group.
    """
    if link.kind in ("unnamed", "group", "not given"):
        return False
    words = [word for word in _WORD.findall(link.name) if word.casefold() not in _COMMON | _TITLES]
    return any(letter.isupper() or letter in "@." for word in words for letter in word)


def is_picture(link: Link) -> bool:
    """Whether ``link`` is a photograph or a video: what everybody who passes it on has before their eyes."""
    return link.kind == "document" and not _PICTURE.isdisjoint(_words(link.name))


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", name).casefold()
    words = _WORD.findall(plain)
    return [word for word in words if word not in _TITLES] or words
