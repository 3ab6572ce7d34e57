"""Write down who a source is: name, kind, role and affiliation; and find who wrote the page."""

from __future__ import annotations

import re

from sayso.model import Page, Speaker, SpeakerKind

from .cast import Cast
from .entities import Entity
from .roles import best_role

_BY_LINE = re.compile(
    r"^[ \xa0]*By[ \xa0:]+([A-Z][\w.'’-]+(?:[ \xa0][A-Z][\w.'’-]+){1,3})[ \xa0]*$", re.MULTILINE
)
_BIOGRAPHY = re.compile(
    r"(?:,[^,\n]{1,120},)?[ \xa0](?:is|was|are|has|teaches|writes|covers|serves|served)[ \xa0]"
)
_OPENS_PARAGRAPH = re.compile(r"(?:^|\n)[ \xa0(\[*—–-]*$")
_AUTHOR_MARKS = re.compile(r"^(?:by|from)[ \xa0:]+", re.IGNORECASE)
_NOBODY = re.compile(
    r"(?:guest|staff|web|news|online|site)?[ \xa0]?"
    r"(?:admin|administrator|author|contributor|desk|editor|editors|editorial team|newsroom|reporter|reports"
    r"|staff|team|writer|writers)",
    re.IGNORECASE,
)
"""Bylines that name no one."""
_SEVERAL = re.compile(r" and |&")
_LONGEST_BIOGRAPHY = 600
_KINDS: dict[str, SpeakerKind] = {
    "person": "person",
    "organization": "organization",
    "outlet": "outlet",
    "place": "organization",
    "group": "group",
    "document": "document",
}


def byline_of(page: Page, cast: Cast) -> Entity:
    """Who says "I" in the page's own words: the byline, or the person whom the page's last lines present."""
    names = _AUTHOR_MARKS.sub("", page.byline or "").strip()
    if _NOBODY.fullmatch(names):
        names = ""
    elif not names:
        match = _BY_LINE.search(page.text[:1500])
        names = match[1] if match else ""
    known = _person_called(names, cast) if names else _presented(page.text, cast)
    if known is not None:
        return known
    kind: SpeakerKind = "group" if _SEVERAL.search(names) else "person"
    return Entity("person", names, -1, roles=[] if names else ["author"], speaks_as=kind)


def _person_called(name: str, cast: Cast) -> Entity | None:
    return next((entity for entity in cast.entities if entity.human and entity.name == name), None)


def _presented(text: str, cast: Cast) -> Entity | None:
    """The person of whom a paragraph among the last says "Ann Lee is a playwright"."""
    last = len(text.rstrip()) - _LONGEST_BIOGRAPHY
    for mention, entity in zip(reversed(cast.mentions), reversed(cast.of_mention), strict=True):
        if mention.start < last:
            return None
        if entity is None or not entity.human or len(mention.words) < 2:
            continue
        if _BIOGRAPHY.match(text, mention.end) and _OPENS_PARAGRAPH.search(text[: mention.lead][-20:]):
            return entity
    return None


def speaker_of(answer: Entity | None) -> Speaker:
    """The speaker as the page's reader should see it."""
    if answer is None:
        return Speaker(None, "none")
    kind = answer.speaks_as or _KINDS.get(answer.kind) or _kind_of_unknown(answer)
    return Speaker(answer.name or None, kind, best_role(answer.roles), answer.affiliation)


def _kind_of_unknown(entity: Entity) -> SpeakerKind:
    return "person" if len(entity.name.split()) <= 3 else "organization"
