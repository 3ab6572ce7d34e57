"""What a page says a person is: "the Russian ambassador in Washington", and for whom the person speaks."""

from __future__ import annotations

import re

from .cast import Cast
from .entities import Entity, Gender, gender_of_word
from .layout import Layout
from .lexicon import DEMONYMS, DETERMINERS, MODIFIERS, ROLES, SAME_ROLE, WIDER_ROLE
from .mentions import Mention
from .names import plain

_WORD = re.compile(r"[\w.'’&/-]+")
_APPOSITION = re.compile(
    r"(?:[ \xa0]\([^()\n]{1,30}\)| of [A-Z]\w+(?: [A-Z]\w+)?)?(?:, (?:age )?\d{1,3})?(?:,| [–—-]{1,2})[ \xa0]"
    r"(?P<role>(?:(?:[A-Z]\.){2,4}|[^,;.:\n–—()\"“”]){3,200}?)(?=[,;:.\n–—(\"“”]| who | which | --|$)"
)
_PREPOSITION = re.compile(
    r"[ \xa0](?:of|at|for|in|with|to|on|from|by|under|during|and|who|whose|that|representing|against|as)\b"
)
_ROLE_COMMA = re.compile(r"\b((?:a|an|the|his|her|their)[ \xa0][^,.;:\n\"“”]{3,110}),[ \xa0]$", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|a|an)[ \xa0]", re.IGNORECASE)
_OFFICE_OF = re.compile(
    r"\b(?:[Ss]ecretary|[Mm]inister|[Cc]hief|[Dd]irector|[Ss]uperintendent|[Ll]eader) (?:of|for)$"
)
_AFTER_NAME = re.compile(r"[ \xa0](?:of|at|from|with)[ \xa0](?:the[ \xa0])?")
_POSSESSIVE = re.compile(r"['’]s?[ \xa0]$")
_EMPTY_TITLES = frozenset("mr mrs ms miss mx sir lord lady dame".split())
# Who someone is to somebody else, with nobody told.
_RELATIONS = frozenset(
    "friend ally rival wife husband spouse partner son daughter brother sister mother father opponent "
    "colleague predecessor successor mate critic supporter fellow person man woman boy girl kid guy".split()
)
_CONTENT = re.compile(r"[^\W\d_][\w'’-]*")
_SMALL = DETERMINERS | frozenset("of and for in at on to with who as by from said".split())
_MOST_ROLES = 12


def note_roles(layout: Layout, cast: Cast) -> None:
    """Give each person of the cast the roles and the affiliation that stand beside the name."""
    places = {entity.name for entity in cast.entities if entity.kind == "place"}
    for number, (mention, entity) in enumerate(zip(cast.mentions, cast.of_mention, strict=True)):
        if entity is None or not entity.human:
            continue
        before = _role_before(layout, mention) or _role_with_comma(layout, mention)
        after = _role_after(layout, mention)
        for role in (before, after):
            _note(entity, role)
        if entity.affiliation is None:
            body = _affiliation(layout.text, cast, number, before, after)
            entity.affiliation = body or _country(places, f"{before} {after}")


def _note(entity: Entity, role: str) -> None:
    if not role or role in entity.roles or len(entity.roles) >= _MOST_ROLES:
        return
    entity.kind = "person"
    entity.roles.append(role)
    entity.role_words |= role_words(role)
    entity.gender = entity.gender or _gender_of_role(role)


def _role_before(layout: Layout, mention: Mention) -> str:
    """The role before a name: "IMF chief economist", "Russian Ambassador"."""
    title = _telling_title(mention)
    floor = max(layout.sentence_start(mention.lead), mention.lead - 120)
    stretch = layout.text[role_start(layout.text, floor, mention) : mention.lead].rstrip()
    if not stretch or not (title or is_role_phrase(stretch)):
        return title
    return f"{stretch} {title}".strip()


def role_start(text: str, floor: int, mention: Mention) -> int:
    """Where, not before ``floor``, the words begin that may be the role before a name and its titles."""
    title, left = _telling_title(mention), mention.lead
    for number, match in enumerate(reversed(list(_WORD.finditer(text, floor, left)))):
        office = title and number == 0 and _OFFICE_OF.search(text, floor, match.end()) is not None
        if text[match.end() : left] not in (" ", "\xa0"):
            break
        if not office and not _belongs(match.group(), nearest=number == 0 and not title):
            break
        left = match.start()
    return left


def _telling_title(mention: Mention) -> str:
    """The titles before a name, without those that tell no role: "Mr"."""
    return " ".join(word for word in mention.title.split() if plain(word) not in _EMPTY_TITLES)


def _belongs(word: str, nearest: bool) -> bool:
    """Whether a word may be part of the role that ends before a name; the nearest must name the role."""
    low = plain(word)
    if nearest:
        return low in ROLES and low not in _RELATIONS
    if low in DETERMINERS or low.endswith(("ing", "ed", "ly")):
        return False
    return low in MODIFIERS or low in ROLES or word[0].isupper() or low.endswith(("'s", "al", "ic", "ary"))


def _role_with_comma(layout: Layout, mention: Mention) -> str:
    """The role that a name explains: "an attorney for the family, Ann Lee, said"."""
    match = _ROLE_COMMA.search(layout.text, max(0, mention.lead - 130), mention.lead)
    if match is None or len(mention.words) < 2:
        return ""
    role = strip_article(match[1])
    return role if is_role_phrase(role) else ""


def _role_after(layout: Layout, mention: Mention) -> str:
    """The role after a name, between commas: "the Russian ambassador in Washington"."""
    match = _APPOSITION.match(layout.text, mention.end, mention.end + 280)
    role = strip_article(match["role"].strip()) if match else ""
    return role if is_role_phrase(role) else ""


def strip_article(phrase: str) -> str:
    """``phrase`` without "the", "a" or "an" before it."""
    return _ARTICLE.sub("", phrase)


def _head_noun(phrase: str) -> str:
    """The noun that the phrase is about: "ambassador" in "Russian ambassador in Washington"."""
    cut = _PREPOSITION.search(phrase)
    words = phrase[: cut.start()].split() if cut and cut.start() else phrase.split()
    return plain(words[-1].strip(",.;:'\"“”’()")) if words else ""


def is_role_phrase(phrase: str) -> bool:
    """Whether the phrase names what a person is."""
    head = _head_noun(phrase)
    if " and " in phrase[:80] and head not in ROLES:
        head = _head_noun(phrase.split(" and ", 1)[1])
    return head in ROLES or head.split("-")[-1] in ROLES


def role_words(role: str) -> set[str]:
    """The words of a role by which it can be found again, words of one meaning made one."""
    words = {plain(word).removesuffix("'s") for word in _CONTENT.findall(role)} - _SMALL
    words |= {part for word in words if "-" in word for part in word.split("-")}
    words = {word[:-1] if word.endswith("s") and word[:-1] in ROLES else word for word in words}
    return {SAME_ROLE.get(word, word) for word in words} | {
        DEMONYMS[word] for word in words & DEMONYMS.keys()
    }


def fits_role(head: str, words: set[str]) -> bool:
    """Whether someone with these role words may be called by the noun ``head``."""
    return SAME_ROLE.get(head, head) in words or bool(WIDER_ROLE.get(head, frozenset()) & words)


def _gender_of_role(role: str) -> Gender:
    return "" if role.lower().startswith(("his ", "her ")) else gender_of_word(_head_noun(role))


def _affiliation(text: str, cast: Cast, number: int, before: str, after: str) -> str | None:
    """The body a person belongs to: named in the role, before the name ("CNN's") or after ("of the OPCW")."""
    mention = cast.mentions[number]
    ranges = []
    if _POSSESSIVE.search(text, max(0, mention.lead - 3), mention.lead) and number:
        ranges.append((cast.mentions[number - 1].start, mention.lead))
    if told := before.removesuffix(_telling_title(mention)).rstrip():
        ranges.append((mention.lead - len(told) - 2, mention.lead))
    joint = _AFTER_NAME.match(text, mention.end)
    if joint and len(mention.words) > 1:
        ranges.append((joint.end() - 1, joint.end() + 1))
    if after:
        begin = text.find(after, mention.end)
        ranges.append((begin, begin + len(after)))
    bodies = (_body_between(cast, number, low, high) for low, high in ranges)
    return next((body.name for body in bodies if body), None)


def _body_between(cast: Cast, number: int, low: int, high: int) -> Entity | None:
    """The first organization or outlet that the page names between two positions near mention ``number``."""
    for other in range(max(0, number - 6), min(len(cast.mentions), number + 8)):
        entity = cast.of_mention[other]
        in_range = low <= cast.mentions[other].start < high
        if in_range and entity is not None and entity.kind in ("organization", "outlet"):
            return entity
    return None


def _country(places: set[str], role: str) -> str | None:
    """The country whose adjective stands in the role, if the page names it."""
    countries = (DEMONYMS.get(plain(word), "").title() for word in role.split())
    return next((country for country in countries if country in places), None)


def best_role(roles: list[str]) -> str | None:
    """The role to show: the first that says more than a bare title, else the first."""
    return next((role for role in roles if " " in role), roles[0] if roles else None)
